"""Which place mentions are one place: the same GeoNames id, or the same name in one country where none is known?"""

from collections.abc import Mapping, Sequence

from variorum.model.tables import Mention, PlaceMention
from variorum.model.terms import EntityType
from variorum.resolve.entity_links import Link
from variorum.resolve.name_folds import fold_word, name_words


def link_places(places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> dict[str, Link]:
    """Id → link, for all rows of places and all mentions of type place; a mention on a place's span goes with it."""
    links = {row.id: _place(row) for row in places}
    by_span = {(row.report, row.start, row.end): links[row.id] for row in places}
    known = {_fold(row.text): links[row.id] for row in reversed(places)}
    for mention in mentions:
        if mention.type is not EntityType.PLACE:
            continue
        link = by_span.get((mention.report, mention.start, mention.end)) or known.get(_fold(mention.text))
        links[mention.id] = link or Link(key=f"place: {_fold(mention.text)}", reason="the same name of a place")
    return links


def without_persons(places: Sequence[PlaceMention], mentions: Sequence[Mention]) -> tuple[PlaceMention, ...]:
    """The place rows without those of no known place whose words the case takes for a person's or a body's name."""
    persons = {
        (mention.report, mention.start, mention.end)
        for mention in mentions
        if mention.type in {EntityType.PERSON, EntityType.ORGANIZATION} and mention.form == "name"
    }
    return tuple(row for row in places if row.latitude is not None or (row.report, row.start, row.end) not in persons)


def shared_links(
    places: Sequence[PlaceMention], mentions: Sequence[Mention], links: Mapping[str, Link]
) -> dict[str, Link]:
    """Place row → the link of the body that the same words name ("the Kremlin", "the EU"): one thing, not two."""
    bodies = {
        (mention.report, mention.start, mention.end): links[mention.id]
        for mention in mentions
        if mention.type is EntityType.ORGANIZATION and mention.form == "name" and mention.id in links
    }
    return {
        row.id: link
        for row in places
        if row.feature in _BODIES and (link := bodies.get((row.report, row.start, row.end)))
    }


_BODIES = frozenset({"region", "site"})


def _place(row: PlaceMention) -> Link:
    if row.geonames_id is not None:
        return Link(key=f"geonames: {row.geonames_id}", reason=f"GeoNames {row.geonames_id}")
    name = _fold(row.name or row.text)
    return Link(key=f"place: {name} {row.country or ''}".strip(), reason="the same name in one country")


def _fold(name: str) -> str:
    return " ".join(fold_word(word) for word in name_words(name))
