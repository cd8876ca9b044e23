"""How the lexicon's ways to say a date become regular expressions, and what a match of one means."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from variorum.lexicon.dates import DateLexicon, Extension

_BLANKS = {" ": r"[ \t\u00a0\u202f]+", " ?": r"[ \t\u00a0\u202f]*", "[ -]": r"[ \u00a0\u2010\u2011-]"}
_WRITTEN_BLANK = re.compile(r"\[ -\]| \?| ")
_NAME = re.compile(r"\{(\w+)\}")
_SLOT = re.compile(r"\{(\w+)(\|[^}]*)?\}")
_INNERMOST = re.compile(r"\((?P<look>\?<?[=!])?(?:\?:|\?P<\w+>)?(?P<body>[^()]*)\)(?P<maybe>[?*])?")
_SUFFIX = re.compile(r"_\d$")


@dataclass(frozen=True)
class Classes:
    """The classes of date words: the regular expression of each and the value of each word."""

    expressions: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]

    def of_word(self, said: str) -> frozenset[str]:
        """The classes that a word belongs to; none for digits and for words of no class."""
        plain = _plain(said)
        return frozenset(name for name, words in self.values.items() if plain in words or plain.rstrip(".") in words)

    def value(self, group: str, said: str) -> str:
        """What the words of a group mean: the class's value of the word, or the digits said, two at least but for `digit`."""
        name = _SUFFIX.sub("", group)
        words = self.values.get(name, {})
        plain = _plain(said)
        return words.get(plain) or words.get(plain.rstrip(".")) or _digits(plain, 1 if name == "digit" else 2)


def _plain(said: str) -> str:
    return " ".join(said.lower().replace("’", "'").split())


def _digits(said: str, width: int) -> str:
    return "".join(letter for letter in said if letter.isdigit()).zfill(width)


def read_classes(lexicon: DateLexicon) -> Classes:
    """The classes of the lexicon; longer words are tried before shorter ones."""
    expressions = {}
    for name in sorted({*lexicon.classes, *lexicon.shapes}):
        words = sorted(lexicon.classes.get(name, {}), key=lambda word: (-len(word), word))
        ways = [_literal(word) for word in words]
        if name in lexicon.shapes:
            ways.append(lexicon.shapes[name])
        expressions[name] = f"(?:{'|'.join(ways)})"
    return Classes(expressions=expressions, values=lexicon.classes)


def _literal(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", _BLANKS[" "]).replace(r"\-", _BLANKS["[ -]"]).replace("'", "['’]")
    return escaped if word.endswith(".") else escaped + r"(?!\w)"


def compile_words(words: str, classes: Classes) -> re.Pattern[str]:
    """The regular expression of a way to say a date, with a group for each class it names."""

    def group(match: re.Match[str]) -> str:
        name = match[1]
        return f"(?P<{name}>{classes.expressions[_SUFFIX.sub('', name)]})"

    spaced = _WRITTEN_BLANK.sub(lambda match: _BLANKS[match[0]], words)
    return re.compile(_NAME.sub(group, spaced), re.I)


def meaning(template: str, match: re.Match[str], classes: Classes) -> str:
    """The template with the match's values put in; `{clock}` is the hour of a twelve-hour time with a.m.
    or p.m., `{yearend}` the short year that ends a span of years of one century.
    """
    said = {name: text for name, text in match.groupdict().items() if text is not None}

    def fill(slot: re.Match[str]) -> str:
        name, fallback = slot[1], slot[2]
        if name == "clock":
            return _clock(said["hour12"], said["meridiem"])
        if name == "yearend":
            return said["year"][:2] + said["yearend"]
        if name in said:
            return classes.value(name, said[name])
        return (fallback or "|")[1:]

    return _SLOT.sub(fill, template)


def _clock(hour: str, meridiem: str) -> str:
    afternoon = meridiem.lower().startswith("p")
    return f"{int(hour) % 12 + (12 if afternoon else 0):02d}"


@dataclass(frozen=True)
class CompiledPattern:
    """A way to say a date, ready to search; `order` is its place in the lexicon, which settles ties.

    `needs` are the classes without a word of which it cannot match, so that most stretches need not be searched.
    """

    rule: str
    words: re.Pattern[str]
    value: str
    guard: str | None
    order: int
    needs: frozenset[str]


@dataclass(frozen=True)
class CompiledExtension:
    """Words before (anchored at the end) or after a date that refine it."""

    entry: Extension
    words: re.Pattern[str]


@dataclass(frozen=True)
class DateGrammar:
    """All the ways to say a date, and the words that hint that one is near."""

    classes: Classes
    patterns: tuple[CompiledPattern, ...]
    before: tuple[CompiledExtension, ...]
    after: tuple[CompiledExtension, ...]
    triggers: re.Pattern[str]
    days_after: re.Pattern[str]
    days_before: re.Pattern[str]


def _needed(words: str) -> frozenset[str]:
    """The classes that every match of the words holds: those outside what may be left out, in each alternative."""
    while (inner := _INNERMOST.search(words)) is not None:
        kept = (
            ""
            if inner["maybe"] or inner["look"]
            else " ".join(f"{{{name}}}" for name in sorted(_in_all(inner["body"])))
        )
        words = words[: inner.start()] + kept + words[inner.end() :]
    return frozenset(_in_all(words))


def _in_all(alternatives: str) -> set[str]:
    named = [{_SUFFIX.sub("", name) for name in _NAME.findall(way)} for way in alternatives.split("|")]
    return set.intersection(*named)


def read_grammar(lexicon: DateLexicon) -> DateGrammar:
    """The grammar of the lexicon. Raises KeyError where a pattern names a class that there is not."""
    classes = read_classes(lexicon)
    patterns = tuple(
        CompiledPattern(
            rule=entry.rule,
            words=compile_words(rf"(?<![\w/$€£.])(?:{entry.words})(?!\w)", classes),
            value=entry.value,
            guard=entry.guard,
            order=order,
            needs=_needed(entry.words) & set(lexicon.trigger_classes),
        )
        for order, entry in enumerate(lexicon.patterns)
    )
    before = tuple(
        CompiledExtension(entry=entry, words=compile_words(rf"(?<![\w/$€£])(?:{entry.words})$", classes))
        for entry in lexicon.before
    )
    after = tuple(
        CompiledExtension(entry=entry, words=compile_words(rf"(?:{entry.words})(?!\w)", classes))
        for entry in lexicon.after
    )
    hints = [classes.expressions[name] for name in lexicon.trigger_classes]
    hints += [_literal(word) for word in lexicon.triggers]
    return DateGrammar(
        classes=classes,
        patterns=patterns,
        before=before,
        after=after,
        triggers=re.compile(rf"\d+|\b(?:{'|'.join(hints)})", re.I),
        days_after=compile_words(rf"(?:{lexicon.day_list.after})(?!\w)", classes),
        days_before=compile_words(rf"(?<![\w/$€£.,])(?:{lexicon.day_list.before})$", classes),
    )
