"""Which description renames which name: "Anna Berg, the city's mayor", "the president, Omar Haddad", "Berg (the mayor)"?"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from variorum.annotate.mention_draft import Draft, is_break, is_capital, plain
from variorum.model.terms import EntityType

_OPEN = frozenset({",", "(", "–", "—", "-", "["})
_CLOSE = frozenset({",", ")", ".", ";", "–", "—", "-", "]", ":"})
_SKIP = frozenset({"the", "a", "an", "who", "is", "was", "his", "her", "their", "its", "our"})


def link_appositions(doc: Doc, names: Sequence[Draft], descriptions: Sequence[Draft]) -> list[Draft]:
    """The descriptions, those beside the name of a person renamed by it pointing at that name."""
    persons = [draft for draft in names if draft.type is EntityType.PERSON]
    ends = {draft.last: draft for draft in persons}
    starts = {draft.title_first if draft.title_first is not None else draft.first: draft for draft in persons}
    starts |= {draft.first: draft for draft in persons}
    return [
        replace(draft, antecedent=name.span) if (name := _beside(doc, draft, ends, starts)) else draft
        for draft in descriptions
    ]


def _beside(doc: Doc, draft: Draft, ends: dict[int, Draft], starts: dict[int, Draft]) -> Draft | None:
    if draft.type is not EntityType.PERSON or draft.antecedent or draft.form != "description":
        return None
    return _name_before(doc, draft, ends) or _name_after(doc, draft, starts)


def _name_before(doc: Doc, draft: Draft, ends: dict[int, Draft]) -> Draft | None:
    """Reads "Anna Berg, the mayor," and "Anna Berg is the mayor": the name, a comma or copula, the description, a pause."""
    at = draft.first
    copula = False
    if at > 0 and "(" in doc[at - 1].text and len(doc[at - 1].text) > 1:
        return ends.get(at)
    while at > 0 and _passable(doc, at - 1):
        copula = copula or plain(doc[at - 1].text) in {"is", "was"}
        at -= 1
    if at == 0:
        return None
    if copula:
        return ends.get(at) or (ends.get(at - 1) if doc[at - 1].text == "," else None)
    if doc[at - 1].text not in _OPEN or _lists(doc, draft.last):
        return None
    if not _pauses(doc, draft.last) and not _names_body(doc, draft):
        return None
    return ends.get(at - 1) or _before_age(doc, at - 1, ends)


def _names_body(doc: Doc, draft: Draft) -> bool:
    """Whether the name of the body follows its kind right behind the office: "spokeswoman for the movement | Free Land"."""
    token = doc[draft.last]
    return doc[draft.last - 1].dep_ == "pobj" and is_capital(token) and doc[draft.last - 1] in token.ancestors


def _before_age(doc: Doc, at: int, ends: dict[int, Draft]) -> Draft | None:
    """The name of "Anna Berg, 34, the mayor"."""
    if at >= 2 and doc[at - 1].like_num and doc[at - 2].text == ",":
        return ends.get(at - 2)
    return None


def _name_after(doc: Doc, draft: Draft, starts: dict[int, Draft]) -> Draft | None:
    """Reads "The mayor, Anna Berg,": the description, a comma, the name."""
    close = starts.get(draft.last) if draft.last < len(doc) else None
    if close is not None and close.title is None and _whole_office(doc, draft, close):
        return close
    at = _past_place(doc, draft.last)
    if at + 1 >= len(doc) or doc[at].text not in {",", "(", "["}:
        return None
    name = starts.get(at + 1)
    if name is None or (_indefinite(doc, draft) and name.last - name.first == 1 and not name.title):
        return None
    return name if _pauses(doc, name.last) or name.title else None


def _whole_office(doc: Doc, draft: Draft, name: Draft) -> bool:
    """Whether an office with its "of" stands right before a name, as translations have it: "the minister of labour Ann Lee"."""
    if is_break(doc[draft.last - 1]) or doc[draft.last].sent != doc[draft.first].sent or _indefinite(doc, draft):
        return False
    inside = {plain(token.text) for token in doc[draft.first : draft.last]}
    return bool(inside & {"of", "for"}) and name.last - name.first > 1


def _past_place(doc: Doc, at: int) -> int:
    """The token behind a short phrase of place ("a senator [from Ohio], Ann Lee"); the token itself where there is none."""
    if at + 1 >= len(doc) or plain(doc[at].text) not in {"from", "in", "at", "for", "of", "on"}:
        return at
    last = at + 1
    while last < min(len(doc), at + _FARTHEST) and doc[last].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
        last += 1
    return last if last < len(doc) and doc[last].text == "," else at


_FARTHEST = 7


def _indefinite(doc: Doc, draft: Draft) -> bool:
    return draft.first > 0 and plain(doc[draft.first - 1].text) in {"a", "an", "another", "every", "any"}


def _passable(doc: Doc, at: int) -> bool:
    token = doc[at]
    return not is_break(token) and plain(token.text) in _SKIP


def _pauses(doc: Doc, at: int) -> bool:
    if at >= len(doc):
        return True
    word = plain(doc[at].text)
    return (
        doc[at].text in _CLOSE
        or is_break(doc[at])
        or word in {"who", "said", "says", "told", "since", "in", "at", "from", "and", "for", "of"}
    )


def _lists(doc: Doc, at: int) -> bool:
    """Whether the description is one of a list ("Berg, the mayor and the governor")."""
    return at + 1 < len(doc) and plain(doc[at].text) == "and" and plain(doc[at + 1].text) in {"the", "a"}
