"""Which reports of a case tell of the same happenings? Judged by the rare names and numbers they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from variorum.model.tables import Report

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_COMMON = 0.2
"""A word in more than this share of the reports (of a large case) tells nothing apart."""
_FEW = 40
"""A word's reports are compared with one another only where they are at most so many: keeps the cost near linear."""
_NEIGHBOURS = 12
_LARGE = 100
"""Reports from which a case is large."""
_COARSE, _FINE = 1, 4
"""Steps of rarity for each doubling of a word's holders, in a large case and else."""
_BEYOND = 10
"""Reports imagined beside those of the case, so that in a case of a few a word that two of them share still tells."""


class Likeness:
    """Weighs the words of every report by rarity and answers how alike two reports are."""

    def __init__(self, reports: Sequence[Report], plain: frozenset[str] = frozenset()) -> None:
        self._plain = plain
        counts = {
            report.id: Counter(word for word in _WORD.findall(report.text.lower()) if word not in plain)
            for report in reports
        }
        holders: Counter[str] = Counter()
        for words in counts.values():
            holders.update(words.keys())
        self._reports, self._all_holders = len(counts), holders
        self._weights = {report: _weighed(words, holders, len(counts)) for report, words in counts.items()}
        self._holders = _by_word(self._weights, holders)
        self._neighbours = {report: self._nearest(report) for report in self._weights}
        self._alike = self._compared()

    def of(self, one: str, other: str) -> float:
        """Cosine of the two reports' weighed words, 0 to 1, where one is among the nearest neighbours of the other, else 0; 1
        for a report and itself.
        """
        return 1.0 if one == other else self._alike[one].get(other, 0.0)

    def words(self, text: str) -> Mapping[str, float]:
        """Unit-length weights of the words of a passage, rarer in the case weighing more, plain ones left out; empty where
        it has none.
        """
        counts = Counter(word for word in _WORD.findall(text.lower()) if word not in self._plain)
        weights = {
            word: (1 + math.log(count)) * _rarity(self._all_holders[word], self._reports)
            for word, count in counts.items()
        }
        return unit(weights)

    def neighbours(self, report: str) -> tuple[str, ...]:
        """The reports most alike to this one, itself left out, the most alike first; at most a dozen."""
        return self._neighbours[report]

    def _nearest(self, report: str) -> tuple[str, ...]:
        shared: Counter[str] = Counter()
        for word, weight in self._weights[report].items():
            for other in self._holders.get(word, ()):
                shared[other] += int(weight * 1000)
        shared.pop(report, None)
        return tuple(other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_NEIGHBOURS])

    def _compared(self) -> Mapping[str, Mapping[str, float]]:
        """Likeness of every report and its neighbours, from both sides."""
        alike: dict[str, dict[str, float]] = {report: {} for report in self._weights}
        for report, neighbours in self._neighbours.items():
            for other in neighbours:
                if other not in alike[report]:
                    alike[report][other] = alike[other][report] = cosine(self._weights[report], self._weights[other])
        return alike


def _weighed(words: Counter[str], holders: Counter[str], reports: int) -> dict[str, float]:
    """Unit-length weights of a report's words: rarer and more often used weigh more."""
    most = max(_COMMON * reports, _BEYOND)
    weights = {
        word: (1 + math.log(count)) * _rarity(holders[word], reports)
        for word, count in words.items()
        if holders[word] <= most
    }
    return unit(weights)


@cache
def _rarity(holders: int, reports: int) -> float:
    """How rare a word is that so many of the reports hold, in steps: in a large case, twice as many holders make one, so that
    a report more leaves nearly all words, and what was compared by them, as they were.
    """
    steps = _COARSE if reports >= _LARGE else _FINE
    whole = round(_FINE * math.log2(_BEYOND + reports)) / _FINE
    return max(0.0, whole - round(steps * math.log2(max(holders, 1))) / steps)


def unit(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights brought to length one, in the order of the words; empty where they have no length."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in sorted(weights.items())} if length else {}


def _by_word(weights: Mapping[str, Mapping[str, float]], holders: Counter[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = defaultdict(list)
    for report in sorted(weights):
        for word in weights[report]:
            if 1 < holders[word] <= _FEW:
                table[word].append(report)
    return {word: tuple(reports) for word, reports in table.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two unit-length weightings are, 0 to 1."""
    shared = one.keys() & other.keys()
    # fsum: the same whatever the order of the set
    return math.fsum([one[word] * other[word] for word in shared]) if shared else 0.0
