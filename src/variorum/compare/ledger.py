"""What do the accounts of a case count, per measure, population and place or incident, over time?"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from variorum.compare.figure_accounts import is_part, read_accounts, size_of
from variorum.compare.figure_merges import ScopedFigures
from variorum.compare.figure_points import change_ratio, figure_topic, spanned_period
from variorum.compare.figure_scopes import HARM, Scope
from variorum.compare.figure_values import says
from variorum.compare.ledger_asides import set_aside
from variorum.compare.ledger_rules import estimate
from variorum.compare.ledger_scopes import ledger_figures
from variorum.compare.ledger_values import Ledger, LedgerReading
from variorum.compare.lineage import Account, Lineage, read_lineage
from variorum.compare.officials import Officials
from variorum.compare.questions import CaseView, view_case
from variorum.lexicon.comparison import ComparisonLexicon, load_comparison
from variorum.model.edtf import sort_key
from variorum.model.ids import group_id
from variorum.model.tables import Claim, EventMention, Figure, Tables
from variorum.model.terms import Aside, Certainty, LedgerRule, Manner, Measure, PointKind, Polarity, Realis

_SUPPOSED = frozenset({Realis.POSSIBLE, Realis.PLANNED})


def read_ledgers(tables: Tables, rules: Iterable[LedgerRule] = tuple(LedgerRule)) -> tuple[Ledger, ...]:
    """One ledger per measure and population at one place or of one incident, each with what the given rules take from it.

    Every figure of the case stands in exactly one ledger, also those no rule weighs. Ledgers are in the order of the measures,
    those of most independent origins first; readings by the day they hold for, undated ones last. Empty without figures.
    """
    view, lexicon = view_case(tables), load_comparison()
    desk = _Desk(view, lexicon)
    wanted = tuple(rules)
    ledgers = (desk.ledger(group, wanted) for group in ledger_figures(view, lexicon))
    order = list(Measure)
    return tuple(
        sorted(
            ledgers,
            key=lambda one: (order.index(one.measure), -one.independent_high, -len(one.readings), one.title, one.id),
        )
    )


@dataclass(frozen=True)
class _Sources:
    """What tells who stands behind a figure, and how surely."""

    lineage: Lineage
    officials: Officials
    mentions: Mapping[str, EventMention]


class _Desk:
    """Makes ledgers of groups of figures, with what they look up in the case."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon) -> None:
        self._view, self._lexicon = view, lexicon
        self._sources = _Sources(
            lineage=read_lineage(view.tables),
            officials=Officials(view.tables),
            mentions={mention.id: mention for mention in view.tables.event_mentions},
        )
        # as told: a ledger's figures stand in the form in which they are compared
        self._told = {figure.id: figure for figure in view.tables.figures}
        self._outlets = {report.id: report.outlet for report in view.tables.reports}
        self._homes = view.homes
        self._events = {event.id: event for event in view.tables.events}
        self._before = _measures_before(view.tables.figures)
        self._points: dict[str, set[str]] = defaultdict(set)
        for point in view.tables.points:
            if point.kind is PointKind.FIGURE:
                for reading in point.readings:
                    self._points[reading.row or ""].add(point.id)

    def ledger(self, group: ScopedFigures, rules: Sequence[LedgerRule]) -> Ledger:
        """The ledger of the group."""
        scope, figures = group.scope, group.figures
        readings = self._readings(scope, figures)
        place, period = self._place(scope, figures), self._period(scope, figures)
        topic = figure_topic(replace(scope, population=_as_written(scope.population, figures)), place)
        seeds = [(self._view.published.get(figure.report, ""), figure.id) for figure in figures]
        weighed = [reading for reading in readings if reading.aside is None]
        events = {figure.event for figure in figures}
        return Ledger(
            id=group_id("ledgers", seeds, scope.measure, scope.population),
            title=", ".join(part for part in (topic, period) if part),
            measure=scope.measure,
            population=scope.population,
            unit=scope.unit or None,
            change=scope.change,
            grows=scope.measure in self._lexicon.growing,
            place=place,
            period=period,
            event=next(iter(events)) if len(events) == 1 else None,
            readings=readings,
            estimates=tuple(estimate(weighed, rule) for rule in rules),
            points=tuple(sorted({point for figure in figures for point in self._points[figure.id]})),
            independent_low=len({reading.family for reading in weighed}),
            independent_high=len({reading.origin for reading in weighed}),
        )

    def _place(self, scope: Scope, figures: Sequence[Figure]) -> str | None:
        """The place of the scope; of one bound to an event the place most figures name, that of the event, or the country that
        the reports are about.
        """
        known = self._view.names.get(scope.place) or self._view.country_names.get(scope.place)
        if known and not scope.tie:
            return known
        named = Counter(figure.place_name for figure in figures if figure.place_name)
        most = min(named, key=lambda name: (-named[name], name), default=None)
        event = self._events.get(scope.tie)
        home = Counter(self._homes.get(figure.report, "") for figure in figures).most_common(1)[0][0]
        return most or (event.place_name if event else None) or known or self._view.country_names.get(home)

    def _period(self, scope: Scope, figures: Sequence[Figure]) -> str | None:
        event = self._events.get(scope.tie)
        told = spanned_period(sorted({figure.date for figure in figures if figure.date}))
        return told or (event.date if event else None)

    def _readings(self, scope: Scope, figures: Sequence[Figure]) -> tuple[LedgerReading, ...]:
        adding = frozenset(figure.id for figure in figures if self._adds(figure))
        told = [self._reading(scope, figure) for figure in figures]
        open_ones = {one.row for one in told if one.aside is None}
        kept = set_aside(told, adding, self._parts(scope, [f for f in figures if f.id in open_ones]))
        return tuple(sorted(kept, key=lambda one: (*_when(one), one.report, one.start, one.row)))

    def _reading(self, scope: Scope, figure: Figure) -> LedgerReading:
        told = self._told[figure.id]
        claim = self._view.claims.get(figure.claim or "")
        account = Account(figure.report, figure.voice_entity)
        ratio = _plain(change_ratio(told)) if scope.change else None
        low, high = (ratio, ratio) if scope.change else (figure.low, figure.high)
        published = self._view.published.get(figure.report)
        certainty = self._certainty(figure, claim)
        reading = LedgerReading(
            row=figure.id,
            report=figure.report,
            start=figure.start,
            end=figure.end,
            text=figure.text,
            says=says(told if scope.change else figure),
            low=low,
            high=high,
            previous=told.previous,
            approximate=figure.approximate,
            subject=figure.subject,
            outlet=self._outlets.get(figure.report),
            voice=figure.voice,
            voice_name=figure.voice_name,
            voice_entity=figure.voice_entity,
            claim=claim.id if claim else None,
            official=self._sources.officials.includes(figure.voice, figure.voice_entity),
            origin=self._sources.lineage.origin(account),
            family=self._sources.lineage.family(account),
            date=figure.date,
            as_of=figure.as_of or published,
            as_of_basis="told" if figure.as_of else "published" if published else None,
            place=figure.place_name or figure.place,
            cumulative=figure.cumulative,
            certainty=certainty,
        )
        return msgspec.structs.replace(reading, aside=self._aside(reading, figure, claim))

    def _certainty(self, figure: Figure, claim: Claim | None) -> Certainty:
        mention = self._sources.mentions.get(figure.event_mention or "")
        if mention is not None and mention.realis in _SUPPOSED:
            return Certainty.POSSIBLE
        return claim.certainty if claim and claim.manner is not Manner.NARRATOR else Certainty.CERTAIN

    def _aside(self, reading: LedgerReading, figure: Figure, claim: Claim | None) -> Aside | None:
        if reading.low is None and reading.high is None:
            return Aside.NO_NUMBER
        mention = self._sources.mentions.get(figure.event_mention or "")
        denied = (claim is not None and claim.polarity is Polarity.NEGATIVE) or (
            mention is not None and mention.realis is Realis.DENIED
        )
        # “denied that anyone died” and “no one died” are told in the negative both, and both say none
        return Aside.DENIED if denied and not reading.low == reading.high == 0 else None

    def _parts(self, scope: Scope, figures: Sequence[Figure]) -> frozenset[str]:
        """Of counts of harm for one day, those that are smaller than another of their account: parts of it."""
        by_day: dict[str | None, list[Figure]] = defaultdict(list)
        for figure in figures if scope.measure in HARM else ():
            by_day[figure.as_of].append(figure)
        sizes = {figure.id: size_of(figure) for figure in figures}
        return frozenset(
            figure.id
            for told in by_day.values()
            for whole, beside in read_accounts(told, self._view, self._lexicon).beside.items()
            for figure in beside
            if sizes[figure.id] < sizes[whole]
        )

    def _adds(self, figure: Figure) -> bool:
        """Told on top of another count of the kind ("another five"); after a count of something else it is a count of its
        own ("11 were killed and another 65 injured").
        """
        alone = msgspec.structs.replace(figure, subset_of=None)
        return is_part(alone, self._lexicon) and self._before.get(figure.id) is figure.measure


def _measures_before(figures: Iterable[Figure]) -> dict[str, Measure]:
    """What the figure before each in its report counts, by id; nothing for the first."""
    found: dict[str, Measure] = {}
    last: Figure | None = None
    for figure in sorted(figures, key=lambda figure: (figure.report, figure.start, figure.id)):
        if last is not None and last.report == figure.report:
            found[figure.id] = last.measure
        last = figure
    return found


def _plain(ratio: float | None) -> int | float | None:
    return int(ratio) if ratio is not None and float(ratio).is_integer() else ratio


def _as_written(population: str, figures: Sequence[Figure]) -> str:
    """The population as the reports write it, with capital letters and in the plural: "troops sent by Armenia", "shops"."""
    word = re.compile(rf"\b{re.escape(population)}(?:e?s)?\b", re.IGNORECASE)
    told = (word.search(figure.subject or "") for figure in figures)
    return next((" ".join(found[0].split()) for found in told if found), population)


def _when(reading: LedgerReading) -> tuple[object, ...]:
    return tuple(sort_key(reading.as_of or reading.date))
