"""Which mentions, within and across reports, tell of one event?"""

from msgspec.structs import replace

from variorum.lexicon.events import load_event_kinds
from variorum.model.memory import Memory
from variorum.model.tables import Tables
from variorum.resolve.decided import decided_groups
from variorum.resolve.event_crowds import Crowds
from variorum.resolve.event_grouping import Comparing, Grouping
from variorum.resolve.event_matching import Matcher
from variorum.resolve.event_profiles import Profile, Profiles
from variorum.resolve.event_rows import event_row
from variorum.resolve.event_tellings import find_tellings, loose_counts
from variorum.resolve.report_likeness import Likeness


def resolve_events(tables: Tables, memory: Memory | None = None) -> Tables:
    """The tables with `events` filled and every event mention, and every figure told with one, given its event.

    The mentions of one report that tell of one event are its telling. Tellings join the group that speaks for them most, if
    enough does and no member forbids it, those that say most of day and place first; else they open a group of their own.
    The order of files plays no part. What the memory holds of an earlier build is not compared again.
    """
    kinds = load_event_kinds()
    likeness = Likeness(tables.reports, kinds.plain)
    profiles, matcher = Profiles(tables, kinds, likeness), Matcher(kinds, likeness)
    told = [profiles.of(mention) for mention in tables.event_mentions]
    told += [profiles.of_figure(figure, concept) for figure, concept in loose_counts(tables, kinds.adds)]
    tellings = sorted(find_tellings(told, matcher), key=lambda telling: _certainty(telling.whole))
    crowds = Crowds((telling.whole for telling in tellings), matcher)
    comparing = Comparing(Matcher(kinds, likeness, crowds), likeness, crowds, memory or Memory())
    joined = Grouping(comparing, likeness).of(tellings)
    groups, decisions = decided_groups(joined, tables.decisions)
    published = {report.id: report.published or "" for report in tables.reports}
    named = [group for group in groups if any(not member.figure for member in group.members)]
    rows = [event_row(group, published) for group in named]
    owner = {member.mention.id: row.id for group, row in zip(named, rows, strict=True) for member in group.members}
    return replace(
        tables,
        decisions=decisions,
        events=tuple(sorted(rows, key=lambda event: event.id)),
        event_mentions=tuple(replace(row, event=owner.get(row.id)) for row in tables.event_mentions),
        figures=tuple(
            replace(row, event=owner.get(row.event_mention or "") or owner.get(row.id, row.event))
            for row in tables.figures
        ),
    )


def _certainty(profile: Profile) -> tuple[int, tuple[str, str, int, str]]:
    """Orders tellings by how much they say, so that groups form around those with day and place; then by publication."""
    said = 2 * (profile.when is not None and profile.firm_date) + (profile.where is not None and profile.firm_place)
    return (-said, profile.rank)
