"""By which names is an entity known, where was each read, and what does each account call it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from variorum.model.base import Record
from variorum.model.tables import Entity, Finding, Mention
from variorum.present.views.entity_rows import EntityRows
from variorum.present.views.index import Index, Quote, Witness
from variorum.present.views.visible import on_line, shortened


class NameView(Record, frozen=True, kw_only=True, gc=False):
    """A spelling of the name and every place where it was read."""

    words: str
    quotes: tuple[Quote, ...]


class Label(Record, frozen=True, kw_only=True, gc=False):
    """A word that one account uses: how often, and where first."""

    words: str
    times: int
    quote: Quote


class AccountLabels(Record, frozen=True, kw_only=True, gc=False):
    """What one account calls an entity."""

    witness: Witness
    labels: tuple[Label, ...]


def read_names(entity: Entity, found: EntityRows, index: Index) -> tuple[NameView, ...]:
    """The spellings with where each was read: names first, the most read first; those no longer found in a text last."""
    read: dict[str, list[Finding]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for mention in found.named:
        if mention.form == "name":
            head = mention.head or mention.span
            report = index.reports.get(mention.report)
            words = on_line(report.text[head.start : head.end]) if report else ""
            read[words or on_line(mention.text)].append(mention)
            seen.add((mention.report, head.start))
    for place in found.placed:
        if (place.report, place.start) not in seen:
            read[on_line(place.text)].append(place)
    for alias in (on_line(entity.name), *map(on_line, entity.aliases)):
        if alias not in read:
            read[alias] = [row for row in found.named if on_line(row.text) == alias]
    ordered = sorted(read.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        NameView(words=words, quotes=tuple(index.quote(row) for row in in_order(rows, index)))
        for words, rows in ordered
    )


def in_order(rows: Iterable[Finding], index: Index) -> list[Finding]:
    """Findings in the order of the reports' sigla and of their texts."""
    return sorted(rows, key=lambda row: (index.witness(row.report).place, row.start, row.id))


def read_labels(found: EntityRows, index: Index) -> tuple[AccountLabels, ...]:
    """What each account calls the entity beside its name, in the order of sigla; accounts that only name it are left out."""
    used: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mention in found.named:
        if mention.form == "description":
            used[mention.report][on_line(mention.text).casefold()].append(mention)
    views = (
        AccountLabels(witness=index.witness(report), labels=tuple(_labels(labels.values(), index)))
        for report, labels in used.items()
    )
    return tuple(sorted(views, key=lambda view: view.witness.place))


def _labels(groups: Iterable[list[Mention]], index: Index) -> Iterator[Label]:
    for rows in sorted(groups, key=lambda rows: (-len(rows), rows[0].start)):
        first = min(rows, key=lambda row: row.start)
        yield Label(words=shortened(first.text, 80), times=len(rows), quote=index.quote(first))
