"""Which files were given, and what bytes do they hold? The only module of this step that reads the disk."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from variorum.errors import ManifestUnusable, NoSuchInput
from variorum.ingest.details import Details
from variorum.ingest.issues import set_aside
from variorum.ingest.manifest import NAMES, Manifest, normalise, read_manifest
from variorum.ingest.origins import join_origins
from variorum.ingest.records import Ingested
from variorum.ingest.reports import SUPPORTED, Read, ending, join_reads, read_file
from variorum.model.tables import Issue

LIMIT_BYTES = 10_000_000
"""Files larger than this are set aside where the caller gives no other limit."""


class Source(NamedTuple):
    """A file to read: where it lies, and its name relative to the folder it was found in, or beside which it was given."""

    path: Path
    folder: Path
    file: str


def read_inputs(paths: Iterable[Path], manifest: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> Ingested:
    """The reports in the folders and files given, whatever their order and however often.

    A folder is read with all below it, hidden files left out; its manifest (manifest.csv, .tsv or .jsonl) describes the
    files in it, and equally a file given by itself that lies beside it. `manifest` is read instead of them all.
    Raises NoSuchInput where a path does not exist and ManifestUnusable where a manifest cannot be used at all; everything
    wrong with a single file or row is an issue of the result instead.
    """
    roots = sorted(set(paths))
    for path in (*roots, *([manifest] if manifest else [])):
        if not path.exists():
            raise NoSuchInput(str(path))
    sources = _find_sources(roots, manifest)
    folders = sorted({source.folder for source in sources} | {root for root in roots if root.is_dir()})
    manifests = _read_manifests(folders, manifest)
    issues = [issue for described in manifests.values() for issue in described.issues]
    issues += _missing([root for root in roots if root.is_dir()], sources, manifests, manifest)
    reads = [_read_source(source, manifests[source.folder].details, limit_bytes) for source in sources]
    return _gather(join_reads(reads), issues)


def _gather(read: Read, issues: list[Issue]) -> Ingested:
    joined = join_origins(read.reports)
    every = {issue.id: issue for issue in (*read.issues, *issues, *joined.issues)}
    return Ingested(
        reports=joined.reports,
        received=tuple(sorted(read.reports, key=lambda report: (report.id, report.file or ""))),
        set_aside=join_origins(read.set_aside).reports,
        originals=tuple(sorted({o.sha256: o for o in read.originals}.values(), key=lambda o: o.sha256)),
        issues=tuple(sorted(every.values(), key=lambda issue: (issue.file or "", issue.id))),
    )


def _find_sources(roots: Iterable[Path], manifest: Path | None) -> tuple[Source, ...]:
    """Every file once, by its real path; one found in a folder goes before the same file given by itself."""
    found: dict[str, Source] = {}
    excluded = {os.path.realpath(manifest)} if manifest else set()
    for root in sorted(roots, key=lambda path: (not path.is_dir(), len(path.parts), path)):
        folder = root if root.is_dir() else root.parent
        for path in _files(root):
            real = os.path.realpath(path)
            if path.name.lower() not in NAMES and real not in excluded:
                found.setdefault(real, Source(path, folder, _name(path.relative_to(folder))))
    return tuple(sorted(found.values(), key=lambda source: (source.file, source.path)))


def _name(path: Path) -> str:
    """The path with forward slashes; bytes in a name that are no UTF-8 become U+FFFD."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _files(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder) / name for name in sorted(files) if not name.startswith("."))


def _read_manifests(folders: Sequence[Path], manifest: Path | None) -> Mapping[Path, Manifest]:
    """The manifest of every folder; the one given by the caller stands for all."""
    if manifest is not None:
        return dict.fromkeys(folders, _read_manifest(manifest))
    found = {}
    for folder in folders:
        path = next((folder / name for name in NAMES if (folder / name).is_file()), None)
        found[folder] = _read_manifest(path) if path else Manifest({}, ())
    return found


def _read_manifest(path: Path) -> Manifest:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ManifestUnusable(str(path), error.strerror or "it cannot be read") from error
    return read_manifest(path.name, raw)


def _missing(
    roots: Sequence[Path], sources: Sequence[Source], manifests: Mapping[Path, Manifest], manifest: Path | None
) -> Iterator[Issue]:
    """An issue for every row of a manifest whose file is not in the folder that was read.

    A manifest given by the caller may describe several folders: there a file is missing only if none of them has it.
    """
    described = (
        [(root, (root,)) for root in roots] if manifest is None else [(root, tuple(roots)) for root in roots[:1]]
    )
    for root, folders in described:
        there = {normalise(source.file) for source in sources if source.folder in folders}
        for file in manifests[root].details:
            if file.partition("#")[0] not in there:
                yield set_aside(file, "missing-file", f"{file}: the manifest names this file, but it is not there.")


def _read_source(source: Source, given: Mapping[str, Details], limit_bytes: int) -> Read:
    file = source.file
    if ending(file) not in SUPPORTED:
        kinds = ", ".join(f".{kind}" for kind in sorted(SUPPORTED))
        return _refused(
            file, "unsupported", f"{file}: files of this kind are not read (only {kinds}); it is set aside."
        )
    if not source.path.is_file():
        return _refused(file, "unreadable", f"{file}: it is no regular file; it is set aside.")
    try:
        size = source.path.stat().st_size
        if size > limit_bytes:
            reason = f"{file}: {size} bytes are more than the limit of {limit_bytes}; it is set aside."
            return _refused(file, "too-large", reason)
        raw = source.path.read_bytes()
    except OSError as error:
        return _refused(file, "unreadable", f"{file}: it cannot be read ({error.strerror}); it is set aside.")
    return read_file(file, raw, given)


def _refused(file: str, code: str, detail: str) -> Read:
    return Read(issues=(set_aside(file, code, detail),))
