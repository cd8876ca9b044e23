"""Who does what to whom, by the parse? Logical subjects, objects and what a preposition or a clause adds."""

from collections.abc import Iterator

from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS = frozenset({"dobj", "obj"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp", "advcl", "acl"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})
_RELATIVES = frozenset({"WDT", "WP"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "appos"})
_NAMED = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "FAC"})
_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "pobj", "npadvmod", "nummod"})
_DEPTH = 8


class Clauses:
    """Reads logical arguments; `subject_control` are verbs whose subject does what their infinitive says,
    `charging` those whose object does what stands behind their preposition.
    """

    def __init__(self, subject_control: frozenset[str], charging: frozenset[str]) -> None:
        self._subject_control = subject_control
        self._charging = charging

    def subject(self, verb: Token, depth: int = 0) -> Token | None:
        """Who does it: the subject, a passive's agent, or whoever an infinitive, participle or relative clause lends."""
        if is_passive(verb):
            return agent(verb)
        own = own_subject(verb) or swallowed_subject(verb)
        if own is not None:
            return self._antecedent(own, verb)
        return self.surface(verb, depth + 1) if depth < _DEPTH else None

    def object(self, verb: Token, depth: int = 0) -> Token | None:
        """To whom it is done: the object, a passive's subject, or the noun that a participle or relative clause modifies."""
        if is_passive(verb):
            own = own_subject(verb) or bounded_subject(verb)
            if own is not None:
                return self._antecedent(own, verb)
            reported = verb.dep_ == "ccomp" and any(child.dep_ == "aux" for child in verb.children)
            return self.surface(verb, depth + 1) if depth < _DEPTH and not reported else None
        own = child_of(verb, _OBJECTS)
        if own is not None:
            return self._antecedent(own, verb)
        if verb.dep_ == "relcl" and _gapped(verb):
            return verb.head
        late = _late_object(verb)
        if late is not None:
            return late
        return self._shared_object(verb)

    def surface(self, verb: Token, depth: int = 0) -> Token | None:
        """The subject that a verb without one of its own borrows; None where nothing lends one."""
        own = own_subject(verb)
        if own is not None:
            return self._antecedent(own, verb)
        if depth >= _DEPTH:
            return None
        head = verb.head
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in NOUNS:
            return self._of_noun(verb, head, depth)
        if verb.dep_ == "pcomp" or (verb.dep_ in {"advcl", "conj", "xcomp", "ccomp", "dep"} and head.pos_ == "ADP"):
            head = head.head
        charged = self._charged(verb)
        if charged is not None:
            return charged
        if head == verb or head.pos_ in NOUNS:
            return self._subject_of_noun(head, depth) if head != verb and verb.dep_ == "pcomp" else None
        if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in VERBS and head.lemma_ not in self._subject_control:
            controller = self._controller(verb, head, depth) if not is_passive(head) else None
            if controller is not None:
                return controller
        return self.surface(head, depth + 1) if head.pos_ in VERBS or head.pos_ == "ADJ" else None

    def _charged(self, verb: Token) -> Token | None:
        """Who is accused of it or kept from it: "accused *them* of killing", wherever the parse hangs the preposition."""
        if verb.dep_ != "pcomp":
            return None
        above = verb.head.head
        thing = above if above.dep_ in _OBJECTS else child_of(above, _OBJECTS)
        if thing is None or thing.i > verb.i or thing.head.lemma_ not in self._charging or is_passive(thing.head):
            return None
        return thing

    def _controller(self, verb: Token, head: Token, depth: int) -> Token | None:
        """Who is to do what an infinitive says: the object of the verb above, or whom it calls "on" or appeals "to"."""
        thing = self.object(head, depth + 1)
        if thing is not None and thing.i < verb.i:
            return thing
        addressed = [governed(head, preposition) for preposition in ("on", "upon", "to", "with")]
        return next((noun for noun in addressed if noun is not None and noun.i < verb.i), None)

    def _of_noun(self, verb: Token, noun: Token, depth: int) -> Token | None:
        """The noun itself ("crowds *chanting*"); for an infinitive ("a decision *to send*"), whose it is or who makes it."""
        if verb.tag_ != "VB" or verb.dep_ == "relcl":
            return noun
        owner = child_of(noun, {"poss"}) or governed(noun, "by") or governed(noun, "of")
        return owner or self._subject_of_noun(noun, depth)

    def _subject_of_noun(self, noun: Token, depth: int) -> Token | None:
        if noun.dep_ in _OBJECTS and noun.head.pos_ in VERBS:
            return self.subject(noun.head, depth + 1)
        return None

    def _antecedent(self, token: Token, verb: Token) -> Token:
        if token.tag_ in _RELATIVES or token.lower_ == "that":
            clause: Token = verb
            while clause.dep_ in {"conj", "xcomp", "ccomp", "advcl"} and clause.head != clause:
                clause = clause.head
            if clause.dep_ == "relcl":
                return clause.head
        return token

    def _shared_object(self, verb: Token) -> Token | None:
        """The object that a later verb has for both: "killed or wounded *three officers*"."""
        for child in verb.children:
            if child.dep_ == "conj" and child.pos_ == "VERB" and child_of(child, _SUBJECTS) is None:
                between = child.doc[verb.i + 1 : child.i]
                if all(word.pos_ in {"CCONJ", "PUNCT", "ADV"} for word in between):
                    return self.object(child, _DEPTH)
        return None


def own_subject(verb: Token) -> Token | None:
    """The verb's own subject: behind the label of a headline ("Chad: *army* seizes power"), inside a participle that the
    parse takes for the subject ("two *guards* taken hostage were freed").
    """
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects:
        clause = child_of(verb, {"csubjpass"})
        return child_of(clause, {"nsubj", "nsubjpass"}) if clause is not None else None
    first = subjects[0]
    joined = next((left for left in subjects[:-1] if left.text == "-"), None)
    if joined is not None:
        return subjects[subjects.index(joined) + 1]  # "A co-*pilot* hijacked …", cut at its hyphen
    if len(subjects) > 1 and first.i + 1 < len(first.doc) and first.nbor().text == ":" and subjects[-1].i < verb.i:
        return subjects[-1]
    return first


def bounded_subject(verb: Token) -> Token | None:
    """The counted subject that the parse puts behind the "at" of its bound: "At least *nine miners* were killed"."""
    for child in verb.lefts:
        if child.dep_ == "prep" and child.lower_ == "at":
            noun = child_of(child, {"pobj"})
            if noun is not None and any(word.lower_ in {"least", "most"} for word in noun.subtree):
                return noun
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, with its auxiliary, reduced ("those *killed* there") or shared with a conjunct."""
    if verb.dep_ == "csubjpass" and not any(child.dep_ == "aux" for child in verb.children):
        return True
    if any(child.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "dobj"} for child in verb.children):
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    if verb.dep_ == "acomp" and verb.head.lemma_ == "be":
        return True
    if verb.dep_ == "conj" and verb.head != verb:
        return is_passive(verb.head) and not any(child.dep_ == "nsubj" for child in verb.children)
    return any(child.dep_ == "agent" for child in verb.children)


def counted_before(word: Token) -> Token | None:
    """The bare number that a state stands right behind: "reports of *30* dead", "treated *40* wounded"; None elsewhere."""
    if word.i == word.sent.start or word.nbor(-1).tag_ != "CD":
        return None
    number = word.nbor(-1)
    return number if number.dep_ not in {"nummod", "npadvmod"} or number.head == word else None


def swallowed_subject(verb: Token) -> Token | None:
    """The subject that the parse puts behind the preposition of the date before it: "On *May 9 guards* opened fire"."""
    for child in verb.lefts:
        if child.dep_ == "prep":
            noun = child_of(child, {"pobj"})
            if noun is not None and noun.pos_ in NOUNS and _behind_date(noun):
                return noun
    return None


def _behind_date(noun: Token) -> bool:
    first = noun.left_edge
    return first.ent_type_ == "DATE" and first.pos_ == "PROPN" and noun.ent_type_ not in {"DATE", "TIME"}


def _late_object(verb: Token) -> Token | None:
    """The object that the parse takes for a time because one stands before it: "freed this morning *the town* of Oran"."""
    after = [child for child in verb.children if child.dep_ == "npadvmod" and child.i > verb.i]
    if len(after) < 2 or after[0].ent_type_ not in {"DATE", "TIME"} or verb.tag_ != "VBD":
        return None
    return after[-1] if not after[-1].ent_type_ and after[-1].pos_ in NOUNS else None


def _gapped(verb: Token) -> bool:
    """Whether a relative clause has its own subject and lacks the object it is about: "the shops (that) they looted"."""
    subject = child_of(verb, _SUBJECTS)
    if subject is None or subject.tag_ in _RELATIVES or subject.lower_ == "that":
        return False
    return not any(child.dep_ in {"prep", "xcomp", "ccomp", "prt"} for child in verb.children)


def agent(verb: Token) -> Token | None:
    """What stands after "by" in a passive; a conjunct's agent stands for the verbs before it."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.lower_ == "by" and child.dep_ == "prep"):
            governed = child_of(child, {"pobj"})
            if governed is not None and governed.ent_type_ not in {"DATE", "TIME"}:
                return governed
    return None


def child_of(token: Token, deps: frozenset[str] | set[str]) -> Token | None:
    """The first child in one of the relations; None where there is none."""
    return next((child for child in token.children if child.dep_ in deps), None)


def governed(token: Token, preposition: str) -> Token | None:
    """What the preposition after the word governs, the word's own or one chained to it ("out of"); None where absent."""
    for child in token.children:
        if child.lower_ != preposition or child.dep_ not in {"prep", "agent", "dative", "prt", "mark", "advmod"}:
            continue
        noun = child_of(child, {"pobj"})
        if noun is None:
            chained = child_of(child, {"prep"})
            noun = child_of(chained, {"pobj"}) if chained is not None else None
        if noun is not None and noun.ent_type_ not in {"DATE", "TIME"} and not _fronted(child, token, noun):
            return noun
    return None


def _fronted(preposition: Token, verb: Token, noun: Token) -> bool:
    return preposition.i < verb.i and verb.pos_ in VERBS and _behind_date(noun)


def content(verb: Token) -> Token | None:
    """The verb of the clause that the word takes: an infinitive, a that-clause, "to" after an adjective."""
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS and child.pos_ in VERBS | {"ADJ"}:
            return child
        if child.dep_ == "acomp":
            return content(child)
        if child.dep_ == "advcl" and child.tag_ == "VB" and any(word.tag_ == "TO" for word in child.children):
            return child
        if child.dep_ == "prep":
            clause = child_of(child, {"pcomp"})
            if clause is not None:
                return clause
    own_object = child_of(verb, _OBJECTS)
    if own_object is not None:
        return next((child for child in own_object.children if child.dep_ == "acl" and child.tag_ == "VB"), None)
    return None


def named_modifier(noun: Token) -> Token | None:
    """A demonym or name that modifies the noun: "*Turkish* troops"; None where none does."""
    for child in noun.children:
        if child.dep_ in _MODIFIERS and child.dep_ not in {"poss", "appos"} and child.ent_type_ in _NAMED:
            return child
    return None


def conjunct(token: Token) -> Token | None:
    """The next noun joined to this one by "and"; None where it stands alone."""
    return next((child for child in token.children if child.dep_ == "conj" and child.pos_ in NOUNS), None)


def clause_verb(token: Token) -> Token:
    """The verb (or root) of the smallest clause the word stands in; the word itself where it is one."""
    node = token
    while node.head != node:
        if node.pos_ in VERBS and node.dep_ not in _NO_CLAUSE:
            return node
        node = node.head
    return node


def ancestors(token: Token) -> Iterator[Token]:
    """The word and every word above it, up to the root."""
    node = token
    yield node
    while node.head != node:
        node = node.head
        yield node
