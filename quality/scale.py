"""Measures cost against size: `python quality/scale.py [--sizes 1000,2000,5000,10000] [--folder FOLDER]`.

Resolves, compares and writes cases of many made-up crises, ten reports each, and says how time grows with the number of
reports; then adds one report to a case of 1,000, as a command. Given a FOLDER of reports, measures these instead.

Only the first 1,000 reports are parsed and annotated (kept in a case under the cache folder): larger cases tell their
findings again of other years, with other persons and other ids. What is measured, the steps over a case, does not see that.
"""

import argparse
import json
import math
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

import worlds
from variorum.model.tables import Report, Tables
from variorum.model.terms import PublishedBasis

BASE = 1_000
PER_CRISIS = 10
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "variorum-scale"
_ID = re.compile(r"\b([a-z]+)-([0-9a-f]{16})\b")
_MASK, _STRIDE = (1 << 64) - 1, 0x9E3779B97F4A7C15


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,2000,5000,10000")
    options.add_argument("--folder", type=Path, help="reports of one's own, one file each, in place of made-up ones")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--part", type=int, help=argparse.SUPPRESS)
    options.add_argument("--case", type=Path, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.case:
        print(json.dumps(measure(chosen.case, chosen.part)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.folder or write_corpus(Path(scratch) / "reports", BASE)
        name = "-".join(folder.resolve().parts[1:]) if chosen.folder else "made-up"
        case = build_base(folder, name, chosen.jobs)
        sizes = [0] if chosen.folder else [int(size) for size in chosen.sizes.split(",")]
        print_sizes([_apart(case, size) for size in sizes])
        print_addition(case, folder, Path(scratch))
    return 0


def write_corpus(folder: Path, reports: int) -> Path:
    """Independent reports of about 117 words, ten a crisis, as text files."""
    folder.mkdir(parents=True)
    for n in range(reports):
        world = worlds.World.make(n // PER_CRISIS)
        world.rng.seed(n)
        (folder / f"report-{n:05d}.txt").write_text(worlds.independent(world).text, "utf-8")
    return folder


def build_base(folder: Path, name: str, jobs: int) -> Path:
    """A case of the reports, kept; one that an older program made is made anew."""
    CACHE.mkdir(parents=True, exist_ok=True)
    case = CACHE / f"{name}.case"
    command = [sys.executable, "-m", "variorum", "build", str(case), str(folder), "--jobs", str(jobs), "--quiet"]
    if subprocess.run(command, check=False).returncode:
        case.unlink(missing_ok=True)
        subprocess.run(command, check=True)
    return case


def read_parts(case: Path) -> list[Tables]:
    """The findings of every report of the case as the annotators left them, in the order of its files."""
    from sqlalchemy import select

    from variorum.model.terms import ReportStatus
    from variorum.pipeline.growth import held
    from variorum.record.schema import ANNOTATIONS
    from variorum.record.sources import read_sources
    from variorum.record.store import reading

    with reading(str(case)) as connection:
        reports = held(read_sources(connection)).reports
        rows = connection.execute(select(ANNOTATIONS.c.report, ANNOTATIONS.c.tables))
        found = {row.report: msgspec.msgpack.decode(row.tables, type=Tables) for row in rows}
    read = sorted((r for r in reports if r.status is ReportStatus.READ), key=lambda report: report.file or "")
    return [msgspec.structs.replace(found[report.id], reports=(report,)) for report in read]


def told_again(part: Tables, number: int, round_: int) -> Tables:
    """The findings of a report with its day; in later rounds of another year, with other persons, under other ids."""
    (report,) = part.reports
    year, day = 2000 + round_, number // PER_CRISIS % 28 + 1
    dated = msgspec.structs.replace(
        part, reports=(_published(report, f"{year}-{number // 300 % 12 + 1:02d}-{day:02d}"),)
    )
    if not round_:
        return dated
    names = other_names(round_)
    raw = msgspec.json.encode(dated).decode()
    raw = _ID.sub(lambda m: f"{m[1]}-{int(m[2], 16) ^ (round_ * _STRIDE & _MASK):016x}", raw)
    raw = re.sub(r"\b[A-Z][a-z]+\b", lambda m: names.get(m.group(), m.group()), raw)
    return msgspec.json.decode(raw, type=Tables)


def _published(report: Report, day: str) -> Report:
    return msgspec.structs.replace(report, published=day, published_basis=PublishedBasis.GIVEN)


def other_names(round_: int) -> dict[str, str]:
    """For each name of a person in the material another one, as long, so that all offsets hold."""
    rng = random.Random(round_)
    material = worlds._MATERIAL
    return {name: _made_up(len(name), rng) for name in (*material["surnames"], *material["given"])}


def _made_up(length: int, rng: random.Random) -> str:
    return "".join(rng.choice("aeiou" if n % 2 else "bdfgklmnprstvz") for n in range(length)).capitalize()


def corpus(case: Path, size: int) -> Iterator[Tables]:
    """The findings of so many made-up reports, told from those of the case; all of the case as they are where it is 0."""
    parts = read_parts(case)
    if not size:
        yield from parts
    for number in range(size):
        round_, place = divmod(number, len(parts))
        yield told_again(parts[place], place, round_)


def measure(case: Path, size: int) -> dict[str, Any]:
    """Seconds of processor time for each step over a case of that many reports, and the peak of memory in MB."""
    from variorum.pipeline.annotation import join_tables
    from variorum.pipeline.order import in_order
    from variorum.pipeline.steps import case_steps
    from variorum.record.store import changing, prepare
    from variorum.record.tables import write_tables

    tables = join_tables(corpus(case, size))
    seconds: dict[str, float] = {}

    def timed(name: str, run: Callable[[], Any]) -> Any:
        started = time.process_time()
        result = run()
        seconds[name] = time.process_time() - started
        return result

    for step in case_steps():
        tables = timed(step.name, lambda step=step, tables=tables: step.run(tables))
    tables = timed("order", lambda: in_order(tables))
    with tempfile.TemporaryDirectory() as scratch:
        new = str(Path(scratch) / "new.case")
        prepare(new)
        with changing(new) as connection:
            timed("writing", lambda: write_tables(connection, tables))
    rows = sum(len(getattr(tables, name)) for name in Tables.__struct_fields__)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"reports": len(tables.reports), "rows": rows, "megabytes": peak, "seconds": seconds}


def _apart(case: Path, size: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--part", str(size), "--case", str(case)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def print_sizes(measured: Sequence[dict[str, Any]]) -> None:
    """A table of seconds by step and size, and how they grow beside n log n."""
    print("reports".ljust(18), *(f"{one['reports']:>9,}" for one in measured))
    print("rows".ljust(18), *(f"{one['rows']:>9,}" for one in measured))
    for name in measured[0]["seconds"]:
        print(name.ljust(18), *(f"{one['seconds'][name]:>9.1f}" for one in measured), _growth(measured, name))
    totals = [sum(one["seconds"].values()) for one in measured]
    print("seconds in all".ljust(18), *(f"{total:>9.1f}" for total in totals), _growth(measured, None))
    each = [1000 * total / one["reports"] for total, one in zip(totals, measured, strict=True)]
    print("ms a report".ljust(18), *(f"{one:>9.1f}" for one in each))
    print("peak memory, MB".ljust(18), *(f"{one['megabytes']:>9,.0f}" for one in measured))


def _growth(measured: Sequence[dict[str, Any]], name: str | None) -> str:
    """The exponent b of time = a · (n log n)^b fitted to the sizes: 1.0 is n log n."""
    points = [
        (
            math.log(one["reports"] * math.log(one["reports"])),
            sum(one["seconds"].values()) if name is None else one["seconds"][name],
        )
        for one in measured
    ]
    points = [(x, math.log(seconds)) for x, seconds in points if seconds >= 0.05]
    if len(points) < 2:
        return ""
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return f"   (n log n)^{slope:.2f}"


def print_addition(case: Path, folder: Path, scratch: Path) -> None:
    """How long the command takes that adds one report to a copy of the case."""
    grown, new = scratch / "grown.case", scratch / "one-more.txt"
    shutil.copy(case, grown)
    texts = [path.read_text("utf-8") for path in islice(sorted(folder.glob("*.txt")), 0, None, 101)]
    sentences = [re.split(r"(?<=[.!?])\s+", text)[2:5] for text in texts[:4]]
    new.write_text("\n".join(" ".join(some) for some in sentences), "utf-8")
    before, started = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "variorum", "build", str(grown), str(new), "--quiet"], check=True)
    wall, after = time.perf_counter() - started, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"one report more    {wall:.1f} s, {processor:.1f} s of processor time, as a command from start to end")


if __name__ == "__main__":
    sys.exit(main())
