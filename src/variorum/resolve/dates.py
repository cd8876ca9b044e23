"""Which day do the date words of a case mean, and when was each report without a date written?

Years that were not said are filled in from the report's own date, then from dates the report says in full, then from
the case; relative words count from the report's own date or from the date told before them. What has nothing to rest
on stays unknown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from variorum.model.base import Record
from variorum.model.edtf import read_edtf
from variorum.model.tables import DateMention, Report, Section, Tables
from variorum.model.terms import PublishedBasis
from variorum.model.timex import read_timex
from variorum.resolve.date_grounding import Anchors, Stretch, ground, ground_stretch
from variorum.resolve.date_middle import KnownDays, Story
from variorum.resolve.date_written import (
    day_of,
    day_said_in_full,
    following_day,
    head_day,
    inferred_day,
    latest_told,
    no_earlier_than_told,
    placed_day,
    reach_of,
    tells_past,
    year_anchor,
)

_REMEMBERED = 40
Row = TypeVar("Row", DateMention, Section)


class _Dated(Record, frozen=True, kw_only=True):
    """A report with its date rows in order, grounded as far as `written` and `about` go.

    `latest` is the latest day it tells as past, for a report whose own day is not known yet.
    """

    report: Report
    rows: tuple[DateMention, ...]
    written: date | None
    about: date | None
    latest: date | None = None


def resolve_dates(tables: Tables) -> Tables:
    """The tables with every date put on the calendar where something says how, and reports dated where they tell it.

    `dates.edtf` is set, `reports.published` and `published_basis` only where they were unknown.
    """
    dated = _date_reports(tables)
    story = Story(_past_days(dated))
    dated = [_placed(one, story) for one in dated]
    grounded = {row.id: row for one in dated for row in one.rows}
    return msgspec.structs.replace(
        tables,
        reports=tuple(one.report for one in dated),
        dates=tuple(grounded.get(row.id, row) for row in tables.dates),
    )


def _date_reports(tables: Tables) -> list[_Dated]:
    """Each report by itself and the days known of the others; twice, as a date line may take its year from the others."""
    rows = {name: tuple(sorted(own, key=_place)) for name, own in _by_report(tables.dates).items()}
    days = {one.id: day_of(one.published) or day_said_in_full(rows.get(one.id, ())) for one in tables.reports}
    dated = _date_each(tables, rows, days)
    lined = {one.report.id: one.written for one in dated if one.report.published_basis is PublishedBasis.DATELINE}
    return _date_each(tables, rows, days | lined) if any(days[name] != day for name, day in lined.items()) else dated


def _date_each(
    tables: Tables, rows: Mapping[str, tuple[DateMention, ...]], days: Mapping[str, date | None]
) -> list[_Dated]:
    """Each report dated; `days` are those known of the reports by themselves."""
    sections, known, result = _by_report(tables.sections), KnownDays(days.values()), []
    for report in tables.reports:
        own, case_day = rows.get(report.id, ()), None
        if report.published is None:
            case_day = known.midst(without=days[report.id])
        headed = head_day(report, own, sections.get(report.id, ()), case_day)
        result.append(_date_report(report, own, headed, case_day))
    return result


def _place(row: DateMention) -> tuple[int, int]:
    return row.start, row.end


def _date_report(report: Report, rows: tuple[DateMention, ...], headed: date | None, case_day: date | None) -> _Dated:
    written = headed or no_earlier_than_told(day_of(report.published), rows)
    if report.published is None and headed is not None:
        report = _published(report, headed, PublishedBasis.DATELINE)
    about, latest = written or year_anchor(rows, case_day), None
    if report.published is None:
        latest, written = latest_told(rows, about, case_day), inferred_day(rows, about, case_day)
        if written is not None:
            report = _published(report, written, PublishedBasis.INFERRED)
    reach = reach_of(rows, case_day, about) if written is None else None
    grounded = _grounded(rows, written, about, reach)
    return _Dated(report=report, rows=grounded, written=written, about=about, latest=latest)


def _published(report: Report, day: date, basis: PublishedBasis) -> Report:
    return msgspec.structs.replace(report, published=day.isoformat(), published_basis=basis)


def _past_days(dated: Iterable[_Dated]) -> Counter[date]:
    """The days that reports of a known day tell of as past, and how often."""
    days = (read_edtf(row.edtf) for one in dated if one.written for row in one.rows if tells_past(row))
    return Counter(day.first for day in days if day is not None and day.first == day.last)


def _placed(one: _Dated, story: Story) -> _Dated:
    """A report whose weekdays could date it, put in the week of the case that they fit, else after its own dates."""
    if one.report.published is not None or one.written is not None:
        return one
    written = placed_day(one.rows, one.latest, story) or following_day(one.rows, one.latest)
    if written is None:
        return one
    return _Dated(
        report=_published(one.report, written, PublishedBasis.INFERRED),
        rows=_grounded(one.rows, written, written),
        written=written,
        about=written,
    )


def _by_report(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.report, []).append(row)
    return grouped


def _grounded(
    rows: Sequence[DateMention], written: date | None, about: date | None, reach: int | None = None
) -> tuple[DateMention, ...]:
    """The rows of one report with their days, each counting from those before it where its words say so."""
    told: list[Stretch] = []
    result = []
    for row in rows:
        means = read_timex(row.timex or "PX")
        here = Anchors(written=written, about=about, reach=reach, told=tuple(told[-_REMEMBERED:]))
        stretch = ground_stretch(means, here)
        if stretch is not None:
            told.append(stretch)
        result.append(msgspec.structs.replace(row, edtf=ground(means, here)))
    return tuple(result)
