"""Which names can be told without the model: after a title, around a noun for a body, acronyms and outlets?"""

from collections.abc import Iterable

from spacy.tokens import Doc

from variorum.annotate.mention_candidates import Candidate
from variorum.annotate.mention_draft import is_capital, is_possessive, plain
from variorum.annotate.mention_evidence import described_before
from variorum.annotate.mention_model import inside_name, trim
from variorum.annotate.mention_scope import demonym
from variorum.annotate.mention_sight import ACRONYM, HYPHENS, Sight


def titled_candidates(sight: Sight) -> Iterable[Candidate]:
    """Proper nouns after an office or a form of address ("Lieutenant Aydin Kaya"), whatever the model says."""
    doc = sight.doc
    for match in sight.matches:
        if match.sort not in {"office", "honorific"} or match.last >= len(doc):
            continue
        if match.sort == "honorific" and not is_capital(doc[match.first]):
            continue
        if doc[match.last].pos_ == "PROPN" and is_capital(doc[match.last]) and match.last not in sight.covering:
            last = _extend_person(sight, match.last)
            if match.last < last and doc[match.last].sent.start <= match.first:
                yield Candidate(match.last, last, None)


def apposed_candidates(sight: Sight) -> Iterable[Candidate]:
    """Two proper nouns or more that rename an office's phrase, which the model passed over ("the mayor of Oran, Ann Lee,")."""
    doc = sight.doc
    for token in doc:
        if token.text != "," or token.i + 2 >= len(doc) or doc[token.i + 1].ent_type_ or doc[token.i + 2].ent_type_:
            continue
        first = token.i + 1
        if not all(doc[at].pos_ == "PROPN" and is_capital(doc[at]) for at in (first, first + 1)):
            continue
        if first not in sight.covering and described_before(sight, token.i):
            yield Candidate(first, _extend_person(sight, first), None)


def speaking_candidates(sight: Sight) -> Iterable[Candidate]:
    """Two proper nouns or more that rename or say something and that the model passed over ("Ann Berg-Lee, mayor of …, said")."""
    doc = sight.doc
    for token in doc:
        speaks = token.dep_ == "nsubj" and token.head.lemma_ in sight.names.cues.saying
        if not speaks or token.pos_ != "PROPN" or token.ent_type_ or not is_capital(token):
            continue
        first = token.i
        while first > token.sent.start and doc[first - 1].dep_ in {"compound", "punct"} and _touches(doc, first):
            first -= 1
        last = _extend_person(sight, first)
        if last - first > 1 and last > token.i and doc[first].dep_ == "compound" and first not in sight.covering:
            yield Candidate(first, last, None)


def _touches(doc: Doc, at: int) -> bool:
    """Whether the word before belongs to the same run of proper nouns or hyphens."""
    before = doc[at - 1]
    return (before.pos_ == "PROPN" and is_capital(before) and not before.ent_type_) or before.text in HYPHENS


def _extend_person(sight: Sight, first: int) -> int:
    doc, last = sight.doc, first
    while last < len(doc) and (is_capital(doc[last]) or inside_name(doc, last, sight.names.people.particles)):
        token = doc[last]
        if (
            last in sight.covering
            or (token.is_punct and token.text not in HYPHENS)
            or token.pos_ in {"VERB", "AUX", "ADP"}
        ):
            break
        last += 1
    while last > first and not is_capital(doc[last - 1]):
        last -= 1
    return last


def headed_candidates(sight: Sight) -> Iterable[Candidate]:
    """Capitalised runs that hold a noun for an organisation ("Northern Workers' Union", "Group of 24")."""
    doc, heads, inner = sight.doc, sight.names.organizations.heads, sight.names.organizations.inner
    for token in doc:
        if not is_capital(token) or plain(token.text) not in heads or token.pos_ not in {"PROPN", "NOUN"}:
            continue
        first, last = token.i, token.i + 1
        while first > token.sent.start and (_goes_on(doc, first - 1) or _bridge(doc, first - 1, inner)):
            first -= 1
        while last < token.sent.end and (_goes_on(doc, last) or doc[last].like_num or _bridge(doc, last, inner)):
            last += 1
        trimmed = trim(sight, first, last, "ORG")
        if trimmed and trimmed[1] - trimmed[0] > 1 and not _is_office(sight, trimmed[0]):
            yield Candidate(*trimmed, None)


def _is_office(sight: Sight, first: int) -> bool:
    """Whether the run is an office, not a body ("Member of Parliament")."""
    match = sight.covering.get(first)
    if match is None or match.last >= len(sight.doc) or match.sort not in {"office", "group"}:
        return False
    return match.sort == "office" or not is_possessive(sight.doc[match.last])  # "Dockers' Union"


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a capitalised word can be part of a body's name: no preposition or adverb that opens a sentence, no date."""
    token = doc[at]
    return (
        is_capital(token)
        and token.pos_ not in {"ADP", "ADV", "DET", "PRON", "SCONJ", "VERB", "AUX"}
        and token.ent_type_ != "DATE"
    )


def _bridge(doc: Doc, at: int, inner: frozenset[str]) -> bool:
    """Whether a lower-case word stands inside a capitalised name."""
    if plain(doc[at].text) not in inner or not 0 < at < len(doc) - 1 or plain(doc[at].text) == "and":
        return is_possessive(doc[at]) and 0 < at < len(doc) - 1 and is_capital(doc[at + 1]) and is_capital(doc[at - 1])
    return plain(doc[at].text) == "of" and is_capital(doc[at - 1]) and (is_capital(doc[at + 1]) or doc[at + 1].like_num)


def acronym_candidates(sight: Sight) -> Iterable[Candidate]:
    """Acronyms of bodies of the world, outlets, and those that the report itself explains in brackets."""
    doc, known = sight.doc, sight.names.organizations.acronyms
    told = {doc[at].text for at in range(1, len(doc) - 1) if _bracketed(doc, at)}
    for token in doc:
        free = token.i not in sight.covering or sight.covering[token.i].sort == "outlet"
        if free and ACRONYM.fullmatch(token.text) and (token.text in known or token.text in told):
            yield Candidate(token.i, token.i + 1, None)
    for match in sight.matches:
        if match.sort == "outlet" and is_capital(doc[match.first]) and not demonym(doc[match.first]):
            yield Candidate(match.first, match.last, None)


def _bracketed(doc: Doc, at: int) -> bool:
    return doc[at - 1].text == "(" and doc[at + 1].text == ")" and bool(ACRONYM.fullmatch(doc[at].text))
