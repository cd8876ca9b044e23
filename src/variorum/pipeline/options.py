"""How is a case to be built?"""

from pathlib import Path

from variorum.ingest.sources import LIMIT_BYTES
from variorum.model.base import Record
from variorum.pipeline.assembly import PipelineFactory, english_pipeline
from variorum.pipeline.progress import OnProgress, unheard


class BuildOptions(Record, frozen=True, kw_only=True):
    """How to build. `jobs` are processes; `wait_seconds` is how long to wait for another build of the same case."""

    manifest: Path | None = None
    limit_bytes: int = LIMIT_BYTES
    jobs: int = 1
    wait_seconds: float = 600.0
    factory: PipelineFactory = english_pipeline
    progress: OnProgress = unheard
