"""What do verbs that deny or confirm reports take for their content? And who is only told, not telling, in a short headline?"""

from spacy.tokens import Token

from variorum.annotate.claim_build import attribution
from variorum.annotate.claim_words import Attribution, Cues

JUDGED = "judged clause"
"""The rule of contents that the parse does not hang on the verb: what the verb does to them is read off the claim."""
_TOPICS = frozenset({"of", "about"})


def find_judged(cue: Token, cues: Cues) -> Attribution | None:
    """What the reports tell that a verb denies or confirms: "rejected as false the reports of *nine dead*", "denied rumours that
    *he had fled*"; None for other verbs, and where the object does not say what the reports tell.
    """
    if cue.lemma_ not in cues.words.judging:
        return None
    reports = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    if reports is None or not (cues.is_noun(reports) or reports.lemma_.lower() in cues.words.information_nouns):
        return _told_elsewhere(cue, cues, None)
    for child in reports.rights:
        if child.dep_ in {"relcl", "acl"} and _that_clause(child, reports):
            return attribution(cue, child, _without_that(child), "object's clause")
        if child.dep_ == "prep" and child.lower_ in _TOPICS:
            head = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if head is not None:
                return attribution(cue, head, _without_verdict(child, cue), "object's complement")
    return _told_elsewhere(cue, cues, reports)


def _told_elsewhere(cue: Token, cues: Cues, reports: Token | None) -> Attribution | None:
    """The same where the parse hangs the clause on a word between: "dismissed claims by the union *that nine had died*",
    "dismissed as a lie reports *that …*". Without reports for its object the verb must have them before the clause.
    """
    for clause in cue.subtree:
        if clause.dep_ not in {"acl", "relcl"} or clause.i < cue.i or not _marked(clause):
            continue
        noun = clause.left_edge.nbor(-1)
        if reports is not None or (noun == clause.head and cues.is_noun(noun)):
            return attribution(cue, clause, _without_that(clause), JUDGED)
    return None


def _without_verdict(preposition: Token, cue: Token) -> list[Token]:
    """The complement's words without the verdict on the reports that the parse may put there: "of nine dead *as false*"."""
    verdict = next((w for w in preposition.subtree if w.lower_ == "as" and w.right_edge.i - w.i == 1), None)
    end = verdict.i if verdict is not None and verdict.i > cue.i else preposition.right_edge.i + 1
    return [word for word in preposition.subtree if word != preposition and word.i < end]


def find_stated(cue: Token, cues: Cues) -> Attribution | None:
    """The clause that the parse hangs on the statement in which it is said: "told them in an address that *he would go*"."""
    if not cues.speaks(cue) or any(c.dep_ == "ccomp" for c in cue.children):
        return None
    for preposition in cue.rights:
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None) if preposition.dep_ == "prep" else None
        if noun is None or noun.lemma_.lower() not in cues.words.statement_nouns or cues.is_noun(noun):
            continue
        for clause in noun.rights:
            if clause.dep_ in {"acl", "relcl"} and _that_clause(clause, noun):
                return attribution(cue, clause, _without_that(clause), "clause")
    return None


def _that_clause(clause: Token, noun: Token) -> bool:
    """Whether the clause tells what the reports say, which the parse may take for a relative one: it has a subject of its own."""
    if clause.dep_ == "acl" and _marked(clause):
        return True
    first = clause.left_edge
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > first.i for c in clause.lefts)
    return first.i == noun.i + 1 and first.lower_ == "that" and subject


def _marked(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _without_that(clause: Token) -> list[Token]:
    first = clause.left_edge
    return [word for word in clause.subtree if word != first]


def demands_addressee(cue: Token, cues: Cues) -> bool:
    """Whether a verb of telling somebody to act has an infinitive and nobody told: in "families *told* to wait" the families
    are told, as headlines leave the "are" out.
    """
    if cue.tag_ not in {"VBD", "VBN"} or cue.lemma_ not in cues.words.addressing:
        return False
    if any(c.dep_ in {"dobj", "dative", "auxpass", "aux", "ccomp"} for c in cue.children):
        return False
    return any(c.dep_ == "xcomp" and any(m.lower_ == "to" for m in c.lefts) for c in cue.children)
