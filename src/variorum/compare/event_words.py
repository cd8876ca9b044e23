"""With which words is an act named in a question, and which words of a mention stand for its answer?"""

from collections.abc import Sequence

from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import ActPhrase, load_points
from variorum.model.base import Span
from variorum.model.tables import EventMention

_ROOM = 150
_BARE = 25
_FEW = 30
_MARKS = frozenset(',;:.!?()[]—–“”"\n')


def act_name(mentions: Sequence[EventMention], doer: bool = True, article: bool = False) -> str:
    """The act with those who do it and undergo it, from the mention that names most, the earliest of those: "the arrest of
    Ana Roca by soldiers"; without its doer where that is what is asked, and with its own article where `article` is wanted.
    """

    def fullness(mention: EventMention) -> tuple[int, int, str, int]:
        told = (mention.actor_name is not None) + (mention.recipient_name is not None)
        return (-told, len(mention.actor or "") + len(mention.recipient or ""), mention.report, mention.start)

    best = min(mentions, key=fullness)
    phrase = _phrase(best)
    words = phrase.noun if article else f"the {phrase.bare}"
    done_to = best.recipient_name or _told(best.recipient)
    by = (best.actor_name or _told(best.actor)) if doer else None
    if done_to == by:
        by = None
    words += f" {phrase.of} {done_to}" if done_to else ""
    words += f" {phrase.by} {by}" if by else ""
    return f"{words} in {best.place_name}" if best.place_name and not done_to and not by else words


def happened_words(mentions: Sequence[EventMention]) -> str:
    """The verb that says that the act came about: "took place", "was imposed"."""
    return _phrase(mentions[0]).happened


def there_was(mentions: Sequence[EventMention]) -> str:
    """That there was such an act, without a doer where none is named: "there were talks with the strikers"."""
    plural = _phrase(mentions[0]).happened.startswith("were")
    return f"there {'were' if plural else 'was'} {act_name(mentions, article=True)}"


def _told(party: str | None) -> str | None:
    """The words for a party that has no name, where they are few and tell something."""
    words = (party or "").casefold().split()
    return party if words and len(party or "") <= _FEW and words[0] not in load_points().vague else None


def _phrase(mention: EventMention) -> ActPhrase:
    known = load_points().phrases.get(mention.concept or "")
    return known or ActPhrase(noun=(mention.concept or mention.lemma or "act").replace("-", " "))


def joined(mention: EventMention, other: Span, view: CaseView) -> Span:
    """From the trigger to the other span, where that is short; else the mention's own words."""
    start, end = min(mention.trigger_start, other.start), max(mention.trigger_end, other.end)
    if end - start <= _ROOM:
        return Span(start=start, end=end)
    return short(mention, view)


def short(mention: EventMention, view: CaseView) -> Span:
    """The mention's words; where they are a bare noun the clause around it, where long the trigger and nearest argument."""
    length = mention.end - mention.start
    if length < _BARE and mention.sentence is not None:
        return clause(mention, view.texts[mention.report])
    if length <= _ROOM:
        return mention.span
    trigger = Span(start=mention.trigger_start, end=mention.trigger_end)
    near = [span for span in (mention.recipient_span, mention.actor_span) if span is not None]
    for span in near:
        start, end = min(trigger.start, span.start), max(trigger.end, span.end)
        if end - start <= _ROOM:
            return Span(start=start, end=end)
    return trigger


def clause(mention: EventMention, text: str) -> Span:
    """The words around the mention up to the next mark of punctuation on either side, within its sentence."""
    sentence = mention.sentence or mention.span
    start, end = mention.start, mention.end
    while start > sentence.start and text[start - 1] not in _MARKS and mention.start - start < _ROOM // 2:
        start -= 1
    while end < sentence.end and text[end] not in _MARKS and end - mention.end < _ROOM // 2:
        end += 1
    while start < mention.start and not (text[start].isalnum() and (start == 0 or not text[start - 1].isalnum())):
        start += 1
    while end > mention.end and not (text[end - 1].isalnum() and (end == len(text) or not text[end].isalnum())):
        end -= 1
    return Span(start=start, end=end)


def gravity(mentions: Sequence[EventMention], lexicon: ComparisonLexicon) -> float:
    """How much the act weighs for people."""
    return lexicon.act_gravity.get(mentions[0].type.value, 0.3)


def event_of(mentions: Sequence[EventMention]) -> str | None:
    """The event that all the mentions are of; None where there is none."""
    events = {mention.event for mention in mentions}
    return events.pop() if len(events) == 1 else None
