"""The small case with words of one's choice in every field that comes from a report."""

import msgspec
from small_case import small_tables

from variorum.model.tables import Report, Tables


def hostile_tables(words: str) -> Tables:
    """The small case with the words in every field that comes from a report."""
    replace = msgspec.structs.replace
    tables = small_tables()
    report = Report(
        id="report-hostile",
        file=f"{words}.txt",
        files=(f"{words}.txt", words),
        sha256="0",
        title=words,
        outlet=words,
        author=words,
        url=words,
        language=words,
        published=f"2024 {words}",
        text=words,
    )
    told = replace(tables.event_mentions[0], voice=words, actor=words, place=words, concept=words, date=words)
    point = tables.points[0]
    readings = tuple(replace(reading, text=words, says=words, voice=words) for reading in point.readings)
    return replace(
        tables,
        reports=(*tables.reports, report),
        issues=tuple(replace(issue, detail=words, file=words) for issue in tables.issues),
        claims=tuple(replace(claim, voice=words, cue=words, text=words) for claim in tables.claims),
        figures=tuple(
            replace(figure, subject=words, voice=words, place=words, unit=words) for figure in tables.figures
        ),
        event_mentions=(told,),
        events=tuple(
            replace(event, actors=(words,), recipients=(words,), place_name=words, concept=words)
            for event in tables.events
        ),
        entities=tuple(replace(entity, name=words, aliases=(words,)) for entity in tables.entities),
        places=tuple(replace(place, name=words, text=words, geonames_id=None) for place in tables.places),
        roles=tuple(replace(role, holder=words, value=words, voice=words) for role in tables.roles),
        derivations=tuple(replace(row, origin=words, reasons=(words,)) for row in tables.derivations),
        points=(replace(point, topic=words, place=words, reasons=(words,), readings=readings),),
    )
