"""What does a reading of a ledger look like in a picture, and what do the letters beside it say?"""

from collections.abc import Sequence

from variorum.compare.ledger_values import LedgerReading
from variorum.model.base import Record
from variorum.present.views.figure_rows import FigureView

_LETTERS = 3

Told = tuple[LedgerReading, FigureView]


class Letter(Record, frozen=True, kw_only=True, gc=False):
    """The siglum of a report with the way to its row; `more` is how many reports besides say the same, 0 for none."""

    siglum: str
    href: str
    words: str
    more: int = 0


class Sign(Record, frozen=True, kw_only=True, gc=False):
    """One reading, or several that say the same of the same day in the same way, in the picture's own units.

    It stands at `x`, from `top` to `base`; where an end is open, an arrow goes on there. `exact` is a single number. `since`
    is where the stretch begins that it holds for, None where it is a day; `beside` where it would stand if others left room.
    `voice` is `own`, `quoted` or `official`.
    """

    x: float
    top: float
    base: float
    exact: bool
    open_above: bool
    open_below: bool
    approximate: bool
    voice: str
    assumed: bool
    weighed: bool
    since: float | None
    beside: float | None
    letters: tuple[Letter, ...]


def voice_kind(reading: LedgerReading) -> str:
    """Whose voice a reading has, as its shape tells: the report's own, a named or unnamed voice's, or one of a state."""
    return "official" if reading.official else "quoted" if reading.voice_name or reading.voice else "own"


def alike(reading: LedgerReading) -> tuple[object, ...]:
    """What readings share that one sign stands for."""
    return (
        reading.as_of,
        reading.as_of_basis,
        reading.low,
        reading.high,
        reading.approximate,
        voice_kind(reading),
        reading.aside is None,
    )


def letters_of(group: Sequence[Told]) -> tuple[Letter, ...]:
    """The reports, each once and led to its first reading; of many the first three, and how many there are besides."""
    reports = list({view.quote.witness: view for _, view in reversed(group)}.values())[::-1]
    named = reports[: _LETTERS if len(reports) > _LETTERS + 1 else _LETTERS + 1]
    letters = [Letter(siglum=view.quote.witness.siglum, href=view.lead, words=_words(view)) for view in named]
    if len(reports) > len(named):
        rest, more = reports[len(named)], len(reports) - len(named)
        words = f"{more} more reports say the same"
        letters.append(Letter(siglum=f"+{more}", href=rest.lead, words=words, more=more))
    return tuple(letters)


def _words(view: FigureView) -> str:
    when = f", as of {view.when}{' (the day of the report)' if view.assumed else ''}" if view.when else ", no day told"
    voice = f"{view.voice}{' (official)' if view.official else ''}"
    note = f"; {view.note}" if view.note else ""
    return f"{view.quote.witness.siglum}, {view.quote.witness.name}: {view.amount}{when}; {voice}{note}"
