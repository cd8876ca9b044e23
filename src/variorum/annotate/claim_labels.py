"""Who speaks where the line says so itself? "SMITH: …" in a transcript, "Police: …" in a headline, "― Anna Smith" below."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from variorum.annotate.claim_spans import trimmed
from variorum.annotate.claim_words import Attribution, Cues
from variorum.annotate.page import NEWS, Page
from variorum.model.base import Record, Span
from variorum.model.terms import SectionKind

_LABEL = re.compile(
    r"^[ \t]*[\"“]?(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4})(?P<colon>:)[ \t]+(?P<said>\S.*)$", re.MULTILINE
)
_WITHIN = re.compile(r"(?<=[.!?”] )(?P<name>[A-Z][\w’'-]*(?: [\w’'-]+){0,4})(?P<colon>:) (?P<said>[^\W_“\"‘'«][^\n]*)")
_SIGNED = re.compile(
    r"[”\"’][^\S\n]*(?:\n[^\S\n]*)?(?P<dash>[—–―])[^\S\n]*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,4})"
)
_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})
_FEWEST_WORDS = 3
_TOLD = NEWS - {SectionKind.QUESTION}
"""Who asks says nothing by asking."""


def find_labelled(page: Page, cues: Cues) -> Iterator[Attribution]:
    """The words of lines that open with their speaker and a colon, in order of the text."""
    text = page.report.text
    for match in _LABEL.finditer(text):
        section = page.section_at(match.start("name"))
        if section is None or section.kind not in _TOLD or len(match["said"].split()) < _FEWEST_WORDS:
            continue
        if not _speaker(page, match, cues):
            continue
        piece = trimmed(text, match.start("said"), match.end("said"))
        head = _first_root(page, match.start("said"))
        if piece is not None and head is not None:
            yield _by_label(match, piece, head)


def find_labelled_within(page: Page, cues: Cues) -> Iterator[Attribution]:
    """The sentences inside a paragraph that open with their speaker and a colon: "Interior ministry: nine people died."."""
    for match in _WITHIN.finditer(page.report.text):
        section = page.section_at(match.start("name"))
        head = _first_root(page, match.start("said"))
        if section is None or section.kind not in _TOLD or head is None or not _named_body(page, match, cues):
            continue
        piece = trimmed(page.report.text, match.start("said"), min(head.sent.end_char, match.end("said")))
        if piece is not None and len(page.report.text[piece.start : piece.end].split()) >= _FEWEST_WORDS:
            yield _by_label(match, piece, head)


def _by_label(match: re.Match[str], piece: Span, head: Token) -> Attribution:
    return Attribution(
        pieces=(piece,),
        cue=Span(start=match.start("colon"), end=match.end("colon")),
        head_at=head.i,
        voice=Span(start=match.start("name"), end=match.end("name")),
        rule="speaker label",
    )


def _named_body(page: Page, match: re.Match[str], cues: Cues) -> bool:
    """Whether the label is a name or ends in a noun for a source."""
    words = page.doc.char_span(match.start("name"), match.end("name"), alignment_mode="expand")
    if (
        words is None
        or match["name"].lower() in cues.words.label_stops
        or any(t.pos_ in {"ADP", "VERB"} for t in words)
    ):
        return False
    source = words[-1].lemma_.lower() in cues.words.headline_voices
    return source or all(t.ent_type_ in _SPEAKERS for t in words if t.is_alpha)


class Signature(Record, frozen=True, kw_only=True):
    """A dash and the name that sign a quotation."""

    dash: Span
    name: Span


def find_signed(page: Page) -> dict[int, Signature]:
    """The signatures of quotations, by the offset where the quotation's closing mark stands."""
    return {
        match.start(): Signature(
            dash=Span(start=match.start("dash"), end=match.end("dash")),
            name=Span(start=match.start("name"), end=match.start("name") + len(match["name"].rstrip("."))),
        )
        for match in _SIGNED.finditer(page.report.text)
    }


def _speaker(page: Page, match: re.Match[str], cues: Cues) -> bool:
    """Whether the label names somebody: a person or body, a name in capitals, or in the first line a source."""
    name = match["name"]
    words = page.doc.char_span(match.start("name"), match.end("name"), alignment_mode="expand")
    if words is None:
        return False
    first_line = "\n" not in page.report.text[: match.start("name")].strip()
    if name.isupper() and len(name) > 1 and name.lower() not in cues.words.label_stops and not first_line:
        return True
    if first_line and words[-1].lemma_.lower() in cues.words.headline_voices:
        return True
    if any(t.pos_ == "ADP" for t in words):
        return False
    return all(t.ent_type_ in _SPEAKERS for t in words if t.is_alpha) and name.lower() not in cues.words.label_stops


def _first_root(page: Page, offset: int) -> Token | None:
    span = page.doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None or not len(span):
        return None
    first = span[0]
    sentence = first.sent
    return sentence.root if sentence.root.idx >= offset else first
