"""Which reports of a case tell of the same happenings? Judged by the rare names and numbers they share."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from variorum.model.tables import Report

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_COMMON = 0.2
"""A word in more than this share of the reports (of a large case) tells nothing apart."""
_FEW = 40
"""A word's reports are compared with one another only where they are at most so many: keeps the cost near linear."""
_NEIGHBOURS = 12
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
        self._known: dict[tuple[str, str], float] = {}

    def of(self, one: str, other: str) -> float:
        """Cosine of the two reports' weighed words, 0 to 1; 1 for a report and itself."""
        if one == other:
            return 1.0
        key = (one, other) if one < other else (other, one)
        if key not in self._known:
            self._known[key] = cosine(self._weights.get(key[0], {}), self._weights.get(key[1], {}))
        return self._known[key]

    def words(self, text: str) -> Mapping[str, float]:
        """Unit-length weights of the words of a passage, rarer in the case weighing more, plain ones left out; empty where
        it has none.
        """
        counts = Counter(word for word in _WORD.findall(text.lower()) if word not in self._plain)
        weights = {
            word: (1 + math.log(count)) * math.log((_BEYOND + self._reports) / max(self._all_holders[word], 1))
            for word, count in counts.items()
        }
        return unit(weights)

    def neighbours(self, report: str) -> tuple[str, ...]:
        """The reports most alike to this one, itself left out, the most alike first; at most a dozen."""
        shared: Counter[str] = Counter()
        for word, weight in self._weights.get(report, {}).items():
            for other in self._holders.get(word, ()):
                shared[other] += int(weight * 1000)
        shared.pop(report, None)
        return tuple(other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_NEIGHBOURS])


def _weighed(words: Counter[str], holders: Counter[str], reports: int) -> dict[str, float]:
    """Unit-length weights of a report's words: rarer and more often used weigh more."""
    most = max(_COMMON * reports, _BEYOND)
    weights = {
        word: (1 + math.log(count)) * math.log((_BEYOND + reports) / holders[word])
        for word, count in words.items()
        if holders[word] <= most
    }
    return unit(weights)


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
