"""Which event mentions of a case speak of one act, whatever day, place or manner each gives it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from variorum.compare.incidents import TOLD
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import DateMention, EventMention
from variorum.model.terms import EventType, Polarity, Realis

_MONTH = timedelta(days=30)
_ARRIVE = "arrive"
DEATHS = frozenset({"kill", "assassinate", "execute"})
"""Acts by which somebody dies."""


def happened(mention: EventMention) -> bool:
    """Told as having happened, by the report or by a voice: not denied, planned or supposed."""
    return mention.polarity is Polarity.POSITIVE and mention.realis in (Realis.ACTUAL, Realis.ASSERTED)


def is_told(mention: EventMention) -> bool:
    """Told as having happened or as planned: neither denied nor supposed."""
    return mention.polarity is Polarity.POSITIVE and mention.realis in (Realis.ACTUAL, Realis.ASSERTED, Realis.PLANNED)


def same_acts(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> list[list[EventMention]]:
    """Mentions grouped by the act they tell of, members in order of report and text; a group inside another is left out.

    Mentions of one resolved event are a group; so are mentions of an act that is done once (a resignation, an emergency)
    by or to the same participant in the same country, of the beginning of a country's protests, and of a place's last one,
    even where their days differ: that is what makes a contradiction of days visible.
    """
    background = {event.id for event in view.tables.events if event.background}
    groups: dict[str, list[EventMention]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        if is_told(mention) and mention.event not in background:
            for key in _keys(mention, view, lexicon, homes):
                groups[key].append(mention)
    told = [part for key in sorted(groups) for part in split_by_time(groups[key], view)]
    return _without_inner([group for group in told if distinct_accounts(group) > 1])


def when_told(mention: EventMention, view: CaseView) -> date | None:
    """The first day of the mention's date, else the day its report was published; None where neither is known."""
    period = read_edtf(mention.date) or read_edtf(view.published.get(mention.report))
    return period.first if period else None


def split_by_time(mentions: Sequence[EventMention], view: CaseView) -> list[list[EventMention]]:
    """The mentions parted wherever a month passes without one, each part in order of report and text: what happens again a
    year later is another act. Mentions of unknown time go with the first part.
    """
    timed = sorted(mentions, key=lambda m: (when_told(m, view) or date.min, m.report, m.start, m.id))
    parts: list[list[EventMention]] = []
    last: date | None = None
    for mention in timed:
        told = when_told(mention, view)
        if not parts or (told and last and told - last > _MONTH):
            parts.append([])
        parts[-1].append(mention)
        last = told or last
    return [sorted(part, key=lambda m: (m.report, m.start, m.id)) for part in parts]


def one_time(left: EventMention, right: EventMention, view: CaseView) -> bool:
    """Whether two mentions lie within a month of each other, or the time of one is unknown: `split_by_time` of the two."""
    a, b = when_told(left, view), when_told(right, view)
    return a is None or b is None or abs(a - b) <= _MONTH


def _without_inner(groups: Sequence[list[EventMention]]) -> list[list[EventMention]]:
    """The groups that are not part of a larger or earlier one."""
    holders: dict[str, list[int]] = defaultdict(list)
    kept: list[list[EventMention]] = []
    for group in sorted(groups, key=lambda group: -len(group)):
        ids = {mention.id for mention in group}
        shared = [set(holders[name]) for name in ids]
        if not set.intersection(*shared):
            for name in ids:
                holders[name].append(len(kept))
            kept.append(group)
    return kept


def _keys(mention: EventMention, view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[str]:
    if mention.event:
        yield f"event|{mention.event}"
    country = country_of(mention, view, homes)
    if mention.type is EventType.PROTEST and mention.aspect == "begin" and mention.mode != "riot":
        yield f"begin|{country}"
    if over(mention) and mention.place_entity and mention.place_entity not in view.whole_countries:
        yield f"over|{mention.place_entity}"
    if mention.concept == _ARRIVE and not of_troops(mention):
        return
    if mention.concept in lexicon.by_country:
        yield f"country|{mention.type}|{mention.concept}|{country}"
    elif mention.concept in lexicon.once:
        for participant in _participants(mention, lexicon):
            yield f"once|{mention.type}|{mention.concept}|{participant}|{country}"


def of_troops(mention: EventMention) -> bool:
    """An army's people arrive in a country once; guards enter a building every day."""
    words = f" {(mention.actor or '').casefold()}"
    return any(f" {word}" in words for word in load_points().troops)


def _participants(mention: EventMention, lexicon: ComparisonLexicon) -> Iterable[str]:
    """Who marks the act as the same one: those it is done to where there are any, else those who do it."""
    if mention.concept in lexicon.by_pair:
        if mention.actor_entity and mention.recipient_entity:
            yield f"{mention.actor_entity}>{mention.recipient_entity}"
        return
    if mention.recipient_entity:
        yield f">{mention.recipient_entity}"
    elif mention.actor_entity:
        yield f"{mention.actor_entity}>"


def over(mention: EventMention) -> bool:
    """Tells that a protest came to its end: it ended, or those who took part went away."""
    if not happened(mention):
        return False
    ended = mention.type is EventType.PROTEST and mention.aspect == "end"
    return ended or (mention.type is EventType.RETREAT and mention.concept == "disperse")


def country_of(mention: EventMention, view: CaseView, homes: dict[str, str]) -> str:
    """The country of the mention's place, else the one its report is about."""
    return view.countries.get(mention.place_entity or "") or homes.get(mention.report, "")


def told_date(mention: EventMention, row: DateMention | None, text: str) -> str | None:
    """The date that the mention's own sentence gives; None for dates carried over from the text around it, and for the day of
    writing that opens it.
    """
    cut_off = row is not None and mention.sentence is not None and _leads_into(row, mention.sentence, text)
    return mention.date if cut_off or mention.date_basis in TOLD else None


def _leads_into(date: DateMention, sentence: Span, text: str) -> bool:
    """The date stands right before the sentence, which the parser cut off from what opens it ("On the evening of 5 May | …"): a
    day of writing is a bare date before a capital.
    """
    bare = not any(word.isalpha() and word.islower() for word in date.text.split())
    opens = (
        text[sentence.start : sentence.start + 1].islower() or not bare or "," in text[date.end : sentence.start + 1]
    )
    return 0 <= sentence.start - date.end <= 1 and opens


def told_place(mention: EventMention) -> str | None:
    """The place that the mention's own sentence gives, as entity or folded words."""
    if mention.place is None or mention.place_basis not in TOLD:
        return None
    return mention.place_entity or mention.place.casefold()


def distinct_accounts(mentions: Sequence[EventMention]) -> int:
    """How many accounts the mentions come from: a voice within a report counts apart from the report itself."""
    return len({(m.report, m.voice_entity or (m.voice or "").casefold()) for m in mentions})
