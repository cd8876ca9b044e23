"""Which names did the language model see, and where do they really begin and end?"""

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from variorum.annotate.mention_candidates import Candidate
from variorum.annotate.mention_draft import is_break, is_capital, is_possessive, plain
from variorum.annotate.mention_scope import demonym
from variorum.annotate.mention_sight import HYPHENS, Sight

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
_PROPER = frozenset({"PERSON", "GPE", "LOC"})


def model_candidates(sight: Sight) -> Iterable[Candidate]:
    """The names the model saw, trimmed, in order of the text; two pieces of one name also as one."""
    for entity in sight.doc.ents:
        if entity.label_ in LABELS and not _is_adjective(sight.doc, entity.start, entity.end, entity.label_):
            trimmed = trim(sight, entity.start, entity.end, entity.label_)
            if trimmed:
                yield Candidate(*trimmed, entity.label_)
    yield from _nicknamed(sight)
    for left, right in zip(sight.doc.ents, sight.doc.ents[1:], strict=False):
        if _one_person(sight, left, right):
            yield Candidate(left.start, right.end, "PERSON")


def _nicknamed(sight: Sight) -> Iterable[Candidate]:
    """Persons' names with a nickname in quotation marks inside ("Omar “Lion” Haddad"), which the model cuts in two."""
    doc = sight.doc
    for token in doc[1:-3]:
        if not token.is_quote or not _proper(doc, token.i - 1) or doc[token.i - 1].is_sent_end:
            continue
        close = next((at for at in range(token.i + 2, min(token.i + 5, len(doc) - 1)) if doc[at].is_quote), None)
        if (
            close is None
            or not _proper(doc, close + 1)
            or not all(is_capital(word) for word in doc[token.i + 1 : close])
        ):
            continue
        first, last = token.i - 1, close + 2
        while first > token.sent.start and _proper(doc, first - 1) and first - 1 not in sight.covering:
            first -= 1
        while last < len(doc) and _proper(doc, last) and not is_break(doc[last - 1]):
            last += 1
        if first not in sight.covering:
            yield Candidate(first, last, "PERSON")


def _proper(doc: Doc, at: int) -> bool:
    return doc[at].pos_ == "PROPN" and is_capital(doc[at])


def _one_person(sight: Sight, left: Span, right: Span) -> bool:
    """Whether the model cut an unfamiliar person's name in two: names that touch, the one part of the other, that act."""
    if left.end != right.start or left.label_ not in _PROPER or right.label_ not in _PROPER:
        return False
    head = right.root
    if left.root.dep_ != "compound" or left.root.head != head or head.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    whole = sight.doc[left.start : right.end].text
    known = sight.scope.country_named(left.text) or sight.scope.country_named(right.text) or demonym(left.root)
    return not known and not sight.scope.is_known_name(whole) and "\n" not in whole


def _is_adjective(doc: Doc, first: int, last: int, label: str) -> bool:
    """Whether the model took a word that only qualifies ("Soviet", "Islamic") or a common noun ("Videos") for a name."""
    head = doc[last - 1]
    if label == "NORP":
        return head.tag_ not in {"NNS", "NNPS"} or head.dep_ in {"amod", "compound"}
    return (
        last - first == 1
        and label in {"ORG", "PRODUCT", "EVENT", "WORK_OF_ART"}
        and head.tag_ in {"NN", "NNS", "JJ", "VB", "VBZ", "VBD"}
    )


def trim(sight: Sight, first: int, last: int, label: str) -> tuple[int, int] | None:
    """The name without articles, titles and peoples before it and clitics behind; None where nothing is left."""
    doc, particles = sight.doc, sight.names.people.particles
    for at in range(first, last):
        if is_break(doc[at]) or (at > first and doc[at].text == "("):
            last = at
            break
    while first < last and _leads(sight, first, last, label):
        covered = sight.covering.get(first)
        first = (
            covered.last if covered and covered.last <= last and covered.sort in {"office", "honorific"} else first + 1
        )
    while first < last and _trails(sight, last - 1):
        last -= 1
    if label == "PERSON" or (label in {"GPE", "ORG"} and is_hyphenated(doc, last) and is_capital(doc[last + 1])):
        last = _extend(doc, last)
    if label == "PERSON":
        first = _extend_left(sight, first)
        lower = next(
            (at for at in range(first, last) if not is_capital(doc[at]) and not inside_name(doc, at, particles)), last
        )
        last = lower
    return (first, last) if first < last and any(is_capital(doc[at]) for at in range(first, last)) else None


def _leads(sight: Sight, at: int, last: int, label: str) -> bool:
    token = sight.doc[at]
    if token.is_punct or token.is_space or plain(token.text) in {"the", "a", "an"} or is_possessive(token):
        return True
    if label not in {"PERSON", "GPE", "NORP"} or last - at < 2:
        return False
    match = sight.covering.get(at)
    if match and match.sort in {"office", "honorific"} and match.last < last:
        return True
    if label != "PERSON":
        return False
    if last - at > 2 and at and sight.doc[at - 1].lower_ == "of" and sight.scope.is_known_name(token.text) and at > 1:
        office = sight.ending.get(at - 1)
        if office is not None and office.sort == "office":
            return True  # "mayor of *Oran* Aziz Karim"
    following = sight.doc[at + 1]
    named = demonym(token) or sight.scope.country_named(token.text)
    return bool(named) and following.text not in HYPHENS


def _trails(sight: Sight, at: int) -> bool:
    token = sight.doc[at]
    if token.is_punct and token.text.endswith((".", ")")) and len(token.text) > 1:
        return False
    return token.is_punct or token.is_space or is_possessive(token) or (token.is_lower and len(token.text) > 3)


def inside_name(doc: Doc, at: int, particles: frozenset[str]) -> bool:
    """Whether a word that is no capital may stand inside a person's name: a particle, a hyphen and what follows it."""
    token = doc[at]
    return (
        plain(token.text) in particles
        or token.text in HYPHENS
        or token.is_punct
        or (at > 0 and doc[at - 1].text in HYPHENS)
    )


def _extend(doc: Doc, last: int) -> int:
    """A person's name goes on over a hyphen and over capitalised proper nouns that the model left out."""
    while last < len(doc):
        if is_hyphenated(doc, last):
            last += 2
        elif is_capital(doc[last]) and doc[last].pos_ == "PROPN" and not doc[last].ent_type_ and _joined(doc, last):
            last += 1
        else:
            break
    return last


def _extend_left(sight: Sight, first: int) -> int:
    """A person's name begins with the given names before it that the model left out."""
    doc = sight.doc
    while first > 0 and not is_break(doc[first - 1]):
        token = doc[first - 1]
        given = token.pos_ == "PROPN" and token.dep_ == "compound" and is_capital(token) and token.head.i >= first
        if not given or token.ent_type_ or first - 1 in sight.covering or demonym(token) or token.is_upper:
            break
        if sight.scope.places_in(token.idx, token.idx + len(token.text)) or token.sent != doc[first].sent:
            break
        first -= 1
    return first


def is_hyphenated(doc: Doc, last: int) -> bool:
    """Whether the model cut a double name at its hyphen."""
    if last + 1 >= len(doc) or doc[last].text not in HYPHENS:
        return False
    return doc[last + 1].is_alpha and not doc[last].whitespace_ and not doc[last - 1].whitespace_


def _joined(doc: Doc, at: int) -> bool:
    return doc[at].sent.start < at and not is_break(doc[at - 1]) and not doc[at].is_punct
