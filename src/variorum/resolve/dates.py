"""Which day do the date words of a case mean, and when was each report without a date written?

Years that were not said are filled in from the report's own date, then from dates the report says in full, then from
the case; relative words count from the report's own date or from the date told before them. What has nothing to rest
on stays unknown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import msgspec

from variorum.model.edtf import read_edtf
from variorum.model.tables import DateMention, Report, Section, Tables
from variorum.model.terms import DateBasis, PublishedBasis, SectionKind
from variorum.model.timex import TimexRange, Toward, read_timex
from variorum.resolve.date_grounding import Anchors, Stretch, ground, ground_stretch

_REMEMBERED = 40
_NEAR = 120
_HEAD = 500
Row = TypeVar("Row", DateMention, Section)


def resolve_dates(tables: Tables) -> Tables:
    """The tables with every date put on the calendar where something says how, and reports dated where they tell it.

    `dates.edtf` and `dates.basis` are set, `reports.published` and `published_basis` only where they were unknown.
    """
    rows = _by_report(tables.dates)
    sections = _by_report(tables.sections)
    case_day = _case_day(tables.reports, rows)
    reports, dates = [], []
    for report in tables.reports:
        own = sorted(rows.get(report.id, ()), key=lambda row: (row.start, row.end))
        headed = _head_day(report, own, sections.get(report.id, ()), case_day)
        dated = _dated(report, own, headed, case_day)
        reports.append(dated)
        written = headed or _day_of(dated.published)
        dates.extend(_grounded(own, Anchors(written=written, about=written or _own_day(own) or case_day)))
    order = {row.id: place for place, row in enumerate(tables.dates)}
    dates.sort(key=lambda row: order[row.id])
    return msgspec.structs.replace(tables, reports=tuple(reports), dates=tuple(dates))


def _by_report(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.report, []).append(row)
    return grouped

def _grounded(rows: Sequence[DateMention], anchors: Anchors) -> list[DateMention]:
    """The rows of one report with their days, each counting from those before it where its words say so."""
    told: list[Stretch] = []
    result = []
    for row in rows:
        means = read_timex(row.timex or "PX")
        here = Anchors(written=anchors.written, about=anchors.about, told=tuple(told[-_REMEMBERED:]))
        stretch = ground_stretch(means, here)
        if stretch is not None:
            told.append(stretch)
        result.append(msgspec.structs.replace(row, edtf=ground(means, here)))
    return result


def _day_of(edtf: str | None) -> date | None:
    period = read_edtf(edtf)
    return period.first if period is not None and period.first == period.last else None


# ------------------------------------------------------------------ the day a report was written


def _head_day(
    report: Report, rows: Sequence[DateMention], sections: Sequence[Section], case_day: date | None
) -> date | None:
    """The day in the report's own dateline, or in the date line a text without sections opens with; None without one.

    It outranks the date given for the report, which may be that of a later copy: "today" is the writer's today.
    """
    about = _day_of(report.published) or _own_day(rows) or case_day
    heads = [part for part in sections if part.kind in (SectionKind.DATELINE, SectionKind.BYLINE)]
    in_heads = [row for row in rows if any(part.start <= row.start < part.end for part in heads)]
    opening = [row for row in rows if row.basis is DateBasis.EXPLICIT and _opens(report.text, row)]
    return next(iter(_days([*in_heads, *opening], about)), None)


def _opens(text: str, row: DateMention) -> bool:
    """Whether a date said in full stands where a date line does: at the very start, or with its weekday in the head
    of the text with no preposition before it ("AFP Saturday 10 August 2013").
    """
    before = text[: row.start].split()
    if not before:
        return True
    weekday = read_timex(row.timex or "PX").first.weekday
    return weekday is not None and row.start < _HEAD and (before[-1].isupper() or before[-1][-1] in "|-–—:")


def _dated(report: Report, rows: Sequence[DateMention], headed: date | None, case_day: date | None) -> Report:
    """The report with the day it was written, from its dateline or from the days it tells of, marked as such."""
    if report.published is not None:
        return report
    if headed is not None:
        return msgspec.structs.replace(report, published=headed.isoformat(), published_basis=PublishedBasis.DATELINE)
    told = _inferred(rows, _own_day(rows) or case_day)
    if told is None:
        return report
    return msgspec.structs.replace(report, published=told.isoformat(), published_basis=PublishedBasis.INFERRED)


def _inferred(rows: Sequence[DateMention], about: date | None) -> date | None:
    """The earliest day on which the report can have been written: that of the latest thing it tells as past.

    A writer who says "today" does not call the same day by its date, so such a report is a day later at least.
    None where the latest day is far from all others of the case: then it is background.
    """
    past = [day for row in rows if _tells_past(row) for day in _days((row,), about)]
    if not past or about is None or abs((max(past) - about).days) > _NEAR:
        return None
    says_today = any(row.timex is not None and row.timex.startswith("P0D") and "@text" not in row.timex for row in rows)
    return max(past) + timedelta(days=1 if says_today else 0)


def _tells_past(row: DateMention) -> bool:
    piece = read_timex(row.timex or "PX").first
    return piece.toward in (Toward.LATEST, Toward.BEFORE) and not piece.in_text


def _days(rows: Iterable[DateMention], about: date | None) -> list[date]:
    """The single days that the rows say in full, or without a year near the day given."""
    stretches = [ground_stretch(_single(row), Anchors(written=None, about=about)) for row in rows]
    return [stretch.first for stretch in stretches if stretch is not None and stretch.days == 1]


def _single(row: DateMention) -> TimexRange:
    means = read_timex(row.timex or "PX")
    return TimexRange(first=means.last, last=means.last)


def _own_day(rows: Sequence[DateMention]) -> date | None:
    """The middle one of the days the report says in full within its latest such year; None where it says none."""
    days = sorted(_days(rows, None))
    latest = [day for day in days if day.year == days[-1].year]
    return latest[len(latest) // 2] if latest else None


def _case_day(reports: Sequence[Report], rows: Mapping[str, Sequence[DateMention]]) -> date | None:
    """A day in the midst of the case: the middle one of its reports' days in the year most of them have."""
    known = [_day_of(report.published) or _own_day(rows.get(report.id, ())) for report in reports]
    days = sorted(day for day in known if day is not None)
    if not days:
        return None
    years = Counter(day.year for day in days)
    year = max(years, key=lambda year: (years[year], year))
    inside = [day for day in days if day.year == year]
    return inside[len(inside) // 2]
