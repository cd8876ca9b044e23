"""What is otherwise in the case than the build before left it?"""

from collections.abc import Iterable
from datetime import datetime

from variorum.model.base import Record
from variorum.model.terms import ReportStatus, Verdict
from variorum.present.views.index import Index, Witness
from variorum.present.views.phrases import MONTHS
from variorum.present.views.point_cards import topic_words
from variorum.present.views.visible import on_line
from variorum.present.views.words import VERDICT_MARKS, VERDICTS
from variorum.record.digests import Digest, EarlierBuild, PointNote

_SHOWN = 10


class Standing(Record, frozen=True, kw_only=True):
    """A verdict as a page shows it."""

    verdict: Verdict
    verdict_words: str
    mark: str


class PointChange(Record, frozen=True, kw_only=True):
    """A point that is new, gone, or of another verdict; `was` and `now` are None where it was or is none."""

    topic: str
    href: str
    was: Standing | None
    now: Standing | None


class PointChanges(Record, frozen=True, kw_only=True):
    """Changes of one kind, in the order of the points' weight: ten at most, `count` is how many there are."""

    shown: tuple[PointChange, ...]
    count: int


class Changes(Record, frozen=True, kw_only=True):
    """What changed since an earlier build. `known` is False where that one left nothing to compare with.

    `reports` are new ones, `gone` the names of those that are no longer read, `decisions` how many were made meanwhile.
    """

    since: str
    number: int
    version: str
    known: bool
    reports: tuple[Witness, ...]
    gone: tuple[str, ...]
    turned: PointChanges
    new: PointChanges
    lost: PointChanges
    decisions: int

    @property
    def nothing(self) -> bool:
        """Whether both builds are alike in what is compared."""
        points = self.turned.count + self.new.count + self.lost.count
        return not (points or self.reports or self.gone or self.decisions)


def read_changes(before: EarlierBuild, index: Index) -> Changes:
    """What changed since `before`."""
    digest = before.digest or Digest()
    known = {note.id for note in digest.reports}
    read = {report.id for report in index.tables.reports if report.status is ReportStatus.READ}
    then = _then(digest, index)
    changed = [
        PointChange(
            topic=topic_words(row),
            href=index.way(row.id),
            was=_standing(then[row.id].verdict) if row.id in then else None,
            now=_standing(row.verdict),
        )
        for row in index.tables.points
        if row.id not in then or then[row.id].verdict is not row.verdict
    ]
    kept = {note.id for note in then.values()}
    lost = (
        PointChange(topic=on_line(note.topic), href="", was=_standing(note.verdict), now=None)
        for note in digest.points
        if note.id not in kept
    )
    return Changes(
        since=_moment(before.finished),
        number=before.number,
        version=before.version,
        known=before.digest is not None,
        reports=index.witnesses(read - known),
        gone=tuple(on_line(note.name) for note in digest.reports if note.id not in read),
        turned=_some(change for change in changed if change.was is not None),
        new=_some(change for change in changed if change.was is None),
        lost=_some(lost),
        decisions=len({row.id for row in index.tables.decisions} - set(digest.decisions)),
    )


def _then(digest: Digest, index: Index) -> dict[str, PointNote]:
    """What each point was, by its id now.

    A point takes the id of its earliest reading, so it gets another when an earlier report joins: then the question tells.
    """
    then = {note.id: note for note in digest.points if note.id in index.points}
    asked: dict[str, list[PointNote]] = {}
    for note in digest.points:
        if note.id not in then:
            asked.setdefault(on_line(note.topic).casefold(), []).append(note)
    for row in index.tables.points:
        alike = asked.get(on_line(row.topic).casefold())
        if row.id not in then and alike:
            then[row.id] = alike.pop(0)
    return then


def _some(changes: Iterable[PointChange]) -> PointChanges:
    rows = tuple(changes)
    return PointChanges(shown=rows[:_SHOWN], count=len(rows))


def _standing(verdict: Verdict | None) -> Standing | None:
    if verdict is None:
        return None
    return Standing(verdict=verdict, verdict_words=VERDICTS[verdict], mark=VERDICT_MARKS[verdict])


def _moment(finished: str) -> str:
    """A time in UTC as one reads it; as it is spelled where it cannot be read."""
    try:
        moment = datetime.fromisoformat(finished)
    except ValueError:
        return on_line(finished)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} UTC"
