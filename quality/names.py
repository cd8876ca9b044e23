"""Scores `same_name` on the name pairs of ../shared/bench/names: `python quality/names.py [--misses] [--threshold 0.7]`.

Prints precision, recall, F1 and accuracy per schema, and the best F1 any threshold would reach.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

from variorum.model.terms import EntityType
from variorum.resolve.names import THRESHOLD, same_name

CASES = Path(__file__).parents[2] / "shared" / "bench" / "names" / "cases.csv"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    options = parser.parse_args()
    rows = read_cases()
    scored = [(row, same_name(row["name1"], row["name2"], _type(row["schema"]))) for row in rows]
    for schema in (None, *sorted({row["schema"] for row in rows})):
        part = [(row["is_match"] == "true", match.score) for row, match in scored if schema in (None, row["schema"])]
        print(f"{schema or 'all':14s}", _line(part, options.threshold))
    part = [
        (row["is_match"] == "true", match.score)
        for row, match in scored
        if row["schema"] in {"Person", "Organization", "Company"}
    ]
    print(f"{'person+org':14s}", _line(part, options.threshold))
    best = max((round(t / 100, 2) for t in range(30, 100)), key=lambda t: _scores(part, t)[2])
    print(f"best threshold {best}: F1 {_scores(part, best)[2]:.3f}")
    if options.misses:
        for row, match in scored:
            if (match.score >= options.threshold) != (row["is_match"] == "true"):
                print(
                    row["is_match"][0],
                    row["schema"][:3],
                    match.score,
                    "|",
                    row["name1"],
                    "|",
                    row["name2"],
                    "|",
                    match.reasons,
                )


def read_cases() -> list[dict[str, str]]:
    """The pairs of the benchmark, each a row of its columns."""
    with CASES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def is_match(row: dict[str, str]) -> bool:
    """Whether the pair counts as one name at the documented threshold."""
    return same_name(row["name1"], row["name2"], _type(row["schema"])).score >= THRESHOLD


def _type(schema: str) -> EntityType:
    return EntityType.PERSON if schema == "Person" else EntityType.ORGANIZATION


def _scores(part: Sequence[tuple[bool, float]], threshold: float) -> tuple[float, float, float, float]:
    hit = sum(same and score >= threshold for same, score in part)
    said, true = sum(score >= threshold for _, score in part), sum(same for same, _ in part)
    right = sum(same == (score >= threshold) for same, score in part)
    precision, recall = hit / max(said, 1), hit / max(true, 1)
    return precision, recall, 2 * hit / max(said + true, 1), right / max(len(part), 1)


def _line(part: Sequence[tuple[bool, float]], threshold: float) -> str:
    precision, recall, f1, accuracy = _scores(part, threshold)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  accuracy {accuracy:.3f}  ({len(part)} pairs)"


if __name__ == "__main__":
    main()
