"""Does a count of the harmed speak of one incident, or of the crisis at large?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.means import Means, is_pointed
from variorum.model.base import Span
from variorum.model.tables import Figure, Tables
from variorum.model.terms import ArgumentBasis, Measure

TOLD = frozenset({ArgumentBasis.CLAUSE, ArgumentBasis.SENTENCE})
"""Where an argument stands if the mention's own sentence gives it."""
_WIDE = frozenset({"country", "admin1", None})
_KILL = "kill"
_COUNTED = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING})
_FEW = 3
_MANY = 0.3
_SAME = 1.3
_ENOUGH = 8


@dataclass(frozen=True)
class Incidents:
    """What tells counts of one incident from counts of the crisis.

    `in_town` are mentions of events told in a town or at a site by their own sentence; `killings` the killing told in a
    sentence, by report and start of the sentence, so that those injured there belong to it; `crowded` is a case of which many
    reports count the dead of several; `pointed` and `summed` are figures whose sentence names a means of harm ("in an air
    strike"), or says that it sums up ("since the war began"); `spanning` those that count over a time ("since April", "over
    the past week"). `told` are the exact counts of the harmed in a report, by measure.
    """

    in_town: frozenset[str] = frozenset()
    killings: Mapping[tuple[str, int], str] = field(default_factory=dict)
    crowded: bool = False
    pointed: frozenset[str] = frozenset()
    summed: frozenset[str] = frozenset()
    spanning: frozenset[str] = frozenset()
    told: Mapping[tuple[str, Measure], tuple[Figure, ...]] = field(default_factory=dict)

    def events_of(self, figure: Figure) -> tuple[str, ...]:
        """The events the figure is tied to: its own and the killing of its sentence."""
        killing = self.killings.get((figure.report, figure.sentence.start)) if figure.sentence else None
        return tuple(dict.fromkeys(event for event in (figure.event, killing) if event))

    def at_large(self, figure: Figure, largest: bool = False) -> bool:
        """Whether the count may be one of the whole crisis: not of an event in a town, and where a case tells of many
        killings, only where the words sum up and name no deed; else not of one deed of
        one day either, unless its report counts no more anywhere (`largest`).
        """
        if figure.cumulative or figure.id in self.summed:
            return not (self.crowded and figure.id in self.pointed)
        of_one_deed = figure.id in self.pointed and figure.date is not None and not largest
        return not self.crowded and not of_one_deed and figure.event_mention not in self.in_town


def read_incidents(tables: Tables, means: Means, lexicon: ComparisonLexicon) -> Incidents:
    """The incidents of the case."""
    texts = {report.id: report.text for report in tables.reports}
    wide = {row.id: row.feature in _WIDE for row in tables.places}
    sentences = {
        figure.id: _words(texts.get(figure.report, ""), figure.sentence or figure.span) for figure in tables.figures
    }
    return Incidents(
        in_town=frozenset(
            row.id
            for row in tables.event_mentions
            if row.place_basis in TOLD and not wide.get(row.place_ref or "", True)
        ),
        killings={
            (row.report, row.sentence.start): row.event
            for row in tables.event_mentions
            if row.concept == _KILL and row.event and row.sentence
        },
        crowded=_crowded(tables.figures),
        pointed=frozenset(name for name, words in sentences.items() if is_pointed(means.of(words))),
        summed=_told_by(sentences, (*lexicon.sums_up, *lexicon.spans)),
        spanning=_told_by(sentences, lexicon.spans),
        told=_exact(tables.figures),
    )


def _exact(figures: Iterable[Figure]) -> Mapping[tuple[str, Measure], tuple[Figure, ...]]:
    told: dict[tuple[str, Measure], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure in _COUNTED and figure.subset_of is None and figure.low and figure.low == figure.high:
            told[(figure.report, figure.measure)].append(figure)
    return {key: tuple(rows) for key, rows in told.items()}


def _told_by(sentences: Mapping[str, str], signs: Iterable[str]) -> frozenset[str]:
    """The figures whose sentence holds one of the signs."""
    looked_for = tuple(signs)
    return frozenset(name for name, words in sentences.items() if any(sign in words for sign in looked_for))


def _words(text: str, span: Span) -> str:
    return f" {' '.join(text[span.start : span.end].lower().split())} "


def _crowded(figures: Iterable[Figure]) -> bool:
    """Whether many of the reports that count the dead give two counts, in one voice, that cannot be of one incident."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.measure is Measure.KILLED and figure.subset_of is None and figure.low and not figure.cumulative:
            told[figure.report].append(figure)
    counts = Counter(any(_apart(a, b) for a, b in combinations(rows[:_ENOUGH], 2)) for rows in told.values())
    return counts[True] >= _FEW and counts[True] > _MANY * len(told)


def _apart(one: Figure, other: Figure) -> bool:
    """Of one voice, of two events, and neither number near the other."""
    small, large = sorted((one.low or 0, other.low or 0))
    same_voice = (one.voice_entity or one.voice) == (other.voice_entity or other.voice)
    return same_voice and one.event != other.event and large > _SAME * small
