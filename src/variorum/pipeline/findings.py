"""What is found in each report of a case: kept from an earlier build, or found now?"""

from collections.abc import Mapping, Sequence

from variorum.model.base import Record
from variorum.model.tables import Report, Tables
from variorum.pipeline.annotating import Annotated
from variorum.pipeline.assembly import Pipeline, annotation_key
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.progress import Progress
from variorum.pipeline.workers import annotate_all
from variorum.record.annotations import Annotation, keep_annotations, read_annotations
from variorum.record.store import changing

_BATCH_REPORTS = 16
_BATCH_ROWS = 5_000


class Findings(Record, frozen=True, kw_only=True):
    """The findings of each report, by its id, without the report itself; those that broke a step are in `failures`.

    `keys` are all that the findings are kept under; `annotated` is how many reports were annotated now.
    """

    tables: Mapping[str, Tables]
    failures: tuple[Annotated, ...]
    keys: frozenset[str]
    annotated: int


def find_in_reports(case: str, reports: Sequence[Report], pipeline: Pipeline, options: BuildOptions) -> Findings:
    """The findings of every report, only new or changed ones being annotated; what is found is kept batch by batch."""
    keys = {report.id: annotation_key(report, pipeline) for report in reports}
    with changing(case) as connection:
        known = read_annotations(connection, keys.values())
    new = [report for report in reports if keys[report.id] not in known]
    batch = _Batch(case, keys)
    failures: list[Annotated] = []
    try:
        for count, done in enumerate(annotate_all(new, pipeline, options.factory, options.jobs), start=1):
            if done.tables is None:
                failures.append(done)
            else:
                known[keys[done.report]] = done.tables
                batch.add(done.report, done.tables)
            options.progress(Progress(stage="annotating", done=count, total=len(new)))
    finally:
        batch.keep()
    return Findings(
        tables={report: known[key] for report, key in keys.items() if key in known},
        failures=tuple(failures),
        keys=frozenset(keys.values()),
        annotated=len(new) - len(failures),
    )


class _Batch:
    """Findings not yet in the case file; they go there when there are enough of them to be worth a write."""

    def __init__(self, case: str, keys: Mapping[str, str]) -> None:
        self._case = case
        self._keys = keys
        self._waiting: list[Annotation] = []
        self._rows = 0

    def add(self, report: str, tables: Tables) -> None:
        self._waiting.append(Annotation(key=self._keys[report], report=report, tables=tables))
        self._rows += sum(len(getattr(tables, name)) for name in Tables.__struct_fields__)
        if len(self._waiting) >= _BATCH_REPORTS or self._rows >= _BATCH_ROWS:
            self.keep()

    def keep(self) -> None:
        if self._waiting:
            with changing(self._case) as connection:
                keep_annotations(connection, self._waiting)
        self._waiting, self._rows = [], 0
