"""Which names hide in words that have run together: "Haddad(The President …", "RIA Newsthat"?"""

import re
from dataclasses import replace

from variorum.annotate.mention_draft import Draft, is_capital, plain
from variorum.annotate.mention_sight import Sight
from variorum.model.terms import EntityType

_BRACKET = re.compile(r"([A-ZÀ-Þ][\w'’-]+)[(\[](?:\w+)?")
_TAIL = re.compile(r"([A-ZÀ-Þ][a-zß-ÿ]+)(that|which|who|said|says|reports|reported)")


def find_fused(sight: Sight) -> list[Draft]:
    """Names whose last word has lost the space behind it."""
    found = []
    for token in sight.doc:
        bracket = _BRACKET.fullmatch(token.text)
        tail = _TAIL.fullmatch(token.text)
        if bracket:
            found.append(_before_bracket(sight, token.i, len(bracket.group(1))))
        elif tail and plain(tail.group(1)) in sight.names.organizations.heads:
            found.append(_before_tail(sight, token.i, len(tail.group(1))))
    return found


def _before_bracket(sight: Sight, at: int, length: int) -> Draft:
    """A name glued to its bracket; what stands in the bracket tells whether it is a person."""
    doc = sight.doc
    inside = next((sight.covering[n] for n in range(at + 1, min(at + 4, len(doc))) if n in sight.covering), None)
    person = inside is not None and inside.sort in {"office", "person", "honorific"}
    first = at
    while first > doc[at].sent.start and is_capital(doc[first - 1]) and doc[first - 1].pos_ == "PROPN":
        first -= 1
    start, end = doc[first].idx, doc[at].idx + length
    draft = Draft(
        first=first,
        last=at + 1,
        start=start,
        end=end,
        type=EntityType.PERSON if person else EntityType.ORGANIZATION,
        form="name",
        rule="name run into a bracket",
        head=(start, end),
    )
    if not person or inside is None or inside.sort != "office":
        return draft
    country = sight.scope.country_in(list(doc[inside.last : min(inside.last + 3, len(doc))]))
    return replace(draft, kind=inside.name, country=country)


def _before_tail(sight: Sight, at: int, length: int) -> Draft:
    """An organisation's name whose last word runs into the word after it."""
    doc, first = sight.doc, at
    while first > doc[at].sent.start and is_capital(doc[first - 1]) and doc[first - 1].pos_ == "PROPN":
        first -= 1
    start, end = doc[first].idx, doc[at].idx + length
    return Draft(
        first=first,
        last=at + 1,
        start=start,
        end=end,
        type=EntityType.ORGANIZATION,
        form="name",
        rule="words run together",
        head=(start, end),
    )
