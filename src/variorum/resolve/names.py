"""Are two names one person's, one organisation's? A score, and the reasons for it: `same_name`.

Names are folded (scripts, accents, transliterations), cut into words, and the words of one name are paired with those of
the other so that they agree best. Legal forms, titles and particles weigh little; a clash of telling words weighs most.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA, JaroWinkler

from variorum.lexicon.names import read_names
from variorum.model.base import Record
from variorum.model.terms import EntityType
from variorum.resolve.body_names import american
from variorum.resolve.name_folds import fold_word, name_words
from variorum.resolve.person_names import person_words, short_form

THRESHOLD = 0.7
"""Two names are held to be the same from this score on."""


class NameMatch(Record, frozen=True, kw_only=True):
    """How alike two names are: `score` in 0..1, `same` at or above the threshold, and the reasons in words."""

    score: float
    reasons: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether the names are held to be the same."""
        return self.score >= THRESHOLD


@dataclass(frozen=True)
class Pair:
    """A word of one name and the word of the other it answers to; None where it answers to none."""

    left: str | None
    right: str | None
    score: float


def same_name(left: str, right: str, type: EntityType | str = EntityType.PERSON) -> NameMatch:  # noqa: A002
    """How likely two names of one type are the same person's or body's. Symmetric; an empty name matches nothing."""
    left, right = sorted((left, right))
    kind = EntityType(type)
    if kind is EntityType.PERSON:
        return _match_persons(left, right)
    return _match_bodies(left, right)


# -- persons


def _match_persons(left: str, right: str) -> NameMatch:
    one, other = _person(left), _person(right)
    if not one or not other:
        return NameMatch(score=0.0, reasons=("a name has no words",))
    if "".join(fold_word(w) for w in one) == "".join(fold_word(w) for w in other):
        return NameMatch(score=1.0, reasons=("the same but for spelling and spaces",))
    pairs = _pair(one, other)
    return _judge(pairs)


def _person(name: str) -> tuple[str, ...]:
    """The name's words with "Family, Given" turned round, digits that stand for letters read as such, particles folded."""
    parts = name.split(",")
    turned = f"{parts[1]} {parts[0]}" if len(parts) == 2 and parts[1].strip() else name
    words = person_words(turned.translate(_DIGITS) if any(c.isalpha() for c in turned) else turned)
    legal = read_names().organizations.legal
    kept = [word for word in words if word not in _PARTICLES and not (len(words) > 2 and word in legal)]
    return tuple(dict.fromkeys(kept)) or words


_DIGITS = str.maketrans({"0": "o", "1": "i", "9": "g", "3": "e", "5": "s"})
_PARTICLES = frozenset(
    {"al", "el", "bin", "ben", "ibn", "abu", "abou", "de", "da", "van", "von", "der", "ul", "ur", "na"}
)


def _pair(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Words paired greedily, the most alike first; words left over stand alone."""
    options = sorted(
        ((_alike(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)),
        key=lambda option: (-option[0], abs(option[1] - option[2]), option[1], option[2]),
    )
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    pairs = []
    for score, i, j in options:
        if score > 0 and i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            pairs.append(Pair(one[i], other[j], score))
    pairs += [Pair(word, None, 0.0) for i, word in enumerate(one) if i not in taken_one]
    pairs += [Pair(None, word, 0.0) for j, word in enumerate(other) if j not in taken_other]
    return pairs


def _alike(left: str, right: str) -> float:
    """How alike two words of names are: 1 the same sound, 0 unlike; one letter of a short word tells more than of a long."""
    a, b = fold_word(left), fold_word(right)
    if a == b:
        return 1.0
    if len(left) == 1 or len(right) == 1:
        return 0.75 if left[0] == right[0] else 0.0
    if short_form(left) == short_form(right):
        return 0.95
    longest = max(len(a), len(b))
    edits = OSA.distance(a, b)
    raw = OSA.distance(left, right)
    similarity = max(1 - edits / longest, 1 - raw / max(len(left), len(right)))
    allowed = 1 if longest <= 4 else 2 if longest <= 8 else 3
    if min(edits, raw) > allowed:
        return 0.0
    return max(similarity, (similarity + JaroWinkler.similarity(a, b)) / 2) if similarity >= 0.55 else 0.0


def _judge(pairs: Sequence[Pair]) -> NameMatch:
    """The score of paired words: how alike they are, less for words of a name that answer to none."""
    paired = [pair for pair in pairs if pair.left and pair.right]
    alone_one = [pair.left for pair in pairs if pair.left and not pair.right]
    alone_other = [pair.right for pair in pairs if pair.right and not pair.left]
    if not paired:
        return NameMatch(score=0.0, reasons=("no word agrees",))
    weight = sum(_weight(pair) for pair in paired)
    likeness = sum(pair.score * _weight(pair) for pair in paired) / weight
    reasons = [f"{pair.left} ~ {pair.right}" for pair in paired if pair.score < 1.0]
    score = likeness
    if alone_one and alone_other:
        score *= 0.45
        reasons.append(f"{' '.join(alone_one)} against {' '.join(alone_other)}")
    elif alone_one or alone_other:
        extra = alone_one or alone_other
        share = len(paired) / (len(paired) + len(extra))
        if len(paired) == 1:
            share = min(share, 0.5)
        score *= 0.75 + 0.25 * share if share >= 0.5 and len(paired) > 1 else 0.55 + 0.3 * share
        reasons.append(f"only one name has {' '.join(extra)}")
    weakest = min(pair.score for pair in paired)
    score *= 0.6 + 0.4 * weakest
    return NameMatch(score=round(min(score, 1.0), 4), reasons=tuple(reasons) or ("every word agrees",))


def _weight(pair: Pair) -> float:
    return float(min(len(pair.left or ""), len(pair.right or ""), 8))


# -- organisations


def _match_bodies(left: str, right: str) -> NameMatch:
    one, other = _body(left), _body(right)
    if not one.words or not other.words:
        return NameMatch(score=0.0, reasons=("a name has no words",))
    joined = "".join(one.words), "".join(other.words)
    if joined[0] == joined[1]:
        clash = one.forms and other.forms and one.forms.isdisjoint(other.forms)
        return NameMatch(score=0.75 if clash else 1.0, reasons=("the same but for spelling and legal form",))
    if _is_acronym(one.words, other.words) or _is_acronym(other.words, one.words):
        return NameMatch(score=0.75, reasons=("one is the acronym of the other",))
    pairs = [pair if pair.score >= 0.75 else pair for pair in _pair(one.words, other.words)]
    strict = [p for p in pairs if not (p.left and p.right) or p.score >= 0.7]
    dropped = [p for p in pairs if p.left and p.right and p.score < 0.7]
    strict += [Pair(p.left, None, 0.0) for p in dropped] + [Pair(None, p.right, 0.0) for p in dropped]
    match = _judge(strict)
    whole = 1 - OSA.distance(*joined) / max(len(joined[0]), len(joined[1]))
    if whole >= 0.88 and max(len(joined[0]), len(joined[1])) > 6:
        return NameMatch(score=max(match.score, round(whole, 4)), reasons=match.reasons)
    return match


@dataclass(frozen=True)
class Body:
    """An organisation's telling words, folded, and its legal forms."""

    words: tuple[str, ...]
    forms: frozenset[str]


def _body(name: str) -> Body:
    listed = read_names().organizations
    lowered = f" {' '.join(name_words(name.replace('&', ' and ').replace('.', '')))} "
    forms = set()
    for form in listed.legal_phrases:
        if f" {form} " in lowered:
            lowered = lowered.replace(f" {form} ", " ", 1)
            forms.add(listed.legal_phrases[form])
    words = [american(word) for word in lowered.split()]
    kept = [_number(word) for word in words if word not in listed.legal and word not in _IDLE]
    forms |= {word for word in words if word in listed.legal}
    return Body(tuple(kept or words), frozenset(forms))


_IDLE = frozenset({"the", "of", "for", "and", "a", "an"})


def _number(word: str) -> str:
    return read_names().organizations.numbers.get(word, word)


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the one word of a name spells the initials of the other's words."""
    return len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long)
