"""What does each cell of a list hold?"""

from collections.abc import Mapping, Sequence
from typing import Any

from variorum.model.base import Record
from variorum.model.terms import Certainty, Measure
from variorum.present.cli.text import quoted, shortened
from variorum.present.cli.views.parts import bounds, counted, short_id, who_says
from variorum.present.cli.views.points import origins


class Context(Record, frozen=True, kw_only=True):
    """What cells need beside their row: what to call each report, and how often each entity is mentioned."""

    names: Mapping[str, str]
    mentions: Mapping[str, int]


def report_cells(row: Any, _: Context) -> Sequence[object]:
    """A report: when, by whom, from where."""
    published = (
        f"{row.published} ({row.published_basis.value})" if row.published and row.published_basis else row.published
    )
    return short_id(row.id), published, row.outlet, shortened(row.title, 90), ", ".join(row.files), row.status.value


def figure_cells(row: Any, context: Context) -> Sequence[object]:
    """A figure: how many of what, in which words, by whose account."""
    value = ("about " if row.approximate else "") + bounds(row.low, row.high)
    unit = "" if row.unit in (None, "person") else f" {row.unit}"
    when = row.as_of or row.date
    where = row.place_name or row.place
    about = "; ".join(str(part) for part in (row.subject, where, when) if part)
    voice = who_says(row.voice_name, row.voice, _certain(row))
    return (
        f"{value}{unit}",
        row.measure.value,
        about,
        quoted(row.text, 80),
        f"{voice} · {_name(context, row.report)}",
        short_id(row.id),
    )


def claim_cells(row: Any, context: Context) -> Sequence[object]:
    """A claim: whose, how told, in which words."""
    chain = " via ".join(link.text for link in row.chain[1:])
    voice = who_says(row.voice_name, row.voice, row.certainty) + (f" via {chain}" if chain else "")
    manner = row.manner.value if row.polarity.value == "positive" else f"{row.manner.value}, denied"
    return voice, manner, quoted(row.text), _name(context, row.report), short_id(row.id)


def entity_cells(row: Any, context: Context) -> Sequence[object]:
    """An entity: its name, how often it is mentioned, its other names."""
    count = context.mentions.get(row.id, 0)
    others = [alias for alias in row.aliases if alias != row.name]
    return row.name, row.type.value, count, shortened("; ".join(others), 160), short_id(row.id)


def role_cells(row: Any, context: Context) -> Sequence[object]:
    """A role: who is what, by whose account."""
    holder = row.holder_name or row.holder
    body = row.organization_name or row.organization
    value = f"{row.value}, {body}" if body and body not in row.value else row.value
    voice = f"{row.voice_name or row.voice or 'the report itself'} · {_name(context, row.report)}"
    return holder, row.status.value, value, row.kind.value, row.date, voice, short_id(row.id)


def issue_cells(row: Any, context: Context) -> Sequence[object]:
    """An issue."""
    return row.severity.value, row.code, row.detail, row.file or (_name(context, row.report) if row.report else "")


def derivation_cells(row: Any, context: Context) -> Sequence[object]:
    """A derivation: which reports, how, how much."""
    other = _name(context, row.other) if row.other else f"{row.origin} (outside the case)"
    share = f"{row.share:.0%}" if row.share is not None else ""
    return _name(context, row.report), row.kind.value, row.direction.value, other, share, short_id(row.id)


def event_cells(row: Any, _: Context) -> Sequence[object]:
    """An event: when, where, who did what to whom, how well told."""
    kind = f"{row.type.value.lower()} ({row.mode})" if row.mode else row.type.value.lower()
    who = " → ".join(part for part in (", ".join(row.actors[:2]), ", ".join(row.recipients[:2])) if part)
    told = f"{counted(len(row.mentions), 'time')}, {origins(row.independent_low, row.independent_high)}"
    return row.date, kind, row.place_name, shortened(who, 90), told, short_id(row.id)


def _certain(row: Any) -> Any:
    return getattr(row, "certainty", Certainty.CERTAIN)


def _name(context: Context, report: str) -> str:
    return shortened(context.names.get(report, report), 20)


def by_attestation(row: Any, _: Context) -> Any:
    """The events most independent accounts tell of first."""
    return -row.independent_high, -len(row.mentions), row.date or "9", row.id


def by_mentions(row: Any, context: Context) -> Any:
    """The entities most often mentioned first."""
    return -context.mentions.get(row.id, 0), row.name, row.id


def by_measure(row: Any, _: Context) -> Any:
    """Deaths first, as the vocabulary has the measures; then by report."""
    return list(Measure).index(row.measure), row.report, row.start, row.id
