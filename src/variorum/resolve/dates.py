"""Which day do the date words of a case mean, and when was each report without a date written?

Years that were not said are filled in from the report's own date, then from dates the report says in full, then from
the case; relative words count from the report's own date or from the date told before them. What has nothing to rest
on stays unknown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

import msgspec

from variorum.model.edtf import read_edtf
from variorum.model.tables import DateMention, Report, Section, Tables
from variorum.model.terms import DateBasis, PublishedBasis, SectionKind
from variorum.model.timex import TimexRange, Toward, read_timex
from variorum.resolve.date_grounding import Anchors, Stretch, ground, ground_stretch

_REMEMBERED = 40
_NEAR = 31
_HEAD = 500
_LEAD = 300
_BACKGROUND = 200
_YEARS = 3 * 366
Row = TypeVar("Row", DateMention, Section)


def resolve_dates(tables: Tables) -> Tables:
    """The tables with every date put on the calendar where something says how, and reports dated where they tell it.

    `dates.edtf` and `dates.basis` are set, `reports.published` and `published_basis` only where they were unknown.
    """
    rows = _by_report(tables.dates)
    sections = _by_report(tables.sections)
    days = {report.id: _day_of(report.published) or _own_day(rows.get(report.id, ())) for report in tables.reports}
    reports, dates = [], []
    for report in tables.reports:
        case_day = None
        if report.published is None:
            case_day = _midst(day for other, day in days.items() if other != report.id)
        own = sorted(rows.get(report.id, ()), key=lambda row: (row.start, row.end))
        headed = _head_day(report, own, sections.get(report.id, ()), case_day)
        dated = _dated(report, own, headed, case_day)
        reports.append(dated)
        written = headed or _no_earlier_than_told(_day_of(dated.published), own)
        dates.extend(_grounded(own, Anchors(written=written, about=written or _about(own, case_day))))
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
    about = _day_of(report.published) or _about(rows, case_day)
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
    told = _inferred(rows, _about(rows, case_day), case_day)
    if told is None:
        return report
    return msgspec.structs.replace(report, published=told.isoformat(), published_basis=PublishedBasis.INFERRED)


def _no_earlier_than_told(given: date | None, rows: Sequence[DateMention]) -> date | None:
    """The day given for the report, or the latest day that it tells in full as past where that is later."""
    if given is None:
        return None
    full = [row for row in rows if row.basis is DateBasis.EXPLICIT and _tells_past(row)]
    return max([given, *(day for day in _days(full, None) if (day - given).days <= _YEARS)])


def _inferred(rows: Sequence[DateMention], about: date | None, case_day: date | None) -> date | None:
    """The earliest day on which the report can have been written: that of the latest thing it tells as past.

    A report that opens with a weekday was written on that day or later, though it tells older days by their date.
    A writer who says "today" does not call the same day by its date, so such a report is a day later at least.
    Days said with a year count only near the others of the case: writers give the year of what is long past.
    """
    past = [row for row in rows if _tells_past(row)]
    days = _days([row for row in past if row.basis is DateBasis.COMPLETED], about)
    full = _days([row for row in past if row.basis is DateBasis.EXPLICIT], about)
    known = [*days, case_day]
    days += [day for day in full if any(other and abs((day - other).days) <= _NEAR for other in known)]
    if not days:
        return None
    latest = _weekday_of_lead(rows, max(days))
    says_today = any(row.timex is not None and row.timex.startswith("P0D") and "@text" not in row.timex for row in rows)
    return latest + timedelta(days=1 if says_today else 0)


def _weekday_of_lead(rows: Sequence[DateMention], latest: date) -> date:
    """The news a report opens with is its newest: a weekday in its lead is the first such day from the latest told."""
    lead = rows[0]
    piece = read_timex(lead.timex or "PX").first
    if lead.start >= _LEAD or piece.toward is not Toward.LATEST or not piece.value.startswith("XXXX-WXX-"):
        return latest
    told = ground_stretch(read_timex(f"{piece.value}>"), Anchors(written=latest, about=None))
    return told.first if told else latest


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


def _about(rows: Sequence[DateMention], case_day: date | None) -> date | None:
    """A day near which the report's days without a year lie: among those it says in full, unless they are background."""
    own = _own_day(rows)
    if own is None or case_day is None:
        return own or case_day
    return own if abs((own - case_day).days) <= _BACKGROUND else case_day


def _midst(days: Iterable[date | None]) -> date | None:
    """The middle one of the days known in the year that most of them have, the later of equals; None for none."""
    known = sorted(day for day in days if day is not None)
    years = Counter(day.year for day in known)
    year = max(years, key=lambda year: (years[year], year), default=None)
    inside = [day for day in known if day.year == year]
    return inside[len(inside) // 2] if inside else None
