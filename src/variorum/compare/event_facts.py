"""Did it happen at all: which accounts deny an act that others state?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.compare.event_denials import Stated
from variorum.compare.event_groups import country_of
from variorum.compare.event_values import Fact, compare_facts
from variorum.compare.event_words import clause, short, there_was
from variorum.compare.event_words import gravity as gravity_of
from variorum.compare.incidents import TOLD
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.tables import EventMention
from variorum.model.terms import PointKind


def fact_questions(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """Whether it happened: mentions that deny an act against those that state it, of the same doer or object if any is named."""
    told: dict[tuple[str, str], list[EventMention]] = defaultdict(list)
    by_id: dict[str, EventMention] = {}
    for mention in view.tables.event_mentions:
        if mention.concept:
            told[(mention.concept, country_of(mention, view, homes))].append(mention)
    for key in sorted(told):
        denials = [m for m in told[key] if Fact(m.polarity, m.realis).denied and not _aside(m, view, lexicon)]
        stated = Stated((m for m in told[key] if Fact(m.polarity, m.realis).stated), view)
        told_against: dict[tuple[str, ...], list[EventMention]] = defaultdict(list)
        for denial in denials:
            common = denial.concept not in lexicon.by_country
            against = [
                m
                for m in stated.beside(denial, common)
                if _at_place(denial, m, view) and not (common and view.incidents.crowded and _of_two(denial, m))
            ]
            told_against[tuple(m.id for m in against)].append(denial)
            by_id.update({m.id: m for m in against})
        for names, same in told_against.items():
            against = [by_id[name] for name in names]
            if any((m.report, m.voice) != (denial.report, denial.voice) for m in against for denial in same):
                yield _fact_question(same, against, view, lexicon)


def _aside(mention: EventMention, view: CaseView, lexicon: ComparisonLexicon) -> bool:
    """A person's coming or going, which is a question of whereabouts; what one did to oneself, which is one of manner; what
    one will not do, which denies nothing.
    """
    told = clause(mention, view.texts[mention.report])
    words = f" {view.texts[mention.report][told.start : told.end].casefold()} "
    if any(refusal in words for refusal in load_points().refusals):
        return True
    to_oneself = mention.actor_entity is not None and mention.actor_entity == mention.recipient_entity
    return to_oneself or (mention.concept in lexicon.moves and mention.actor_entity in view.persons)


def _of_two(denial: EventMention, other: EventMention) -> bool:
    """Where there are many deeds of a kind: not known to be one event, and not told of one day and place."""
    if denial.event is not None and denial.event == other.event:
        return False
    same_day = denial.date is not None and denial.date == other.date
    return not (same_day and denial.place_entity is not None and denial.place_entity == other.place_entity)


def _at_place(denial: EventMention, other: EventMention, view: CaseView) -> bool:
    """The denial speaks of the whole country or names no place itself, or both name one place."""
    where = denial.place_entity if denial.place_basis in TOLD else None
    return where is None or where in view.whole_countries or where == other.place_entity


def _fact_question(
    denials: Sequence[EventMention], against: Sequence[EventMention], view: CaseView, lexicon: ComparisonLexicon
) -> AnyQuestion:
    """Denials of the same acts are answers to one question."""
    told = [*denials, *against]
    return Question(
        kind=PointKind.STATEMENT,
        topic=f"whether {there_was(told)}",
        answers=tuple(
            Answer(
                reading_of(
                    view, m, short(m, view), "denied" if Fact(m.polarity, m.realis).denied else "stated", m.date
                ),
                Fact(m.polarity, m.realis, m.date),
            )
            for m in told
        ),
        compare=lambda left, right: compare_facts(left.value, right.value),
        key=f"whether|{denials[0].concept}|{denials[0].id}",
        gravity=gravity_of(told, lexicon),
    )
