"""What is made once, by whom, and who waits."""

import threading

import pytest

from variorum.present.views.making import Made


def test_what_is_made_is_made_once() -> None:
    made, calls = Made("abc"), []

    def length(text: str) -> int:
        calls.append(text)
        return len(text)

    threads = [threading.Thread(target=made.of, args=(length,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert made.of(length) == 3
    assert calls == ["abc"]


def test_nothing_is_a_value_too() -> None:
    made, calls = Made("abc"), []

    def nothing(text: str) -> None:
        calls.append(text)

    made.of(nothing)
    made.of(nothing)
    assert calls == ["abc"]


def test_nobody_waits_for_the_making_of_something_else() -> None:
    made, started, go_on = Made("abc"), threading.Event(), threading.Event()

    def slow(text: str) -> str:
        started.set()
        assert go_on.wait(10)
        return text.upper()

    thread = threading.Thread(target=made.of, args=(slow,))
    thread.start()
    assert started.wait(10)
    assert made.of(len) == 3
    go_on.set()
    thread.join(10)
    assert made.of(slow) == "ABC"


def test_what_fails_is_tried_again() -> None:
    made, refused = Made("abc"), ["yes"]

    def length(text: str) -> int:
        if refused:
            raise ValueError(refused.pop())
        return len(text)

    with pytest.raises(ValueError, match="yes"):
        made.of(length)
    assert made.of(length) == 3


def test_a_function_may_ask_for_what_another_makes() -> None:
    made = Made("abc")

    def twice(text: str) -> int:
        return 2 * made.of(len) + text.count("z")

    assert made.of(twice) == 6
