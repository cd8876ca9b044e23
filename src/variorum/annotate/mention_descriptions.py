"""Which phrases stand for persons, bodies and crowds without naming them: "the former president", "the Interior Ministry"?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import Draft, is_capital, is_possessive, offsets, plain
from variorum.annotate.mention_edges import head_of, left_edge, right_edge
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_scope import demonym
from variorum.annotate.mention_sight import Sight
from variorum.annotate.mention_titles import is_former
from variorum.model.terms import EntityType

_TYPES = {
    "office": EntityType.PERSON,
    "person": EntityType.PERSON,
    "group": EntityType.GROUP,
    "body": EntityType.ORGANIZATION,
    "metonym": EntityType.ORGANIZATION,
}


def find_descriptions(sight: Sight, names: Sequence[Draft]) -> list[Draft]:
    """Drafts of all descriptions, in order of the text; those inside a name or its title are left out."""
    taken = {at for draft in names for at in range(draft.first, draft.last)}
    titles = {at for draft in names if draft.title_first is not None for at in range(draft.title_first, draft.first)}
    found: list[Draft] = []
    for match in sight.matches:
        if match.sort not in _TYPES or not _is_noun(sight.doc, match):
            continue
        whole = range(match.first, match.last)
        if match.sort in {"body", "metonym"}:
            if not _opens_name(sight, match):
                found.append(_body(sight, match))
        elif taken.isdisjoint(whole) and titles.isdisjoint(whole):
            draft = _person(sight, match) if match.sort != "group" else _group(sight, match)
            if draft:
                found.append(draft)
    return found


def _is_noun(doc: Doc, match: Match) -> bool:
    head = doc[head_of(doc, match)]
    return head.pos_ in {"NOUN", "PROPN"} or (match.last - match.first > 1 and head.pos_ in {"ADJ", "X"})


def _opens_name(sight: Sight, match: Match) -> bool:
    """Whether the word for a state's body only opens the name of another ("the *Military* Committee", "*Police* Union")."""
    doc, at = sight.doc, match.last
    if at >= len(doc) or not is_capital(doc[match.first]) or not is_capital(doc[at]) or doc[at].pos_ != "PROPN":
        return False
    same = doc[at].ent_type_ == "ORG" == doc[at - 1].ent_type_ and doc[at].ent_iob_ == "I"
    return same and plain(doc[at].text) in sight.names.organizations.heads and at not in sight.covering


def _body(sight: Sight, match: Match) -> Draft:
    """A body of a state, with the peoples and places that say whose it is."""
    doc = sight.doc
    first, last = left_edge(doc, match.first, proper=True), match.last
    if last < len(doc) and plain(doc[last].text) != "in":
        last = right_edge(sight, match)
    first = _without_lead(doc, first, match.first)
    own = [*doc[first : match.first], *doc[match.last : last]]
    start, end = offsets(doc, first, last)
    metonym = sight.names.bodies.metonyms.get(match.name) if match.sort == "metonym" else None
    named = is_capital(doc[match.first])
    draft = Draft(
        first=first,
        last=last,
        start=start,
        end=end,
        type=EntityType.ORGANIZATION,
        form="name" if named else "description",
        rule="state body",
        head=offsets(doc, match.first, match.last),
    )
    if metonym:
        return replace(draft, kind=metonym.body, country=metonym.country, rule="metonym")
    if any(_is_foreign(sight, token) for token in own):
        return replace(draft, country=sight.scope.country_in(own), rule="named body")
    return replace(
        draft,
        kind=match.name,
        country=sight.scope.country_in(own),
        locality=_locality(sight, own),
        former=is_former([plain(token.text) for token in own], sight.names.modifiers),
    )


def _locality(sight: Sight, own: Sequence[Token]) -> str | None:
    """The city or region before or behind a body ("Oran police"), in the report's words; None for countries and peoples."""
    words = [token for token in own if is_capital(token) and not demonym(token) and not token.is_stop]
    text = " ".join(token.text for token in words)
    if not words or sight.scope.country_named(text) or not any(_is_place(sight, token) for token in words):
        return None
    return text


def _is_place(sight: Sight, token: Token) -> bool:
    inside = sight.scope.places_in(token.idx, token.idx + len(token.text))
    return token.ent_type_ in {"GPE", "LOC"} or bool(inside) or sight.scope.is_known_name(token.text)


def _without_lead(doc: Doc, first: int, limit: int) -> int:
    """A sentence's first word is capitalised for its place, not for being part of the name, unless it is a proper noun."""
    while first < limit and doc[first].is_sent_start and doc[first].pos_ not in {"PROPN", "ADJ"}:
        first += 1
    return first


def _possessor(doc: Doc, first: int) -> Sequence[Token]:
    """The words of "the city's" before a phrase that starts at the token."""
    if first >= 2 and is_possessive(doc[first - 1]):
        return list(doc[first - 2 : first - 1])
    return []


def _is_foreign(sight: Sight, token: Token) -> bool:
    """Whether the word makes another body of it ("UN Security Council"): a name that is no place, people or grammar word."""
    word = plain(token.text)
    if not is_capital(token) or demonym(token) or word in sight.names.cues.country or token.is_punct:
        return False
    if word in sight.names.modifiers.former | sight.names.modifiers.acting | sight.names.modifiers.rank:
        return False
    if sight.scope.places_in(token.idx, token.idx + len(token.text)) or token.ent_type_ in _OWNERS:
        return False
    opens = token.is_sent_start and not (token.ent_type_ == "ORG" and token.pos_ in {"PROPN", "ADJ"})
    return not (token.is_stop or opens or word in {"federation", "republic", "kingdom", "city"})


_OWNERS = frozenset({"GPE", "LOC", "NORP", "PERSON"})
"""A place, a people or the person at its head says whose a body is ("the Berg government"), and makes no other of it."""


def _person(sight: Sight, match: Match) -> Draft | None:
    """A description of one person, by office or by a noun for a person."""
    doc = sight.doc
    head = doc[head_of(doc, match)]
    if head.dep_ in {"compound", "amod", "nmod"} and match.last < len(doc) and head.head.i > head.i:
        return None
    if head.tag_ in {"NNS", "NNPS"} or _is_part(head):
        return None
    first, last = left_edge(doc, match.first), right_edge(sight, match)
    if first > 0 and plain(doc[first - 1].text) in sight.names.cues.counting:
        return None
    own = [*_possessor(doc, first), *doc[first : match.first], *doc[match.last : last]]
    start, end = offsets(doc, first, last)
    lower = {plain(token.text) for token in doc[first : match.last]}
    return Draft(
        first=first,
        last=last,
        start=start,
        end=end,
        type=EntityType.PERSON,
        form="description",
        rule="office" if match.sort == "office" else "noun for a person",
        kind=match.name,
        former=is_former([plain(token.text) for token in doc[first : match.first]], sight.names.modifiers),
        country=sight.scope.country_in(own),
        gender=_gender(sight, lower),
        head=offsets(doc, match.first, match.last),
    )


def _is_part(noun: Token) -> bool:
    """Whether "head" is the part of a body: "hit *on the head*", "shot *in the head*"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "on", "to", "through"}
    return noun.lower_ == "head" and behind and not any(child.dep_ in {"prep", "compound"} for child in noun.children)


def _gender(sight: Sight, words: set[str]) -> str | None:
    if words & sight.names.persons.male:
        return "male"
    return "female" if words & sight.names.persons.female else None


def _group(sight: Sight, match: Match) -> Draft | None:
    """A crowd or a force; counted parts of one ("three protesters") are no entity of their own."""
    doc = sight.doc
    head = doc[match.last - 1]
    if head.dep_ in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return None
    if any(_counts(sight, token) for token in _subtree_before(head)):
        return None
    first, last = left_edge(doc, match.first), right_edge(sight, match)
    own = [*doc[first : match.first], *doc[match.last : last]]
    start, end = offsets(doc, first, last)
    kind = match.name if all(_adds_nothing(sight, token) for token in own) else None
    return Draft(
        first=first,
        last=last,
        start=start,
        end=end,
        type=EntityType.GROUP,
        form="description",
        rule="crowd or force",
        kind=kind,
        country=sight.scope.country_in(own),
        head=offsets(doc, match.first, match.last),
    )


def _subtree_before(head: Token) -> Iterable[Token]:
    yield from (token for token in head.lefts)
    if head.dep_ == "pobj" and plain(head.head.text) == "of":
        yield head.head.head


def _counts(sight: Sight, token: Token) -> bool:
    """Whether the word counts or picks some of a crowd."""
    return (
        token.like_num
        or token.dep_ == "nummod"
        or token.pos_ == "NUM"
        or plain(token.text) in sight.names.cues.counting
    )


def _adds_nothing(sight: Sight, token: Token) -> bool:
    """Whether the word only says of which country or place the crowd is."""
    if demonym(token) or plain(token.text) in {"of", "in", "the", "-"} or is_possessive(token):
        return True
    return (
        bool(sight.scope.places_in(token.idx, token.idx + len(token.text)))
        or plain(token.text) in sight.names.cues.country
    )
