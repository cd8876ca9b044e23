"""What stands in a table of readings, for spreadsheets: a row a reading, its point and its report beside it?"""

from collections.abc import Iterable, Iterator, Mapping

from variorum.model.tables import Point
from variorum.present.views.index import Index
from variorum.present.views.phrases import answer_words

COLUMNS = (
    "point", "kind", "verdict", "topic", "measure", "population", "place", "period", "event", "independent_low",
    "independent_high", "weight", "siglum", "outlet", "published", "says", "low", "high", "voice", "certainty", "as_of",
    "words", "report", "file", "start", "end", "origin", "row", "claim",
)  # fmt: skip


def reading_rows(points: Iterable[Point], index: Index) -> Iterator[Mapping[str, object]]:
    """Every reading of the points in their order; `start` and `end` are offsets into the report's text."""
    for point in points:
        for reading in point.readings:
            report = index.reports.get(reading.report)
            yield {
                "point": point.id,
                "kind": point.kind,
                "verdict": point.verdict,
                "topic": point.topic,
                "measure": point.measure,
                "population": point.population,
                "place": point.place,
                "period": point.period,
                "event": point.event,
                "independent_low": point.independent_low,
                "independent_high": point.independent_high,
                "weight": point.weight,
                "siglum": index.witness(reading.report).siglum,
                "outlet": report.outlet if report else None,
                "published": report.published if report else None,
                "says": answer_words(point.kind, reading.says),
                "low": reading.low,
                "high": reading.high,
                "voice": reading.voice_name or reading.voice,
                "certainty": reading.certainty,
                "as_of": reading.as_of,
                "words": reading.text,
                "report": reading.report,
                "file": report.file if report else None,
                "start": reading.start,
                "end": reading.end,
                "origin": reading.origin,
                "row": reading.row,
                "claim": reading.claim,
            }
