"""Which offices do verbs and nouns give, keep and take: "was elected president", "stepped down", "her dismissal"?"""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.annotate.role_draft import Stage, Told, coordinated, phrase_span, subject_of
from variorum.annotate.role_known import holder_called, known_office, own_office
from variorum.lexicon.names import read_names
from variorum.lexicon.roles import RoleWords, posts
from variorum.model.base import Span
from variorum.model.tables import Mention
from variorum.model.terms import EntityType, RoleKind, RoleStatus

_OBJECTS = frozenset({"dobj", "obj"})
_FAR = frozenset({"as", "from", "of"})
_AT = frozenset({"in", "at"})
_STAYING = frozenset({"remain", "stay"})


def find_offices(stage: Stage, words: RoleWords) -> Iterable[Told]:
    """Offices gained, kept and lost by verbs, in order of the text."""
    for sentence in stage.page.sentences():
        for token in sentence:
            if token.pos_ in {"VERB", "AUX"}:
                yield from _of_verb(stage, token, words)
            elif token.pos_ == "NOUN" and token.lemma_ in words.nouns.gains | words.nouns.loses:
                yield from _of_noun(stage, token, words)


def _of_noun(stage: Stage, noun: Token, words: RoleWords) -> Iterable[Told]:
    """Reads "The dismissal of Silva from office", "Berg's election as president": possessor or "of" name the one."""
    holders = [child for child in noun.children if child.dep_ == "poss"]
    holders += [c for p in noun.children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
    values = [c for p in noun.children if p.lower_ in {"as", "from"} for c in _behind(p)]
    for holder in holders:
        person = stage.person_at(holder)
        if person is None:
            continue
        value = next((span for token in values if (span := _post_at(stage, token, words, holder))), None)
        value = value or known_office(stage, person)
        if value is None:
            continue
        yield Told(
            kind=RoleKind.OFFICE,
            status=RoleStatus.GAINS if noun.lemma_ in words.nouns.gains else RoleStatus.LOSES,
            holder=person.span,
            value=value,
            organization=stage.body_in(value.start, value.end),
            cue=noun,
            rule=f"noun: {noun.lemma_}",
        )


def _of_verb(stage: Stage, verb: Token, words: RoleWords) -> Iterable[Told]:
    if verb.lemma_ == "be":
        yield from _of_copula(stage, verb)
        return
    status, holders = _who(verb, words)
    if status is None:
        return
    for holder in holders:
        person = stage.person_at(holder)
        if person is None:
            continue
        value = _office(stage, verb, words, holder)
        known = _fired(stage, verb, person) or _suspended(stage, verb, words, person)
        if value is None and verb.lemma_ in words.verbs.needs_office and not known:
            continue
        if value is None and status is RoleStatus.GAINS:
            continue  # "who was elected" does not say to what; the title may be a later one
        bare = value is None
        if value is None or stage.page.quote(value).lower() in words.posts.office - words.posts.named.keys():
            value = known_office(stage, person) or value
        if value is None or (verb.lemma_ in _STAYING and _names_none(stage, value, words)):
            continue  # "was fired" does not say from what, "remains in office" not in which, and nothing else does
        body = _organization(stage, verb, value, words)
        yield Told(
            kind=RoleKind.OFFICE,
            status=status,
            holder=holder_called(stage, person),
            value=_headed(verb, value) if body == value else value,
            organization=body,
            cue=verb,
            planned=verb.lemma_ in words.verbs.planned,
            bare=bare,
            rule=f"verb: {verb.lemma_}",
        )


def _names_none(stage: Stage, value: Span, words: RoleWords) -> bool:
    """Whether the words for an office name none ("in *office*")."""
    return stage.page.quote(value).lower() in words.posts.office


def _of_copula(stage: Stage, verb: Token) -> Iterable[Told]:
    """The office one is said to have: "she is still mayor", "the man who was head of the guard"; no questions, no "a".

    A name right beside the copula is left to the appositions, which read it as a description of that name.
    """
    subject = subject_of(verb)
    person = stage.person_at(subject) if subject is not None else None
    asks = any(child.tag_ == "MD" or (child.dep_ == "aux" and child.i < verb.i) for child in verb.children)
    if person is None or verb.sent.text.rstrip(' \n”"').endswith("?") or (asks and not _perfect(verb)):
        return
    for child in verb.children:
        post = stage.mentions.get(child.i) if child.dep_ == "attr" and child.i > verb.i else None
        if post is None or post.form != "description" or post.kind not in posts() or post.former:
            continue
        if post.antecedent == person.id and person.form == "name":
            continue
        yield Told(
            kind=RoleKind.OFFICE,
            status=RoleStatus.HELD if verb.tag_ == "VBD" and not _holds_on(verb) else RoleStatus.HOLDS,
            holder=person.span,
            value=post.span,
            organization=stage.body_in(post.start, post.end),
            cue=verb,
            rule="verb: be",
        )


def _holds_on(verb: Token) -> bool:
    """Whether a past form tells of what is so: "was *still* mayor", or moved back behind a past verb of saying ("she said she
    *was* the mayor") with nothing that sets it in the past.
    """
    lower = {child.lower_ for child in verb.children}
    if "still" in lower:
        return True
    above = verb.head
    said = verb.dep_ == "ccomp" and above.lemma_ in read_names().cues.speech and above.tag_ in {"VBD", "VBN"}
    past = any(child.dep_ in {"prep", "npadvmod", "advcl"} and child.i > verb.i for child in verb.children)
    return said and not past and not lower & {"once", "then", "formerly", "previously", "earlier"}


def _perfect(verb: Token) -> bool:
    return any(child.lower_ in {"has", "have", "'ve", "'s"} and child.dep_ == "aux" for child in verb.children)


def _organization(stage: Stage, verb: Token, value: Span, words: RoleWords) -> Span | None:
    """The body the office belongs to: one named inside the office, or the one that is headed."""
    body = stage.body_in(value.start, value.end)
    return body if body != value or verb.lemma_ in words.verbs.subject_leads else None


def _who(verb: Token, words: RoleWords) -> tuple[RoleStatus | None, tuple[Token, ...]]:
    """What the verb does to whom: the status it gives, and the words for those it gives it to."""
    verbs, lemma = words.verbs, verb.lemma_.lower()
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    if passive and lemma in verbs.subject_leads:
        return RoleStatus.HOLDS, _agents(verb)
    if lemma in verbs.object_gains or lemma in verbs.object_loses:
        status = RoleStatus.GAINS if lemma in verbs.object_gains else RoleStatus.LOSES
        return status, _objects(verb, passive=passive)
    if passive:
        return None, ()
    subject = subject_of(verb)
    if subject is None:
        return None, ()
    holders = tuple(coordinated(subject))
    if lemma in verbs.subject_loses or (lemma in verbs.down and _particle(verb, "down", "aside")):
        return RoleStatus.LOSES, holders
    if lemma in verbs.leaving and _object_is_office(verb, words):
        return RoleStatus.LOSES, holders
    if lemma in verbs.subject_gains or (lemma in verbs.taking and _object_is_office(verb, words)):
        return RoleStatus.GAINS, holders
    if lemma in verbs.subject_holds:
        return RoleStatus.HOLDS, holders
    return (RoleStatus.HOLDS, holders) if lemma in verbs.subject_leads else (None, ())


def _agents(verb: Token) -> tuple[Token, ...]:
    """Those behind the "by" of a passive."""
    behind = [token for child in verb.children if child.dep_ == "agent" for token in child.children]
    return tuple(token for pobj in behind if pobj.dep_ == "pobj" for token in coordinated(pobj))


def _objects(verb: Token, *, passive: bool) -> tuple[Token, ...]:
    if passive or verb.tag_ == "VBN" and verb.dep_ in {"acl", "conj"} and not _direct(verb):
        subject = subject_of(verb)
        return tuple(coordinated(subject)) if subject is not None else ()
    found = [token for child in _direct(verb) for token in coordinated(_meant(child, verb))]
    for child in verb.children:
        if child.dep_ == "ccomp":
            found += [token for token in child.children if token.dep_ == "nsubj"]
    return tuple(found)


def _meant(token: Token, verb: Token) -> Token:
    """The subject where the object is reflexive: "*Omar* had himself sworn in"."""
    subject = subject_of(verb) if token.lower_ in {"himself", "herself"} else None
    return subject if subject is not None else token


def _direct(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _OBJECTS]


def _particle(verb: Token, *words: str) -> bool:
    return any(child.lower_ in words and child.dep_ in {"prt", "advmod", "prep"} for child in verb.children)


def _object_is_office(verb: Token, words: RoleWords) -> bool:
    return any(child.lower_ in words.posts.office for child in _direct(verb))


def _office(stage: Stage, verb: Token, words: RoleWords, holder: Token) -> Span | None:
    """The office named beside the verb: its complement, an "as", "from" or "of" phrase, or its object."""
    for token in _complements(verb):
        span = _post_at(stage, token, words, holder)
        if span:
            return span
    return None


def _complements(verb: Token) -> Iterable[Token]:
    stays = verb.lemma_ in _STAYING
    for child in verb.children:
        if child.dep_ in {"attr", "oprd", "dobj", "obj", "acomp", "dative", "nsubjpass"}:
            yield child
        elif child.lower_ == "as" or (child.dep_ == "prep" and child.lower_ in (_FAR | _AT if stays else _FAR)):
            yield from _behind(child)
        elif child.dep_ in {"ccomp", "xcomp"}:
            yield from (token for token in child.children if token.dep_ in {"attr", "oprd"})
            yield child


def _behind(preposition: Token) -> Iterable[Token]:
    """The noun behind a preposition, and the one behind "of" or "as" further on ("the post of minister")."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield from (inner for at in child.children if at.lower_ in {"of", "as"} for inner in at.children)
            yield child


def _post_at(stage: Stage, token: Token, words: RoleWords, holder: Token) -> Span | None:
    """The span of an office that the word heads; None where it heads none, or names the holder."""
    if token.i == holder.i:
        return None
    mention = stage.mentions.get(token.i)
    if mention and mention.form == "description" and mention.type is EntityType.PERSON and mention.kind in posts():
        return mention.span
    if mention and mention.form == "name" and mention.type is EntityType.PERSON:
        return None
    if token.lower_ in words.posts.office or token.lemma_.lower() in read_names().offices.state:
        return phrase_span(token)
    if token.head.lemma_.lower() in words.verbs.subject_leads and mention and mention.type is EntityType.ORGANIZATION:
        return mention.span
    return None


def _fired(stage: Stage, verb: Token, person: Mention) -> bool:
    """Whether one who is known in the report by an office is said to be fired: of shots it is said of nobody in office."""
    return verb.lemma_ == "fire" and known_office(stage, person) is not None


def _suspended(stage: Stage, verb: Token, words: RoleWords, person: Mention) -> bool:
    """Whether one who is called by an office is put out of it: "the mayor was suspended", not from anything but the office."""
    apart = any(child.dep_ == "prep" and child.lower_ in {"from", "of"} for child in verb.children)
    return verb.lemma_ in words.verbs.object_suspends and not apart and own_office(stage, person) is not None


def _headed(verb: Token, body: Span) -> Span:
    """The office told by a verb of leading and the body: "*headed the Security Council*"; the body alone in the passive."""
    return Span(start=verb.idx, end=body.end) if verb.idx < body.start else body
