"""Does a day told without its year or week lie ahead of the report or behind it? Asked of verbs and prepositions."""

from collections.abc import Iterator
from enum import Enum

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.lexicon.dates import TenseCues
from variorum.model.timex import Toward

_VERBAL = ("VERB", "AUX")


class DayKind(Enum):
    """What kind of words leave it open which day is meant: a weekday, a day of a month, or a longer period."""

    WEEKDAY = "weekday"
    DATE = "date"
    PERIOD = "period"


def toward(span: TokenSpan, cues: TenseCues, kind: DayKind) -> Toward:
    """Where the date of the words lies from the day of writing, as far as the grammar of its clause shows.

    A verb in the past says it is the latest, one ahead ("will", "scheduled for") the coming one; else the nearest.
    A day that belongs to a noun ("the 5 May vote") is the nearest whatever the verb, a weekday then the latest.
    """
    verb = _governor(span.root)
    if verb is None:
        return Toward.LATEST
    before, in_noun = _preposition(span), _inside_noun(span, verb)
    if before in cues.behind_after:
        return Toward.LATEST
    if _told_ahead(span, verb, cues):
        return Toward.COMING
    if in_noun and _happened(span, cues):
        return Toward.LATEST
    if (in_noun and kind is DayKind.DATE) or (before in cues.open_after and kind is not DayKind.WEEKDAY):
        return Toward.NEAREST
    if _is_ahead(verb, cues):
        return Toward.COMING
    if before in cues.ahead_after:
        return Toward.NEAREST
    if in_noun:
        return Toward.LATEST if kind is DayKind.WEEKDAY else Toward.NEAREST
    return Toward.LATEST if _is_past(verb, cues) else Toward.NEAREST


def _preposition(span: TokenSpan) -> str:
    words = span.doc[max(span.sent.start, span.start - 1) : span.start + 1]
    return next((word.lower_ for word in words if word.pos_ in ("ADP", "SCONJ", "ADV", "PART")), "")


def _happened(span: TokenSpan, cues: TenseCues) -> bool:
    """Whether the date tells which of the things that nobody plans is meant: "the killings in February"."""
    noun = next((one for one in span.root.ancestors if one.pos_ in ("NOUN", "PROPN") and one not in span), None)
    return noun is not None and noun.lemma_.lower() in cues.happened_nouns


def _glued(span: TokenSpan) -> bool:
    """Whether the parse made one phrase of the date and the subject behind it: "On *May 9 riot police* opened fire"."""
    noun, before = span.root.head, span.doc[span.start - 1] if span.start else None
    if before is None or before.lower_ != "on" or span.root.dep_ == "poss" or noun.i < span.end:
        return False
    return noun.dep_ in ("pobj", "nsubj", "nsubjpass") and noun.left_edge.i == span.start


def _inside_noun(span: TokenSpan, verb: Token) -> bool:
    if _glued(span):
        return False
    for ancestor in span.root.ancestors:
        if ancestor == verb:
            return False
        if ancestor.pos_ in ("NOUN", "PROPN", "ADJ") and ancestor not in span:
            return True
    return False


def _governor(token: Token) -> Token | None:
    return next((ancestor for ancestor in token.ancestors if ancestor.pos_ in _VERBAL), None)


def _clause_verbs(verb: Token) -> Iterator[Token]:
    """The verb and those it hangs on while it has no tense of its own ("is going to start getting")."""
    while True:
        yield verb
        finite = verb.tag_ in ("VBD", "VBN", "VBZ", "VBP", "MD") or bool(_auxiliaries(verb))
        if verb.dep_ not in ("xcomp", "conj", "ccomp", "advcl", "pcomp", "prep") or (finite and verb.dep_ != "xcomp"):
            return
        above = _governor(verb)
        if above is None:
            return
        verb = above


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def _told_ahead(span: TokenSpan, verb: Token, cues: TenseCues) -> bool:
    """Whether the date hangs on a word such as "due" that a verb in the present holds."""
    if _tells_of_past([verb, *_auxiliaries(verb)], cues):
        return False
    chain = [one for one in span.root.ancestors if one == verb or one.is_ancestor(span.root)]
    near = chain[: chain.index(verb) + 1] if verb in chain else []
    return any(one.lower_ in cues.ahead_adjectives for one in near)


def _is_ahead(verb: Token, cues: TenseCues) -> bool:
    for one in _clause_verbs(verb):
        auxiliaries = _auxiliaries(one)
        if any(child.lower_ in cues.future_auxiliaries for child in auxiliaries):
            return True
        if any(child.tag_ == "TO" for child in auxiliaries) and one.head.lemma_ in cues.ahead_governors:
            return not _tells_of_past(_auxiliaries(one.head), cues)
        if one.lemma_ in cues.ahead_participles and not _tells_of_past(auxiliaries, cues):
            return True
    return False


def _tells_of_past(auxiliaries: list[Token], cues: TenseCues) -> bool:
    return any(child.tag_ == "VBD" or child.lower_ in cues.past_auxiliaries for child in auxiliaries)


def _is_past(verb: Token, cues: TenseCues) -> bool:
    for one in _clause_verbs(verb):
        auxiliaries = _auxiliaries(one)
        if any(child.lower_ in cues.open_auxiliaries for child in auxiliaries) or one.lemma_ in cues.ahead_participles:
            return False
        if one.tag_ == "VBD" or _tells_of_past(auxiliaries, cues) or (one.tag_ == "VBN" and not auxiliaries):
            return True
    return False
