"""Where does a description begin and end around the lexicon's phrase: "[former Chadian] president [of the union]"?"""

from spacy.tokens import Doc, Token

from variorum.annotate.mention_draft import is_break, is_capital, is_possessive, offsets, plain
from variorum.annotate.mention_phrases import Match
from variorum.annotate.mention_sight import HYPHENS, Sight
from variorum.lexicon.names import read_names

_WIDEST = 8


def head_of(doc: Doc, match: Match) -> int:
    """The phrase's own head: its last word, or the word before an "of" inside it."""
    for at in range(match.first + 1, match.last):
        if plain(doc[at].text) in {"of", "for", "in"}:
            return at - 1
    return match.last - 1


def left_edge(doc: Doc, first: int, *, proper: bool = False) -> int:
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
    return token.lower_ == "old" and token.i > 0 and (token.nbor(-1).text in HYPHENS or token.nbor(-1).lower_ == "year")


def _belongs(token: Token, proper: bool) -> bool:
    if "(" in token.text or "[" in token.text or (token.ent_type_ in {"DATE", "TIME"} and token.pos_ == "PROPN"):
        return False
    if token.text in HYPHENS:
        return True
    if is_possessive(token):
        return True
    if proper:
        return is_capital(token) and token.pos_ in {"PROPN", "ADJ"} or plain(token.text) in {"country", "republic"}
    if plain(token.text) in {"ex", "former", "then"} and token.dep_ not in {"pcomp", "pobj"}:
        return True
    if token.pos_ in {"PROPN", "NOUN"}:
        return token.dep_ in {"compound", "poss", "amod", "nmod", "npadvmod"} or is_capital(token)
    return (
        token.pos_ == "ADJ"
        and token.dep_ in {"amod", "compound", "nmod"}
        or token.dep_ == "amod"
        and plain(token.text) in read_names().modifiers.former | read_names().modifiers.acting
    )


def right_edge(sight: Sight, match: Match) -> int:
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
        if doc[last].pos_ in {"VERB", "AUX"} or doc[last].is_punct and doc[last].text not in HYPHENS:
            break
        if last > begin and doc[last].ent_type_ == "PERSON" and doc[last].ent_iob_ == "B":
            break
        if match.sort == "body" and last in sight.covering and sight.covering[last].sort == "office":
            break
        last += 1
    while last > begin and not (is_capital(doc[last - 1]) or doc[last - 1].like_num):
        last -= 1
    cut = last > begin and doc[last - 1].dep_ in {"compound", "npadvmod", "nmod"} and doc[last - 1].head.i >= last
    if (match.sort == "office" or (match.sort == "person" and cut)) and (
        whole := _noun_behind(doc, at, max(last, begin))
    ):
        return whole
    if last == begin and preposition == "of" and begin < len(doc):
        words = sight.names.cues.country | {"city", "town", "region", "province", "organization", "alliance", "body"}
        covered = sight.covering.get(begin)
        if covered and covered.sort == "body":
            return covered.last
        return begin + 1 if plain(doc[begin].text) in words else match.last
    if preposition != "of" and not sight.scope.places_in(*offsets(doc, begin, max(last, begin + 1))):
        return match.last
    return last if last > begin else match.last


def _noun_behind(doc: Doc, preposition: int, reached: int) -> int | None:
    """Where the common noun behind an office's "of" or "for" ends ("head of the dockers' union"); None where none stands."""
    if plain(doc[preposition].text) not in {"of", "for"}:
        return None
    noun = next((child for child in doc[preposition].children if child.dep_ == "pobj"), None)
    if noun is None or not reached <= noun.i < preposition + _WIDEST or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if noun.i + 1 < len(doc) and doc[noun.i + 1].text in HYPHENS:
        return None  # the parse cut a double word at its hyphen ("aide of the ex-mayor")
    between = doc[preposition + 1 : noun.i]
    fits = all(
        token.pos_ in _INSIDE or is_possessive(token) or token.text in HYPHENS or token.nbor(-1).text in HYPHENS
        for token in between
    )  # "of the Oran-*based* government"
    return noun.i + 1 if fits and noun.ent_type_ != "DATE" else None


_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "PART"})


def _inner(doc: Doc, begin: int, at: int) -> bool:
    if at == begin:
        return False
    return (
        plain(doc[at].text) in {"of", "for", "the", "and"}
        and at + 1 < len(doc)
        and is_capital(doc[at + 1])
        or (is_possessive(doc[at]) or doc[at].text in HYPHENS)
        and at + 1 < len(doc)
        and is_capital(doc[at + 1])
    )
