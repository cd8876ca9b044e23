"""Pairs of names of our own making: the same or not, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.resolve.names import same_name

PERSONS = [
    # left, right, same, why
    ("Kurmanbek Zhaparov", "Kurmanbek Japarov", True, "zh and j write one sound"),
    ("Хасан Рахимов", "Hasan Rakhimov", True, "another script"),
    ("Dr. Lena Varga", "Lena Varga", True, "a form of address"),
    ("Varga, Lena", "Lena Varga", True, "family name first"),
    ("Robert Hale", "Bob Hale", True, "a short form"),
    ("L. Varga", "Lena Varga", True, "an initial"),
    ("Omar Abd Haddad", "Omar Haddad", True, "a middle name left out"),
    ("Omar Haddad", "Samir Haddad", False, "another given name"),
    ("Lena Varga", "Lena Novak", False, "another family name"),
    ("M. Varga", "Lena Varga", False, "another initial"),
    ("", "Lena Varga", False, "no name"),
]


@pytest.mark.parametrize(("left", "right", "same", "why"), PERSONS)
def test_persons(left: str, right: str, same: bool, why: str) -> None:
    assert same_name(left, right, "person").same is same, why


BODIES = [
    ("Borealis Shipping Ltd", "Borealis Shipping Limited", True, "legal form written out"),
    ("The Borealis Shipping Company", "Borealis Shipping Co.", True, "article and legal form"),
    ("Organisation for Free Labour", "Organization for Free Labor", True, "British and American spelling"),
    ("Borealis Shipping", "Borealis Mining", False, "another trade"),
    ("Ministry of Health of Chad", "Ministry of Health of Mali", False, "another country"),
    ("Northern Workers Trade League", "NWTL", True, "an acronym"),
]


@pytest.mark.parametrize(("left", "right", "same", "why"), BODIES)
def test_organisations(left: str, right: str, same: bool, why: str) -> None:
    assert same_name(left, right, "organization").same is same, why


@given(st.text(max_size=25), st.text(max_size=25), st.sampled_from(["person", "organization"]))
def test_symmetric_and_bounded(left: str, right: str, kind: str) -> None:
    match = same_name(left, right, kind)
    assert match == same_name(right, left, kind)
    assert 0 <= match.score <= 1
    assert match.reasons


@given(st.from_regex(r"[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}", fullmatch=True))
def test_a_name_is_itself(name: str) -> None:
    assert same_name(name, name).score == 1.0
