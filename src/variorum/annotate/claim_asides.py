"""Who is named in an aside with "as": "as the ministry said, …", "…, as reported by the agency"?"""

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc, Token

from variorum.annotate.claim_build import attribution, infinitive
from variorum.annotate.claim_views import papers
from variorum.annotate.claim_voice_spans import voice_span
from variorum.annotate.claim_words import Attribution, Cues

_VERBS = frozenset({"VERB", "AUX"})
_COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "oprd"})


def find_asides(doc: Doc, cues: Cues) -> Iterator[Attribution]:
    """The clauses that an aside with "as" hands to a voice, in order of the cues.

    Where the clause is denied and the aside behind it claims ("we are no thieves, as the mayor claims"), the content is
    what is denied.
    """
    for token in doc:
        if token.lower_ != "as" or token.dep_ not in {"mark", "advmod", "prep"}:
            continue
        cue = token.head
        if not (cue.pos_ == "VERB" and cues.is_verb(cue) and cues.speaks(cue) and token.i < cue.i):
            continue
        matrix = cue.head
        if cue.dep_ not in {"advcl", "parataxis"} or matrix.pos_ not in _VERBS or _has_content(cue):
            continue
        found = _clause(cue, matrix)
        paper = next(papers(cue, cues), None)
        if found is not None and found.voice_at is None and paper is not None:
            found = msgspec.structs.replace(found, voice=voice_span(paper), voice_at=paper.i)
        if found is not None and found.voice_at is not None and not cues.thing(doc[found.voice_at]):
            yield found


def _has_content(cue: Token) -> bool:
    return infinitive(cue) or any(
        c.dep_ in {"ccomp", "xcomp", "dobj", "oprd", "dative"} and c.i > cue.i for c in cue.children
    )


def _clause(cue: Token, matrix: Token) -> Attribution | None:
    own = {word.i for word in cue.subtree}
    if cue.i > matrix.i and any(c.dep_ == "neg" for c in matrix.children):
        denied = next((c for c in matrix.children if c.dep_ in _COMPLEMENTS and c.i > matrix.i), None)
        if denied is not None:
            return attribution(cue, denied, [w for w in denied.subtree if w.i not in own], "aside")
    return attribution(cue, matrix, [w for w in matrix.subtree if w.i not in own], "aside")
