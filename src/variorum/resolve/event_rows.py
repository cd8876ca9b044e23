"""What does a group of mentions say of its event, account by account?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from variorum.model.edtf import sort_key
from variorum.model.ids import group_id
from variorum.model.tables import Event, EventMention
from variorum.resolve.event_matching import Match, all_reasons
from variorum.resolve.event_profiles import Profile


@dataclass
class Group:
    """Mentions of one event while it is being put together, and why each but the first joined."""

    members: list[Profile]
    reasons: list[Match]


def event_row(group: Group, published: Mapping[str, str]) -> Event:
    """The event: the class, mode, date and place of most reports (ties: the finer date, then spelling), all values kept."""
    mentions = sorted(
        (member.mention for member in group.members if not member.figure),
        key=lambda row: (row.report, row.trigger_start, row.id),
    )
    dates = _by_reports((row.date, row.report) for row in mentions)
    places = _by_reports((row.place_name, row.report) for row in mentions)
    kinds = _by_reports((row.type.value, row.report) for row in mentions)
    concepts = _by_reports((row.concept, row.report) for row in mentions if row.type == kinds[0])
    modes = _by_reports((row.mode, row.report) for row in mentions if row.type == kinds[0])
    return Event(
        id=group_id("events", ((published.get(row.report, ""), row.id) for row in mentions)),
        type=next(row.type for row in mentions if row.type == kinds[0]),
        mode=modes[0] if modes else None,
        date=_date(mentions),
        dates=tuple(sorted(dates, key=sort_key)),
        place_name=places[0] if places else None,
        places=tuple(sorted(places)),
        actors=_names((row.actor_name, row.actor, row.report) for row in mentions),
        recipients=_names((row.recipient_name, row.recipient, row.report) for row in mentions),
        mentions=tuple(row.id for row in mentions),
        reports=tuple(dict.fromkeys(row.report for row in mentions)),
        independent_low=1,
        independent_high=len({row.report for row in mentions}),
        concept=concepts[0] if concepts else None,
        background=any(member.background for member in group.members),
        reasons=all_reasons(group.reasons),
    )


def _by_reports(values: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """The values, those of most reports first, then by spelling; None left out."""
    reports: dict[str, set[str]] = defaultdict(set)
    for value, report in values:
        if value is not None:
            reports[value].add(report)
    return tuple(sorted(reports, key=lambda value: (-len(reports[value]), value)))


def _date(mentions: Iterable[EventMention]) -> str | None:
    """The date most reports give; of equals the finer, then the earlier."""
    counted: Counter[str] = Counter(value for value, _ in {(row.date, row.report) for row in mentions if row.date})
    if not counted:
        return None
    return min(counted, key=lambda value: (-counted[value], sort_key(value).length, sort_key(value)))


def _names(values: Iterable[tuple[str | None, str | None, str]]) -> tuple[str, ...]:
    """Canonical names, else the report's words, those of most reports first."""
    return _by_reports((name or text, report) for name, text, report in values)
