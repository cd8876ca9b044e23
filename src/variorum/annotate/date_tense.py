"""Does a day told without its year or week lie ahead of the report or behind it? Asked of verbs and prepositions."""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from variorum.lexicon.dates import TenseCues
from variorum.model.timex import Toward

_VERBAL = ("VERB", "AUX")


def toward(span: TokenSpan, cues: TenseCues) -> Toward:
    """Where the date of the words lies from the day of writing, as far as the grammar of its clause shows.

    Verbs in the past say it is the latest; those ahead ("will", "scheduled for") the coming one; else the nearest.
    """
    verb = _governor(span.root)
    if verb is None:
        return Toward.LATEST
    if _is_ahead(verb, cues):
        return Toward.COMING
    if _preposition(span) in cues.ahead_after:
        return Toward.NEAREST
    return Toward.LATEST if _is_past(verb, cues) else Toward.NEAREST


def _preposition(span: TokenSpan) -> str:
    before = span.doc[span.start - 1] if span.start > span.sent.start else None
    return before.lower_ if before is not None else ""


def _governor(token: Token) -> Token | None:
    for ancestor in token.ancestors:
        if ancestor.pos_ in _VERBAL:
            return ancestor
    return None


def _is_ahead(verb: Token, cues: TenseCues) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in cues.future_auxiliaries for child in auxiliaries):
        return True
    if verb.lemma_ in cues.ahead_governors and verb.tag_ == "VBN":
        return True
    infinitive = any(child.tag_ == "TO" for child in auxiliaries)
    return infinitive and verb.head.lemma_ in cues.ahead_governors


def _is_past(verb: Token, cues: TenseCues) -> bool:
    if verb.tag_ in ("VBD", "VBN"):
        return True
    if any(child.tag_ == "VBD" or child.lemma_ in cues.past_auxiliaries for child in verb.children if "aux" in child.dep_):
        return True
    above = _governor(verb)
    return above is not None and verb.tag_ in ("VBG", "VB") and _is_past(above, cues)
