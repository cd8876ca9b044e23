"""When was a report written, if it says so in its dateline, or lets it be seen from the days it tells of?"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.sections import SectionLexicon
from variorum.model.edtf import read_edtf
from variorum.model.tables import DateMention, Report, Section
from variorum.model.terms import DateBasis, SectionKind
from variorum.model.timex import Timex, TimexRange, Toward, read_timex
from variorum.resolve.date_grounding import Anchors, ground_stretch
from variorum.resolve.date_middle import STORY, Story

_NEAR = 31
"""Days from the others of a case within which a day said with its year is news, not background."""
_BACKGROUND = 200
"""Days from the others of a case beyond which the days a report says in full are background."""
_HEAD = 500
"""Characters from its start within which a report's date line stands."""
_LINE = 90
"""Characters before the date in a line that ends with it."""
_TOWN = 30
"""Characters of a town before the date in a line."""
_PLAIN = frozenset({"on", "at", "from", "the", "of", "last"})
"""Words of date lines that open other sentences, too."""
_LATER_COPY = 3 * 366
"""Days by which a day told may lie after the day given for a report before it is held for a slip."""
_SOON = 3
"""Days after the latest day told by its date in which a weekday is rather the next than the last of its name."""
_ROUND = 11
"""Years after which a day of a month has fallen on every weekday, nearly always."""
_BESIDE = 60
"""Days from a day said in full within which a day without a year can lie in the year nearest to it."""
_ENOUGH = 3
"""Times that other reports must tell of the days on which a report's weekdays are said to fall."""


def day_of(edtf: str | None) -> date | None:
    """The day that the EDTF or timestamp names; None where it names more than a day, or nothing."""
    period = read_edtf(edtf) or read_edtf((edtf or "")[:10])
    return period.first if period is not None and period.first == period.last else None


def head_day(
    report: Report, rows: Sequence[DateMention], sections: Sequence[Section], case_day: date | None
) -> date | None:
    """The day in the report's own dateline, or in the date line a text without sections opens with; None without one.

    It outranks the date given for the report, which may be that of a later copy: "today" is the writer's today.
    """
    about = day_of(report.published) or year_anchor(rows, case_day)
    heads = [part for part in sections if part.kind in (SectionKind.DATELINE, SectionKind.BYLINE)]
    in_heads = [row for row in rows if any(part.start <= row.start < part.end for part in heads)]
    opening = [row for row in rows if row.basis is DateBasis.EXPLICIT and _opens(report.text, row)]
    return next(iter(_days([*in_heads, *opening], about)), None)


def _opens(text: str, row: DateMention) -> bool:
    """Whether a date said in full stands where a date line does: at the very start, or with its weekday in the head
    of the text with no preposition before it ("AFP Saturday 10 August 2013"), a new line or sentence after it; or in a
    line of the head that says so ("Published on 17 March 2019 in …"), ends with it or opens with a town and it ("Lima, 17
    March 2019.").
    """
    if row.start < _HEAD and _is_date_line(text, row):
        return True
    following = text[row.end :].lstrip(" \t\u00a0")[:1]
    if following and not (following.isupper() or following.isdigit() or following in "\r\n|-–—("):
        return False
    before = text[: row.start].split()
    if not before:
        return True
    weekday = _meaning(row).first.weekday
    return weekday is not None and row.start < _HEAD and (before[-1].isupper() or before[-1][-1] in "|-–—:")


def _is_date_line(text: str, row: DateMention) -> bool:
    first = text.rfind("\n", 0, row.start) + 1
    before, behind = text[first : row.start].strip(), text[row.end :].partition("\n")[0].strip()
    words = re.findall(r"\w+", before.casefold())
    says_so = bool(words) and set(words) <= _date_line_words() and words[0] not in _PLAIN
    ends = before.endswith((",", ".", "-", "–", "—", "|", ":")) and len(before) <= _LINE and behind in ("", ".")
    town = (
        before.endswith(",") and len(before) <= _TOWN and all(w[0].isupper() for w in before.replace(",", " ").split())
    )
    return says_so or ends or (town and behind.startswith(("(", ".", "-", "–", "—", "/")))


@cache
def _date_line_words() -> frozenset[str]:
    return frozenset(read_lexicon("sections", SectionLexicon).dateline_words)


def no_earlier_than_told(given: date | None, rows: Sequence[DateMention]) -> date | None:
    """The day given for the report, or the latest day that it tells in full as past where that is later."""
    if given is None:
        return None
    full = [row for row in rows if row.basis is DateBasis.EXPLICIT and tells_past(row)]
    return max([given, *(day for day in _days(full, None) if (day - given).days <= _LATER_COPY)])


def inferred_day(rows: Sequence[DateMention], about: date | None, case_day: date | None) -> date | None:
    """The earliest day on which the report can have been written: that of the latest thing it tells as past.

    News gives the date of what is older and the weekday of what is new: a weekday told as past that comes soon after
    the latest day told by its date is the next of its name. A writer who says "today" does not call the same day by
    its date, so such a report is a day later at least. A report that also names weekdays, none of them that of its
    latest day, may be weeks later: None, as without any day.
    """
    latest = latest_told(rows, about, case_day)
    if latest is None:
        return None
    ahead = _days_ahead(rows, latest)
    if ahead and 0 not in ahead:
        return None
    soon = max((days for days in ahead if days <= _SOON), default=0)
    says_today = any(_meaning(row).first.value == "P0D" and not _meaning(row).first.in_text for row in rows)
    return latest + timedelta(days=soon or (1 if says_today else 0))


def following_day(rows: Sequence[DateMention], latest: date | None) -> date | None:
    """The last of the weekdays told as past, where all of them come soon after the latest day told by its date.

    Either the next day must be among them, or the latest day be told with its weekday: then the story goes on
    without a gap. Else None: the dated days may be weeks back.
    """
    ahead = _days_ahead(rows, latest) if latest is not None else []
    if latest is None or not ahead or ahead[-1] > _SOON:
        return None
    named = any(_meaning(row).first.weekday == latest.isoweekday() for row in rows if tells_past(row))
    return latest + timedelta(days=ahead[-1]) if named or ahead[0] <= 1 else None


def _days_ahead(rows: Sequence[DateMention], day: date) -> list[int]:
    """How many days after the day the next weekday of each name told as past comes, in order, 0 for the day's own."""
    return sorted((weekday - day.isoweekday()) % 7 for weekday in _past_weekdays(rows))


def latest_told(rows: Sequence[DateMention], about: date | None, case_day: date | None) -> date | None:
    """The latest day told as past by its date; None where there is none.

    Days said with a year count only near the others of the case: writers give the year of what is long past.
    """
    past = [row for row in rows if tells_past(row)]
    reach = reach_of(rows, case_day, about)
    days = _days([row for row in past if row.basis is DateBasis.COMPLETED], about, reach)
    full = _days([row for row in past if row.basis is DateBasis.EXPLICIT], about)
    near = [day for day in full if case_day is not None and abs((day - case_day).days) <= _NEAR]
    return max([*days, *near], default=None)


def placed_day(rows: Sequence[DateMention], earliest: date | None, story: Story) -> date | None:
    """The first day, from the earliest on, on which a report that names weekdays fits the days its case tells of.

    Each weekday told as past is the last one before the day tried; the day counts how often the other reports tell
    of those days. The middle of the case bounds the days tried. Two weekdays must be days told of, one where the
    earliest day is known, and no other week may fit half as well: else None.
    """
    weekdays = _past_weekdays(rows)
    middle = story.middle if weekdays else None
    if middle is None:
        return None
    tried = [middle + timedelta(days=offset) for offset in range(-STORY, STORY + 1)]
    tried = [day for day in tried if day.isoweekday() in weekdays and (earliest is None or day >= earliest)]
    fits = {day: [story.counts.get(_last(weekday, day), 0) for weekday in weekdays] for day in tried}
    best = max(tried, key=lambda day: (sum(fits[day]), -day.toordinal()), default=None)
    if best is None or sum(fits[best]) < _ENOUGH or sum(count > 0 for count in fits[best]) < (1 if earliest else 2):
        return None
    rivals = [sum(fits[day]) for day in tried if abs((day - best).days) >= 7]
    return best if 2 * max(rivals, default=0) <= sum(fits[best]) else None


def _last(weekday: int, day: date) -> date:
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def _past_weekdays(rows: Sequence[DateMention]) -> list[int]:
    return sorted({day for row in rows if (day := _past_weekday(_meaning(row).first)) is not None})


def _past_weekday(piece: Timex) -> int | None:
    past = piece.toward is Toward.LATEST and piece.value.startswith("XXXX-WXX-") and piece.value[-1].isdigit()
    return int(piece.value[-1]) if past else None


def tells_past(row: DateMention) -> bool:
    """Whether the row's words tell of what is behind the writer, counted from the writing or said by its date."""
    piece = _meaning(row).first
    return piece.toward in (Toward.LATEST, Toward.BEFORE) and not piece.in_text


def day_said_in_full(rows: Sequence[DateMention]) -> date | None:
    """The middle one of the days the report says in full within its latest such year.

    None where it says none, or names a later year besides: then its full days are background.
    """
    days = sorted(_days(rows, None))
    if not days or _latest_year(rows) > days[-1].year:
        return None
    latest = [day for day in days if day.year == days[-1].year]
    return latest[len(latest) // 2]


def _latest_year(rows: Sequence[DateMention]) -> int:
    values = (_meaning(row).first for row in rows if row.basis is DateBasis.EXPLICIT)
    return max((int(piece.value[:4].replace("X", "0")) for piece in values), default=0)


def year_anchor(rows: Sequence[DateMention], case_day: date | None) -> date | None:
    """A day near which a report's days without a year lie: among those it says in full, unless they are background.

    A day said with its weekday but no year settles the year, where it falls on that weekday near the anchor or, the
    days said in full being background, in a year after it.
    """
    own = day_said_in_full(rows)
    anchor = own or case_day
    if own is not None and case_day is not None and abs((own - case_day).days) > _BACKGROUND:
        anchor = case_day
    return _by_weekday(rows, anchor) if anchor is not None else None


def _by_weekday(rows: Sequence[DateMention], anchor: date) -> date:
    """The anchor, or the first day from it on that a weekday and a day of a month without year agree on."""
    checked = [piece for row in rows if (piece := _meaning(row).first).weekday and piece.value.startswith("XXXX-")]
    fitting = [[day for day in _same_days(piece, anchor) if day.isoweekday() == piece.weekday] for piece in checked]
    if not fitting or any(abs((day - anchor).days) <= _BACKGROUND for days in fitting for day in days):
        return anchor
    later = [days[0] for days in fitting if days and days[0] > anchor]
    return max(later, default=anchor)


def _same_days(piece: Timex, anchor: date) -> list[date]:
    """The day of the month in the year before the anchor's and in those after, until each weekday has come round."""
    days = (
        day_of(f"{year:04d}{piece.value[4:]}") for year in range(anchor.year - 1, min(anchor.year + _ROUND, 9999) + 1)
    )
    return [day for day in days if day is not None]


def reach_of(rows: Sequence[DateMention], case_day: date | None, about: date | None) -> int | None:
    """Days around `about` within which a day without a year can lie, where nothing but the report's own days said in
    full gives the year: they may all be background. None: no such limit.
    """
    return _BESIDE if case_day is None and about is not None and about == day_said_in_full(rows) else None


def _days(rows: Iterable[DateMention], about: date | None, reach: int | None = None) -> list[date]:
    """The single days that the rows say in full, or without a year within reach of the day given; of a range the last."""
    ends, anchors = [_meaning(row).last for row in rows], Anchors(written=None, about=about, reach=reach)
    stretches = [ground_stretch(TimexRange(first=end, last=end), anchors) for end in ends]
    return [stretch.first for stretch in stretches if stretch is not None and stretch.days == 1]


def _meaning(row: DateMention) -> TimexRange:
    return read_timex(row.timex or "PX")
