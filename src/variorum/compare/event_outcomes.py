"""In what manner did one come to an outcome: resigned or dismissed, arrested or abducted?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from variorum.compare.deaths_told import deaths_told
from variorum.compare.event_groups import country_of, happened
from variorum.compare.event_values import Manner, compare_manners
from variorum.compare.event_words import clause, short
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.whereabouts import own_words
from variorum.lexicon.comparison import ComparisonLexicon, ManneredAct, Outcome, ToldStanding
from variorum.lexicon.points import load_points
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import EventMention, Role
from variorum.model.terms import PointKind, RoleKind

_MONTHS = timedelta(days=60)


def outcome_questions(view: CaseView, lexicon: ComparisonLexicon, homes: dict[str, str]) -> Iterator[AnyQuestion]:
    """The manner in which one came to an outcome: resigned or dismissed, arrested or abducted."""
    for outcome in lexicon.outcomes:
        told: dict[tuple[str, str], list[Answer[Manner]]] = defaultdict(list)
        names: dict[tuple[str, str], str] = {}
        for mention in view.tables.event_mentions:
            if not happened(mention):
                continue
            manner = next((one for one in outcome.manners if _fits(one, mention, view)), None)
            who = _undergoer(mention, manner.undergoer) if manner else None
            if manner is None or who is None or (outcome.persons and not _is_named(who, view)):
                continue
            key = (who[0], "" if who[0] in view.persons else country_of(mention, view, homes))
            names.setdefault(key, who[1])
            told[key].append(_answer(mention, manner, outcome, view))
        for mention, claim, manner in deaths_told(outcome, view) if outcome.persons else ():
            key = (mention.recipient_entity or "", "")
            names.setdefault(key, mention.recipient_name or "")
            value = Manner(says=manner.says, exclusive=outcome.exclusive, date=mention.date, event=mention.event)
            told[key].append(Answer(reading_of(view, claim, claim.span, manner.says, mention.date), value))
        for role, standing in _standings(outcome, view):
            key = (role.holder_entity or "", "")
            if key in told or standing not in outcome.lasting:
                names.setdefault(key, role.holder_name or role.holder)
                told[key].append(_standing_answer(role, standing, outcome, view))
        for key in sorted(told):
            yield from _outcome_question(outcome, names[key], key, told[key], view)


def _standings(outcome: Outcome, view: CaseView) -> Iterator[tuple[Role, str]]:
    """Statements of offices that tell the manner, those that one is still in office last; what is called false tells none."""
    found = []
    for role in view.tables.roles if outcome.standings else ():
        if role.kind is not RoleKind.OFFICE or role.holder_entity not in view.persons:
            continue
        words = f" {role.text.casefold()}"
        says = next((one.says for one in outcome.standings if _tells(one, role, words, outcome)), None)
        if says is not None and not any(f" {sign}" in words for sign in load_points().false_news):
            found.append((role, says))
    yield from sorted(found, key=lambda one: one[1] in outcome.lasting)


def _tells(standing: ToldStanding, role: Role, words: str, outcome: Outcome) -> bool:
    """Who remains in one office may have left another: that counts where no office is named ("remains at her post"); what one
    has been "since stepping down" tells when, and of another office.
    """
    if standing.says in outcome.lasting and not role.value.casefold().endswith(load_points().posts):
        return False
    told = role.status is standing.status and any(f" {word}" in words for word in standing.words)
    return told and " since " not in words


def _standing_answer(role: Role, says: str, outcome: Outcome, view: CaseView) -> Answer[Manner]:
    lasts, published = says in outcome.lasting, view.published.get(role.report)
    date = None if lasts else role.date
    value = Manner(
        says=says, exclusive=outcome.exclusive, date=date, until=published if lasts else None, told=published
    )
    return Answer(reading_of(view, role, own_words(role), says, date), value)


def _fits(manner: ManneredAct, mention: EventMention, view: CaseView) -> bool:
    if mention.concept not in manner.concepts or _undergoer(mention, manner.undergoer) is None:
        return False
    told = clause(mention, view.texts[mention.report])
    words = f" {view.texts[mention.report][told.start : told.end].casefold()}"
    return not manner.words or any(f" {word}" in words for word in manner.words)


def _answer(mention: EventMention, manner: ManneredAct, outcome: Outcome, view: CaseView) -> Answer[Manner]:
    lasts, published = manner.says in outcome.lasting, view.published.get(mention.report)
    date = None if lasts else mention.date
    value = Manner(
        says=manner.says,
        exclusive=outcome.exclusive,
        date=date,
        event=mention.event,
        until=published if lasts else None,
        told=published,
    )
    return Answer(reading_of(view, mention, short(mention, view), manner.says, date), value)


def _outcome_question(
    outcome: Outcome, name: str, key: tuple[str, str], answers: Sequence[Answer[Manner]], view: CaseView
) -> Iterator[AnyQuestion]:
    """A person may leave several offices: of a person, dated accounts are compared, and those that different reports give
    of one event; a government leaves once.
    """
    for told in _of_one_leaving(answers) if key[0] in view.persons and not outcome.once else [list(answers)]:
        if len({(a.reading.report, a.reading.voice) for a in told}) > 1:
            yield Question(
                kind=PointKind.MANNER,
                topic=outcome.topic.format(who=name),
                answers=tuple(told),
                compare=lambda left, right: compare_manners(left.value, right.value),
                key=f"{outcome.name}|{key[0]}|{key[1]}",
                gravity=outcome.gravity,
            )


def _of_one_leaving(answers: Sequence[Answer[Manner]]) -> list[list[Answer[Manner]]]:
    """The dated answers; where fewer than two accounts date theirs, those of each event that two accounts or more tell of,
    unless the person is known to have left another office before.
    """
    told = [answer for answer in answers if answer.value.date or answer.value.until]
    dated = _latest(told)
    if _accounts(dated) > 1 or len(dated) < len(told):
        return [dated]
    by_event: dict[str, list[Answer[Manner]]] = defaultdict(list)
    for answer in answers:
        if answer.value.event:
            by_event[answer.value.event].append(answer)
    of_events = [shared for shared in by_event.values() if len({answer.reading.report for answer in shared}) > 1]
    return [dated, *of_events] if len(dated) > 1 else of_events


def _accounts(answers: Sequence[Answer[Manner]]) -> int:
    return len({(answer.reading.report, answer.reading.voice) for answer in answers})


def _latest(answers: Sequence[Answer[Manner]]) -> list[Answer[Manner]]:
    """Those of the last leaving they date: what lies months before was another office."""
    days = [period.first for answer in answers if (period := _when(answer)) is not None]
    last = max(days, default=None)
    return [
        answer
        for answer in answers
        if last and (period := _when(answer)) is not None and last - period.first <= _MONTHS
    ]


def _when(answer: Answer[Manner]) -> Period | None:
    return read_edtf(answer.value.date or answer.value.until)


def _is_named(who: tuple[str, str], view: CaseView) -> bool:
    """A person with a name, and not one of whom only "a person" is told."""
    return who[0] in view.persons and who[1] != who[1].lower()


def _undergoer(mention: EventMention, role: str) -> tuple[str, str] | None:
    if role == "either" and mention.recipient_entity is None:
        role = "actor"
    if role == "actor":
        who, name = mention.actor_entity, mention.actor_name
    else:
        who, name = mention.recipient_entity, mention.recipient_name
    return (who, name) if who and name else None
