"""How does a Python program build a case and read it?"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.model.decisions import Decision
from variorum.model.tables import (
    Claim,
    DateMention,
    Derivation,
    Entity,
    Event,
    EventMention,
    Figure,
    Issue,
    Mention,
    PlaceMention,
    Point,
    Report,
    Role,
    Section,
    Tables,
)

if TYPE_CHECKING:
    from variorum.compare.labels import LabelLedger
    from variorum.compare.ledger_values import Ledger
    from variorum.compare.states import StateLedger
    from variorum.model.terms import DecisionKind, LedgerRule
    from variorum.pipeline.deciding import Decided
    from variorum.pipeline.progress import Progress
    from variorum.present.explain import Explanation
    from variorum.record.builds import Build

AnyPath = str | PathLike[str]


def build(
    case: AnyPath,
    reports: AnyPath | Iterable[AnyPath],
    *,
    manifest: AnyPath | None = None,
    jobs: int = 1,
    limit_bytes: int = 10_000_000,
    progress: "Callable[[Progress], None] | None" = None,
) -> "Case":
    """Adds reports to the case file, which is made where it is new, and gives the case as it then is.

    `reports` are files, folders, or both. A case keeps the reports of earlier builds; only new or changed ones are
    annotated. `manifest` holds details of the reports, by file; `jobs` is the number of processes; files larger than
    `limit_bytes` are set aside; `progress` is called on every step. What was set aside is in `Case.issues` with severity
    error. Raises a VariorumError where input or case cannot be used at all.
    """
    from variorum.pipeline.options import BuildOptions
    from variorum.pipeline.progress import unheard
    from variorum.pipeline.runner import build_case

    paths = (reports,) if isinstance(reports, str | PathLike) else tuple(reports)
    options = BuildOptions(
        manifest=Path(manifest) if manifest is not None else None,
        jobs=jobs,
        limit_bytes=limit_bytes,
        progress=progress or unheard,
    )
    build_case(fspath(case), tuple(Path(path) for path in paths), options)
    return Case(case)


def open(case: AnyPath) -> "Case":  # noqa: A001 (variorum.open says what it does)
    """The case as of its last complete build.

    Raises NoSuchCase where there is none, NotACase where the file is something else or damaged.
    """
    opened = Case(case)
    _ = opened.last_build
    return opened


class Case:
    """A case as it was when it was first read, and as its own decisions change it; open it anew to see later builds.

    Every table of the record is a tuple of records in the record's order (docs/record-format.md).
    """

    def __init__(self, case: AnyPath) -> None:
        self.location = fspath(case)

    def __repr__(self) -> str:
        return f"Case({self.location!r})"

    @cached_property
    def last_build(self) -> "Build":
        """The build that made the case what it is: when, by which version, by which steps."""
        from variorum.errors import NoSuchCase
        from variorum.record.builds import last_build
        from variorum.record.store import reading

        with reading(self.location) as connection:
            build = last_build(connection)
        if build is None:
            raise NoSuchCase(self.location)
        return build

    @cached_property
    def _tables(self) -> Tables:
        from variorum.record.store import reading
        from variorum.record.tables import read_tables

        with reading(self.location) as connection:
            return read_tables(connection)

    def tables(self) -> Tables:
        """All tables of the case, of one build."""
        return self._tables

    def original(self, report: Report) -> bytes | None:
        """The bytes of the report as received; None where none were kept."""
        from variorum.record.sources import read_blob
        from variorum.record.store import reading

        with reading(self.location) as connection:
            return read_blob(connection, report.sha256)

    def export(self, format: str, out: AnyPath) -> tuple[Path, ...]:  # noqa: A002 (the word the command line uses)
        """Writes every table to the folder `out`, as jsonl, parquet or csv; gives the files written.

        Raises UnknownFormat and ExportUnwritable.
        """
        from variorum.present.export.tables import export_tables

        return export_tables(self._tables, format, Path(out))

    def ledgers(self, rule: "LedgerRule | str | None" = None) -> "tuple[Ledger, ...]":
        """Every quantity over time: one ledger per measure and population at one place or of one incident, with all readings.

        `rule` names the one rule by which best, low and high are taken; without it each ledger has those of every rule. Raises
        ValueError where there is no such rule.
        """
        from variorum.compare.ledger import read_ledgers
        from variorum.model.terms import LedgerRule

        return read_ledgers(self._tables, LedgerRule if rule is None else (LedgerRule(rule.replace("_", "-")),))

    def states(self) -> "tuple[StateLedger, ...]":
        """Every statement on an office, on the members of a body, or on where a person is, over time."""
        from variorum.compare.states import read_states

        return read_states(self._tables)

    def labels(self) -> "tuple[LabelLedger, ...]":
        """What each voice calls the same people and acts, where accounts use different words."""
        from variorum.compare.labels import read_labels

        return read_labels(self._tables)

    def decide(
        self,
        kind: "DecisionKind | str",
        *rows: str,
        reviewer: str,
        reason: str = "",
        made: datetime | None = None,
        progress: "Callable[[Progress], None] | None" = None,
    ) -> "Decided":
        """Records a reviewer's decision on rows of the case and makes the case anew with it; this `Case` shows it at once.

        `kind` is same, different, reject, confirm, note or withdraw; `rows` are ids, or the starts of ids; `reason` is the
        text of a note; `made` is now unless given. Gives the decision, what it changed, and the tables as they are now.
        Raises ReviewerMissing, CannotDecide, NoSuchRow, AmbiguousRow, CaseBusy and CaseUnwritable; then nothing is recorded.
        """
        from variorum.model.terms import DecisionKind
        from variorum.pipeline.deciding import Wish, decide_case
        from variorum.pipeline.options import BuildOptions
        from variorum.pipeline.progress import unheard

        when = (made or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        wish = Wish(kind=DecisionKind(kind), rows=rows, reviewer=reviewer, reason=reason, made=when)
        decided = decide_case(self.location, wish, BuildOptions(progress=progress or unheard))
        self.__dict__.pop("last_build", None)
        self.__dict__["_tables"] = decided.tables
        return decided

    def withdraw(self, decision: str, *, reviewer: str, reason: str = "", made: datetime | None = None) -> "Decided":
        """Takes a decision back, by its id or the start of it: the record is then as if it had never been made."""
        return self.decide("withdraw", decision, reviewer=reviewer, reason=reason, made=made)

    def decisions_on(self, row_id: str) -> tuple[Decision, ...]:
        """The decisions on the row of this id, whether they hold or not, in their order; none where there is none."""
        from variorum.model.standing import decisions_on

        return decisions_on(self._tables.decisions, row_id)

    def explain(self, row_id: str) -> "Explanation":
        """Why a row is in the record; `row_id` may be the start of an id, with or without its prefix.

        Raises NoSuchRow and AmbiguousRow.
        """
        from variorum.present.explain import explain_row

        return explain_row(self._tables, self.last_build.steps, row_id)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Documents received, by id."""
        return self._tables.reports

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Things set aside or doubted."""
        return self._tables.issues

    @property
    def sections(self) -> tuple[Section, ...]:
        """Stretches of reports: titles, body, boilerplate …"""
        return self._tables.sections

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """Date expressions."""
        return self._tables.dates

    @property
    def places(self) -> tuple[PlaceMention, ...]:
        """Places named."""
        return self._tables.places

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Names and descriptions of entities."""
        return self._tables.mentions

    @property
    def entities(self) -> tuple[Entity, ...]:
        """Persons, organizations, groups and places, over all reports."""
        return self._tables.entities

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Attributed statements."""
        return self._tables.claims

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Quantities stated."""
        return self._tables.figures

    @property
    def event_mentions(self) -> tuple[EventMention, ...]:
        """Events, as each is told of once."""
        return self._tables.event_mentions

    @property
    def roles(self) -> tuple[Role, ...]:
        """Statements of who is what, or where."""
        return self._tables.roles

    @property
    def events(self) -> tuple[Event, ...]:
        """Events, over all reports."""
        return self._tables.events

    @property
    def derivations(self) -> tuple[Derivation, ...]:
        """Pairs of reports that are not independent."""
        return self._tables.derivations

    @property
    def points(self) -> tuple[Point, ...]:
        """Questions on which accounts can be compared, the weightiest first."""
        return self._tables.points

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What reviewers decided, in order, and what became of it."""
        return self._tables.decisions
