"""Who killed somebody, as the accounts have it?"""

from collections import defaultdict
from collections.abc import Iterator

from variorum.compare.event_groups import DEATHS, happened
from variorum.compare.event_words import short
from variorum.compare.first_doers import Beginner, compare_beginners
from variorum.compare.first_words import country_in
from variorum.compare.populations import PEOPLE, population_of
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.tables import EventMention
from variorum.model.terms import EntityType, PointKind


def killer_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Of each person by name whom two accounts say that somebody killed, who did, where they do not name the same."""
    known = {population.name for population in lexicon.populations} - {PEOPLE}
    told: dict[str, list[Answer[Beginner]]] = defaultdict(list)
    for mention in view.tables.event_mentions:
        victim = mention.recipient_entity or ""
        if mention.concept not in DEATHS or victim not in view.persons or not happened(mention):
            continue
        if mention.actor and mention.actor_entity != victim and mention.actor.casefold() not in load_points().vague:
            told[victim].append(_answer(mention, view, lexicon, known))
    for victim in sorted(told):
        answers, name = told[victim], view.names.get(victim, victim)
        accounts = {(a.reading.report, a.reading.voice) for a in answers}
        if len(accounts) > 1 and len({a.value.entity or a.value.words for a in answers}) > 1 and name != name.lower():
            yield Question(
                kind=PointKind.WHO,
                topic=f"who killed {name}",
                answers=tuple(answers),
                compare=lambda left, right: compare_beginners(left.value, right.value, "killed them"),
                key=f"killer|{victim}",
                gravity=0.85,
            )


def _answer(mention: EventMention, view: CaseView, lexicon: ComparisonLexicon, known: set[str]) -> Answer[Beginner]:
    words, entity = mention.actor or "", mention.actor_entity
    kind = population_of(words, lexicon)
    value = Beginner(
        words=words,
        entity=entity,
        body=view.kinds.get(entity or "") is EntityType.ORGANIZATION,
        country=country_in(words),
        kind=kind if kind in known else None,
        told=view.published.get(mention.report),
    )
    return Answer(reading_of(view, mention, short(mention, view), mention.actor_name or words, mention.date), value)
