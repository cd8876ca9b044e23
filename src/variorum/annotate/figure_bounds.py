"""What do the words beside a number make of it: a bound, a range, a change, an estimate?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from variorum.annotate.figure_number_words import Number, Numeral
from variorum.lexicon.quantities import Quantities
from variorum.model.base import Record


class Quantity(Record, frozen=True, kw_only=True):
    """What number words and those beside them say; offsets into the text searched.

    `start`..`end` takes in the words that bound it; `number_start`..`number_end` are the number words alone. `bound` is
    above, from, below, up_to, or "" where the number stands as it is; `ends` are the numerals it is made of, one or two.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Number | None
    high: Number | None
    bound: str = ""
    approximate: bool = False
    previous: Number | None = None
    ends: tuple[Numeral, ...]
    form: str = "digits"


@dataclass(frozen=True)
class BoundReader:
    """Reads the words before and after a number, and pairs numbers that make a range."""

    lexicon: Quantities
    before: re.Pattern[str]
    after: re.Pattern[str]
    kinds: dict[str, str]
    join: re.Pattern[str]
    change: re.Pattern[str]

    def read(self, text: str, numerals: Sequence[Numeral]) -> list[Quantity]:
        """The quantities of the text in order: every numeral is in one of them."""
        found: list[Quantity] = []
        place = 0
        while place < len(numerals):
            first = numerals[place]
            second = numerals[place + 1] if place + 1 < len(numerals) else None
            pair = self._range(text, first, second) if second else None
            found.append(self._bounded(text, pair or _single(first)))
            place += 2 if pair else 1
        return found

    def _range(self, text: str, first: Numeral, second: Numeral) -> Quantity | None:
        gap = self.join.fullmatch(text[first.end : second.start])
        if gap is None or {first.form, second.form} & {"vague", "loose", "zero", "fraction"}:
            return None
        percent = "|".join(map(re.escape, self.lexicon.units.percent))
        if not second.sign and not second.currency and re.match(rf"\s*(?:{percent})", text[second.end :]):
            second = msgspec.structs.replace(second, sign="%")
        joint, unit = gap["joint"].lower(), gap["unit"].strip()
        lead = re.search(
            r"\b(from|between|by)\s+(?:about |around |some |roughly )?$", text[: first.start], re.IGNORECASE
        )
        word = lead[1].lower() if lead else ""
        if word == "by" and joint == "to":
            return None
        lead = None if word == "by" else lead
        if not self._joins(joint, word, unit, first, second):
            return None
        low, high = self._scaled(first, second), second.high
        if joint == "or" and not _neighbours(low, high):
            return None
        start = lead.start() if lead else first.start
        changed = (
            word == "from" and joint in ("to", "up to", "down to") and bool(self.change.search(text[: first.start]))
        )
        return Quantity(
            start=start, end=second.end, number_start=first.start, number_end=second.end, low=min(low, high),
            high=max(low, high), previous=low if changed else None, ends=(first, second), form="range",
        )  # fmt: skip

    def _joins(self, joint: str, lead: str, unit: str, first: Numeral, second: Numeral) -> bool:
        if joint == "and" and lead != "between":
            return False
        if lead != "from" and unit and not self._known_unit(unit):
            return False
        if not self._same_unit(unit, first, second):
            return False
        if joint in ("-", "–", "—", "/") and (
            unit and joint != "-" or first.low > second.high and not second.scale > 1
        ):
            return False
        if joint == "-" and not unit and first.low >= second.high and second.scale == 1:
            return False
        return not (joint == "to" and not lead and first.low > second.high and second.scale == 1 and not first.currency)

    def _same_unit(self, between: str, first: Numeral, second: Numeral) -> bool:
        """Whether both ends can be of one unit: a percentage and a sum of money are no range."""
        percent = first.sign in self.lexicon.units.percent or between.lower() in self.lexicon.units.percent
        if percent and second.sign not in self.lexicon.units.percent:
            return False
        if first.sign and second.sign and first.sign != second.sign:
            return False
        return not (
            first.currency and second.currency and first.currency.replace(" ", "") != second.currency.replace(" ", "")
        )

    def _known_unit(self, unit: str) -> bool:
        units = self.lexicon.units
        words = unit.lower().split()
        return all(
            word in units.percent or word.rstrip("s") in units.currencies | units.measures or word in units.signs
            or word.rstrip("s") in units.durations or unit.lower() in units.percent or word in ("us", "feet", "inches")
            for word in words
        )  # fmt: skip

    @staticmethod
    def _scaled(first: Numeral, second: Numeral) -> Number:
        if second.scale >= 1000 and first.scale == 1 and first.low < second.coefficient:
            return first.low * second.scale
        return first.low

    def _bounded(self, text: str, quantity: Quantity) -> Quantity:
        bound, about, start = "", quantity.approximate, quantity.start
        while match := self.before.search(text[:start]):
            kind = self.kinds[" ".join(match["phrase"].lower().split())]
            if kind == "plain" and match["phrase"][0].isupper() and start != quantity.start:
                break
            if kind in ("above", "below") and text[start:].lower().startswith(_DEFINITE):
                break  # "violence *over* the two polls" bounds no number
            bound = bound or (kind if kind in ("above", "from", "below", "up_to") else "")
            about = about or kind == "about"
            start = match.start("phrase")
        end = quantity.end
        if match := self.after.match(text[end:]):
            kind = self.kinds["after " + " ".join(match["phrase"].lower().split())]
            bound, about, end = bound or (kind if kind != "about" else ""), about or kind == "about", end + match.end()
        low, high = (None, quantity.high) if bound in ("below", "up_to") else (quantity.low, quantity.high)
        high = None if bound in ("above", "from") else high
        return msgspec.structs.replace(
            quantity, start=start, end=end, low=low, high=high, bound=bound, approximate=about
        )


_DEFINITE = ("the ", "these ", "those ")


def close_bounds(quantity: Quantity, counted: bool) -> tuple[Number | None, Number | None]:
    """Low and high: "more than N" begins at N + 1 and "less than N" ends at N - 1 where whole things are counted."""
    low, high = quantity.low, quantity.high
    if counted and quantity.bound == "above" and isinstance(low, int) and quantity.form != "vague":
        return low + 1, None
    if counted and quantity.bound == "below" and isinstance(high, int):
        return None, high - 1
    return low, high


def _neighbours(low: Number, high: Number) -> bool:
    """Whether the numbers follow each other as one counts, singly or in tens or hundreds: "two or three", "60 or 70"."""
    step = high - low
    return step == 1 or (step in (10, 100, 1000) and low % step == 0 and high % step == 0)


def _single(numeral: Numeral) -> Quantity:
    return Quantity(
        start=numeral.start, end=numeral.end, number_start=numeral.start, number_end=numeral.end,
        low=numeral.low, high=numeral.high, ends=(numeral,), form=numeral.form,
    )  # fmt: skip


def bound_reader(lexicon: Quantities) -> BoundReader:
    """The reader for the lexicon's bound phrases."""
    words = lexicon.bounds
    before = {"above": words.above, "from": words.from_, "below": words.below, "up_to": words.up_to}
    before |= {"about": words.about, "plain": words.plain}
    after = {"from": words.from_after, "up_to": words.up_to_after, "about": words.about_after}
    kinds = {phrase: kind for kind, phrases in before.items() for phrase in phrases}
    kinds |= {f"after {phrase}": kind for kind, phrases in after.items() for phrase in phrases}
    change = "|".join(sorted(lexicon.context.change_words, key=len, reverse=True))
    return BoundReader(
        lexicon,
        re.compile(rf"(?:(?<=^)|(?<=[\s(\"“'‘–—,;:-]))(?P<phrase>{_any(before)})(?<=[\w~≈.])\s*$", re.IGNORECASE),
        re.compile(rf"\s*(?P<phrase>\+(?!\w)|{_any(after)})(?!\w)(?!\s+(?:an?|one|two|three|\d))", re.IGNORECASE),
        {**kinds, "after +": "from"},
        re.compile(
            r"(?P<unit>(?:[\s-]+[^\W\d]+){0,2}?)\s*?[-\s]?"
            r"(?P<joint>[-–—]|(?<=[\s-])(?:up to|down to|to|and|or)(?=[\s-]))[\s-]?\s*",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{change})\w*\b", re.IGNORECASE),
    )  # fmt: skip


def _any(groups: dict[str, tuple[str, ...]]) -> str:
    phrases = sorted(
        {phrase for group in groups.values() for phrase in group}, key=lambda phrase: (-len(phrase), phrase)
    )
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
