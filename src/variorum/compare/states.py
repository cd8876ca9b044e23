"""Who held which office, belonged to which body, or was where, from which accounts, over time?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.compare.lineage import Account, Lineage, read_lineage
from variorum.compare.officials import Officials
from variorum.compare.questions import CaseView, reading_of, view_case
from variorum.compare.state_points import body_name, holder_key, in_passing, office_of
from variorum.compare.verdicts import STRENGTH
from variorum.compare.whereabouts import holder_name, stay_answer
from variorum.lexicon.comparison import ComparisonLexicon, load_comparison
from variorum.lexicon.names import read_names
from variorum.lexicon.roles import posts
from variorum.model.base import Record
from variorum.model.edtf import sort_key
from variorum.model.ids import group_id
from variorum.model.tables import PlaceMention, Point, Role, Tables
from variorum.model.terms import Certainty, PointKind, RoleKind, RoleStatus, Verdict

_KINDS = frozenset({PointKind.ROLE, PointKind.MEMBERSHIP, PointKind.WHEREABOUTS})


class Statement(Record, frozen=True, kw_only=True):
    """What one account says of an office, a membership or a person's whereabouts, at its words.

    `row` is the role it is read from; `says` the statement in normal form ("holds", "loses", "in Lima", "abroad"); `value`
    the office, body or place in the report's words. `date` is the day the words give, `as_of` that or the day of the report;
    `as_of_basis` says which (`told` or `published`, None where neither is known). `in_passing`: only called so by a title or
    a description. `points` are the points in which it is compared.
    """

    row: str
    report: str
    start: int
    end: int
    text: str
    holder: str
    holder_entity: str | None = None
    says: str
    status: RoleStatus
    value: str
    outlet: str | None = None
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    official: bool = False
    origin: str
    family: str
    date: str | None = None
    as_of: str | None = None
    as_of_basis: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    in_passing: bool = False
    points: tuple[str, ...] = ()


class StateLedger(Record, frozen=True, kw_only=True):
    """All statements on one office, one body's members or one person's whereabouts, in order of the day they hold for.

    `verdict` is the strongest verdict of the `points` in which they are compared, None where there is no point.
    """

    id: str
    kind: RoleKind
    title: str
    statements: tuple[Statement, ...] = ()
    points: tuple[str, ...] = ()
    verdict: Verdict | None = None
    independent_low: int = 0
    independent_high: int = 0


def read_states(tables: Tables) -> tuple[StateLedger, ...]:
    """One ledger an office, a body with members, and a person with whereabouts, in that order.

    Within a kind those with contradictions come first, then those of most statements. Every role stands in exactly one.
    """
    desk = _Desk(view_case(tables), load_comparison())
    groups: dict[tuple[RoleKind, str], list[Role]] = defaultdict(list)
    for role in tables.roles:
        groups[role.kind, desk.key(role)].append(role)
    order = list(RoleKind)
    ledgers = (desk.ledger(kind, roles) for (kind, _), roles in groups.items())
    return tuple(
        sorted(
            ledgers,
            key=lambda one: (order.index(one.kind), _rank(one.verdict), -len(one.statements), one.title, one.id),
        )
    )


def _rank(verdict: Verdict | None) -> int:
    return len(STRENGTH) if verdict is None else STRENGTH.index(verdict)


class _Desk:
    """Makes ledgers of roles, with what they look up in the case."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon) -> None:
        self._view, self._lexicon = view, lexicon
        self._homes = view.homes
        self._places: Mapping[str, PlaceMention] = {place.id: place for place in view.tables.places}
        self._outlets = {report.id: report.outlet for report in view.tables.reports}
        self._lineage: Lineage = read_lineage(view.tables)
        self._officials = Officials(view.tables)
        self._points: dict[str, list[Point]] = defaultdict(list)
        for point in view.tables.points:
            if point.kind in _KINDS:
                for row in {reading.row or "" for reading in point.readings}:
                    self._points[row].append(point)

    def key(self, role: Role) -> str:
        """What tells the ledger of the role from others of its kind."""
        if role.kind is RoleKind.WHEREABOUTS:
            return holder_key(role)
        body = role.organization_entity or (role.organization or "").casefold()
        if role.kind is RoleKind.MEMBERSHIP:
            return body or role.value.casefold()
        if body and role.value.casefold() == (role.organization or "").casefold():
            return f"chair|{body}"  # “headed the council”
        office = office_of(role, self._view, self._homes, self._lexicon)
        kind = office.split("|")[0] if office else ""
        if office is not None and kind in self._lexicon.local_offices and not body:
            return f"{office}|{holder_key(role)}"  # every city has its mayor
        if office is not None and kind in self._lexicon.exclusive_offices:
            return office
        if _is_unnamed(role):
            return f"unnamed|{holder_key(role)}"
        # “minister” names many offices: they are told apart by their words
        return f"{role.value.casefold()}|{self._view.countries.get(body, body) or self._homes.get(role.report, '')}"

    def ledger(self, kind: RoleKind, roles: Sequence[Role]) -> StateLedger:
        """The ledger of the roles."""
        statements = [self._statement(role) for role in roles]
        points = {point.id: point for role in roles for point in self._points[role.id]}
        seeds = [(self._view.published.get(role.report, ""), role.id) for role in roles]
        return StateLedger(
            id=group_id("states", seeds, kind),
            kind=kind,
            title=" ".join(self._title(kind, roles).split()),
            statements=tuple(sorted(statements, key=lambda one: (sort_key(one.as_of), one.report, one.start, one.row))),
            points=tuple(sorted(points)),
            verdict=min((point.verdict for point in points.values()), key=STRENGTH.index, default=None),
            independent_low=len({statement.family for statement in statements}),
            independent_high=len({statement.origin for statement in statements}),
        )

    def _title(self, kind: RoleKind, roles: Sequence[Role]) -> str:
        if kind is RoleKind.WHEREABOUTS:
            return f"where {_most(holder_name(role) for role in roles)} is"
        if kind is RoleKind.MEMBERSHIP:
            return f"members of {_most(body_name(role) for role in roles)}"
        if all(map(_is_unnamed, roles)):
            return f"an office of {_most(holder_name(role) for role in roles)} that is not named"
        office = _most(_without_former(role.value) for role in roles)
        body = _most(role.organization_name or role.organization or "" for role in roles)
        told = any((role.organization or " ").casefold() in office.casefold() for role in roles)
        where = "" if told else body or self._country(roles[0])
        return office if not where or where.casefold() in office.casefold() else f"{office}, {where}"

    def _country(self, role: Role) -> str:
        """The country an office belongs to, by name; "" where no body, no words and no report tell it."""
        code = (office_of(role, self._view, self._homes, self._lexicon) or "|").split("|")[1]
        return self._view.country_names.get(code or self._homes.get(role.report, ""), "")

    def _statement(self, role: Role) -> Statement:
        reading = reading_of(self._view, role, role.span, role.status.value, role.date)
        says = role.status.value
        if role.kind is RoleKind.WHEREABOUTS:
            says = stay_answer(role, self._view, self._homes, dict(self._places), self._lexicon).reading.says
        account = Account(role.report, role.voice_entity)
        return Statement(
            row=role.id,
            report=role.report,
            start=role.start,
            end=role.end,
            text=role.text,
            holder=holder_name(role),
            holder_entity=role.holder_entity,
            says=says,
            status=role.status,
            value=role.value,
            outlet=self._outlets.get(role.report),
            voice=role.voice,
            voice_name=role.voice_name,
            voice_entity=role.voice_entity,
            claim=role.claim,
            official=self._officials.includes(role.voice, role.voice_entity),
            origin=self._lineage.origin(account),
            family=self._lineage.family(account),
            date=role.date,
            as_of=reading.as_of,
            as_of_basis="told" if role.date else "published" if reading.as_of else None,
            certainty=role.certainty,
            in_passing=in_passing(role),
            points=tuple(sorted(point.id for point in self._points[role.id])),
        )


def _is_unnamed(role: Role) -> bool:
    """The words tell of an office without saying which: "was fired", "left power"."""
    words = role.value.casefold()
    return role.kind is RoleKind.OFFICE and not role.organization and not any(post in words for post in posts())


def _without_former(office: str) -> str:
    """The office without the word that says it is no longer held."""
    first, _, rest = office.partition(" ")
    return rest if rest and first.casefold() in read_names().modifiers.former else office


def _most(words: Iterable[str]) -> str:
    """The one that stands most often, capital letters or not, the first in the alphabet of several; nothing only where all
    are empty.
    """
    told = list(words)
    counts = Counter(word.casefold() for word in told)
    return min(told, key=lambda word: (not word, -counts[word.casefold()], word), default="")
