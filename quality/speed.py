"""Measures speed: `python quality/speed.py [--reports 500] [--jobs 1]`.

Builds a case over a made-up corpus of many crises in a process of its own and prints reports a second, the ratio to the
bare spaCy pass over the same text (one report at a time, as the build parses), and peak memory.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import worlds

PER_CRISIS = 10


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--reports", type=int, default=500)
    options.add_argument("--jobs", type=int, default=1)
    options.add_argument("--part", choices=["build", "spacy"], help=argparse.SUPPRESS)
    options.add_argument("--folder", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.part:
        print(json.dumps(_part(chosen.part, Path(chosen.folder), chosen.jobs)))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "reports"
        words = write_corpus(folder, chosen.reports)
        bare = _apart("spacy", folder, 1)
        built = _apart("build", folder, chosen.jobs)
    print(f"reports            {chosen.reports} ({words} words)")
    print(f"build              {built['seconds']:.1f} s, {chosen.reports / built['seconds']:.1f} reports a second")
    print(f"bare spaCy pass    {bare['seconds']:.1f} s")
    print(f"ratio              {built['seconds'] / bare['seconds']:.2f}")
    print(f"peak memory        {built['megabytes']:.0f} MB")
    return 0


def write_corpus(folder: Path, reports: int) -> int:
    """Independent reports, ten a crisis, as text files with a manifest; returns the number of words."""
    folder.mkdir(parents=True)
    words = 0
    for n in range(reports):
        world = worlds.World.make(n // PER_CRISIS)
        world.rng.seed(n)
        text = "\n".join(worlds.independent(world).text for _ in range(3))
        (folder / f"report-{n:05d}.txt").write_text(text, "utf-8")
        words += len(text.split())
    return words


def _apart(part: str, folder: Path, jobs: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--part", part, "--folder", str(folder), "--jobs", str(jobs)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1])


def _part(part: str, folder: Path, jobs: int) -> dict[str, float]:
    if part == "spacy":
        from variorum.annotate.language import load_language, read_language

        language = load_language()
        started = time.perf_counter()
        for path in sorted(folder.glob("*.txt")):
            read_language(language, path.read_text("utf-8"))
    else:
        import variorum

        started = time.perf_counter()
        variorum.build(folder.parent / "speed.case", [folder], jobs=jobs)
    seconds = time.perf_counter() - started
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "megabytes": peak / 1024}


if __name__ == "__main__":
    sys.exit(main())
