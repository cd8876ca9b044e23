"""Whose words stand in quotation marks? Quotations joined to the cue beside them, or to the speaker before."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_build import cue_span
from variorum.annotate.claim_labels import Signature
from variorum.annotate.claim_quotes import Quote
from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_strays import stray_subject
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_voices import voice_head
from variorum.annotate.claim_words import Attribution, Cues
from variorum.model.base import Span

_REACH = 14
_NEAR = 10


class Speech:
    """The quotations of one text and the cues that are not inside them."""

    def __init__(self, doc: Doc, quotes: Sequence[Quote], cues: Cues) -> None:
        self.doc = doc
        self.text = doc.text
        self.quotes = quotes
        self.cues = cues
        self._starts = [token.idx for token in doc]
        self._quote_starts = [quote.outer.start for quote in quotes]

    def token_at(self, offset: int) -> int:
        """The number of the first token that starts at or after the offset."""
        return bisect_left(self._starts, offset)

    def inside(self, offset: int) -> Quote | None:
        """The quotation that holds the offset; None outside all."""
        place = bisect_left(self._quote_starts, offset + 1) - 1
        if place >= 0 and self.quotes[place].outer.start <= offset < self.quotes[place].outer.end:
            return self.quotes[place]
        return None

    def join(self, found: Sequence[Attribution], signed: Mapping[int, Signature]) -> list[Attribution]:
        """The attributions, widened to the quotations they begin, and those of quotations no cue has by the parse.

        `signed` are names that sign a quotation, by the offset of its closing mark.
        """
        joined = list(found)
        last: Attribution | None = None
        for quote in self.quotes:
            holding = self._holding(joined, quote)
            if holding is not None:
                joined[holding] = last = self._widened(joined[holding], quote)
                continue
            attribution = self._signed(quote, signed) or self._beside(quote) or self._carried(quote, last)
            if attribution is None:
                continue
            same = next((i for i, a in enumerate(joined) if self._interrupted(a, attribution)), None)
            if same is None:
                joined.append(attribution)
                last = attribution
            else:
                pieces = tuple(sorted({*joined[same].pieces, *attribution.pieces}))
                joined[same] = last = msgspec.structs.replace(joined[same], pieces=pieces)
        return joined

    def _holding(self, found: Sequence[Attribution], quote: Quote) -> int | None:
        """The number of the narrowest attribution whose content meets the quotation and whose cue stands outside."""
        meeting = [
            (a.span.end - a.span.start, number)
            for number, a in enumerate(found)
            if (a.cue is None or not quote.outer.contains(a.cue)) and any(p.overlaps(quote.inner) for p in a.pieces)
        ]
        return min(meeting)[1] if meeting else None

    def _widened(self, attribution: Attribution, quote: Quote) -> Attribution:
        """With all of the quotation: the parse of a quotation often ends with its first sentence."""
        spans = [*attribution.pieces, quote.inner]
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1].end + 1:
                merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
            else:
                merged.append(span)
        pieces = tuple(p for p in (trimmed(self.text, s.start, s.end) for s in merged) if p is not None)
        whole = all(quote.outer.contains(piece) for piece in pieces)
        return msgspec.structs.replace(
            attribution, pieces=pieces or attribution.pieces, quoted=attribution.quoted or whole
        )

    def _signed(self, quote: Quote, signed: Mapping[int, Signature]) -> Attribution | None:
        signature = signed.get(quote.inner.end)
        piece = trimmed(self.text, quote.inner.start, quote.inner.end)
        if piece is None or signature is None:
            return None
        return Attribution(
            pieces=(piece,),
            cue=signature.dash,
            head_at=self._root(piece),
            voice=signature.name,
            quoted=True,
            rule="signed quotation",
        )

    def _beside(self, quote: Quote) -> Attribution | None:
        before, after = self._before(quote), None if self._ends_sentence(quote) else self._after(quote)
        comma = self.text[quote.inner.end - 1] in ",?!" or self.text[quote.outer.end : quote.outer.end + 1] == ","
        cue = (after or before) if comma else (before or after)
        if cue is not None:
            return self._spoken(quote, cue, "quote with cue")
        return self._named(quote)

    def _after(self, quote: Quote) -> Token | None:
        """The cue right behind a quotation, with its subject: "…", he said; "…", said the man."""
        number = self.token_at(quote.outer.end)
        for token in self.doc[number : number + _NEAR]:
            if "\n" in token.text or self.inside(token.idx) or token.text in {".", ";"}:
                return None
            if token.pos_ == "VERB":
                subject = any(c.dep_ == "nsubj" and c.i >= number for c in token.children)
                subject = subject or stray_subject(token) is not None
                fits = self.cues.is_verb(token) and self.cues.speaks(token) and (subject or token.dep_ == "conj")
                return (
                    token
                    if fits and (not self.cues.needs_sentence(token) or _whole_sentence(self.text, quote))
                    else None
                )
        return None

    def _ends_sentence(self, quote: Quote) -> bool:
        """Whether the quotation ends its sentence and another begins behind it, which is no cue of it."""
        if self.text[quote.inner.end - 1] != ".":
            return False
        following = self.text[quote.outer.end :][:2].strip()
        return following[:1].isupper()

    def _before(self, quote: Quote) -> Token | None:
        number = self.token_at(quote.outer.start)
        colon = False
        for token in reversed(self.doc[max(0, number - _REACH) : number]):
            if token.is_space or token.is_quote:
                if "\n" in token.text and not colon and self._ends_with_colon(token.i) is False:
                    return None
                continue
            if token.text == ":":
                colon = True
                continue
            if self.inside(token.idx) or token.text in {".", "?", "!", ";"}:
                return None
            if token.pos_ == "VERB":
                return token if self._introduces(token, quote, colon) else None
        return None

    def _introduces(self, verb: Token, quote: Quote, colon: bool) -> bool:
        if not self.cues.is_verb(verb):
            return False
        if self.cues.needs_sentence(verb):
            return colon or _whole_sentence(self.text, quote)
        return colon or self.cues.speaks(verb)

    def _ends_with_colon(self, number: int) -> bool:
        while number > 0 and self.doc[number].is_space:
            number -= 1
        return self.doc[number].text == ":"

    def _spoken(self, quote: Quote, cue: Token, rule: str) -> Attribution | None:
        voice = voice_head(cue)
        piece = trimmed(self.text, quote.inner.start, quote.inner.end)
        if piece is None or voice is None:
            return None
        return Attribution(
            pieces=(piece,),
            cue=cue_span(cue),
            cue_at=cue.i,
            head_at=self._root(piece),
            voice=voice_span(voice),
            voice_at=voice.i,
            quoted=True,
            rule=rule,
        )

    def _root(self, piece: Span) -> int | None:
        """The highest word of the quotation's first sentence."""
        first = self.token_at(piece.start)
        if first >= len(self.doc):
            return None
        sentence = self.doc[first].sent
        inside = [t for t in sentence if piece.start <= t.idx < piece.end]
        return next((t.i for t in inside if t.head == t or not piece.start <= t.head.idx < piece.end), None)

    def _named(self, quote: Quote) -> Attribution | None:
        """A name and a colon before the quotation: the short form of interviews and headlines."""
        number = self.token_at(quote.outer.start) - 1
        while number > 0 and self.doc[number].is_space and "\n" not in self.doc[number].text:
            number -= 1
        if number < 1 or self.doc[number].text != ":":
            return None
        colon, voice = self.doc[number], self._before_colon(number)
        piece = trimmed(self.text, quote.inner.start, quote.inner.end)
        if piece is None or voice is None or voice.pos_ not in {"PROPN", "NOUN", "PRON"}:
            return None
        return Attribution(
            pieces=(piece,),
            cue=Span(start=colon.idx, end=colon.idx + 1),
            cue_at=colon.i,
            head_at=self._root(piece),
            voice=voice_span(voice),
            voice_at=voice.i,
            quoted=True,
            rule="name and colon",
        )

    def _before_colon(self, number: int) -> Token | None:
        """The subject of the sentence a colon ends ("the king had one answer: …"), or the name right before it."""
        verb = self.doc[number - 1].sent.root
        if verb.pos_ in {"VERB", "AUX"} and verb.i < number:
            return voice_head(verb)
        name = self.doc[number - 1]
        while name.dep_ in {"compound", "flat"} and name.head.i < number:
            name = name.head
        return name

    def _carried(self, quote: Quote, last: Attribution | None) -> Attribution | None:
        """A quotation that goes on: in the next paragraph, or after the cue's sentence in the same one."""
        if last is None or not last.quoted:
            return None
        between = self.text[last.span.end : quote.outer.start]
        if not quote.continues and ("\n" in between or not _whole_sentence(self.text, quote)):
            return None
        piece = trimmed(self.text, quote.inner.start, quote.inner.end)
        if piece is None:
            return None
        return msgspec.structs.replace(last, pieces=(piece,), head_at=self._root(piece), rule="quote goes on")

    def _interrupted(self, first: Attribution, second: Attribution) -> bool:
        """Whether both are parts of one quotation that its cue interrupts: "A," he said, "B"."""
        if first.cue_at is None or first.cue_at != second.cue_at or not first.quoted:
            return False
        return "." not in self.text[first.span.end : second.span.start].replace(".,", "")


def _whole_sentence(text: str, quote: Quote) -> bool:
    return text[quote.inner.start].isupper() and text[quote.inner.end - 1] in ".?!…,"
