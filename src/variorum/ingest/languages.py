"""In which language is a text written?"""

import re
from functools import lru_cache
from typing import Protocol

from variorum.lexicon.load import read_lexicon
from variorum.lexicon.sections import SectionLexicon

_LEAST_LETTERS = 60
_SAMPLE = 5000
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SHARE = 0.14
_SURE = 0.9


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@lru_cache(maxsize=1)
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return read_lexicon("sections", SectionLexicon).function_words


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where it is too short or the language is unsure.

    Plain English is told by its function words alone: loading the model for all languages takes seconds.
    """
    if sum(char.isalpha() for char in text[:400]) < _LEAST_LETTERS:
        return None
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(word in _function_words() for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    language, probability = _identifier().classify(text[:_SAMPLE])
    return str(language) if probability >= _SURE else None
