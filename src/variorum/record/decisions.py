"""What did reviewers decide? A log that is only ever added to: no decision in it is changed or taken out."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, insert, select, text

from variorum.model.decisions import Decision
from variorum.record.schema import DECISION_LOG

_UNTOUCHABLE = "decisions are never changed or removed; withdraw them instead"


def append_decisions(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Adds decisions, whose numbers must be new, at the end of the log."""
    rows = [{"number": d.number, "id": d.id, "decision": msgspec.json.encode(d).decode()} for d in decisions]
    if rows:
        connection.execute(insert(DECISION_LOG), rows)


def read_decisions(connection: Connection) -> tuple[Decision, ...]:
    """All decisions ever made, in their order, as they were made."""
    found = connection.scalars(select(DECISION_LOG.c.decision).order_by(DECISION_LOG.c.number))
    return tuple(msgspec.json.decode(row, type=Decision) for row in found)


def forbid_changes(connection: Connection) -> None:
    """Makes the database itself refuse to change or remove a row of the log. To be called once, when the table is made."""
    statements = _POSTGRESQL if connection.dialect.name == "postgresql" else _SQLITE
    for statement in statements:
        connection.execute(text(statement))


_REFUSE = f"BEGIN SELECT RAISE(ABORT, '{_UNTOUCHABLE}'); END"
_SQLITE = (
    f"CREATE TRIGGER decision_log_no_update BEFORE UPDATE ON decision_log {_REFUSE}",
    f"CREATE TRIGGER decision_log_no_delete BEFORE DELETE ON decision_log {_REFUSE}",
    # INSERT OR REPLACE removes a row without asking the trigger on DELETE
    "CREATE TRIGGER decision_log_in_order BEFORE INSERT ON decision_log "
    f"WHEN NEW.number <= (SELECT COALESCE(MAX(number), 0) FROM decision_log) {_REFUSE}",
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION variorum_append_only() RETURNS trigger AS $$ "
    f"BEGIN RAISE EXCEPTION '{_UNTOUCHABLE}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER decision_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_log "
    "FOR EACH STATEMENT EXECUTE FUNCTION variorum_append_only()",
)
