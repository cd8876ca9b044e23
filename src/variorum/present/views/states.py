"""Who holds which office, belongs to which body, or is where, from which accounts, over time?"""

from collections import Counter
from collections.abc import Sequence

from variorum.compare.states import StateLedger, Statement, read_states
from variorum.model.base import Record
from variorum.model.terms import Certainty, RoleKind, Verdict
from variorum.present.views.account_origin import OriginNote, read_origin
from variorum.present.views.comparisons import Comparison, read_comparisons
from variorum.present.views.folding import folded
from variorum.present.views.heard import Heard, Wanted, any_fits, heard, offered
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import between, date_words
from variorum.present.views.visible import on_line, shortened
from variorum.present.views.words import CERTAINTIES, ROLE_STATUS

STATE_KINDS = {
    RoleKind.OFFICE: "Offices",
    RoleKind.MEMBERSHIP: "Members",
    RoleKind.WHEREABOUTS: "Whereabouts",
}


class StatementView(Record, frozen=True, kw_only=True, gc=False):
    """What one account says: of `holder`, that they hold, gain or lose what `value` names, or are there (`says`).

    `when` is the day its words give, else that of its report (`assumed`). `in_passing`: only called so by a title.
    """

    anchor: str
    quote: Quote
    holder: str
    holder_href: str
    says: str
    value: str
    when: str
    assumed: bool
    voice: str
    voice_href: str
    official: bool
    unsure: str
    claim_href: str
    in_passing: bool
    origin: OriginNote
    readings: tuple[Way, ...]


class Holder(Record, frozen=True, kw_only=True, gc=False):
    """A person that statements are about, and how many are."""

    name: str
    href: str
    count: int


class StateView(Record, frozen=True, kw_only=True):
    """The statements on one office, body or person, in order of time: those that say so, and those that only call them so.

    `holders` are the persons they are about, those of most statements first.
    """

    anchor: str
    href: str
    kind: str
    title: str
    origins: str
    count: int
    holders: tuple[Holder, ...]
    statements: tuple[StatementView, ...]
    passing: tuple[StatementView, ...]
    points: tuple[Comparison, ...]


class StateKey(Record, frozen=True, kw_only=True):
    """What a state ledger is found by; `words` are folded."""

    ledger: StateLedger
    words: str
    statements: tuple[Heard, ...]


class StateShelf(Record, frozen=True, kw_only=True):
    """All state ledgers of a case, with the outlets to choose by."""

    keys: tuple[StateKey, ...]
    by_id: dict[str, StateLedger]
    outlets: tuple[str, ...]


class StateChoice(Record, frozen=True, kw_only=True):
    """What is asked of state ledgers; what is empty asks nothing. `verdict`: only what accounts are compared on so."""

    kind: RoleKind | None = None
    who: str = ""
    verdict: Verdict | None = None
    wanted: Wanted = Wanted()


def read_state_shelf(index: Index) -> StateShelf:
    """The state ledgers: offices, bodies, persons; of each those that accounts contradict each other on first."""
    ledgers = read_states(index.tables)
    return StateShelf(
        keys=tuple(_key(ledger) for ledger in ledgers),
        by_id={ledger.id: ledger for ledger in ledgers},
        outlets=offered(one.outlet for ledger in ledgers for one in ledger.statements),
    )


def choose_states(keys: Sequence[StateKey], choice: StateChoice) -> list[StateLedger]:
    """The ledgers that fit, in their order; one statement must be all that is wanted of an account."""
    words = folded(choice.who).split()
    return [
        key.ledger
        for key in keys
        if choice.kind in (None, key.ledger.kind)
        and choice.verdict in (None, key.ledger.verdict)
        and all(word in key.words for word in words)
        and any_fits(key.statements, choice.wanted)
    ]


class StateGroup(Record, frozen=True, kw_only=True):
    """The state ledgers of one kind."""

    kind: RoleKind
    title: str
    ledgers: tuple[StateView, ...]


def read_state_groups(index: Index) -> tuple[StateGroup, ...]:
    """All of them by kind, for one page."""
    ledgers = read_states(index.tables)
    return tuple(
        StateGroup(kind=kind, title=title, ledgers=tuple(read_state(one, index) for one in ledgers if one.kind is kind))
        for kind, title in STATE_KINDS.items()
        if any(one.kind is kind for one in ledgers)
    )


def read_state(ledger: StateLedger, index: Index) -> StateView:
    """One state ledger."""
    views = [_statement(one, ledger.kind, index) for one in ledger.statements]
    return StateView(
        anchor=ledger.id,
        href=index.way(ledger.id),
        kind=STATE_KINDS[ledger.kind],
        title=shortened(ledger.title, 140),
        origins=between(ledger.independent_low, ledger.independent_high, "independent origin"),
        count=len(views),
        holders=tuple(
            Holder(name=name, href=href, count=count)
            for (name, href), count in Counter((view.holder, view.holder_href) for view in views).most_common()
        ),
        statements=tuple(view for view in views if not view.in_passing),
        passing=tuple(view for view in views if view.in_passing),
        points=read_comparisons(ledger.points, index),
    )


def _statement(one: Statement, kind: RoleKind, index: Index) -> StatementView:
    stays = kind is RoleKind.WHEREABOUTS
    return StatementView(
        anchor=one.row,
        quote=index.quoted(one.report, one.text, one.row),
        holder=on_line(one.holder),
        holder_href=index.entity_href(one.holder_entity),
        says=on_line(one.says) if stays else ROLE_STATUS[one.status],
        value=on_line(one.value),
        when=date_words(one.as_of),
        assumed=one.as_of_basis == "published",
        voice=on_line(one.voice_name or one.voice) or "the report itself",
        voice_href=index.entity_href(one.voice_entity),
        official=one.official,
        unsure="" if one.certainty is Certainty.CERTAIN else CERTAINTIES[one.certainty],
        claim_href=index.claim_href(one.claim),
        in_passing=one.in_passing,
        origin=read_origin(one.origin, one.report, index),
        readings=index.readings_of(one.row),
    )


def _key(ledger: StateLedger) -> StateKey:
    told = dict.fromkeys(
        (ledger.title, *(words for one in ledger.statements for words in (one.holder, one.value, one.says)))
    )
    return StateKey(
        ledger=ledger,
        words=folded("\n".join(map(on_line, told))),
        statements=tuple(heard(one.outlet, one.as_of, official=one.official) for one in ledger.statements),
    )
