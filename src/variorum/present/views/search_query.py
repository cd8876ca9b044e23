"""What does somebody mean who types this into a search box?"""

import re
from collections.abc import Iterator

from variorum.model.base import Record

_MOST_TERMS = 24
_LONGEST = 80
_PREFIX_FROM = 3
_READ = 10_000
_TOKEN = re.compile(r'(?P<sign>[-+−–]?)(?:["“”„«»](?P<exact>[^"“”„«»]*)["“”„«»]?|(?P<word>[^\s"“”„«»]+))')


class Term(Record, frozen=True, kw_only=True):
    """A word or phrase that is looked for; `exact`: not what merely begins with it."""

    text: str
    exact: bool = False


class Query(Record, frozen=True, kw_only=True):
    """What is looked for: at least one term of each of `all_of`, and none of `none_of`; `cut`: not all that was typed is read."""

    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()
    cut: bool = False

    @property
    def match(self) -> str:
        """The query in the words of FTS5, in which nothing that was typed is an operator; "" where nothing is looked for."""
        if not self.all_of:
            return ""
        wanted = " AND ".join("(" + " OR ".join(map(_matched, group)) + ")" for group in self.all_of)
        return f"({wanted}) NOT ({' OR '.join(map(_matched, self.none_of))})" if self.none_of else wanted

    @property
    def any_of(self) -> "Query":
        """The query that is content with one of its terms."""
        return Query(
            all_of=(tuple(term for group in self.all_of for term in group),), none_of=self.none_of, cut=self.cut
        )


def read_query(typed: str) -> Query:
    """Words, "phrases", -words to leave out and OR between alternatives; whatever else is typed is taken for space."""
    all_of: list[tuple[Term, ...]] = []
    none_of: list[Term] = []
    alternative = leave_out = False
    terms = 0
    for match in _TOKEN.finditer(typed[:_READ]):
        word = match["word"]
        if word in ("OR", "AND", "NOT", "|", "||"):
            alternative, leave_out = word in ("OR", "|", "||") and bool(all_of), word == "NOT"
            continue
        for term in _terms(match):
            terms += 1
            if terms > _MOST_TERMS:
                return Query(all_of=tuple(all_of), none_of=tuple(none_of), cut=True)
            if match["sign"] in ("-", "−", "–") or leave_out:
                none_of.append(term)
            elif alternative:
                all_of[-1] = (*all_of[-1], term)
            else:
                all_of.append((term,))
            alternative = leave_out = False
    return Query(all_of=tuple(all_of), none_of=tuple(none_of), cut=len(typed) > _READ)


def _terms(match: re.Match[str]) -> Iterator[Term]:
    """The term typed, without the signs around and within it; none where there is no letter or digit in it."""
    exact = match["exact"] is not None
    text = " ".join("".join(c if c.isalnum() else " " for c in match["exact"] or match["word"] or "").split())[
        :_LONGEST
    ]
    if text:
        prefix = not exact and len(text.rsplit(" ", 1)[-1]) >= _PREFIX_FROM or (match["word"] or "").endswith("*")
        yield Term(text=text.strip(), exact=not prefix)


def _matched(term: Term) -> str:
    return f'"{term.text}"' + ("" if term.exact else "*")
