"""Which statements does a report hand to a voice, or hedge in its own? Who says so, by which words, how surely."""

from collections.abc import Sequence

import msgspec

from variorum.annotate.claim_answers import find_answers
from variorum.annotate.claim_asides import find_asides
from variorum.annotate.claim_cues import find_cued
from variorum.annotate.claim_judged import JUDGED
from variorum.annotate.claim_labels import find_labelled, find_labelled_within, find_signed
from variorum.annotate.claim_narrator import find_narrated, retracted
from variorum.annotate.claim_polarity import split_by_polarity
from variorum.annotate.claim_quotes import find_quotes
from variorum.annotate.claim_reference import find_referring
from variorum.annotate.claim_sources import find_sourced
from variorum.annotate.claim_speech import Speech
from variorum.annotate.claim_views import VIEW
from variorum.annotate.claim_words import Attribution, Cues, names_somebody
from variorum.annotate.factuality import FactualityReader, combine, weaken
from variorum.annotate.factuality_layers import Factuality
from variorum.annotate.page import NEWS, Annotator, Page
from variorum.lexicon.cues import read_cues
from variorum.lexicon.factuality import Effect
from variorum.model.base import Span
from variorum.model.ids import finding_id
from variorum.model.tables import Claim, Link, Tables
from variorum.model.terms import Certainty, Manner

_QUOTED_SHARE = 0.6


def claim_annotator() -> Annotator:
    """The annotator that fills `claims`."""
    finder = ClaimFinder(Cues(read_cues()), FactualityReader())
    return Annotator(name="claims", version=6, needs=("sections",), sets="claims", run=finder.find_claims)


class ClaimFinder:
    """Finds claims; built once from its lexicons, keeps no state between pages."""

    def __init__(self, cues: Cues, reader: FactualityReader) -> None:
        self.cues = cues
        self.reader = reader

    def find_claims(self, page: Page, _: Tables) -> tuple[Claim, ...]:
        """The claims of the page's news, in order of the text: contents nested in another voice's carry the chain."""
        doc = page.doc
        speech = Speech(doc, find_quotes(page.report.text), self.cues)
        labelled = [*find_labelled(page, self.cues), *find_labelled_within(page, self.cues)]
        parsed = [
            *labelled,
            *find_cued(doc, self.cues),
            *find_asides(doc, self.cues),
            *find_sourced(doc, self.cues, self.reader.words.hearsay_passives),
        ]
        joined = speech.join(parsed, find_signed(page))
        joined = [part for a in joined for part in split_by_polarity(doc, a, self.reader)]
        joined += find_referring(page, joined, self.cues)
        answers = (a for a in find_answers(page, self.cues) if not any(a.span.overlaps(b.span) for b in labelled))
        joined += [*answers, *find_narrated(page, self.cues)]
        kept = _without_echoes(page, [a for a in joined if self._counts(page, speech, a)])
        claims = {claim.id: claim for claim in (self._claim(page, speech, a) for a in kept)}
        ordered = sorted(claims.values(), key=lambda c: (c.start, c.end, c.id))
        return _chained(retracted(page, ordered, self.cues))

    def _counts(self, page: Page, speech: Speech, attribution: Attribution) -> bool:
        """Whether the attribution stands in news and is more than an aside of the narrator or of somebody quoted."""
        section = page.section_at(attribution.span.start)
        if section is None or section.kind not in NEWS:
            return False
        if attribution.answer or attribution.narrator:
            return attribution.answer or speech.inside(attribution.span.start) is None
        if attribution.voice is None and not (attribution.hearsay or attribution.view or attribution.quoted):
            return False
        voice = page.quote(attribution.voice).lower() if attribution.voice is not None else ""
        if voice in self.cues.words.speaker_pronouns or self._voiceless(page, attribution):
            return False
        if attribution.cue_at is None or speech.inside(page.doc[attribution.cue_at].idx) is None:
            return True
        return self.cues.speaks(page.doc[attribution.cue_at]) and bool(voice)

    def _voiceless(self, page: Page, attribution: Attribution) -> bool:
        """Whether the voice can have none: nobody, a thing that "threatens", a source that only asks to stay unnamed."""
        cue = page.doc[attribution.cue_at] if attribution.cue_at is not None else None
        head = page.doc[attribution.head_at] if attribution.head_at is not None else None
        voice = page.doc[attribution.voice_at] if attribution.voice_at is not None else None
        if cue is None or voice is None:
            return False
        if head is not None and cue.lemma_ == "ask" and self.cues.unnamed(head):
            return True
        if cue.dep_ == "acl" and cue.tag_ == "VB" and cue.head == voice and not names_somebody(voice):
            return True  # "a session to discuss the fire": whoever holds it discusses it
        singular = voice.lower_ in {
            "this",
            "that",
        }  # which a plural verb does not have for its subject, whatever the parse says
        idle = self.cues.personal(cue) and self.cues.thing(voice) and not (singular and cue.tag_ in {"VB", "VBP"})
        return idle or (self.cues.speaks(cue) and self.cues.nobody(voice))

    def _claim(self, page: Page, speech: Speech, attribution: Attribution) -> Claim:
        span = attribution.span
        value = self._factuality(page, attribution)
        voice = page.quote(attribution.voice) if attribution.voice is not None else None
        if voice is None and attribution.answer:
            voice = self.cues.words.interviewee
        cue = attribution.cue
        sentence = page.doc[
            attribution.head_at if attribution.head_at is not None else speech.token_at(span.start)
        ].sent
        return Claim(
            id=finding_id("claims", page.report.id, span, voice, cue.start if cue else None),
            report=page.report.id,
            start=span.start,
            end=span.end,
            text=page.quote(span),
            voice=voice,
            chain=tuple(Link(text=page.quote(passed), span=passed) for passed in attribution.via),
            manner=_manner(speech, attribution),
            cue=page.quote(cue) if cue else None,
            cue_start=cue.start if cue else None,
            cue_end=cue.end if cue else None,
            polarity=value.polarity,
            certainty=value.certainty,
            pieces=attribution.pieces if len(attribution.pieces) > 1 else (),
            voice_span=attribution.voice,
            sentence=Span(start=sentence.start_char, end=sentence.end_char),
            rule=attribution.rule,
        )

    def _factuality(self, page: Page, attribution: Attribution) -> Factuality:
        """The content's polarity and certainty as the voice claims it, the cue's own effect counted."""
        if attribution.head_at is None:
            return Factuality()
        head = page.doc[attribution.head_at]
        cue = page.doc[attribution.cue_at] if attribution.cue_at is not None else head
        above = cue if cue.is_ancestor(head) else head
        below = above.head if above.head != above else None
        below = above if attribution.rule == VIEW else below  # "was told to leave" is no hearsay
        if attribution.rule == "reference" and cue.is_ancestor(head):
            below = cue  # which counts once, below
        value = self.reader.factuality_of(head, below=below)
        if attribution.rule in {"reference", JUDGED} and self.reader.denies(cue):
            value = combine(Effect.DENY, value, self.reader.layers.own(cue, None))  # "the mayor denied this"
        return weaken(value, Certainty.POSSIBLE) if attribution.hearsay else value


def _without_echoes(page: Page, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those in which a voice only speaks of its own words: "he said he had asked for help"."""
    kept: list[Attribution] = []
    open_spans: list[tuple[Span, str]] = []
    for attribution in sorted(attributions, key=lambda a: (a.span.start, -a.span.end)):
        voice = page.quote(attribution.voice).lower() if attribution.voice is not None else ""
        open_spans = [(span, name) for span, name in open_spans if span.end > attribution.span.start]
        cue = attribution.cue
        echo = cue is not None and any(span.contains(cue) and name == voice for span, name in open_spans)
        if not (echo and voice):
            kept.append(attribution)
            open_spans.append((attribution.span, voice))
    return kept


def _manner(speech: Speech, attribution: Attribution) -> Manner:
    if attribution.narrator:
        return Manner.NARRATOR
    if attribution.quoted:
        return Manner.QUOTE
    words = sum(piece.end - piece.start for piece in attribution.pieces)
    quoted = sum(
        max(0, min(piece.end, quote.inner.end) - max(piece.start, quote.inner.start))
        for piece in attribution.pieces
        for quote in speech.quotes
        if quote.inner.overlaps(piece)
    )
    return Manner.QUOTE if quoted >= _QUOTED_SHARE * words else Manner.INDIRECT


def _chained(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with their chains: the voice, who passes its words on, then the voices of the contents around it."""
    around: list[Claim] = []
    chains: dict[str, tuple[Link, ...]] = {}
    for claim in sorted(claims, key=lambda c: (c.start, -c.end, c.id)):
        around = [other for other in around if other.end > claim.start]
        chains[claim.id] = _chain(claim, around)
        around.append(claim)
    return tuple(msgspec.structs.replace(claim, chain=chains[claim.id]) for claim in claims)


def _chain(claim: Claim, around: Sequence[Claim]) -> tuple[Link, ...]:
    spoken_at = claim.start if claim.cue_start is None else claim.cue_start
    told = [other for other in around if other.rule != "reference" or claim.rule == "reference"]
    holding = [other for other in told if other.span.contains(claim.span) and other.start <= spoken_at < other.end]
    holding.sort(key=lambda other: (other.end - other.start, other.id))
    voiced = [
        Link(text=link.voice, polarity=link.polarity, certainty=link.certainty, span=link.voice_span)
        for link in (claim, *holding)
        if link.voice is not None
    ]
    own = 0 if claim.voice is None else 1
    return (*voiced[:own], *claim.chain, *voiced[own:])
