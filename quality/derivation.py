"""Measures derivation on planted pairs: 40 of each kind, 200 independent pairs of reports on one crisis each.

`python quality/derivation.py` prints recall per kind and precision over all pairs that share a crisis; `--show` prints
what went wrong.
"""

import argparse
import hashlib
import random
import sys
from collections import Counter

import worlds
from corpus import Parser
from variorum.ingest.sections import find_sections
from variorum.model.ids import content_id
from variorum.model.tables import Report, Tables
from variorum.model.terms import DerivationKind
from variorum.pipeline.annotation import annotate_report, join_tables, resolve_case
from variorum.pipeline.steps import annotators, case_steps

EACH = 40
INDEPENDENT = 200
EXPECTED = {
    "copy": {DerivationKind.COPY, DerivationKind.EXCERPT},
    "excerpt": {DerivationKind.EXCERPT, DerivationKind.COPY},
    "spin": {DerivationKind.REWRITE, DerivationKind.COPY, DerivationKind.EXCERPT},
    "retelling": {DerivationKind.TRANSLATION, DerivationKind.REWRITE},
    "common source": {DerivationKind.COMMON_SOURCE},
}


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true")
    show = options.parse_args().show
    parser, steps, cases = Parser(), annotators(), case_steps()
    found: Counter[str] = Counter()
    wrong = 0
    for kind, left, right in planted():
        tables = resolve_case(join_tables(_annotate(text, parser, steps) for text in (left, right)), cases)
        kinds = {row.kind for row in tables.derivations if row.other}
        if kind == "independent":
            wrong += bool(kinds - {DerivationKind.COMMON_SOURCE})
            bad = bool(kinds - {DerivationKind.COMMON_SOURCE})
        else:
            found[kind] += bool(kinds & EXPECTED[kind])
            bad = not kinds & EXPECTED[kind]
        if show and bad:
            print(kind, sorted(kinds), "\n---\n", left, "\n---\n", right, "\n", [r.reasons for r in tables.derivations])
    for kind in EXPECTED:
        print(f"{kind:14s} recall {found[kind] / EACH:.3f}")
    hits = sum(found.values())
    whole = hits / (EACH * len(EXPECTED))
    print(f"all            recall {whole:.3f}  precision {hits / (hits + wrong):.3f}  wrong {wrong} of {INDEPENDENT}")
    return 0


def planted() -> list[tuple[str, str, str]]:
    """(kind, text, text) of every pair."""
    pairs = []
    for n in range(EACH):
        rng = random.Random(n)
        world = worlds.World.make(n * 7 + 1)
        story = worlds.base(world)
        pairs.append(("copy", story.text, worlds.copied(story, rng).text))
        pairs.append(("excerpt", story.text, worlds.excerpted(story, world).text))
        pairs.append(("spin", story.text, worlds.spun(story).text))
        pairs.append(("retelling", story.text, worlds.retold(story, world).text))
        first, second = worlds.independent(world), worlds.independent(world)
        pairs.append(("common source", worlds.with_source(first, world).text, worlds.with_source(second, world).text))
    for n in range(INDEPENDENT):
        world = worlds.World.make(50_000 + n)
        pairs.append(("independent", worlds.independent(world).text, worlds.independent(world).text))
    return pairs


def _annotate(text: str, parser: Parser, steps) -> Tables:  # type: ignore[no-untyped-def]
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=content_id("report", digest), sha256=digest, text=text, language="en")
    sections = find_sections(report)
    doc = parser.parse(report, ",".join(str(s.start) for s in sections), sections)
    return annotate_report(report, sections, doc, steps)


if __name__ == "__main__":
    sys.exit(main())
