"""Does a count of the harmed speak of one incident, or of the crisis at large?"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.means import Means, is_pointed
from variorum.model.base import Span
from variorum.model.tables import Figure, Tables

_WIDE = frozenset({"country", "admin1", None})
_KILL = "kill"
_FEW = 3
_MANY = 0.3


@dataclass(frozen=True)
class Incidents:
    """What tells counts of one incident from counts of the crisis.

    `in_town` are events told in a town or at a site; `killings` the killing told in a sentence, by report and start of the
    sentence, so that those injured there belong to it; `crowded` is a case of which many reports tell of several killings;
    `pointed` and `summed` are figures whose sentence names a means of harm ("in an air strike"), or says that it sums up
    ("since the war began").
    """

    in_town: frozenset[str] = frozenset()
    killings: Mapping[tuple[str, int], str] = field(default_factory=dict)
    crowded: bool = False
    pointed: frozenset[str] = frozenset()
    summed: frozenset[str] = frozenset()

    def events_of(self, figure: Figure) -> tuple[str, ...]:
        """The events the figure is tied to: its own and the killing of its sentence."""
        killing = self.killings.get((figure.report, figure.sentence.start)) if figure.sentence else None
        return tuple(dict.fromkeys(event for event in (figure.event, killing) if event))

    def at_large(self, figure: Figure) -> bool:
        """Whether the count may be one of the whole crisis: not of an event in a town, and where a case tells of many
        killings, only where the words sum up and name no deed.
        """
        if figure.cumulative or figure.id in self.summed:
            return not (self.crowded and figure.id in self.pointed)
        return not self.crowded and figure.event not in self.in_town


def read_incidents(tables: Tables, means: Means, lexicon: ComparisonLexicon) -> Incidents:
    """The incidents of the case."""
    texts = {report.id: report.text for report in tables.reports}
    wide = {row.id: row.feature in _WIDE for row in tables.places}
    sentences = {
        figure.id: _words(texts.get(figure.report, ""), figure.sentence or figure.span) for figure in tables.figures
    }
    return Incidents(
        in_town=frozenset(
            row.event for row in tables.event_mentions if row.event and not wide.get(row.place_ref or "", True)
        ),
        killings={
            (row.report, row.sentence.start): row.event
            for row in tables.event_mentions
            if row.concept == _KILL and row.event and row.sentence
        },
        crowded=_crowded(tables),
        pointed=frozenset(name for name, words in sentences.items() if is_pointed(means.of(words))),
        summed=frozenset(name for name, words in sentences.items() if any(sign in words for sign in lexicon.sums_up)),
    )


def _words(text: str, span: Span) -> str:
    return f" {' '.join(text[span.start : span.end].lower().split())} "


def _crowded(tables: Tables) -> bool:
    """Whether many of the reports that tell of killings tell of two or more, earlier ones left out."""
    past = {event.id for event in tables.events if event.background}
    told: dict[str, set[str]] = defaultdict(set)
    for row in tables.event_mentions:
        if row.concept == _KILL and row.event and row.event not in past:
            told[row.report].add(row.event)
    counts = Counter(len(events) > 1 for events in told.values())
    return counts[True] >= _FEW and counts[True] > _MANY * len(told)
