"""Where are the persons of a case, as the accounts have it?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of
from variorum.compare.state_values import Stay, compare_stays
from variorum.compare.verdicts import Comparison
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.roles import read_roles
from variorum.model.base import Span
from variorum.model.tables import PlaceMention, Role
from variorum.model.terms import PointKind, RoleStatus

_WIDE = frozenset({"country", "admin1"})
_MOVES = frozenset({RoleStatus.GAINS, RoleStatus.LOSES})
_ROOM = 120
_STILL = re.compile(r"\b(?:still|remains?|remained)\b")


def whereabouts_questions(
    roles: Iterable[Role], view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon
) -> Iterator[AnyQuestion]:
    """Where persons are, of whom two accounts or two answers tell."""
    told: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        if role.holder_entity in view.persons:
            told[role.holder_entity or ""].append(role)
    places = {place.id: place for place in view.tables.places}
    for holder, stays in sorted(told.items()):
        answers = tuple(stay_answer(role, view, homes, places, lexicon) for role in stays)
        if len({answer.reading.says for answer in answers}) > 1 or len({a.reading.report for a in answers}) > 1:
            yield Question(
                kind=PointKind.WHEREABOUTS,
                topic=f"where {holder_name(stays[0])} is",
                answers=answers,
                compare=_compare_stay,
                key=f"where|{holder}",
                gravity=0.55,
            )


def _compare_stay(left: Answer[Stay], right: Answer[Stay]) -> Comparison:
    return compare_stays(left.value, right.value)


def stay_answer(
    role: Role, view: CaseView, homes: dict[str, str], places: dict[str, PlaceMention], lexicon: ComparisonLexicon
) -> Answer[Stay]:
    """Where the account says the person is ("in Lima", "not abroad"), as an answer to the question of whereabouts."""
    place = places.get(role.place_ref or "")
    home, words = homes.get(role.report), read_roles().whereabouts
    country, last = place.country if place else None, (role.value.casefold().split() or [""])[-1]
    fled_from = role.status is not RoleStatus.GAINS and any(verb in role.rule.split() for verb in lexicon.leaving)
    leaves = role.status is RoleStatus.LOSES or fled_from
    there = leaves is (role.status is RoleStatus.DENIED)  # is at the place, or did not leave it
    land = (place.feature == "country" and country == home) if place else last in words.lands
    fled_to = role.status is RoleStatus.GAINS and any(verb in role.rule.split() for verb in lexicon.leaving)
    fled_abroad = fled_to and place is not None and place.feature == "country"  # nobody flees to where they are
    abroad = (land and (leaves or not there)) or last in words.foreign or fled_abroad
    denied = (abroad and there and leaves) or (not there and not land)
    where = "abroad" if abroad else f"in {place.name or place.text}" if place else role.value
    says = f"not {where}" if denied else where
    stay = Stay(
        place=None if abroad else (place.entity or place.text.casefold()) if place else role.value.casefold(),
        country=country,
        whole_country=place is not None and place.feature == "country",
        abroad=abroad or country not in (None, home),
        date=role.date,
        words=says,
        denied=denied,
        named=abroad or place is not None,
        wide=place is not None and place.feature in _WIDE,
        moved=role.status in _MOVES,
        dwells=any(verb in role.rule.split() for verb in lexicon.dwelling),
        as_of=role.date or view.published.get(role.report),
        still=role.status is not RoleStatus.DENIED and _STILL.search(role.text.casefold()) is not None,
    )
    return Answer(reading_of(view, role, own_words(role), says, role.date), stay)


def holder_name(role: Role) -> str:
    """Whose role it is, to print."""
    return role.holder_name or role.holder


def own_words(role: Role) -> Span:
    """The role's own words: its span where short, else from holder to value."""
    if role.end - role.start <= _ROOM or role.holder_span is None or role.value_span is None:
        return role.span
    return Span(
        start=min(role.holder_span.start, role.value_span.start), end=max(role.holder_span.end, role.value_span.end)
    )
