"""A small crisis after each step: three reports on a strike, and every table as it stands at the end.

`pytest tests/golden --update-golden` writes the files anew; review them as a diff.
"""

import json
from pathlib import Path

import msgspec
import pytest

from variorum.annotate.language import read_language
from variorum.ingest.sections import find_sections
from variorum.ingest.sources import read_inputs
from variorum.model.tables import Tables
from variorum.pipeline.annotation import annotate_report, join_tables
from variorum.pipeline.steps import annotators, case_steps

CRISIS = Path(__file__).parent / "harbour-strike"
SHOWN = {
    "reports": ["file", "title", "published", "published_basis", "language", "status"],
    "sections": ["kind", "text"],
    "dates": ["text", "edtf", "basis"],
    "places": ["text", "name", "country", "geonames_id"],
    "mentions": ["text", "type", "form", "title"],
    "entities": ["type", "name", "aliases"],
    "claims": ["voice", "cue", "manner", "polarity", "certainty", "text", "independent_low", "independent_high"],
    "figures": ["measure", "subject", "low", "high", "previous", "approximate", "unit", "voice", "date", "text"],
    "event_mentions": [
        "type",
        "concept",
        "trigger",
        "actor",
        "recipient",
        "date",
        "place_name",
        "polarity",
        "realis",
        "voice",
    ],
    "roles": ["kind", "holder_name", "value", "organization", "status", "date", "text"],
    "events": ["type", "concept", "date", "place_name", "actors", "recipients", "independent_low", "independent_high"],
    "derivations": ["kind", "direction", "share", "origin", "reasons"],
    "points": ["kind", "topic", "verdict", "independent_low", "independent_high", "reasons"],
}


@pytest.fixture(scope="module")
def tables(language) -> Tables:
    steps = annotators()
    parts = []
    for report in read_inputs([CRISIS / "reports"]).reports:
        sections = find_sections(report)
        parts.append(annotate_report(report, sections, read_language(language, report.text, sections), steps))
    case = join_tables(parts)
    for step in case_steps():
        case = step.run(case)
    return case


@pytest.mark.parametrize("table", list(SHOWN))
def test_table(table: str, tables: Tables, request: pytest.FixtureRequest) -> None:
    files = {report.id: report.file for report in tables.reports}
    lines = []
    for row in getattr(tables, table):
        values = msgspec.to_builtins(row)
        shown = {name: values[name] for name in SHOWN[table] if values[name] not in (None, [], "")}
        if table == "points":
            shown["readings"] = [f"{files[r['report']]}: {r['says']} — {r['text']}" for r in values["readings"]]
        lines.append(json.dumps({"in": files.get(values.get("report")), **shown}, ensure_ascii=False))
    text = "\n".join(sorted(lines) if table in {"entities", "events"} else lines) + "\n"
    path = CRISIS / f"{table}.jsonl"
    if request.config.getoption("--update-golden"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")
