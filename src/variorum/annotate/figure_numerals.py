"""Which words of a stretch of text are numbers, and what do they say?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from variorum.annotate.figure_number_words import Number, Numeral, WordReader, whole
from variorum.lexicon.quantities import NumeralWords, Quantities

_LARGE = 1000
"""The least scale a part is taken of: "a quarter of a million" is a number, "a third of a dozen" hardly."""


@dataclass(frozen=True)
class NumeralFinder:
    """Finds numerals by one pattern for digits and one for words, made from the lexicon."""

    words: NumeralWords
    lexicon: Quantities
    digits: re.Pattern[str]
    spelled: re.Pattern[str]
    loose: re.Pattern[str]
    fraction: re.Pattern[str]
    nobody: re.Pattern[str]

    def find(self, text: str) -> list[Numeral]:
        """The numerals of the text, in order, none overlapping another."""
        found = [
            *self._in_digits(text),
            *self._in_words(text),
            *self._loose(text),
            *self._fractions(text),
            *self._none(text),
        ]
        kept: list[Numeral] = []
        for numeral in sorted(found, key=lambda item: (item.start, -item.end)):
            if not kept or numeral.start >= kept[-1].end:
                kept.append(numeral)
        return kept

    def _in_digits(self, text: str) -> Iterator[Numeral]:
        for match in self.digits.finditer(text):
            raw = re.sub(r"[,\s\u00a0\u202f]", "", match["number"])
            value: Number = float(raw) if "." in raw else int(raw)
            suffix, currency = match["suffix"] or "", match["currency"]
            scale, sign, end = self._suffix(
                suffix, bool(currency), text[match.end("suffix") if suffix else match.end() :]
            )
            if scale is None:
                continue
            if not suffix or scale == 1:
                factor, length = self._scale_words(text[match.end() :] if not sign else "")
                scale, end = scale * factor, end + length
            total = whole(value * scale)
            if match["minus"]:
                total = -total
            yield Numeral(
                start=match.start(), end=match.end("number") + end, low=total, high=total, coefficient=value, scale=scale,
                currency=currency.strip() if currency else None, sign=sign,
            )  # fmt: skip

    def _suffix(self, suffix: str, money: bool, rest: str) -> tuple[Number | None, str | None, int]:
        """What letters written onto the digits mean: their factor (None: the whole is no number), unit and length."""
        if not suffix:
            return 1, None, 0
        bare = suffix.strip()
        doubtful = bare in self.words.doubtful_scale_letters
        if bare in self.words.scale_letters and (
            not doubtful or money or bare == "k" or re.match(r"\s+(?!deep|tall|high|wide|long)(?:of|[a-z]{3,})", rest)
        ):
            return self.words.scale_letters[bare], None, len(suffix)
        if (
            bare in self.lexicon.units.signs
            or bare in self.lexicon.units.percent
            or bare in self.lexicon.units.durations
        ):
            return 1, bare, len(suffix)
        if suffix[0].isspace() or suffix[0] == "-":
            return 1, None, 0
        return None, None, 0

    def _scale_words(self, rest: str) -> tuple[Number, int]:
        """The factor of scale words that follow ("4 hundred million"), and their length with the space before."""
        factor, length = 1, 0
        while match := re.match(r"[\s-]+(\w+)\b", rest[length:]):
            word = match[1].lower()
            letters = (
                self.words.scale_letters.get(match[1]) if match[1] in ("B", "M", "bn", "mn", "mln", "tn") else None
            )
            scale = self.words.scales.get(word) or letters
            if scale is None:
                break
            factor, length = factor * scale, length + match.end()
        return factor, length

    def _in_words(self, text: str) -> Iterator[Numeral]:
        for match in self.spelled.finditer(text):
            yield from self._spelled_out(match)

    def _loose(self, text: str) -> Iterator[Numeral]:
        """As in "Several", "a few hundred": kept by later steps only where the text says what they count."""
        for match in self.loose.finditer(text):
            low, high = self.words.loose[" ".join(match["word"].lower().split())]
            scale = self.words.scales[match["scale"].lower()] if match["scale"] else 1
            top = high if scale == 1 or low == high else high + 1
            most = top * scale - (0 if top == high else 1)
            yield Numeral(
                start=match.start(), end=match.end(), low=low * scale, high=most, coefficient=low,
                form="vague" if match["scale"] else "loose",
            )  # fmt: skip

    def _fractions(self, text: str) -> Iterator[Numeral]:
        """As in "A third of", "two-thirds", "half the", "one in five", "1/2 pound", "a quarter of a million"."""
        small = {**self.words.teens_and_units, "a": 1, "an": 1, "": 1}
        for match in self.fraction.finditer(text):
            if match["part"]:
                value = small[(match["count"] or "").lower()] * self.words.fractions[match["part"].lower()]
                if scaled := self._of_a_scale.match(text, match.end()):
                    yield self._part_of_scale(match, scaled, value)
                    continue
            else:
                above, below = ((small.get(match[name].lower()) or _integer(match[name])) for name in _ends(match))
                if not above or not below or above >= below:
                    continue
                value = above / below
            yield Numeral(
                start=match.start(), end=match.end(), low=value, high=value, coefficient=value, form="fraction"
            )

    @cached_property
    def _of_a_scale(self) -> re.Pattern[str]:
        large = "|".join(word for word, scale in self.words.scales.items() if scale >= _LARGE)
        return re.compile(rf"s?\s+of\s+an?\s+(?P<scale>{large})\b", re.IGNORECASE)

    def _part_of_scale(self, part: re.Match[str], scaled: re.Match[str], value: float) -> Numeral:
        """As in "three quarters of a million": the part times the scale."""
        scale = self.words.scales[scaled["scale"].lower()]
        total = whole(value * scale)
        return Numeral(
            start=part.start(), end=scaled.end(), low=total, high=total, coefficient=whole(value), scale=scale,
            form="words",
        )  # fmt: skip

    def _none(self, text: str) -> Iterator[Numeral]:
        for match in self.nobody.finditer(text):
            yield Numeral(start=match.start(), end=match.end(), low=0, high=0, coefficient=0, form="zero")

    def _spelled_out(self, match: re.Match[str]) -> Iterator[Numeral]:
        words = [
            (word[0].lower(), match.start() + word.start(), match.start() + word.end())
            for word in re.finditer(r"\w+", match[0])
        ]
        reader = WordReader(self.words)
        for word, start, end in words:
            if not reader.take(word, start, end):
                yield from reader.flush()
                reader.take(word, start, end)
        yield from reader.flush()


def _integer(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _ends(match: re.Match[str]) -> tuple[str, str]:
    return ("upper", "lower") if match["upper"] else ("few", "many")


def numeral_finder(lexicon: Quantities) -> NumeralFinder:
    """The finder for the lexicon's number words, signs and letters."""
    words, units = lexicon.numerals, lexicon.units
    signs = "|".join(re.escape(sign) for sign in sorted(units.symbols, key=len, reverse=True))
    money = rf"(?:(?:US|AU|A|CA|C|HK|NZ|S)\s\$|(?<![A-Za-z])(?:{signs}))\s?"
    number = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d{1,3} 000\b|\d+\.\d+|\d+|\.\d+"
    glued = sorted({*units.signs, *words.scale_letters}, key=len, reverse=True)
    long_signs = "|".join(re.escape(sign).replace("\\ ", r"\s") for sign in units.signs if " " in sign)
    suffix = (
        rf"[\s-]?(?:{long_signs})(?![\w/])|"
        + r"[^\W\d]+[\w/]*|\s?%|[\s-](?:"
        + "|".join(map(re.escape, glued))
        + r")(?![\w/])"
    )
    # not inside a word or code ("COVID-19"), a decimal or a clock time; "0-to-60" and "sub-7" are numbers
    free = r"(?<![\w.,/#])(?:(?<=\bto-)|(?<=\bsub-)|(?<![A-Za-z]-))(?<!\d:)"
    lead = rf"(?:(?P<currency>{money})|(?<![\w$])(?P<minus>minus[\s-]|−)|{free})"
    digits = rf"{lead}(?P<number>{number})(?P<suffix>{suffix})?(?![\w])(?!:\d)"
    small = [*words.teens_and_units, *words.tens, *words.scales, *words.vague, "half"]
    word = "|".join(sorted(small, key=len, reverse=True))
    article = rf"(?:an? (?={'|'.join(words.scales)}\b))?"
    spelled = rf"(?<![\w-]){article}(?:{word})(?:(?:[\s-]+(?:and\s+|of\s+|an?\s+)?)(?:{word})\b)*(?![\w])"
    loose = "|".join(re.sub(r"\s+", r"\\s+", phrase) for phrase in sorted(words.loose, key=len, reverse=True))
    large = rf"(?:\s+(?P<scale>{'|'.join(words.scales)})\b)?"
    units_words = "|".join(words.teens_and_units)
    parts = "|".join(sorted(words.fractions, key=len, reverse=True))
    fraction = (
        rf"(?<![\w-])(?:(?P<count>an?|one|two|three|four|five)[\s-](?P<part>{parts})(?!\w|-\w)(?=s?\s+of\b|s\b)|"
        rf"(?P<few>{units_words}|\d+)\s+(?:out of|in)\s+(?:every\s+)?(?P<many>{units_words}|\d+)(?![\w,.]*\d)(?=\s+[a-z])|"
        rf"(?P<upper>\d)[/⁄](?P<lower>\d{{1,3}})(?=\s+[a-z]))"
    )
    context = lexicon.context
    nobody = "|".join(
        [*(rf"{word}(?:\s+one\b)?" for word in sorted(context.zero_determiners)), *sorted(context.zero_pronouns)]
    )
    return NumeralFinder(
        words, lexicon, re.compile(digits), re.compile(spelled, re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?P<word>{loose})(?![\w-]){large}", re.IGNORECASE),
        re.compile(fraction, re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{nobody})(?![\w-])", re.IGNORECASE),
    )  # fmt: skip
