"""What does a bare number count that answers a question ("How many pilots died? – Twelve")?"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.annotate.page import Page
from variorum.model.base import Span
from variorum.model.tables import EventMention, Figure, Section, Tables
from variorum.model.terms import EventType, Measure, SectionKind

_ASKED = re.compile(r"\bhow many (?:[\w’'-]+ ){0,3}?[\w’'-]+", re.IGNORECASE)
_HARM = {"kill": Measure.KILLED, "injure": Measure.INJURED, "arrest": Measure.ARRESTED, "detain": Measure.ARRESTED}


def with_answers(page: Page, found: Tables, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures, those bare numbers that open the answer to a question of how many given what it asks of; the others as they
    are.
    """
    meant = {figure.id: told for figure, told in _answers(page, found, figures)}
    return tuple(meant.get(figure.id, figure) for figure in figures)


def _answers(page: Page, found: Tables, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    for asked, answer in zip(page.sections, page.sections[1:], strict=False):
        if asked.kind is not SectionKind.QUESTION or answer.kind is not SectionKind.BODY:
            continue
        first = next((s for s in page.sentences() if answer.start <= s.start_char < answer.end), None)
        mention = _asked_of(asked, found.event_mentions)
        if first is None or mention is None:
            continue
        bare = [row for row in figures if first.start_char <= row.start and row.end <= first.end_char]
        if len(bare) == 1 and bare[0].measure is Measure.OTHER and bare[0].unit is None:
            measure = _measured(mention)
            if measure is not None:
                yield (
                    bare[0],
                    replace(
                        bare[0],
                        measure=measure,
                        unit="person",
                        subject=_counted(mention, page),
                        subject_span=_span(mention),
                        event_mention=mention.id,
                    ),
                )


def _asked_of(asked: Section, mentions: Sequence[EventMention]) -> EventMention | None:
    """The event of which the question asks how many: one whose doer or object opens with the words."""
    for mention in mentions:
        span = _span(mention)
        if span is None or not asked.start <= mention.start < asked.end:
            continue
        if _ASKED.match(asked.text, span.start - asked.start):
            return mention
    return None


def _span(mention: EventMention) -> Span | None:
    return mention.recipient_span or mention.actor_span


def _measured(mention: EventMention) -> Measure | None:
    if mention.type is EventType.PROTEST:
        return Measure.PARTICIPANTS
    return _HARM.get(mention.concept or "")


def _counted(mention: EventMention, page: Page) -> str | None:
    """Whom the question asks for, without "how many"."""
    span = _span(mention)
    words = page.quote(span).split()[2:] if span is not None else []
    return " ".join(words) or None
