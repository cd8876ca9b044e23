"""How many things do accounts count for which the record has no measure: aircraft lost, rifles stolen, money found?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

import msgspec

from variorum.compare.claim_words import claim_stems
from variorum.compare.figure_values import Count, Number, compare_counts, says
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, reading_of, speaker
from variorum.compare.verdicts import Comparison, differ
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.model.base import Span
from variorum.model.edtf import Period, read_edtf
from variorum.model.tables import Figure
from variorum.model.terms import Measure, PointKind, Verdict

_SHARED = 3
_NEIGHBOURS = 40
_GRAVITY = 0.4


_LIKE = 0.3
_ORDER = 5
_DAYS = timedelta(days=10)
_Events = Mapping[tuple[str, int], set[str]]
"""The events told in a sentence, by report and start of the sentence."""


def thing_questions(view: CaseView, lexicon: ComparisonLexicon) -> Iterator[AnyQuestion]:
    """The counts of one kind of thing, by its unit, that two accounts or more give in sentences that share three telling words
    or more besides it. Lengths of time and counts of those who speak are none.
    """
    spoken, events = _voices(view), _events(view)
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in view.tables.figures:
        if _counts_things(figure, lexicon) and not any(figure.span.overlaps(span) for span in spoken[figure.report]):
            told[figure.unit or ""].append(figure)
    for unit in sorted(told):
        for figures in _of_one_matter(told[unit], view, events):
            if len({(figure.report, figure.voice) for figure in figures}) > 1:
                yield Question(
                    kind=PointKind.FIGURE,
                    topic=f"how many {_noun(figures, unit)}",
                    answers=tuple(_answer(figure, view) for figure in figures),
                    compare=lambda left, right: compare_things(left.value, right.value),
                    key=f"things|{unit}",
                    gravity=_GRAVITY,
                    measure=Measure.OTHER,
                    population=unit,
                )


def compare_things(left: Count, right: Count) -> Comparison:
    """Two counts of things that like sentences tell of, as counts are compared; never more than different, as nothing but words
    says that they are of one matter.
    """
    found = compare_counts(left, right)
    return differ(found.reason) if found.verdict is Verdict.CONTRADICT else found


def _voices(view: CaseView) -> Mapping[str, Sequence[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for claim in view.tables.claims:
        if claim.voice_span is not None:
            spans[claim.report].append(claim.voice_span)
    return spans


def _events(view: CaseView) -> _Events:
    told: dict[tuple[str, int], set[str]] = defaultdict(set)
    for mention in view.tables.event_mentions:
        if mention.event and mention.sentence:
            told[(mention.report, mention.sentence.start)].add(mention.event)
    return told


def _counts_things(figure: Figure, lexicon: ComparisonLexicon) -> bool:
    if figure.measure is not Measure.OTHER or figure.subset_of is not None or figure.previous is not None:
        return False
    return figure.low is not None and figure.unit is not None and figure.unit not in lexicon.no_things


class _Told(NamedTuple):
    """A count with the telling words of its sentence, those of the count itself left out, the events told there, its day."""

    figure: Figure
    stems: frozenset[str]
    events: frozenset[str]
    day: Period | None


def _of_one_matter(figures: Sequence[Figure], view: CaseView, events: _Events) -> Iterator[list[Figure]]:
    """The counts of one unit by the matter they tell of: each with the first before it that may be of its matter, of the
    latest forty that share a word. A report that gives several numbers there counts parts, or several matters: it is left out.
    """
    matters: list[list[_Told]] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for figure in figures:
        told = _told(figure, view, events)
        near = dict.fromkeys(matter for stem in sorted(told.stems) for matter in holders[stem][-_NEIGHBOURS:])
        same = min((matter for matter in near if _one_matter(matters[matter][0], told)), default=None)
        if same is not None:
            matters[same].append(told)
            continue
        for stem in told.stems:
            holders[stem].append(len(matters))
        matters.append([told])
    for matter in matters:
        numbers: dict[str, set[Number]] = defaultdict(set)
        for told in matter:
            numbers[told.figure.report].add(told.figure.low or 0)
        yield [told.figure for told in matter if len(numbers[told.figure.report]) == 1]


def _told(figure: Figure, view: CaseView, events: _Events) -> _Told:
    sentence, text = figure.sentence or figure.span, view.texts.get(figure.report, "")
    around = f"{text[sentence.start : figure.start]} {text[figure.end : sentence.end]}"
    stems = claim_stems(around) - claim_stems(figure.text)
    day = read_edtf(figure.as_of or view.published.get(figure.report))
    return _Told(figure, stems, frozenset(events[(figure.report, sentence.start)]), day)


def _one_matter(one: _Told, other: _Told) -> bool:
    """Told within days of each other in like sentences that tell of no two events, by numbers of one order."""
    shared = len(one.stems & other.stems)
    if shared < _SHARED or shared < _LIKE * min(len(one.stems), len(other.stems)):
        return False
    if one.events and other.events and one.events.isdisjoint(other.events):
        return False
    if one.day and other.day and abs(one.day.first - other.day.first) > _DAYS:
        return False
    small, large = sorted(float(told.figure.low or 0) for told in (one, other))
    return large <= _ORDER * small


def _noun(figures: Sequence[Figure], unit: str) -> str:
    """The last word of what is counted, as most accounts write it; the unit where they name nothing."""
    nouns = Counter(figure.subject.split()[-1].lower() for figure in figures if figure.subject)
    return min(nouns, key=lambda noun: (-nouns[noun], noun), default=f"{unit}s")


def _answer(figure: Figure, view: CaseView) -> Answer[Count]:
    reading = reading_of(view, figure, figure.span, says(figure), figure.as_of)
    count = Count(
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        as_of=reading.as_of,
        speaker=speaker(reading),
    )
    return Answer(reading=msgspec.structs.replace(reading, low=figure.low, high=figure.high), value=count)
