"""Which points does a reader ask for, and in which order?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from variorum.model.base import Record
from variorum.model.terms import PointKind, Verdict
from variorum.present.views.point_keys import PointKey, folded

_OFFERED = 200


class PointOrder(StrEnum):
    """What stands first: what an analyst should see first, what came first, or what most independent origins speak to."""

    WEIGHT = "weight"
    TIME = "time"
    ORIGINS = "origins"


class PointChoice(Record, frozen=True, kw_only=True):
    """What is asked of the points; what is empty asks nothing.

    `place`, `entity` and `outlet` are words of a name; an entity can be named by its id, too. `first` and `last` are the
    days between which it must have been, or been told. All of `words` must stand in the question or in its readings.
    """

    kind: PointKind | None = None
    verdicts: tuple[Verdict, ...] = ()
    place: str = ""
    entity: str = ""
    outlet: str = ""
    first: date | None = None
    last: date | None = None
    words: str = ""
    order: PointOrder = PointOrder.WEIGHT


class Chosen(Record, frozen=True, kw_only=True):
    """The points chosen, in order; `counts` are those of every verdict were none asked for."""

    keys: tuple[PointKey, ...]
    counts: tuple[tuple[Verdict, int], ...]


class Offers(Record, frozen=True, kw_only=True):
    """Names that can be chosen by, those of most points first."""

    places: tuple[str, ...]
    names: tuple[str, ...]
    outlets: tuple[str, ...]


def choose_points(keys: Sequence[PointKey], choice: PointChoice) -> Chosen:
    """The points that fit the choice; those of equal rank stay in the order of their weight."""
    fitting = [key for key in keys if _fits(key, choice)]
    verdicts = Counter(key.point.verdict for key in fitting)
    wanted = [key for key in fitting if not choice.verdicts or key.point.verdict in choice.verdicts]
    if choice.order is PointOrder.TIME:
        wanted.sort(key=lambda key: key.start or datetime.max)
    if choice.order is PointOrder.ORIGINS:
        wanted.sort(key=lambda key: (-key.point.independent_low, -key.point.independent_high))
    return Chosen(keys=tuple(wanted), counts=tuple((verdict, verdicts[verdict]) for verdict in Verdict))


def read_offers(keys: Iterable[PointKey]) -> Offers:
    """The places, names and outlets of the points, two hundred of each at most."""
    places: Counter[str] = Counter()
    names: Counter[str] = Counter()
    outlets: Counter[str] = Counter()
    for key in keys:
        places.update(key.places)
        names.update(key.names)
        outlets.update(key.outlets)
    return Offers(places=_most(places), names=_most(names), outlets=_most(outlets))


def _most(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_OFFERED])


def _fits(key: PointKey, choice: PointChoice) -> bool:
    return (
        choice.kind in (None, key.point.kind)
        and _named(choice.place, key.places)
        and _named(choice.outlet, key.outlets)
        and (not choice.entity or choice.entity in key.entities or folded(choice.entity) in key.aliases)
        and _within(key, choice)
        and all(word in key.words for word in folded(choice.words).split())
    )


def _named(words: str, names: Sequence[str]) -> bool:
    return not words or any(folded(words) in folded(name) for name in names)


def _within(key: PointKey, choice: PointChoice) -> bool:
    if choice.first is None and choice.last is None:
        return True
    first, last = choice.first or date.min, choice.last or date.max
    return any(period.first <= last and first <= period.last for period in key.periods)
