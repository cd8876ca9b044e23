"""On which offices, memberships and whereabouts do accounts speak, and do they say the same?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, account, reading_of
from variorum.compare.state_values import Standing, compare_holders, compare_standings
from variorum.compare.verdicts import Comparison
from variorum.compare.whereabouts import holder_name, own_words, whereabouts_questions
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.points import load_points
from variorum.model.tables import Role
from variorum.model.terms import PointKind, RoleKind, RoleStatus

_CHANGES = frozenset({RoleStatus.GAINS, RoleStatus.LOSES, RoleStatus.DENIED})
_NOW = frozenset({RoleStatus.HOLDS, RoleStatus.GAINS})


def state_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """Questions on who holds which office, who belongs to which body, and who is where, in that order."""
    by_kind: dict[RoleKind, list[Role]] = defaultdict(list)
    for role in view.tables.roles:
        by_kind[role.kind].append(role)
    homes = view.homes
    yield from _office_questions(by_kind[RoleKind.OFFICE], view, homes, lexicon)
    yield from _membership_questions(by_kind[RoleKind.MEMBERSHIP], view)
    yield from whereabouts_questions(by_kind[RoleKind.WHEREABOUTS], view, homes, lexicon)


def _office_questions(
    roles: Iterable[Role], view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon
) -> Iterator[AnyQuestion]:
    standings: dict[tuple[str, str], list[Role]] = defaultdict(list)
    offices: dict[str, list[Role]] = defaultdict(list)
    for role in roles:
        office = office_of(role, view, homes, lexicon)
        if office is None:
            continue
        standings[(holder_key(role), office)].append(role)
        offices[office].append(role)
    for (_, office), told in sorted(standings.items()):
        stated = [role for role in told if not in_passing(role)]
        if any(role.status in _CHANGES for role in stated):
            yield _standing_question(stated, office, view)
    for office, told in sorted(offices.items()):
        yield from _holder_question([r for r in told if r.status in _NOW and not in_passing(r)], office, view, lexicon)


def _standing_question(roles: Sequence[Role], office: str, view: CaseView) -> AnyQuestion:
    first = roles[0]
    return Question(
        kind=PointKind.ROLE,
        topic=f"whether {holder_name(first)} {_held(first)}",
        answers=tuple(
            Answer(reading_of(view, role, own_words(role), role.status.value, role.date), _standing(role))
            for role in roles
        ),
        compare=_compare_standing,
        key=f"standing|{holder_key(first)}|{office}",
        gravity=0.6,
    )


def _compare_standing(left: Answer[Standing], right: Answer[Standing]) -> Comparison:
    return compare_standings(left.value, right.value)


def _holder_question(
    roles: Sequence[Role], office: str, view: CaseView, lexicon: ComparisonLexicon
) -> Iterator[AnyQuestion]:
    """Only where an office that one person holds at a time is given to two."""
    exclusive = office.split("|")[0] in lexicon.exclusive_offices and "|" in office and office.split("|")[1]
    if not exclusive or len({holder_key(role) for role in roles}) < 2:
        return
    yield Question(
        kind=PointKind.ROLE,
        topic=f"who is {_office_words(roles[0])}",
        answers=tuple(
            Answer(
                reading_of(view, role, own_words(role), holder_name(role), role.date),
                (holder_key(role), _standing(role, view.published.get(role.report))),
            )
            for role in roles
        ),
        compare=_compare_holder,
        key=f"holder|{office}",
        gravity=0.6,
    )


def _compare_holder(left: Answer[tuple[str, Standing]], right: Answer[tuple[str, Standing]]) -> Comparison:
    return compare_holders(left.value, right.value)


def office_of(role: Role, view: CaseView, homes: dict[str, str], lexicon: ComparisonLexicon) -> str | None:
    """The office as an identity: its kind and its body or country; None where the words name no office of the lexicon."""
    words = role.value.casefold()
    kinds = [name for name, entry in lexicon.offices.items() if any(word in words for word in entry)]
    kind = kinds[0] if kinds else None
    if kind is None:
        return None
    entity = role.organization_entity or ""
    body = view.countries.get(entity, entity) or (role.organization or "").casefold()
    return f"{kind}|{body or _country_named(role, view) or homes.get(role.report, '')}"


def _country_named(role: Role, view: CaseView) -> str | None:
    """The country that the office's own words name ("president of Tajikistan")."""
    inside = role.value_span or role.span
    return next((place.country for place in view.places.get(role.report, ()) if inside.contains(place.span)), None)


def _membership_questions(roles: Iterable[Role], view: CaseView) -> Iterator[AnyQuestion]:
    """Whether someone belongs to a body, where accounts of it differ."""
    told: dict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in roles:
        told[(holder_key(role), role.organization_entity or (role.organization or role.value).casefold())].append(role)
    for (holder, body), members in sorted(told.items()):
        if len({account(reading_of(view, role, role.span, "")) for role in members}) > 1:
            yield Question(
                kind=PointKind.MEMBERSHIP,
                topic=f"whether {holder_name(members[0])} is a member of {body_name(members[0])}",
                answers=tuple(
                    Answer(reading_of(view, role, own_words(role), role.status.value, role.date), _standing(role))
                    for role in members
                ),
                compare=_compare_standing,
                key=f"member|{holder}|{body}",
                gravity=0.4,
            )


def _standing(role: Role, published: str | None = None) -> Standing:
    """The standing told; who has held an office since a day still holds it when the report is written."""
    as_of = (role.date or published) if role.status is RoleStatus.GAINS else published
    return Standing(status=role.status, date=role.date, by_title=in_passing(role), as_of=as_of)


def in_passing(role: Role) -> bool:
    """Only called so in passing: by a title before the name or a description beside it."""
    return "title" in role.rule or "apposition" in role.rule


def holder_key(role: Role) -> str:
    """Whose role it is, as an identity: the entity, else the words."""
    return role.holder_entity or role.holder.casefold()


def _held(role: Role) -> str:
    """That one has the office, in words: "is mayor of Lima", "holds the presidency"."""
    posts = load_points().posts
    words = _office_words(role)
    return f"holds the {words}" if role.value.casefold().endswith(posts) else f"is {words}"


def _office_words(role: Role) -> str:
    body = role.organization_name or role.organization
    told = role.organization is not None and role.organization.casefold() in role.value.casefold()
    verb, _, rest = role.value.partition(" ")
    value = f"head of {rest}" if rest and verb.casefold() in load_points().heading and rest[:2] != "of" else role.value
    return f"{value} ({body})" if body and not told else value


def body_name(role: Role) -> str:
    """The body of a membership, to print."""
    return role.organization_name or role.organization or role.value
