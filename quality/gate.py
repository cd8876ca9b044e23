"""Holds the pinned floors: `python quality/gate.py`; `--pin` writes the floors anew from today's scores.

Floors live in quality/floors.json, one object a corpus, with a digest of its gold, so that a change of the gold is told
apart from a change of ours. Lowering a floor needs a decision record. Exit status 1 where a score fell below its floor.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from corpus import SHARED, build_tables, read_bench, write_tables
from names import is_match, read_cases
from score import DEV_DOCS, ONE_CASE

FLOORS = Path(__file__).parent / "floors.json"
GATED = ["seeds-dev", "dates-tbaq", "figures-newsquant", "claims-polnear", "events-plover", "places-gwn", "names"]
ALL = [*GATED, "claims-polnear-train", "places-lgl", "coref-ecbplus"]
"""The gate leaves out the three longest; pinning measures all."""
SLACK = 0.0005


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pin", action="store_true")
    options.add_argument("corpora", nargs="*")
    chosen = options.parse_args()
    corpora = chosen.corpora or (ALL if chosen.pin else GATED)
    if not SHARED.is_dir():
        print(f"gate: {SHARED.name}/ is missing beside the project: no gold to score on", file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    status = 0
    for name in corpora:
        today = {"digest": digest(name), "scores": measure(name)}
        if chosen.pin:
            floors[name] = {**today, **_when()}
            FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
        else:
            status = max(status, _hold(name, today, floors.get(name)))
    return status


def _when() -> dict[str, str]:
    """The day of the measurement and the commit it was made on."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout
    return {"date": date.today().isoformat(), "commit": commit.strip()}


def _hold(name: str, today: dict, floor: dict | None) -> int:
    if floor is None:
        print(f"{name}: no floor is pinned")
        return 1
    if floor["digest"] != today["digest"]:
        print(f"{name}: the gold is not the one the floors were pinned on; pin them anew after a look")
        return 1
    fallen = [
        f"{name}: {measure_name} fell to {today['scores'].get(measure_name)} (floor {value})"
        for measure_name, value in floor["scores"].items()
        if value is not None and (today["scores"].get(measure_name) or 0.0) < value - SLACK
    ]
    print("\n".join(fallen) if fallen else f"{name}: all {len(floor['scores'])} measures hold their floors")
    return int(bool(fallen))


def measure(name: str) -> dict[str, float]:
    """Every ratio of the corpus by `table measure`; counts and densities are no scores."""
    if name == "names":
        return name_scores()
    folder = SHARED / "seeds" if name == "seeds-dev" else SHARED / "bench" / name
    tables = build_tables(read_bench(folder), one_case=name in ONE_CASE)
    with tempfile.TemporaryDirectory() as scratch:
        write_tables(tables, Path(scratch))
        gold = SHARED / "gold"
        command = ["score.py", scratch, str(gold / "seeds-dev"), "--docs", DEV_DOCS, "--json"]
        if name != "seeds-dev":
            command = ["score_bench.py", scratch, str(folder), "--json"]
        run = subprocess.run([sys.executable, str(gold / command[0]), *command[1:]], check=True, capture_output=True)
    return _ratios(json.loads(run.stdout))


def _ratios(scores: dict[str, dict]) -> dict[str, float]:
    found = {}
    for table, measures in scores.items():
        for label, value in measures.items():
            ratio = value.get("score") if isinstance(value, dict) else value
            if isinstance(ratio, float) and ratio <= 1.0 and "km" not in label.split() and "words" not in label:
                found[f"{table} {label}"] = round(ratio, 4)
    return found


def name_scores() -> dict[str, float]:
    """F1 and accuracy of `same_name` on the person, company and organization pairs."""
    rows = [row for row in read_cases() if row["schema"] in {"Person", "Organization", "Company"}]
    judged = [(row["is_match"] == "true", is_match(row)) for row in rows]
    hits, said, true = (sum(map(bool, column)) for column in zip(*((a and b, b, a) for a, b in judged), strict=True))
    return {
        "F1": round(2 * hits / (said + true), 4),
        "accuracy": round(sum(a == b for a, b in judged) / len(judged), 4),
    }


def digest(name: str) -> str:
    """A digest of the corpus' gold, so that a changed gold is noticed."""
    folder = SHARED / "gold" / "seeds-dev" if name == "seeds-dev" else SHARED / "bench" / name / "gold"
    files = sorted(folder.glob("*.jsonl")) or sorted((SHARED / "bench" / name).glob("*.csv"))
    whole = hashlib.sha256()
    for path in files:
        whole.update(path.name.encode() + path.read_bytes())
    return whole.hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
