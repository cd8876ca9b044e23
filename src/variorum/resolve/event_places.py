"""Can two places told be those of one event: the same, one in the other, or side by side?"""

from variorum.resolve.event_profiles import Profile, Where

_REGION = 1.5
"""Degrees of latitude or longitude from the middle of a region within which a town may lie in it."""
_CLOSE = 0.3
"""Degrees of latitude or longitude within which a place may be told as the one beside it."""


def holds(one: Where, other: Where) -> bool:
    """Whether one is a country and the other lies in it."""
    if one.country is None or one.country != other.country:
        return False
    return one.level != other.level and 0 in {one.level, other.level}


def may_hold(one: Where, other: Where) -> bool:
    """Whether one is a region and the other a town so near its middle that it may lie in it."""
    if {one.level, other.level} != {1, 2} or one.country is None or one.country != other.country:
        return False
    if one.spot is None or other.spot is None:
        return True
    return max(abs(one.spot[0] - other.spot[0]), abs(one.spot[1] - other.spot[1])) <= _REGION


def is_known(where: Where) -> bool:
    """Whether the gazetteer knows the place."""
    return where.country is not None


def like_named(one: Where, other: Where) -> bool:
    """Whether one is not in the gazetteer and its name holds the other's name ("Harlun market" and "Harlun")."""
    if is_known(one) and is_known(other):
        return False
    names = [set((where.name or "").casefold().split()) for where in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def near(one: Where, other: Where) -> bool:
    """Whether both are towns or parts of one that lie side by side: a village may be told as the town it lies by."""
    if one.spot is None or other.spot is None or (one.site and other.site) or min(one.level, other.level) < 2:
        return False
    return max(abs(one.spot[0] - other.spot[0]), abs(one.spot[1] - other.spot[1])) <= _CLOSE


def of_other_width(one: Profile, other: Profile) -> bool:
    """Whether one is placed in a city and the other in a whole country, or without place and day: a wave against its part."""
    levels = [-1 if p.where is None else p.where.level for p in (one, other)]
    if 2 not in levels or min(levels) > 0:
        return False
    wide = one if levels[0] < levels[1] else other
    return wide.where is not None or wide.when is None
