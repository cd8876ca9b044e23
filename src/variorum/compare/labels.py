"""What does each voice call the same people and acts?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from variorum.compare.event_groups import happened
from variorum.compare.lineage import Account, read_lineage
from variorum.compare.officials import Officials
from variorum.compare.populations import population_of
from variorum.compare.questions import CaseView, view_case
from variorum.lexicon.comparison import ComparisonLexicon, load_comparison
from variorum.lexicon.names import read_demonyms
from variorum.model.base import Record, Span
from variorum.model.edtf import sort_key
from variorum.model.ids import group_id
from variorum.model.tables import Claim, Event, EventMention, Mention, Tables
from variorum.model.terms import EntityType, LabelKind, Manner, PointKind

_CROWDS = frozenset({"protesters", "militants"})


class Naming(Record, frozen=True, kw_only=True):
    """One use of a word by one voice, at its place. `row` is the mention or event mention it is read from.

    `words` are those used in lower case, without article and without whose it is ("government" for "the Kazakh government"),
    of acts the base form of the verb; `concept` is the act that the lexicon of events knows them as. `stance` is `hostile` or
    `favourable` where the lexicon knows the word as such. `as_of` is the day of the report.
    """

    row: str
    report: str
    start: int
    end: int
    text: str
    words: str
    concept: str | None = None
    stance: str | None = None
    outlet: str | None = None
    voice: str | None = None
    voice_name: str | None = None
    voice_entity: str | None = None
    claim: str | None = None
    official: bool = False
    origin: str
    as_of: str | None = None


class LabelLedger(Record, frozen=True, kw_only=True):
    """The words for the same people or act, in order of the day and place they are used.

    `about` is the entity or event the words are for, None for a crowd; `points` are the label points in which they stand.
    """

    id: str
    kind: LabelKind
    title: str
    about: str | None = None
    namings: tuple[Naming, ...] = ()
    points: tuple[str, ...] = ()


def read_labels(tables: Tables) -> tuple[LabelLedger, ...]:
    """The words for the crowds of each country, for each entity and for each event, where accounts use different ones.

    Crowds come first, then entities, then acts; of a kind those with most different words first.
    """
    desk = _Desk(view_case(tables), load_comparison())
    found = [ledger for ledger in desk.ledgers() if _differ(ledger.namings)]
    order = list(LabelKind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), -_different(one.namings), one.title, one.id)))


def _different(namings: Iterable[Naming]) -> int:
    """How many words there are that differ in more than their form: a "resignation" is no other word than "resign"."""
    return len({naming.concept or naming.words for naming in namings})


def _differ(namings: Sequence[Naming]) -> bool:
    """Two words or more, by two accounts or more."""
    return (
        _different(namings) > 1
        and len({naming.voice_entity or naming.voice or naming.report for naming in namings}) > 1
    )


class _Desk:
    """Collects words, with what is looked up in the case."""

    def __init__(self, view: CaseView, lexicon: ComparisonLexicon) -> None:
        self._view, self._lexicon = view, lexicon
        self._stances = [(entry.stance, _any_of(entry.heads)) for entry in lexicon.labels]
        self._outlets = {report.id: report.outlet for report in view.tables.reports}
        self._named = frozenset(word.casefold() for p in view.tables.places for word in (p.text, p.name) if word)
        self._idle = frozenset(lexicon.determiners) | frozenset(read_demonyms())
        self._lineage, self._officials = read_lineage(view.tables), Officials(view.tables)
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in view.tables.claims:
            if claim.manner is not Manner.NARRATOR:
                self._claims[claim.report].append(claim)
        self._points: dict[str, set[str]] = defaultdict(set)
        for point in view.tables.points:
            if point.kind is PointKind.LABEL:
                for reading in point.readings:
                    self._points[f"{reading.report}|{reading.start}|{reading.end}"].add(point.id)

    def ledgers(self) -> Iterator[LabelLedger]:
        """All ledgers, also those in which all accounts use one word."""
        homes = self._view.homes
        crowds: dict[str, list[Naming]] = defaultdict(list)
        entities: dict[str, list[Naming]] = defaultdict(list)
        for mention in self._view.tables.mentions:
            if mention.type is EntityType.GROUP:
                if self._is_crowd(mention):
                    crowds[homes.get(mention.report, "")].append(self._of_mention(mention))
            elif mention.entity and mention.form == "description":
                entities[mention.entity].append(self._of_mention(mention))
        for country, namings in crowds.items():
            where = self._view.country_names.get(country)
            title = "those on the streets or up in arms" + (f", {where}" if where else "")
            yield self._ledger(LabelKind.CROWD, title, None, namings)
        for entity, namings in entities.items():
            yield self._ledger(LabelKind.ENTITY, self._view.names.get(entity, entity), entity, namings)
        yield from self._acts()

    def _acts(self) -> Iterator[LabelLedger]:
        told: dict[str, list[EventMention]] = defaultdict(list)
        for mention in self._view.tables.event_mentions:
            if mention.event and happened(mention):
                told[mention.event].append(mention)
        for event in self._view.tables.events:
            if not event.background and len(told[event.id]) > 1:
                namings = [self._of_act(mention) for mention in told[event.id]]
                yield self._ledger(LabelKind.ACT, _act(event), event.id, namings)

    def _ledger(self, kind: LabelKind, title: str, about: str | None, namings: Sequence[Naming]) -> LabelLedger:
        seeds = [(naming.as_of or "", naming.row) for naming in namings]
        points = {point for n in namings for point in self._points[f"{n.report}|{n.start}|{n.end}"]}
        ordered = sorted(namings, key=lambda one: (sort_key(one.as_of), one.report, one.start, one.row))
        return LabelLedger(
            id=group_id("labels", seeds, kind),
            kind=kind,
            title=" ".join(title.split()),
            about=about,
            namings=tuple(ordered),
            points=tuple(sorted(points)),
        )

    def _is_crowd(self, mention: Mention) -> bool:
        return self._stance(mention.text) is not None or population_of(mention.text, self._lexicon) in _CROWDS

    def _of_mention(self, mention: Mention) -> Naming:
        holding = [claim for claim in self._claims[mention.report] if claim.span.contains(mention.span)]
        claim = min(holding, key=lambda claim: (claim.end - claim.start, claim.id), default=None)
        return self._naming(mention, mention.span, mention.text, claim)

    def _of_act(self, mention: EventMention) -> Naming:
        span = Span(start=mention.trigger_start, end=mention.trigger_end)
        return self._naming(mention, span, mention.trigger, self._view.claims.get(mention.claim or ""))

    def _naming(self, row: Mention | EventMention, span: Span, text: str, claim: Claim | None) -> Naming:
        voice = claim.voice_entity if claim else None
        act = row if isinstance(row, EventMention) else None
        return Naming(
            row=row.id,
            report=row.report,
            start=span.start,
            end=span.end,
            text=self._view.texts[row.report][span.start : span.end],
            words=_verb(act) if act else self._plain(text),
            concept=act.concept if act else None,
            stance=self._stance(text),
            outlet=self._outlets.get(row.report),
            voice=claim.voice if claim else None,
            voice_name=claim.voice_name if claim else None,
            voice_entity=voice,
            claim=claim.id if claim else None,
            official=self._officials.includes(claim.voice if claim else None, voice),
            origin=self._lineage.origin(Account(row.report, voice)),
            as_of=self._view.published.get(row.report),
        )

    def _plain(self, text: str) -> str:
        """The words without article, demonym and the place that says whose it is."""
        words = text.casefold().replace("’", "'").split()
        before, _, behind = " ".join(words).partition(" of ")
        if behind.removeprefix("the ") in self._named:
            words = before.split()
        own = [word for word in words if not word.endswith(("'s", "s'")) and word not in self._idle | self._named]
        return " ".join(own or words)

    def _stance(self, text: str) -> str | None:
        words = text.casefold()
        return next((stance for stance, heads in self._stances if heads.search(words)), None)


def _any_of(heads: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, heads))})s?\b")


def _verb(mention: EventMention) -> str:
    """The trigger, its verb in base form where that stands first: "step down"."""
    first, *rest = mention.trigger.casefold().split() or [""]
    lemma = mention.lemma.casefold()
    return " ".join([lemma if lemma and (not rest or first.startswith(lemma[:3])) else first, *rest])


def _act(event: Event) -> str:
    who = " → ".join(side[0] for side in (event.actors, event.recipients) if side)
    what = event.type.value.lower() + (f" ({event.mode})" if event.mode else "")
    return ", ".join(part for part in (what, who, event.place_name, event.date) if part)
