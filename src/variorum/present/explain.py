"""Why is a row in the record? The step and rule that made it, the words it rests on, the rows it points to."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import Any

import msgspec
from msgspec.inspect import StrType

from variorum.errors import NoSuchRow
from variorum.model.base import Record
from variorum.model.decisions import Decision
from variorum.model.naming import RowIndex, find_id, index_rows
from variorum.model.standing import decisions_on
from variorum.model.tables import Finding, Point, Report, Tables
from variorum.record.builds import StepNote
from variorum.record.shapes import field_shapes, row_types

_AROUND = 80
_OWN = frozenset({"id", "report", "text", "rule"})


class Quote(Record, frozen=True, kw_only=True):
    """Words of a report, with what stands before and after them; `start` and `end` are offsets into its text."""

    report: str
    file: str | None
    start: int
    end: int
    before: str
    words: str
    after: str


class Reference(Record, frozen=True, kw_only=True, gc=False):
    """A row that the row explained points to, in which field."""

    field: str
    table: str
    row: Record


class Explanation(Record, frozen=True, kw_only=True):
    """Why a row is in the record.

    `made_by` is the step that made the row, None for one this build did not note; `refined_by` those that worked on its
    table afterwards. `quotes` are the words the row rests on: its own, or those of the findings it groups.
    `rests_on` are rows that point to this one, where it has no words of its own. `decisions` are those of reviewers on the
    row. `present` is False for a row that a decision names and that is in its table no more: rejected, or one with another
    now; it is shown as it was when it was decided on.
    """

    table: str
    row: Record
    made_by: StepNote | None
    refined_by: tuple[StepNote, ...]
    rule: str
    reasons: tuple[str, ...]
    quotes: tuple[Quote, ...]
    references: tuple[Reference, ...]
    rests_on: tuple[Reference, ...]
    decisions: tuple[Decision, ...] = ()
    present: bool = True


class Explainer:
    """Explains rows of a case; what it looks rows up by is made once."""

    def __init__(self, tables: Tables) -> None:
        self._index = index_rows(tables)
        self._decisions = tables.decisions
        self._left_out = _left_out(tables.decisions, self._index)
        self._reports = {report.id: report for report in tables.reports}

    def explain(self, row_id: str, steps: tuple[StepNote, ...]) -> Explanation:
        """Why the row of this id is in the record, `steps` being those of the build that made it.

        The start of an id will do where only one row's id starts so. Raises NoSuchRow and AmbiguousRow.
        """
        try:
            found = find_id(self._index, row_id)
        except NoSuchRow:
            found = find_id(self._left_out, row_id)
        table, row = self._index.get(found) or self._left_out[found]
        made, refined = _made_by(steps, table, row)
        rests_on = () if isinstance(row, Finding | Point) else self._pointing.get(found, ())
        return Explanation(
            table=table,
            row=row,
            made_by=made,
            refined_by=refined,
            rule=getattr(row, "rule", ""),
            reasons=getattr(row, "reasons", ()),
            quotes=_quotes(row, rests_on, self._reports),
            references=tuple(_pointed(self._index, row)),
            rests_on=rests_on,
            decisions=decisions_on(self._decisions, found),
            present=found in self._index,
        )

    @cached_property
    def _pointing(self) -> Mapping[str, tuple[Reference, ...]]:
        """The findings that point to a row, by the row; of a finding that does so in several fields, the first."""
        found: dict[str, list[Reference]] = {}
        for table, row in self._index.values():
            if isinstance(row, Finding):
                for row_id, field in _fields_by_row(row, self._index).items():
                    found.setdefault(row_id, []).append(Reference(field=field, table=table, row=row))
        return {row_id: tuple(references) for row_id, references in found.items()}


def explain_row(tables: Tables, steps: tuple[StepNote, ...], row_id: str) -> Explanation:
    """Why the row of this id is in the record; see `Explainer.explain`."""
    return Explainer(tables).explain(row_id, steps)


def _fields_by_row(finding: Finding, index: RowIndex) -> dict[str, str]:
    """The other rows whose ids stand in the finding, each with the first field it stands in; its report is not meant."""
    named: dict[str, str] = {}
    for field in _text_fields(type(finding)):
        value = getattr(finding, field)
        if value is not None and value in index:
            named.setdefault(value, field)
    return named


@cache
def _text_fields(record: type[Record]) -> tuple[str, ...]:
    """The fields in which the id of another row may stand."""
    shapes = field_shapes(record)
    return tuple(field.name for field in shapes if isinstance(field.type, StrType) and field.name not in _OWN)


def _left_out(decisions: Iterable[Decision], index: RowIndex) -> dict[str, tuple[str, Any]]:
    """Rows that decisions name and that are in no table now, as they were then."""
    types = row_types(Tables)
    return {
        named.row: (named.table, msgspec.json.decode(named.was, type=types[named.table]))
        for decision in decisions
        for named in decision.rows
        if named.row not in index and named.was and named.table in types
    }


def _made_by(steps: tuple[StepNote, ...], table: str, row: Record) -> tuple[StepNote | None, tuple[StepNote, ...]]:
    setting = [step for step in steps if table in step.sets]
    stage = getattr(row, "stage", None)
    if stage is not None:
        return next((step for step in steps if step.name == stage), None), ()
    return (setting[0] if setting else None), tuple(setting[1:])


def _quotes(row: Record, rests_on: tuple[Reference, ...], reports: Mapping[str, Report]) -> tuple[Quote, ...]:
    if isinstance(row, Point):
        return tuple(_quote(reports[r.report], r.start, r.end) for r in row.readings if r.report in reports)
    if isinstance(row, Finding):
        return (_quote(reports[row.report], row.start, row.end),)
    findings = [reference.row for reference in rests_on if isinstance(reference.row, Finding)]
    return tuple(_quote(reports[finding.report], finding.start, finding.end) for finding in findings)


def _quote(report: Report, start: int, end: int) -> Quote:
    return Quote(
        report=report.id,
        file=report.file,
        start=start,
        end=end,
        before=report.text[max(0, start - _AROUND) : start],
        words=report.text[start:end],
        after=report.text[end : end + _AROUND],
    )


def _pointed(index: Mapping[str, tuple[str, Any]], row: Record) -> Iterator[Reference]:
    """Every row whose id stands in a field of the row, once, in order of the fields."""
    seen = {index_id for index_id in (getattr(row, "id", None),) if index_id}
    for field, value in _values(msgspec.to_builtins(row)):
        if value in index and value not in seen:
            seen.add(value)
            yield Reference(field=field, table=index[value][0], row=index[value][1])


def _values(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, path)
