"""Who belongs to which body: "Chad, a member of the union", "the alliance includes …", "is said to be a member of"?"""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.annotate.role_draft import Stage, Told, coordinated, subject_of
from variorum.lexicon.roles import RoleWords
from variorum.model.base import Span
from variorum.model.terms import EntityType, RoleKind, RoleStatus

_COPULAS = frozenset({"be", "become", "remain"})


def find_memberships(stage: Stage, words: RoleWords) -> Iterable[Told]:
    """Memberships, in order of the text."""
    for sentence in stage.page.sentences():
        for token in sentence:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words.membership.nouns:
                yield from _member(stage, token, words)
            elif token.pos_ == "VERB" and token.lemma_ in words.membership.includes:
                yield from _includes(stage, token)
            elif token.pos_ == "VERB" and token.lemma_ in words.membership.joining | words.membership.leaving:
                yield from _joins(stage, token, words)


def _member(stage: Stage, noun: Token, words: RoleWords) -> Iterable[Told]:
    """The holders of "X, members of Y", "X is a member of Y"."""
    body = next((b for prep in noun.children if prep.lower_ == "of" for b in _bodies(stage, prep, words)), None)
    if body is None:
        return
    for holder in _holders_of(noun):
        span = _party(stage, holder)
        if span and not _overlaps(span, body):
            verb = _copula(noun)
            yield Told(
                kind=RoleKind.MEMBERSHIP,
                status=RoleStatus.GAINS if verb is not None and verb.lemma_ == "become" else RoleStatus.HOLDS,
                holder=span,
                value=_word(noun),
                organization=body,
                cue=verb if verb is not None else noun,
                dated=verb is not None,
                rule="noun: member",
            )


def _bodies(stage: Stage, preposition: Token, words: RoleWords) -> Iterable[Span]:
    for child in preposition.children:
        mention = stage.mentions.get(child.i)
        if child.dep_ == "pobj" and mention and mention.type is EntityType.ORGANIZATION:
            yield mention.span
        elif child.dep_ == "pobj" and child.pos_ == "NOUN" and child.lemma_.lower() in words.membership.bodies:
            left = min((c.left_edge.i for c in child.lefts if c.dep_ != "det"), default=child.i)
            yield Span(start=child.doc[left].idx, end=child.idx + len(child.text))


def _copula(noun: Token) -> Token | None:
    return noun.head if noun.dep_ in {"attr", "oprd", "acomp"} and noun.head.pos_ in {"VERB", "AUX"} else None


def _holders_of(noun: Token) -> Iterable[Token]:
    verb = _copula(noun)
    if verb is not None:
        subject = subject_of(verb)
        return coordinated(subject) if subject is not None else ()
    if noun.dep_ == "appos":
        first = noun.head
        while first.dep_ == "conj":
            first = first.head
        return coordinated(first)
    if noun.dep_ == "conj" and noun.left_edge.i > noun.sent.start and noun.left_edge.nbor(-1).text == ",":
        # the parse takes the apposition of a finished list ("Chad and Mali, members of …") for one more of its items
        return tuple(token for token in noun.conjuncts if token.i < noun.i)
    return ()


def _includes(stage: Stage, verb: Token) -> Iterable[Told]:
    """The members that a body's verb lists: "the alliance includes Chad, Mali and Niger"."""
    subject = subject_of(verb)
    body = _body_of(stage, subject) if subject is not None else None
    if body is None:
        return
    listed = [token for child in verb.children if child.dep_ in {"dobj", "obj"} for token in _listed(child)]
    for token in listed:
        span = _party(stage, token)
        if span and not _overlaps(span, body):
            yield Told(
                kind=RoleKind.MEMBERSHIP,
                status=RoleStatus.HOLDS,
                holder=span,
                value=body,
                organization=body,
                cue=verb,
                dated=False,
                rule=f"verb: {verb.lemma_}",
            )


def _listed(token: Token) -> list[Token]:
    """The listed things: the object and what is joined to it, and those behind "of" ("the states of Chad, Mali")."""
    found = list(coordinated(token))
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            found += [token for pobj in child.children if pobj.dep_ == "pobj" for token in coordinated(pobj)]
        elif child.dep_ == "appos":
            found += list(coordinated(child))
    return found


def _body_of(stage: Stage, subject: Token) -> Span | None:
    """The body a subject names, itself or as what it is said to be ("the union is an alliance that includes …")."""
    mention = stage.mentions.get(subject.i)
    if mention and mention.type is EntityType.ORGANIZATION:
        return mention.span
    if subject.dep_ == "attr" and subject.head.lemma_ in _COPULAS:
        above = subject_of(subject.head)
        return _body_of(stage, above) if above is not None and above.i != subject.i else None
    return None


def _joins(stage: Stage, verb: Token, words: RoleWords) -> Iterable[Told]:
    subject = subject_of(verb)
    objects = [child for child in verb.children if child.dep_ in {"dobj", "obj"}]
    objects += [c for p in verb.children if p.dep_ == "prep" and p.lower_ == "from" for c in p.children]
    for target in objects:
        mention = stage.mentions.get(target.i)
        if subject is None or mention is None or mention.type is not EntityType.ORGANIZATION or mention.kind:
            continue
        for holder in coordinated(subject):
            span = _party(stage, holder)
            if span:
                yield Told(
                    kind=RoleKind.MEMBERSHIP,
                    status=RoleStatus.GAINS if verb.lemma_ in words.membership.joining else RoleStatus.LOSES,
                    holder=span,
                    value=mention.span,
                    organization=mention.span,
                    cue=verb,
                    rule=f"verb: {verb.lemma_}",
                )


def _party(stage: Stage, token: Token) -> Span | None:
    """A person, body or country that can belong to something."""
    mention = stage.mentions.get(token.i)
    if mention and mention.type in {EntityType.PERSON, EntityType.ORGANIZATION} and mention.form != "pronoun":
        return mention.span
    if mention and mention.type is EntityType.PERSON:
        return mention.span
    return stage.place_spans.get(token.i)


def _overlaps(left: Span, right: Span) -> bool:
    return left.overlaps(right)


def _word(token: Token) -> Span:
    return Span(start=token.idx, end=token.idx + len(token.text))
