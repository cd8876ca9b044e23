"""How do two statements of who holds an office, belongs to a body, or is where, stand to each other?"""

from dataclasses import dataclass
from datetime import timedelta

from variorum.compare.verdicts import Comparison, agree, contradict, differ
from variorum.model.edtf import overlaps, read_edtf
from variorum.model.terms import RoleStatus

_IN = frozenset({RoleStatus.HOLDS, RoleStatus.GAINS})
_OUT = frozenset({RoleStatus.HELD, RoleStatus.LOSES})
_WEEKS = timedelta(days=28)


@dataclass(frozen=True)
class Standing:
    """What one account says of a person's office or membership; `by_title` where it only uses the title in passing.

    `as_of` is the day for which the account speaks.
    """

    status: RoleStatus
    date: str | None = None
    by_title: bool = False
    as_of: str | None = None


@dataclass(frozen=True)
class Stay:
    """Where an account says a person is. `place` is a place entity or folded words, None where only `abroad` is said;
    `country` the country's code; `abroad` that the person is outside the home country; `denied` that the account
    says the person is not there, or has left. `named`: the place has a name ("Lima", not "a barracks").
    `wide`: it is a country or a part of one; `moved`: the account tells of a move there or away; `dwells`: that the person
    lives there, which says nothing of one day; `as_of` is the day for which the account speaks;
    `still`: it says that the person has not left.
    """

    place: str | None
    country: str | None
    whole_country: bool = False
    abroad: bool = False
    date: str | None = None
    words: str = ""
    denied: bool = False
    named: bool = True
    wide: bool = False
    moved: bool = False
    dwells: bool = False
    as_of: str | None = None
    still: bool = False


def compare_standings(left: Standing, right: Standing) -> Comparison:
    """Whether two accounts give one person the same standing.

    Holding and having got an office agree, as do having held and having lost it. Holding against losing contradicts, unless
    the dates show that one came before the other, or one account only uses a title in passing; getting and losing may follow
    one another. A denial contradicts holding.
    """
    both = f"“{left.status}” and “{right.status}”"
    if left.status is right.status or {left.status, right.status} <= _IN or {left.status, right.status} <= _OUT:
        return agree(f"{both} say the same of the office")
    if left.by_title or right.by_title:
        return differ(f"{both}, but one only uses the title in passing")
    if RoleStatus.DENIED in (left.status, right.status):
        other = right.status if left.status is RoleStatus.DENIED else left.status
        return agree(both) if other in _OUT else contradict(f"one account denies what the other states ({both})")
    inside, outside = (left, right) if left.status in _IN else (right, left)
    if inside.status is RoleStatus.GAINS:
        return differ(f"{both}: one may have followed the other")
    if _before(inside.date, outside.date) or _before(outside.date, inside.date):
        return differ(f"{both} at different times ({inside.date}, {outside.date})")
    return contradict(f"{both}: nobody can hold an office and have lost it")


def _before(left: str | None, right: str | None) -> bool:
    a, b = read_edtf(left), read_edtf(right)
    return a is not None and b is not None and a.end <= b.start


def compare_holders(left: tuple[str, Standing], right: tuple[str, Standing]) -> Comparison:
    """Whether two accounts name the same holder of an office that one person holds at a time."""
    if left[0] == right[0]:
        return agree("both name the same holder")
    a, b = left[1], right[1]
    if a.by_title or b.by_title or (a.date and b.date and not overlaps(a.date, b.date)):
        return differ("different holders, but perhaps at different times")
    if _may_follow(a, b) or _may_follow(b, a):
        return differ("different holders: one may have followed the other")
    return contradict("different holders of an office that one person holds at a time")


def _may_follow(new: Standing, old: Standing) -> bool:
    """Whether one came to the office after the time for which the other is said to hold it, as far as is known."""
    if new.status is not RoleStatus.GAINS or old.status is RoleStatus.GAINS:
        return False
    return new.as_of is None or old.as_of is None or _before(old.as_of, new.as_of)


def compare_stays(left: Stay, right: Stay) -> Comparison:
    """Whether two accounts put one person in the same place.

    The same place, or a place inside the other, agrees; so do “abroad” and a foreign country. Different places contradict,
    unless the accounts speak of different days or of weeks apart, one tells where the person lives or of a move on no known
    day, one may be in the other (“a barracks”, “Lima”), or the move was told after the stay.
    """
    both = f"“{left.words}” and “{right.words}”"
    if left.denied or right.denied:
        if left.denied != right.denied and _same_place(left, right):
            return contradict(f"{both}: one account denies what the other states")
        return differ(f"{both} do not exclude each other")
    if _same_place(left, right):
        return agree(f"{both} can be the same place")
    if _still_there_after(left, right) or _still_there_after(right, left):
        return contradict(f"{both}: still there after the day of the move ({left.date}, {right.date})")
    if left.date and right.date and not overlaps(left.date, right.date):
        return differ(f"{both} on different days ({left.date}, {right.date})")
    if left.dwells or right.dwells:
        return differ(f"{both}: who lives in a place can be elsewhere")
    if (left.moved or right.moved) and (left.as_of is None or right.as_of is None):
        return differ(f"{both}: what was first is not known")
    if _weeks_apart(left.as_of, right.as_of):
        return differ(f"{both} at different times ({left.as_of}, {right.as_of})")
    if not (left.named and right.named) and left.abroad == right.abroad:
        return differ(f"{both} do not exclude each other")
    stay, move = (left, right) if right.moved else (right, left)
    if move.moved and not stay.moved and _earlier(stay.as_of, move.as_of):
        return differ(f"{both}: the move is told later ({stay.as_of}, {move.as_of})")
    return contradict(f"{both}: one person cannot be in both")


def _still_there_after(stay: Stay, move: Stay) -> bool:
    return (
        stay.still and move.moved and not move.denied and stay.named and move.named and _earlier(move.date, stay.date)
    )


def _earlier(left: str | None, right: str | None) -> bool:
    """Whether the first day ends before the second begins; False where one is not known."""
    a, b = read_edtf(left), read_edtf(right)
    return a is not None and b is not None and a.end <= b.start


def _weeks_apart(left: str | None, right: str | None) -> bool:
    """Whether more than a few weeks lie between the two days; False where one is not known."""
    a, b = read_edtf(left), read_edtf(right)
    return a is not None and b is not None and max(a.start, b.start) - min(a.end, b.end) > _WEEKS


def _same_place(left: Stay, right: Stay) -> bool:
    if left.abroad != right.abroad:
        return False
    if left.place is None or right.place is None:
        return True
    if left.place == right.place or (left.words and left.words.casefold() == right.words.casefold()):
        return True
    if left.country is None or left.country != right.country:
        return False
    return left.whole_country or right.whole_country or left.wide != right.wide
