"""Where does a cue verb have its content? One finder a frame: clause, infinitive, label, charge, value."""

from spacy.tokens import Token

from variorum.annotate.claim_build import attribution, infinitive, without_mark
from variorum.annotate.claim_strays import stray_subject
from variorum.annotate.claim_voices import joined_sayings, lost_clause, stranded_speaker, victims_before
from variorum.annotate.claim_words import Attribution
from variorum.lexicon.names import read_names

_REPROACHES = frozenset({"of", "for"})


def find_clause(cue: Token) -> Attribution | None:
    """The clause or clauses a verb reports, before it or behind it; else what it stands in as a parenthesis."""
    heads = [c for c in cue.children if c.dep_ == "ccomp" and not (infinitive(c) or _small(c))]
    heads = [c for c in heads if not _another_sentence(cue, c)]
    heads = heads or [c for c in cue.children if c.dep_ == "advcl" and c.i > cue.i and _wonders(cue, c)]
    heads = heads or _made_clear(cue)
    if not heads:
        return _before_comma(cue) or _parenthesis(cue)
    speaker = stranded_speaker(cue) or stray_subject(cue)
    own = {word.i for word in speaker.subtree} if speaker is not None else set()
    own |= {word.i for head in heads for word in _joined(cue, head)}
    harmed = victims_before(cue)
    own -= {word.i for word in harmed}
    words = sorted({*harmed, *(w for head in heads for w in without_mark(head) if w.i not in own)}, key=lambda t: t.i)
    return attribution(cue, heads[-1], words, "clause")


def _joined(cue: Token, clause: Token) -> list[Token]:
    """The words of the sayings that the parse joins to the clause, and the "but" or "and" before them."""
    further = joined_sayings(cue, clause)
    joins = [c for c in clause.rights if c.dep_ == "cc" and further and c.i < further[0].i]
    return [*joins[-1:], *(word for joined in further for word in joined.subtree)]


def _made_clear(cue: Token) -> list[Token]:
    """The clause behind "clear" in "made it clear that …"."""
    clear = next(
        (c for c in cue.rights if c.lower_ in {"clear", "plain"} and c.dep_ in {"ccomp", "oprd", "acomp"}), None
    )
    return [c for c in clear.rights if c.dep_ in {"ccomp", "advcl"}][:1] if clear is not None else []


def _before_comma(cue: Token) -> Attribution | None:
    """All before the speaker where the parse has lost the clause that is said: see `lost_clause`."""
    comma = lost_clause(cue)
    if comma is None or cue.lemma_ not in read_names().cues.speech:
        return None
    words = list(cue.doc[cue.sent.start : comma.i])
    head = next(word for word in words if word.tag_ in {"VBD", "VBZ", "VBP"} and word.pos_ in {"VERB", "AUX"})
    return attribution(cue, head, words, "clause")


def _another_sentence(cue: Token, clause: Token) -> bool:
    """Whether what the parse takes for the content stands before a semicolon, or is the label of a headline."""
    last = clause.right_edge
    if clause.i > cue.i or last.i + 1 >= cue.i:
        return False
    if any(token.text == ";" for token in cue.doc[last.i : cue.i]):
        return True
    behind = last if last.is_punct else last.nbor()
    more = any(c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i for c in cue.children)
    return behind.text == ":" and (more or not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children))


def _wonders(cue: Token, clause: Token) -> bool:
    """Whether the clause is an indirect question: "asked if they would leave"."""
    marked = any(c.dep_ == "mark" and c.lower_ in {"if", "whether"} for c in clause.children)
    return marked and cue.lemma_ in {"ask", "wonder", "inquire", "enquire", "question"}


def _small(clause: Token) -> bool:
    """Whether a clause has neither a verb nor a "that": the label of its subject."""
    return clause.pos_ not in {"VERB", "AUX"} and not any(
        c.dep_ in {"mark", "cop", "aux", "auxpass"} for c in clause.children
    )


def _parenthesis(cue: Token) -> Attribution | None:
    """A cue set off in another clause: "the rebels, police say, withdrew"."""
    if cue.head.pos_ not in {"VERB", "AUX"} or not (cue.dep_ == "parataxis" or _told_last(cue)):
        return None
    own = {word.i for word in cue.subtree}
    words = [word for word in cue.head.subtree if word.i not in own]
    return attribution(cue, cue.head, words, "parenthesis")


def _told_last(cue: Token) -> bool:
    """Whether a speaker and a verb of saying end a sentence behind a comma: "guards left the fort, *sources told the radio*"."""
    if cue.dep_ != "conj" or cue.lemma_ not in read_names().cues.speech or cue.head.i > cue.i:
        return False
    speaker = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if speaker is None or speaker.left_edge.nbor(-1).text != "," or cue.right_edge.i + 2 < cue.sent.end:
        return False
    joined = any(c.dep_ == "cc" and c.i > speaker.left_edge.i - 3 for c in cue.head.rights)
    return not joined and all(c.dep_ in {"dobj", "dative", "prep", "npadvmod", "punct"} for c in cue.rights)


def find_infinitive(cue: Token) -> Attribution | None:
    """What a verb promises, wants or urges, with the person it urges."""
    heads = [c for c in cue.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and infinitive(c)]
    heads = [c for c in heads if c.i > cue.i and (c.dep_ != "advcl" or _addressed(cue))]
    if not heads:
        return None
    head = heads[0]
    addressed = _addressed(cue)
    words = without_mark(head)
    more: list[Token] = []
    if addressed is not None:
        words = [*addressed.subtree, *head.subtree] if addressed.i < head.i else words
        more = [addressed.head] if addressed.head.dep_ in {"prep", "prt"} else []
    return attribution(cue, head, sorted(set(words), key=lambda t: t.i), "infinitive", *more)


def _addressed(cue: Token) -> Token | None:
    """Who is urged, asked or told."""
    for child in cue.children:
        if child.dep_ in {"dobj", "dative"} and child.i > cue.i:
            return child
        if child.dep_ in {"prep", "prt"} and child.i > cue.i and child.lower_ in {"on", "upon", "to"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def find_label(cue: Token) -> Attribution | None:
    """What a verb calls its object."""
    for child in cue.children:
        if child.i < cue.i:
            continue
        if child.dep_ == "oprd" or (child.dep_ in {"ccomp", "xcomp"} and _small(child)):
            named = {w.i for c in child.children if c.dep_ in {"nsubj", "nsubjpass", "relcl"} for w in c.subtree}
            return attribution(cue, child, [w for w in child.subtree if w.i not in named], "label")
    return _second_object(cue)


def _second_object(cue: Token) -> Attribution | None:
    """The label the parse takes for a second object: "called them thieves", "called the leaders of the march criminals"."""
    objects = [c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i]
    if len(objects) > 1 and objects[0].right_edge.i + 1 == objects[1].left_edge.i:
        said = {w.i for c in objects[1].children if c.dep_ == "relcl" for w in c.subtree}
        return attribution(cue, objects[1], [w for w in objects[1].subtree if w.i not in said], "label")
    for child in objects:
        described = next((c for c in child.rights if c.dep_ == "acl" and c.tag_ in {"JJ", "VBN"}), None)
        if described is not None and described.left_edge == described:
            return attribution(cue, described, list(described.subtree), "label")
        for word in child.subtree:
            pair = [c for c in word.children if c.dep_ == "pobj"] if word.dep_ == "prep" else []
            if len(pair) > 1 and pair[0].right_edge.i + 1 == pair[1].left_edge.i:
                return attribution(cue, pair[1], list(pair[1].subtree), "label")
    return None


def find_as_label(cue: Token) -> Attribution | None:
    """What a verb describes its object as."""
    for child in cue.children:
        if child.i > cue.i and child.lower_ == "as" and child.dep_ == "prep":
            heads = [c for c in child.children if c.dep_ in {"pobj", "pcomp", "amod", "advmod", "acomp"}]
            if heads:
                other = {w.i for h in heads for c in h.children if c.dep_ == "relcl" for w in c.subtree}
                words = [w for head in heads for w in head.subtree if w.i not in other]
                return attribution(cue, heads[0], words, "label", child)
    return None


def find_charge(cue: Token) -> Attribution | None:
    """Whom a verb accuses, blames or praises, and of or for what."""
    accused = next((c for c in cue.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if accused is None:
        return None
    named = cue.lemma_ == "accuse"  # of "its ally of complicity" the ally is accused
    around = [*cue.children, *(c for c in accused.rights if named or any(g.dep_ == "pcomp" for g in c.children))]
    reproach = next((c for c in around if c.dep_ == "prep" and c.lower_ in _charges(cue) and c.i > cue.i), None)
    if reproach is None:
        return None
    head = next(iter(reproach.children), reproach)
    if reproach.head == accused and accused.dep_ != "nsubjpass":
        return attribution(cue, head, list(accused.subtree), "charge")
    if accused.dep_ == "nsubjpass":
        return attribution(cue, head, [w for w in reproach.subtree if w != reproach], "charge")
    return attribution(cue, head, [*accused.subtree, *reproach.subtree], "charge")


def _charges(cue: Token) -> frozenset[str]:
    """The prepositions of the reproach: only a charge is made with "with", which elsewhere names a means."""
    return _REPROACHES | {"with"} if cue.lemma_ == "charge" else _REPROACHES


def find_comparison(cue: Token) -> Attribution | None:
    """Whom or what a verb compares, and to what: "likened the marchers to bandits"."""
    compared = next((c for c in cue.children if c.dep_ == "dobj" and c.i > cue.i), None)
    around = [*cue.rights, *(compared.rights if compared is not None else ())]
    with_what = next((c for c in around if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "with"}), None)
    if compared is None or with_what is None:
        return None
    words = sorted({*compared.subtree, *with_what.subtree}, key=lambda t: t.i)
    return attribution(cue, compared, words, "comparison")


def find_value(cue: Token) -> Attribution | None:
    """An estimate: "put the toll at forty"."""
    valued = next((c for c in cue.children if c.dep_ == "dobj"), None)
    at = next((c for c in cue.children if c.dep_ == "prep" and c.lower_ == "at" and c.i > cue.i), None)
    if valued is None or at is None or not any(w.like_num for w in at.subtree):
        return None
    return attribution(cue, valued, [*valued.subtree, *at.subtree], "value")
