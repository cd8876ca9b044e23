"""Builds records of benchmark folders in memory, with spaCy's parses cached between runs of the developer."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc

import variorum.annotate.language
from variorum.annotate.language import load_language, read_language
from variorum.ingest.sections import find_sections
from variorum.model.ids import content_id
from variorum.model.tables import Report, Tables
from variorum.model.terms import PublishedBasis
from variorum.pipeline.annotation import annotate_report, join_tables, resolve_case
from variorum.pipeline.steps import annotators, case_steps
from variorum.present.export.jsonl import write_jsonl

SHARED = Path(__file__).parents[2] / "shared"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "variorum-parses"


def read_bench(folder: Path) -> list[Report]:
    """The reports of a benchmark folder (or a folder of plain text files) with the metadata of its reports.jsonl."""
    meta_path = folder / "reports.jsonl"
    meta = {}
    if meta_path.exists():
        meta = {row["file"]: row for row in map(json.loads, meta_path.read_text("utf-8").splitlines())}
    texts = folder / "reports" if (folder / "reports").is_dir() else folder
    return [_report(path, meta.get(path.name, {})) for path in sorted(texts.glob("*.txt"))]


def _report(path: Path, meta: dict[str, str]) -> Report:
    raw = path.read_bytes()
    digest = hashlib.sha256(raw).hexdigest()
    published = meta.get("published") or None
    return Report(
        id=content_id("report", digest),
        file=path.name,
        files=(path.name,),
        sha256=digest,
        url=meta.get("url"),
        title=meta.get("title"),
        outlet=meta.get("outlet"),
        published=published[:10] if published else None,
        published_basis=PublishedBasis.GIVEN if published else None,
        language="en",
        text=raw.decode("utf-8"),
    )


_PARSING = hashlib.sha256(Path(variorum.annotate.language.__file__).read_bytes()).hexdigest()
"""What a kept parse follows from beside the text: how sentences are told apart."""


class Parser:
    """spaCy with a cache on disk, so that working on one annotator does not parse the benchmark again."""

    def __init__(self) -> None:
        self.language = load_language()
        CACHE.mkdir(parents=True, exist_ok=True)

    def parse(self, report: Report, starts: str, sections: Iterable) -> Doc:  # type: ignore[type-arg]
        key = hashlib.sha256(f"{_PARSING}|{report.text}|{starts}".encode()).hexdigest()
        path = CACHE / f"{key}.spacy"
        if path.exists():
            return Doc(self.language.vocab).from_bytes(path.read_bytes())
        doc = read_language(self.language, report.text, sections)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(doc.to_bytes(exclude=["tensor", "user_data"]))
        partial.replace(path)
        return doc


def annotate_all(reports: list[Report]) -> Iterator[Tables]:
    """Findings report by report."""
    parser, steps = Parser(), annotators()
    for report in reports:
        sections = find_sections(report)
        doc = parser.parse(report, ",".join(str(s.start) for s in sections), sections)
        yield annotate_report(report, sections, doc, steps)


def build_tables(reports: list[Report], one_case: bool) -> Tables:
    """The record of the reports: all in one case, or every report a case of its own."""
    steps = case_steps()
    if one_case:
        return resolve_case(join_tables(annotate_all(reports)), steps)
    return join_tables(resolve_case(part, steps) for part in annotate_all(reports))


def write_tables(tables: Tables, out: Path) -> None:
    """One JSON-lines file a table."""
    out.mkdir(parents=True, exist_ok=True)
    for name in Tables.__struct_fields__:
        write_jsonl(out / f"{name}.jsonl", Tables, getattr(tables, name))
