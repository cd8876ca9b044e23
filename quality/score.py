"""Scores the record on hand-made gold and on the public benchmarks: `python quality/score.py [seeds-dev | BENCH ...]`.

Prints what the scorers of ../shared/gold print. `--misses TABLE` lists what was missed on seeds-dev.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import SHARED, build_tables, read_bench, write_tables

ONE_CASE = {"seeds-dev", "coref-ecbplus", "accounts-fakes"}
DEV_DOCS = "000_01cb377bb7257ed5.txt,002_ded7867c82757ddc.txt,004_fb53e23258224785.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["seeds-dev"])
    parser.add_argument("--misses")
    parser.add_argument("--limit", type=int, help="only the first N reports, for a quick look")
    parser.add_argument("--out", help="keep the exported record in this folder")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print("score: no gold to score on: the folder shared/ is missing beside the project", file=sys.stderr)
        return 1
    status = 0
    for name in options.names:
        status |= _score(name, options)
    return status


def _score(name: str, options: argparse.Namespace) -> int:
    folder = SHARED / "seeds" if name == "seeds-dev" else SHARED / "bench" / name
    reports = read_bench(folder)[: options.limit]
    tables = build_tables(reports, one_case=name in ONE_CASE)
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(options.out) if options.out else Path(scratch)
        write_tables(tables, out)
        if name == "seeds-dev":
            command = ["score.py", str(out), str(SHARED / "gold" / "seeds-dev"), "--docs", DEV_DOCS]
            command += ["--misses", options.misses] if options.misses else []
        else:
            command = ["score_bench.py", str(out), str(folder)]
        return subprocess.run([sys.executable, str(SHARED / "gold" / command[0]), *command[1:]], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
