"""Which words make up the noun phrase that a head stands for?"""

from spacy.tokens import Token

from variorum.model.base import Span

_CLAUSAL = frozenset(
    {"relcl", "appos", "advcl", "parataxis", "punct", "cc", "preconj", "ccomp", "dep", "csubj", "advmod", "mark", "neg"}
)
_RESTRICTING = frozenset({"that", "those", "these", "one"})
_LIGHT_LEFT = frozenset({"the", "a", "an", "no", "not"})
_CALENDAR = frozenset({"DATE", "TIME"})
_KEPT_PREPOSITIONS = frozenset({"of", "in", "from", "for", "at", "with", "to", "near", "on"})


def noun_phrase(head: Token, *, joined: bool = True) -> Span:
    """The span of the head's noun phrase: its modifiers and "of" phrases, without article, appositions and loose clauses.

    A pronoun that needs its clause keeps it ("those who fled"). `joined`: with the nouns that "and" or "or" joins to it.
    """
    words = sorted(_words(head, joined), key=lambda word: word.i)
    kept = _trimmed(_without_dates(_run_around(words, head), head))
    return Span(start=kept[0].idx, end=kept[-1].idx + len(kept[-1]))


def _words(head: Token, joined: bool) -> list[Token]:
    words = [head]
    if head.i > 1 and head.nbor(-1).text == "-" and head.nbor(-1).head == head.head == head.nbor(-2).head:
        words += [head.nbor(-2), head.nbor(-1)]  # "*co-pilot*", cut at its hyphen
    for child in head.children:
        if child.dep_ == "conj":
            if joined and child.pos_ in {"NOUN", "PROPN", "PRON"}:
                words += [*_words(child, joined), *_linking(head, child)]
        elif child.dep_ == "prep":
            if child.i < head.i or any(inner.dep_ == "pcomp" for inner in child.children):
                continue  # "of whom *nine*"; "the lobby *of blocking* reform": what it is accused of
            if child.lower_ == "of" or (child.lower_ in _KEPT_PREPOSITIONS and child.i == head.i + 1 and _plain(child)):
                words += _plain_subtree(child)
        elif child.dep_ == "appos" and _name_behind(head, child):
            words += _plain_subtree(child)
        elif child.dep_ in {"relcl", "acl"}:
            if head.lower_ in _RESTRICTING:
                words += list(child.subtree)
        elif child.dep_ == "amod" and child.i > head.i and any(inner.dep_ == "prep" for inner in child.children):
            continue  # "militants *loyal to the king*"
        elif child.dep_ not in _CLAUSAL or (child.dep_ == "advmod" and child.i < head.i):
            words += _plain_subtree(child)
    return words


def _name_behind(head: Token, name: Token) -> bool:
    """Whether a person's name follows the noun with no comma: "the minister of labour *Ann Lee*"."""
    first = name.left_edge
    if first.is_punct:
        return False
    return (
        name.pos_ == "PROPN"
        and first.i > head.i
        and first.nbor(-1).pos_ in {"NOUN", "PROPN"}
        and name.ent_type_ != "DATE"
    )


def glued_date(noun: Token) -> bool:
    """Whether the parse takes a date before a subject for its modifier: the preposition of "on *March 14 police* …" is bare."""
    first = noun.left_edge
    if first == noun or first.i == 0 or first.ent_type_ not in _CALENDAR:
        return False
    before = first.nbor(-1)
    swallowed = noun.dep_ == "pobj" and noun.head == before and before.i < before.head.i and first.pos_ == "PROPN"
    return before.pos_ == "ADP" and (swallowed or not any(child.dep_ == "pobj" for child in before.children))


def _linking(head: Token, conjunct: Token) -> list[Token]:
    return [
        word for word in head.doc[head.i + 1 : conjunct.i] if word.dep_ in {"cc", "punct"} and word.text not in "()—–-"
    ]


def _plain(preposition: Token) -> bool:
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return noun is not None and noun.ent_type_ not in {"DATE", "TIME"}


def _plain_subtree(token: Token) -> list[Token]:
    words = [token]
    for child in token.children:
        if child.dep_ not in {"relcl", "appos", "advcl", "acl", "parataxis"} or child.i < token.i:
            words += _plain_subtree(child)
    return words


def _run_around(words: list[Token], head: Token) -> list[Token]:
    """The unbroken run of words that holds the head, so that the span quotes no word left out but hyphens and quotes."""
    place = words.index(head)
    start, end = place, place
    while start > 0 and _adjacent(words[start - 1], words[start]):
        start -= 1
    while end + 1 < len(words) and _adjacent(words[end], words[end + 1]):
        end += 1
    return words[start : end + 1]


def _adjacent(left: Token, right: Token) -> bool:
    between = left.doc[left.i + 1 : right.i]
    return len(between) <= 2 and all(word.is_punct and word.text not in ",;:()" for word in between)


def _without_dates(words: list[Token], head: Token) -> list[Token]:
    """The words without the calendar words at their edges, which say when: "*March 14* riot police", "troops *Friday*"."""
    start, end, place = 0, len(words), words.index(head)
    while start < place and words[start].ent_type_ in _CALENDAR:
        start += 1
    while end - 1 > place and words[end - 1].ent_type_ in _CALENDAR:
        end -= 1
    named = [word for word in (*words[:start], *words[end:]) if word.pos_ == "PROPN"]
    return words[start:end] if named else words


def _trimmed(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    while start < end - 1 and (
        words[start].lower_ in _LIGHT_LEFT
        or words[start].is_punct
        or words[start].is_space
        or words[start].dep_ in {"cc", "preconj"}
        or (words[start].lower_ == "dead" and words[start + 1].like_num)  # "shot *dead* nine men"
    ):
        start += 1
    while start < end - 1 and (
        words[end - 1].is_punct
        or words[end - 1].is_space
        or words[end - 1].dep_ in {"cc", "case", "prep"}
        or words[end - 1].tag_ == "POS"
    ):
        end -= 1
    return words[start:end]
