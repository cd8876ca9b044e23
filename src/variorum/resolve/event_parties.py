"""Do two tellings name the same participant, or others?"""

from variorum.resolve.event_profiles import Party


def unlike(one: Party, other: Party) -> bool:
    """Whether they are other entities, or have no word in common where one is no entity."""
    if one.entity is not None and other.entity is not None:
        return one.entity != other.entity
    return not one.words & other.words


def same_name(one: Party, other: Party) -> bool:
    """Whether two parties, one at least without an entity, go by the same last name or share two capitalised words."""
    if not one.names or not other.names or (one.entity is not None and other.entity is not None):
        return False
    shared = set(one.names) & set(other.names)
    return len(shared) > 1 or (one.names[-1] == other.names[-1] and (one.named or other.named or len(one.names) > 1))


def same_named(one: Party | None, other: Party | None) -> bool:
    """Whether both are one named participant."""
    if one is None or other is None:
        return False
    return (one.entity is not None and one.entity == other.entity and one.named) or same_name(one, other)


def others(one: Party, other: Party) -> bool:
    """Whether both are named and not the same."""
    return one.named and other.named and unlike(one, other) and not set(one.names) & set(other.names)
