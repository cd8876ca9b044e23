"""Quotation marks of every kind, closed or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.claim_quotes import find_quotes

QUOTES = [
    ("He said “no more” and left.", ["no more"], "curly"),
    ('He said "no more" and left.', ["no more"], "straight"),
    ("He said «no more» and left.", ["no more"], "guillemets"),
    ("He said „no more“ and left.", ["no more"], "low opening"),
    ("He said ‘no more’ and left.", ["no more"], "single curly"),
    ("He said ''no more'' and left.", ["no more"], "doubled apostrophes"),
    ("He said “we ‘must’ go” and left.", ["we ‘must’ go"], "the outer only"),
    ("The guards’ hut and the king's men", [], "apostrophes are no quotation"),
    ("He said “no more and left.\nThey stayed.", ["no more and left."], "unclosed: to the end of its paragraph"),
    ("", [], "empty"),
]


@pytest.mark.parametrize(("text", "inner", "reason"), QUOTES)
def test_inner_text(text: str, inner: list[str], reason: str) -> None:
    assert [text[q.inner.start : q.inner.end] for q in find_quotes(text)] == inner, reason


def test_a_paragraph_that_opens_with_the_mark_continues_an_unclosed_quotation() -> None:
    first, second = find_quotes("“We left at dawn.\n\n“Nobody saw us,” she said.")
    assert (first.continues, second.continues) == (False, True)


@given(st.text(alphabet="ab .,\n“”\"'‘’«»", max_size=60))
def test_quotations_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    found = find_quotes(text)
    for quote in found:
        assert 0 <= quote.outer.start < quote.inner.end <= quote.outer.end <= len(text)
    assert all(a.outer.end <= b.outer.start for a, b in zip(found, found[1:], strict=False))
