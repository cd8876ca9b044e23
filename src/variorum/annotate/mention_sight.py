"""What do the finders of names and descriptions look at: the parse, the lexicon's phrases in it, and the report's places?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_scope import Scope
from variorum.annotate.page import Page
from variorum.lexicon.names import Names

HYPHENS = frozenset({"-", "‑"})
ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}s?")


@dataclass(frozen=True)
class Sight:
    """What the name rules look at: the page's parse, the phrases found in it, and the places of the report."""

    page: Page
    names: Names
    matches: tuple[Match, ...]
    ending: Mapping[int, Match]
    covering: Mapping[int, Match]
    scope: Scope

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.page.doc
