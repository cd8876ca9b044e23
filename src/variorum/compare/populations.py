"""Of whom or what does a figure count? Figures of different populations are no answers to one question."""

import re
from collections.abc import Sequence

from variorum.lexicon.comparison import ComparisonLexicon

_WORD = re.compile(r"[\w-]+")
PEOPLE = "people"


def population_of(subject: str | None, lexicon: ComparisonLexicon) -> str:
    """The population a subject names: a class of the lexicon, else its own head noun; people where there is no subject.

    The head is the last word before a preposition or relative ("oil workers in the city": worker), and what follows
    "of" where the head only gathers ("members of the security forces": security force).
    """
    words = [_singular(word, lexicon) for word in _WORD.findall((subject or "").lower()) if not word[0].isdigit()]
    phrase = _head_phrase(words, lexicon)
    if not phrase:
        return PEOPLE
    for ending in (" ".join(phrase[start:]) for start in range(len(phrase))):
        for population in lexicon.populations:
            if ending in population.heads:
                return population.name
    return phrase[-1]


def _head_phrase(words: Sequence[str], lexicon: ComparisonLexicon) -> list[str]:
    phrases: list[list[str]] = [[]]
    for word in words:
        if word in lexicon.breaks:
            phrases.append([])
        elif word not in lexicon.determiners:
            phrases[-1].append(word)
    told = [phrase for phrase in phrases if phrase]
    for phrase in told[:-1]:
        if phrase[-1] not in lexicon.group_heads:
            return phrase
    first_after_group = next((phrase for phrase in told if phrase[-1] not in lexicon.group_heads), None)
    return first_after_group or (told[-1] if told else [])


def _singular(word: str, lexicon: ComparisonLexicon) -> str:
    """A plain English singular; enough to compare head nouns, not to print them."""
    if word in lexicon.irregular_plurals:
        return lexicon.irregular_plurals[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
