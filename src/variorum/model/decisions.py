"""What does a reviewer decide, on which rows, and what has become of it?

A decision names rows. Ids of entities, events and points may change when reports are added, so a decision also keeps
anchors: the findings its rows were made of, whose ids follow from the words of a report alone.
"""

from variorum.model.base import Record
from variorum.model.terms import DecisionKind, DecisionStatus


class Anchor(Record, frozen=True, kw_only=True):
    """A finding that a decision holds to, or a report. `start` and `end` are its range in the report, None for a whole
    report; where its id is gone, the finding of the same table at the same range takes its place.
    """

    table: str
    id: str
    report: str | None = None
    start: int | None = None
    end: int | None = None


class NamedRow(Record, frozen=True, kw_only=True):
    """A row as the reviewer named it: its id then, a few words that tell it, and `was`, the whole row as JSON, so that it can
    be shown when it is no longer in its table ("" for reports and sections, which no decision takes away).
    """

    table: str
    row: str
    words: str = ""
    anchors: tuple[Anchor, ...] = ()
    was: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """One decision of a named reviewer. `number` counts the decisions of a case from 1; `made` is a time in UTC.

    The fields from `status` on say what became of it when the case was last made: `now` are the ids of the rows it is about
    today, `by` the decision that withdrew or overruled it, `outcome` a sentence for the reader.
    """

    id: str
    number: int
    kind: DecisionKind
    rows: tuple[NamedRow, ...] = ()
    reviewer: str
    reason: str = ""
    made: str
    withdraws: str | None = None
    status: DecisionStatus = DecisionStatus.IN_FORCE
    now: tuple[str, ...] = ()
    by: str | None = None
    outcome: str = ""
