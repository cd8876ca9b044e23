"""Did it happen, and who says so? Polarity and realis of an event mention, and the claim that tells of it."""

from typing import NamedTuple

from spacy.tokens import Token

from variorum.annotate.claim_judged import JUDGED
from variorum.annotate.event_parse import ancestors, clause_verb
from variorum.annotate.factuality import FactualityReader
from variorum.annotate.scope import claim_for
from variorum.model.base import Span
from variorum.model.tables import Claim, Tables
from variorum.model.terms import Certainty, Manner, Polarity, Realis

_LABEL = 4
"""Words within which the label of a question ends."""


class Telling(NamedTuple):
    """How a mention tells of its event, and the claim whose content it stands in, if any."""

    polarity: Polarity
    realis: Realis
    claim: Claim | None


def telling(reader: FactualityReader, found: Tables, head: Token, span: Span) -> Telling:
    """Polarity and realis of the event at the word: denied, planned and possible win over asserted, a voice's own telling."""
    claim = _telling_claim(found, head, span)
    value = reader.factuality_of(head)
    if _asked(head) or _averted(head) or _may(head):
        value = value.replace(conditional=True)
    if head.dep_ == "ROOT" and head.tag_ == "VB" and any(child.tag_ == "TO" for child in head.children):
        value = value.replace(planned=True)  # a headline's future: "President *to quit* after protests"
    polarity = value.polarity
    if claim is not None and _denied_as_whole(claim) and (claim.rule == JUDGED or not _cue_above(head, claim)):
        polarity = Polarity.NEGATIVE
    voiced = claim is not None and (claim.voice is not None or claim.manner is not Manner.NARRATOR)
    if value.planned:
        realis = Realis.PLANNED
    elif polarity is Polarity.NEGATIVE and not value.conditional:
        realis = Realis.DENIED
    elif value.conditional or value.attempted or (value.certainty is Certainty.POSSIBLE and not voiced):
        realis = Realis.POSSIBLE
    else:
        realis = Realis.ASSERTED if voiced else Realis.ACTUAL
    return Telling(polarity, realis, claim)


def _asked(head: Token) -> bool:
    """Whether a question asks if it happened: "Did anyone warn you?"; one that asks why or when takes it for granted."""
    if not head.sent.text.rstrip(" \n\r\t”\"'").endswith("?"):
        return False
    label = next((word.i for word in head.sent[:_LABEL] if word.text == ":"), -1)  # "Q: Did anyone warn you?"
    words = [word for word in head.sent if word.i > label and not (word.is_punct or word.is_space)]
    verb = clause_verb(head)
    own = verb == head.sent.root or (verb.dep_ in {"ccomp", "csubj"} and _asks_if_true(verb.head))
    return bool(words) and words[0].pos_ == "AUX" and own


def _asks_if_true(verb: Token) -> bool:
    """Whether a question asks if what follows is so: "*Is* it true that the mayor fled?"."""
    if verb.pos_ == "ADJ":
        verb = verb.head
    return verb.lemma_ == "be" and any(child.lower_ == "it" for child in verb.children)


def _may(head: Token) -> bool:
    """Whether a modal of possibility stands with the verb, whoever says so: "he said she *could be jailed*"."""
    modal = any(child.lower_ in {"may", "might", "could"} and child.dep_ == "aux" for child in head.children)
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in head.children)
    return modal and not perfect and not any(child.dep_ == "neg" for child in head.children)


def _averted(head: Token) -> bool:
    """Whether it is what has yet to be kept from happening, or to come: "close the dam before more people *die*", "the march
    goes on until both *have resigned*".
    """
    verb = clause_verb(head)
    before = any(child.dep_ == "mark" and child.lower_ in {"before", "until"} for child in verb.children)
    finite = next((child.tag_ for child in verb.children if child.dep_ == "aux"), verb.tag_)
    return before and verb.dep_ == "advcl" and finite in {"VBP", "VBZ"}


def _telling_claim(found: Tables, head: Token, span: Span) -> Claim | None:
    """The claim that tells of the event; a noun in scare quotes ("a “special operation” began") is told of by the report."""
    claim = claim_for(found.claims, span)
    if claim is None or claim.manner is not Manner.QUOTE:
        return claim
    verb = clause_verb(head)
    return claim if claim.start <= verb.idx < claim.end else None


def _denied_as_whole(claim: Claim) -> bool:
    """A quotation that its cue denies: nothing inside it says so. Any other negation stands in the words themselves."""
    whole = claim.manner is Manner.QUOTE or claim.rule == JUDGED
    return claim.polarity is Polarity.NEGATIVE and whole and claim.cue_start is not None


def _cue_above(head: Token, claim: Claim) -> bool:
    """Whether the claim's cue stands above the word in its sentence, so that the walk up has taken it into account."""
    if claim.cue_start is None:
        return False
    end = claim.cue_end or claim.cue_start + 1
    return any(claim.cue_start <= node.idx < end for node in ancestors(head))
