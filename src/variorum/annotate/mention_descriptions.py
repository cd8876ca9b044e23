"""Which phrases stand for persons, bodies and crowds without naming them: "the former president", "the Interior Ministry"?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import Draft, is_break, is_capital, is_possessive, offsets, plain
from variorum.annotate.mention_names import Sight
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_scope import demonym
from variorum.annotate.mention_titles import is_former
from variorum.model.terms import EntityType

_WIDEST = 8
_HYPHENS = frozenset({"-", "‑"})
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
    titles = {
        at for draft in names if draft.title_first is not None for at in range(draft.title_first, draft.first)
    }
    found: list[Draft] = []
    for match in sight.matches:
        if match.sort not in _TYPES or not _is_noun(sight.doc, match):
            continue
        whole = range(match.first, match.last)
        if match.sort in {"body", "metonym"}:
            found.append(_body(sight, match))
        elif taken.isdisjoint(whole) and titles.isdisjoint(whole):
            draft = _person(sight, match) if match.sort != "group" else _group(sight, match)
            if draft:
                found.append(draft)
    return found


def _is_noun(doc: Doc, match: Match) -> bool:
    head = doc[_head_of(doc, match)]
    return head.pos_ in {"NOUN", "PROPN"} or (match.last - match.first > 1 and head.pos_ in {"ADJ", "X"})


def _head_of(doc: Doc, match: Match) -> int:
    """The phrase's own head: its last word, or the word before an "of" inside it."""
    for at in range(match.first + 1, match.last):
        if plain(doc[at].text) in {"of", "for", "in"}:
            return at - 1
    return match.last - 1


def _left(doc: Doc, first: int, *, proper: bool = False) -> int:
    """Where the words before a noun that belong to it begin; `proper`: capitalised words and peoples only."""
    start, sentence = first, doc[first].sent.start
    while start > max(sentence, first - _WIDEST):
        token = doc[start - 1]
        if is_break(token) or not _belongs(token, proper) or _is_age(token):
            break
        start -= 1
    while start < first and (is_possessive(doc[start]) or doc[start].is_punct or doc[start].is_space):
        start += 1
    return start


def _is_age(token: Token) -> bool:
    """Whether the word ends an age before a noun ("a 34-year-old man")."""
    return token.lower_ == "old" and token.i > 0 and (token.nbor(-1).text in _HYPHENS or token.nbor(-1).lower_ == "year")


def _belongs(token: Token, proper: bool) -> bool:
    if "(" in token.text or "[" in token.text:
        return False
    if token.text in _HYPHENS:
        return True
    if is_possessive(token):
        return True
    if proper:
        return is_capital(token) and token.pos_ in {"PROPN", "ADJ"} or plain(token.text) in {"country", "republic"}
    if token.pos_ in {"PROPN", "NOUN"}:
        return token.dep_ in {"compound", "poss", "amod", "nmod", "npadvmod"} or is_capital(token)
    return token.pos_ == "ADJ" and token.dep_ in {"amod", "compound", "nmod"} or plain(token.text) in {"ex", "former", "then"}


def _right(sight: Sight, match: Match) -> int:
    """Where the words behind a noun that say of what it is end: "of Kazakhstan", "of the Security Council"."""
    doc, at = sight.doc, match.last
    if at + 1 >= len(doc) or plain(doc[at].text) not in {"of", "for", "in"} or doc[at].sent != doc[match.first].sent:
        return match.last
    preposition = plain(doc[at].text)
    last = at + 1
    while last < len(doc) and plain(doc[last].text) in {"the", "this", "our", "his", "its", "their"}:
        last += 1
    begin = last
    while last < min(len(doc), begin + _WIDEST) and (is_capital(doc[last]) or _inner(doc, begin, last)):
        if doc[last].pos_ in {"VERB", "AUX"} or doc[last].is_punct and doc[last].text not in _HYPHENS:
            break
        if last > begin and doc[last].ent_type_ == "PERSON" and doc[last].ent_iob_ == "B":
            break
        last += 1
    while last > begin and not (is_capital(doc[last - 1]) or doc[last - 1].like_num):
        last -= 1
    if last == begin and preposition == "of" and begin < len(doc):
        words = sight.names.cues.country | {"city", "town", "region", "province", "organization", "alliance", "body"}
        covered = sight.covering.get(begin)
        if covered and covered.sort == "body":
            return covered.last
        return begin + 1 if plain(doc[begin].text) in words else match.last
    if preposition != "of" and not sight.scope.places_in(*offsets(doc, begin, max(last, begin + 1))):
        return match.last
    return last if last > begin else match.last


def _inner(doc: Doc, begin: int, at: int) -> bool:
    if at == begin:
        return False
    return plain(doc[at].text) in {"of", "for", "the", "and"} and at + 1 < len(doc) and is_capital(doc[at + 1]) or (
        is_possessive(doc[at]) or doc[at].text in _HYPHENS
    ) and at + 1 < len(doc) and is_capital(doc[at + 1])


def _body(sight: Sight, match: Match) -> Draft:
    """A body of a state, with the peoples and places that say whose it is."""
    doc = sight.doc
    first, last = _left(doc, match.first, proper=True), match.last
    if last < len(doc) and plain(doc[last].text) != "in":
        last = _right(sight, match)
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
        return doc[first - 2 : first - 1]
    return []


def _is_foreign(sight: Sight, token: Token) -> bool:
    """Whether the word makes another body of it ("UN Security Council"): a name that is no place, people or grammar word."""
    word = plain(token.text)
    if not is_capital(token) or demonym(token) or word in sight.names.cues.country or token.is_punct:
        return False
    if word in sight.names.modifiers.former | sight.names.modifiers.acting | sight.names.modifiers.rank:
        return False
    if sight.scope.places_in(token.idx, token.idx + len(token.text)) or token.ent_type_ in {"GPE", "LOC", "NORP"}:
        return False
    return not (token.is_stop or token.is_sent_start or word in {"federation", "republic", "kingdom", "city"})


def _person(sight: Sight, match: Match) -> Draft | None:
    """A description of one person, by office or by a noun for a person."""
    doc = sight.doc
    head = doc[_head_of(doc, match)]
    if head.dep_ in {"compound", "amod", "nmod"} and match.last < len(doc) and head.head.i > head.i:
        return None
    if head.tag_ in {"NNS", "NNPS"}:
        return None
    first, last = _left(doc, match.first), _right(sight, match)
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
    if any(_counts(token) for token in _subtree_before(head)):
        return None
    first, last = _left(doc, match.first), _right(sight, match)
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


def _counts(token: Token) -> bool:
    return token.like_num or token.dep_ == "nummod" or token.pos_ == "NUM" or plain(token.text) in {
        "dozens", "hundreds", "thousands", "scores", "millions", "some", "several", "many", "most", "few", "no", "number", "none", "each"
    }


def _adds_nothing(sight: Sight, token: Token) -> bool:
    """Whether the word only says of which country or place the crowd is."""
    if demonym(token) or plain(token.text) in {"of", "in", "the", "-"} or is_possessive(token):
        return True
    return bool(sight.scope.places_in(token.idx, token.idx + len(token.text))) or plain(token.text) in sight.names.cues.country
