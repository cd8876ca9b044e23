"""Where does a content turn from what is so to what is not? One claim each: "they stayed, and did not shoot"."""

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_words import Attribution
from variorum.annotate.factuality import FactualityReader
from variorum.model.base import Span


def split_by_polarity(doc: Doc, attribution: Attribution, reader: FactualityReader) -> list[Attribution]:
    """The attribution cut before every coordinated clause of another polarity than the one before it; else itself alone."""
    if attribution.cue_at is None or attribution.rule != "clause" or len(attribution.pieces) != 1:
        return [attribution]
    heads = _clauses(doc[attribution.cue_at], attribution.span)
    if len(heads) < 2:
        return [attribution]
    parts = [(attribution.span.start, heads[0])]
    polarity = reader.layers.own(heads[0], None).polarity
    for before, head in zip(heads, heads[1:], strict=False):
        other = reader.layers.own(head, None).polarity
        if other is not polarity:
            parts.append((_start(head, before), head))
        polarity = other
    ends = [start for start, _ in parts[1:]] + [attribution.span.end]
    return [
        _part(doc, attribution, Span(start=start, end=end), head)
        for (start, head), end in zip(parts, ends, strict=True)
    ]


def _clauses(cue: Token, span: Span) -> list[Token]:
    """The coordinated clauses of the cue's content, in order."""
    heads = [c for c in cue.children if c.dep_ == "ccomp"]
    for head in heads:
        heads.extend(c for c in head.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})
    return sorted((h for h in heads if span.start <= h.idx < span.end), key=lambda h: h.i)


def _start(head: Token, before: Token) -> int:
    own = [c for c in head.lefts if c.i > before.i and c.dep_ != "cc"]
    return min((c.left_edge.idx for c in own), default=head.idx)


def _part(doc: Doc, attribution: Attribution, span: Span, head: Token) -> Attribution:
    text = doc.text
    end = span.end
    for ending in (" and", " but"):
        kept = text[span.start : end].rstrip(" ,;")
        if kept.endswith(ending):
            end = span.start + len(kept) - len(ending)
    piece = trimmed(text, span.start, end) or span
    return msgspec.structs.replace(attribution, pieces=(piece,), head_at=head.i)
