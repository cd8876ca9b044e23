"""What a lexicon of sections holds: the cues that tell news from the page around it."""

from enum import StrEnum

import msgspec

from variorum.model.terms import SectionKind


class CueScope(StrEnum):
    """How much of the text a cue takes with it.

    `line`: the line, where the pattern fits all of it. `sentence`: the sentence the pattern is found in. `inline`: only
    the words the pattern fits. `tail`: like sentence, but only at the end of a report, beside other boilerplate.
    """

    LINE = "line"
    SENTENCE = "sentence"
    INLINE = "inline"
    TAIL = "tail"


class Cue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One phenomenon of web pages: `patterns` are regular expressions, read without regard to case.

    A sentence that `unless` is found in is news whatever else it says; empty where nothing speaks against the cue.
    """

    rule: str
    kind: SectionKind
    scope: CueScope
    patterns: tuple[str, ...]
    unless: str = ""


class SectionLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by which the parts of a report are told apart; all lower case unless said otherwise.

    `months` and `weekdays` hold full names and abbreviations, months in order of the calendar. `dateline_words` may stand
    in a line that says no more than when and where. `abbreviations` end in a full stop that ends no sentence.
    `list_headings` stand above links to other reports. `interviewers` label the one who asks. `reactions` open an answer,
    `function_words` are frequent in this language and rare in others.
    `signals` are the words and marks of which every sentence that a sentence cue fits holds one at least.
    `own_voice` shows that someone speaks for themselves, `address` that someone is spoken to.
    """

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...]
    dateline_words: frozenset[str]
    small_words: frozenset[str]
    abbreviations: frozenset[str]
    list_headings: tuple[str, ...]
    byline_openings: tuple[str, ...]
    interviewers: frozenset[str]
    reactions: tuple[str, ...]
    own_voice: frozenset[str]
    address: frozenset[str]
    function_words: frozenset[str]
    signals: frozenset[str]
    cues: tuple[Cue, ...]
