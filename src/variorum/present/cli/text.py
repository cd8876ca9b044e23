"""How is text of reports, which no one can trust, put on a terminal?"""

import re
import sys
from collections.abc import Iterable
from unicodedata import category

from rich.console import Console, RenderableType

_WIDEST = 100
_SPACES = re.compile(r"\s+")


def on_line(text: str | None) -> str:
    """The text on one line, without anything a terminal would obey or that would turn the direction of writing."""
    if not text:
        return ""
    return _SPACES.sub(" ", "".join(_shown(character) for character in text)).strip()


def shortened(text: str | None, limit: int) -> str:
    """The text on one line, cut after `limit` characters at the most, with an ellipsis where it was cut."""
    line = on_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def quoted(text: str | None, limit: int = 160) -> str:
    """The text on one line in quotation marks."""
    return f"“{shortened(text, limit)}”"


def print_parts(parts: Iterable[RenderableType]) -> None:
    """Prints results, each on lines of its own without spaces at their ends."""
    console = _console(stderr=False)
    for part in parts:
        with console.capture() as printed:
            console.print(part)
        for line in printed.get().splitlines():
            sys.stdout.write(line.rstrip() + "\n")


def err() -> Console:
    """Where progress, warnings and errors go."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    # made at each call, as tests and callers exchange the streams; no markup, no emoji codes: text is text
    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    return console if stream.isatty() and console.width <= _WIDEST else _of_width(console, _WIDEST)


def _of_width(console: Console, width: int) -> Console:
    console.width = width
    return console


def _shown(character: str) -> str:
    kind = category(character)
    if kind in ("Zl", "Zp") or character in "\t\n\r\v\f\x85":
        return " "
    return "" if kind in ("Cc", "Cf", "Cs", "Co") else character
