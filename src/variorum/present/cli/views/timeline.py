"""What happened on which day, and how well is each event attested?"""

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from variorum.model.tables import Event, EventMention, Tables
from variorum.present.cli.text import on_line, quoted, shortened
from variorum.present.cli.views.parts import Wanted, cut, short_id
from variorum.present.cli.views.points import origins


def show_timeline(tables: Tables, wanted: Wanted) -> Iterator[RenderableType]:
    """Events by day, the earliest first, each with the words of one account; those without a date at the end."""
    chosen = [event for event in tables.events if wanted.kind in (None, event.type)]
    shown, rest = cut(sorted(chosen, key=lambda event: (event.date is None, event.date or "", event.id)), wanted)
    told = {mention.id: mention for mention in tables.event_mentions}
    for date, events in groupby(shown, key=lambda event: event.date):
        yield Text(on_line(date) or "Without a date", style="bold")
        for event in events:
            yield Padding(_line(event, told), (0, 0, 0, 2))
    yield Text(rest if chosen else "No events.")


def _line(event: Event, told: dict[str, EventMention]) -> Text:
    what = event.type.value.lower() + (f" ({event.mode})" if event.mode else "")
    line = Text(what, style="bold cyan")
    if event.place_name:
        line.append(f", {on_line(event.place_name)}")
    who = " → ".join(part for part in (", ".join(event.actors[:2]), ", ".join(event.recipients[:2])) if part)
    if who:
        line.append(f": {shortened(who, 80)}")
    first = next((told[mention] for mention in event.mentions if mention in told), None)
    if first is not None:
        line.append(f"  {quoted(first.text, 110)}", style="none")
    line.append(f"  [{origins(event.independent_low, event.independent_high)}; {short_id(event.id)}]", style="dim")
    return line
