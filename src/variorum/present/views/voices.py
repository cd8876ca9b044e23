"""Who says what, in which words, how surely, and by way of whom?"""

from collections import defaultdict

from variorum.model.base import Record
from variorum.model.tables import Claim
from variorum.model.terms import Certainty, Manner, Polarity
from variorum.present.views.index import Index, Quote, Way
from variorum.present.views.phrases import between
from variorum.present.views.visible import on_line
from variorum.present.views.words import CERTAINTIES, MANNERS

THE_REPORTS = "The reports themselves"


class ClaimView(Record, frozen=True, kw_only=True, gc=False):
    """A statement: its words, how it is put, and the chain by which it came to the report."""

    anchor: str
    quote: Quote
    manner: str
    denied: bool
    certainty: str
    chain: str
    cue: str
    called: str
    origins: str
    readings: tuple[Way, ...]


class VoiceView(Record, frozen=True, kw_only=True):
    """A voice and all it is said to say; `anchor` is "" for a voice that is no entity."""

    anchor: str
    name: str
    href: str
    claims: tuple[ClaimView, ...]


def read_voices(index: Index) -> tuple[VoiceView, ...]:
    """Every claim under its voice, the voice of most claims first, the reports themselves last."""
    by_voice: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.tables.claims:
        by_voice[_key(claim)].append(claim)
    ordered = sorted(by_voice, key=lambda key: (key == "", -len(by_voice[key]), key))
    return tuple(_voice(key, by_voice[key], index) for key in ordered)


def _key(claim: Claim) -> str:
    return claim.voice_entity or on_line(claim.voice_name or claim.voice).casefold()


def _voice(key: str, claims: list[Claim], index: Index) -> VoiceView:
    first = claims[0]
    entity = index.entities.get(first.voice_entity or "")
    name = entity.name if entity else first.voice_name or first.voice
    in_order = sorted(claims, key=lambda claim: (index.witness(claim.report).place, claim.start, claim.id))
    return VoiceView(
        anchor=f"said-{first.voice_entity}" if first.voice_entity else "",
        name=on_line(name) if key else THE_REPORTS,
        href=index.entity_href(first.voice_entity),
        claims=tuple(read_claim(claim, on_line(name), index) for claim in in_order),
    )


def read_claim(claim: Claim, name: str, index: Index) -> ClaimView:
    """One statement; `name` is what the page calls its voice."""
    links = [on_line(link.text) + (" (denies)" if link.polarity is Polarity.NEGATIVE else "") for link in claim.chain]
    low, high = claim.independent_low, claim.independent_high
    return ClaimView(
        anchor=claim.id,
        quote=index.quote(claim),
        manner=MANNERS[claim.manner] if claim.voice or claim.manner is not Manner.INDIRECT else "without a named voice",
        denied=claim.polarity is Polarity.NEGATIVE,
        certainty="" if claim.certainty is Certainty.CERTAIN else CERTAINTIES[claim.certainty],
        chain=", via ".join(links) if len(links) > 1 else "",
        cue=on_line(claim.cue),
        called=on_line(claim.voice) if on_line(claim.voice) != name else "",
        origins="" if low is None or high is None or high < 2 else between(low, high, "independent origin"),
        readings=index.readings_of(claim.id),
    )
