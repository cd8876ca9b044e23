"""Who follows whom in an office: "replaced the police chief, Ann Lee, with Omar Haddad", "Haddad succeeded Lee as mayor"?"""

from collections.abc import Iterable

from spacy.tokens import Token

from variorum.annotate.role_draft import Stage, Told, subject_of
from variorum.lexicon.roles import RoleWords, posts
from variorum.model.base import Span
from variorum.model.tables import Mention
from variorum.model.terms import RoleKind, RoleStatus


def find_successions(stage: Stage, words: RoleWords) -> Iterable[Told]:
    """Offices that pass from one person to another, in order of the text."""
    for sentence in stage.page.sentences():
        for token in sentence:
            if token.pos_ == "VERB" and token.lemma_ in words.verbs.succeeding:
                yield from _of_verb(stage, token)


def _of_verb(stage: Stage, verb: Token) -> Iterable[Told]:
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    subject = subject_of(verb)
    if passive:
        old, new = subject, _behind(verb, "by")
    else:
        old = next((child for child in verb.children if child.dep_ in {"dobj", "obj"}), None)
        new = _behind(verb, "with") or subject
    before = stage.person_at(old) if old is not None else None
    after = stage.person_at(new) if new is not None else None
    office = _office(stage, verb, before, old)
    if office is None or before is None:
        return
    name = _named(stage, before)
    yield _told(stage, verb, RoleStatus.LOSES, name, office)
    if after is not None and after.form != "description":
        yield _told(stage, verb, RoleStatus.GAINS, after, office)


def _told(stage: Stage, verb: Token, status: RoleStatus, holder: Mention, office: Span) -> Told:
    return Told(
        kind=RoleKind.OFFICE,
        status=status,
        holder=holder.span,
        value=office,
        organization=stage.body_in(office.start, office.end),
        cue=verb,
        rule=f"verb: {verb.lemma_}",
    )


def _behind(verb: Token, preposition: str) -> Token | None:
    """The noun behind the preposition under the verb, or under its object, where the parse put it."""
    nodes = [verb, *(child for child in verb.children if child.dep_ in {"dobj", "obj"})]
    nodes += [child for node in nodes[1:] for child in node.children if child.dep_ == "appos"]
    for node in nodes:
        for child in node.children:
            if child.dep_ in {"prep", "agent"} and child.lower_ == preposition and child.i > verb.i:
                return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _office(stage: Stage, verb: Token, before: Mention | None, old: Token | None) -> Span | None:
    """The office that passes on: behind "as", or that by which the one before is called."""
    noun = _behind(verb, "as")
    mention = stage.mentions.get(noun.i) if noun is not None else None
    if mention is not None and mention.kind in posts():
        return mention.span
    if before is None or old is None:
        return None
    if before.form == "description":
        return before.span if before.kind in posts() else None
    if before.title and before.kind in posts():
        text = stage.page.report.text
        at = text.rfind(before.title, max(0, before.start - len(before.title) - 4), before.start)
        return Span(start=at, end=at + len(before.title)) if at >= 0 else None
    return None


def _named(stage: Stage, person: Mention) -> Mention:
    """The name that a description stands beside; the description where none."""
    named = stage.by_id.get(person.antecedent or "") if person.form == "description" else None
    return named or person
