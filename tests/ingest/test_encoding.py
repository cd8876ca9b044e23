"""From bytes to text: each encoding read right, and said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.ingest.encoding import decode

WESTERN = "The café in Zürich, the miners’ “home” – closed."
CYRILLIC = "Сегодня шахтёры города перекрыли дорогу и требуют выплатить зарплату за три месяца."

READ = [
    (WESTERN, "utf-8", "utf-8", False),
    (WESTERN, "cp1252", "cp1252", True),
    (CYRILLIC, "cp1251", "cp1251", True),
    (CYRILLIC, "koi8-r", "koi8-r", True),
    (CYRILLIC, "utf-8", "utf-8", False),
]


@pytest.mark.parametrize(("text", "written", "read", "detected"), READ)
def test_an_encoding_is_found(text: str, written: str, read: str, detected: bool) -> None:
    decoded = decode(text.encode(written))
    assert decoded is not None
    assert (decoded.text, decoded.encoding, decoded.detected, decoded.replaced) == (text, read, detected, 0)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding_and_stays_in_the_text(encoding: str) -> None:
    decoded = decode(CYRILLIC.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.detected) == ("\ufeff" + CYRILLIC, False)


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    decoded = decode(WESTERN.encode("cp1252"), declared="windows-1252")
    assert decoded is not None
    assert (decoded.text, decoded.detected) == (WESTERN, False)
    wrong = decode(WESTERN.encode("cp1252"), declared="no-such-encoding")
    assert wrong is not None
    assert wrong.text == WESTERN


def test_a_few_damaged_bytes_do_not_turn_utf_8_into_something_else() -> None:
    raw = (CYRILLIC * 3).encode()
    decoded = decode(raw[:40] + b"\xff" + raw[40:])
    assert decoded is not None
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)
    assert decoded.text.replace("\ufffd", "") == CYRILLIC * 3


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"PK\x03\x04" + bytes(500), b"\x00\x01\x02\x03" * 50]
)
def test_what_is_no_text_is_not_read(raw: bytes) -> None:
    assert decode(raw) is None


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf_8_comes_back_as_it_was_written(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    decode(raw)
