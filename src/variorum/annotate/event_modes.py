"""Did it happen, and who says so? Polarity and realis of an event mention, and the claim that tells of it."""

from typing import NamedTuple

from spacy.tokens import Token

from variorum.annotate.factuality import FactualityReader
from variorum.annotate.scope import claim_for
from variorum.model.base import Span
from variorum.model.tables import Claim, Tables
from variorum.model.terms import Certainty, Manner, Polarity, Realis


class Telling(NamedTuple):
    """How a mention tells of its event, and the claim whose content it stands in, if any."""

    polarity: Polarity
    realis: Realis
    claim: Claim | None


def telling(reader: FactualityReader, found: Tables, head: Token, span: Span) -> Telling:
    """Polarity and realis of the event at the word: denied, planned and possible win over asserted, a voice's own telling."""
    claim = claim_for(found.claims, span)
    below = _cue(head, claim)
    value = reader.factuality_of(head, below)
    polarity = value.polarity
    if claim is not None and claim.polarity is Polarity.NEGATIVE:
        polarity = Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE
    voiced = claim is not None and (claim.voice is not None or claim.manner is not Manner.NARRATOR)
    if polarity is Polarity.NEGATIVE:
        realis = Realis.DENIED
    elif value.planned:
        realis = Realis.PLANNED
    elif value.conditional or (value.certainty is Certainty.POSSIBLE and not voiced):
        realis = Realis.POSSIBLE
    else:
        realis = Realis.ASSERTED if voiced else Realis.ACTUAL
    return Telling(polarity, realis, claim)


def _cue(head: Token, claim: Claim | None) -> Token | None:
    """The cue above the word, whose effect the claim already tells; None where the claim has none in the word's sentence."""
    if claim is None or claim.cue_start is None:
        return None
    node = head
    while node.head != node:
        node = node.head
        if claim.cue_start <= node.idx < (claim.cue_end or claim.cue_start + 1):
            return node
    return None
