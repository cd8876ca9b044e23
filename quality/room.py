"""Measures the reading room: `python quality/room.py [--case CASE] [--reports 1000] [--jobs 2] [--over 200] [--decide]`.

Opens a case, or one that it builds from made-up short reports, and asks for every page, and for the JSON and CSV behind each,
in this process. Where an address names a row it takes the one that the case holds most about. Prints how long the answers take
in milliseconds: the first time, one after the other from the moment the room is open and while it is still getting ready; the
middle of five times once it is; and how much of that the process worked, which is what counts on a machine shared with others.
With --decide it decides on a copy of the case, too.
"""

import argparse
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

import variorum
import worlds
from variorum.compare.labels import read_labels
from variorum.compare.ledger import read_ledgers
from variorum.compare.states import read_states
from variorum.model.tables import Tables
from variorum.present.views.place_events import place_anchor
from variorum.present.web.access import Key
from variorum.present.web.app import reading_room
from variorum.present.web.room import Room
from variorum.present.web.routes import WARM

PER_CRISIS = 10
PORT = 8750
TIMES = 5
KEY = Key(token="measured", port=PORT)  # noqa: S106 (opens nothing but this measurement)
FIRST = ("/", "/points", "/timeline", "/map", "/figures", "/reports", "/entities")
"""What a reader is likely to ask for first."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--case", type=Path)
    options.add_argument("--reports", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--over", type=float, default=200, help="mark the pages that take more milliseconds")
    options.add_argument("--decide", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        case = chosen.case or built(Path(scratch), chosen.reports, chosen.jobs)
        slow = measure(case, chosen.over)
        if chosen.decide:
            decide(Path(shutil.copy(case, Path(scratch) / "decided.case")))
    return 1 if slow else 0


def built(scratch: Path, reports: int, jobs: int) -> Path:
    """A case of short independent reports, ten a crisis."""
    folder, case = scratch / "reports", scratch / "room.case"
    folder.mkdir()
    for n in range(reports):
        world = worlds.World.make(n // PER_CRISIS)
        world.rng.seed(n)
        (folder / f"report-{n:05d}.txt").write_text(worlds.independent(world).text, "utf-8")
    variorum.build(case, folder, jobs=jobs)
    return case


def measure(case: Path, over: float) -> int:
    """Prints the times of every page; gives how many take longer than `over`."""
    pages = addresses(variorum.open(case).tables())
    room = Room(str(case), case.stem, WARM)
    started = time.perf_counter()
    print(f"{len(room.open_case().index.read)} reports, opened in {time.perf_counter() - started:.2f} s")
    with client(room) as inside:
        first = {address: asked(inside, address)[0] for address in pages}
        warmed(room)
        times = {address: [asked(inside, address) for _ in range(TIMES)] for address in first}
    steady = {address: statistics.median(spent for spent, _ in both) for address, both in times.items()}
    worked = {address: statistics.median(work for _, work in both) for address, both in times.items()}
    print(f"{'first':>8}{'steady':>8}{'work':>8}  page")
    for address, spent in first.items():
        mark = "   <- slow" if worked[address] > over else ""
        print(f"{spent:8.0f}{steady[address]:8.0f}{worked[address]:8.0f}  {address[:90]}{mark}")
    for what, spans in (("first", first), ("steady", steady), ("work", worked)):
        slowest = max(spans, key=spans.__getitem__)
        print(f"slowest, {what}: {spans[slowest]:.0f} ms ({slowest[:90]}); over {over:.0f} ms: {slow(spans, over)}")
    return slow(worked, over)


def slow(times: dict[str, float], over: float) -> int:
    return sum(spent > over for spent in times.values())


def client(room: Room) -> TestClient:
    inside = TestClient(reading_room(room, KEY), base_url=f"http://127.0.0.1:{PORT}")
    inside.cookies.set(KEY.cookie, KEY.token)
    return inside


def asked(inside: TestClient, address: str) -> tuple[float, float]:
    """How many milliseconds the answer takes by the clock, and how many this process works on it."""
    started, worked = time.perf_counter(), time.process_time()
    answer = inside.get(address)
    spent, work = (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000
    if answer.status_code != 200:
        sys.exit(f"{address} answers with {answer.status_code}")
    return spent, work


def warmed(room: Room) -> None:
    """Waits until the room is ready."""
    for thread in threading.enumerate():
        if thread.name == room.WARMING:
            thread.join()


def addresses(tables: Tables) -> list[str]:
    """Every page of the room, those that a reader asks for first at the head."""
    largest = rows(tables)
    found = list(FIRST)
    for path, ways in reading_room(Room("", ""), KEY).openapi()["paths"].items():
        wanted = re.findall(r"{(\w+)}", path)
        if "get" in ways and path not in FIRST and all(largest.get(name) for name in wanted):
            found.append(re.sub(r"{(\w+)}", lambda name: quote(largest[name[1]], safe=""), path))
    return [
        *found,
        "/search?q=the",
        "/search?q=the&kind=text&page=2",
        "/search?q=the+government+resigned",
        "/points?layout=table",
        "/points?layout=cards&sort=time",
        "/points?page=9",
        "/lineage?page=2",
        "/timeline?page=3",
        "/entities?page=5",
        "/figures?told=alone",
    ]


def rows(tables: Tables) -> dict[str, str]:
    """The row that the case holds most about, by what the addresses call it; a point's id stands for any row's."""
    points = Counter({row.id: len(row.readings) for row in tables.points})
    ledgers = Counter({row.id: len(row.readings) for row in read_ledgers(tables)})
    states = Counter({row.id: len(row.statements) for row in read_states(tables)})
    labels = Counter({row.id: len(row.namings) for row in read_labels(tables)})
    told = Counter(row.report for row in (*tables.claims, *tables.event_mentions, *tables.figures))
    linked = Counter(row.report for row in tables.derivations)
    pair = next((row for row in tables.derivations if row.other is not None), None)
    return {
        "point_id": first(points),
        "row_id": first(points),
        "entity": first(Counter(row.entity for row in tables.mentions if row.entity)),
        "event_id": first(Counter({row.id: len(row.mentions) for row in tables.events})),
        "report": pair.report if pair else first(told),
        "other": (pair.other if pair else "") or "",
        "derivation": next((row.id for row in tables.derivations if row.report == first(linked)), ""),
        "ledger_id": first(ledgers),
        "state_id": first(states),
        "label_id": first(labels),
        "decision_id": tables.decisions[-1].id if tables.decisions else "",
        "anchor": first(Counter(place_anchor(row) for row in tables.places)),
    }


def first(counted: Counter[str]) -> str:
    return counted.most_common(1)[0][0] if counted else ""


def decide(case: Path) -> None:
    """Prints how long decisions from the pages take, and the page after each."""
    room = Room(str(case), case.stem, WARM)
    tables = room.open_case().tables
    with client(room) as inside:
        warmed(room)
        point = rows(tables)["point_id"]
        for kind in ("confirm", "reject"):
            form = {"kind": kind, "row": point, "reviewer": "A reviewer", "csrf": KEY.form_token}
            started, worked = time.perf_counter(), time.process_time()
            answer = inside.post("/decisions", data=form, follow_redirects=False)
            spent, work = time.perf_counter() - started, time.process_time() - worked
            then = asked(inside, answer.headers["location"])[0]
            print(f"{kind} a point: {spent:.1f} s ({work:.1f} s of work), the page after it {then:.0f} ms")
            print(
                f"    then the overview {asked(inside, '/')[0]:.0f} ms, the points {asked(inside, '/points')[0]:.0f} ms"
            )


if __name__ == "__main__":
    sys.exit(main())
