"""Killed at any moment, a build leaves the last complete state, and the next build ends as if nothing had happened."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Engine, event

from variorum.errors import CaseBusy
from variorum.model.tables import Tables
from variorum.pipeline import findings
from variorum.pipeline.options import BuildOptions
from variorum.pipeline.progress import Progress
from variorum.pipeline.runner import build_case
from variorum.record.store import reading
from variorum.record.tables import read_tables

ENGLISH = "The crowd in {} went home before the soldiers came, and no one was hurt. Later the mayor of {} spoke."
TOWNS = ("Arden", "Bexley", "Corby", "Dunmore", "Elstow")


def tables(case: str) -> Tables:
    with reading(case) as connection:
        return read_tables(connection)


def begin(work: Callable[[], object]) -> int:
    """Begins the work in a child process and gives its number."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001 (a child must never come back into pytest)
            os._exit(1)
    return child


def end(child: int) -> int:
    """The child's exit status once it ends, negative where a signal ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def in_child(work: Callable[[], object]) -> int:
    return end(begin(work))


def kill_before_statement(number: int) -> None:
    """Has this process kill itself before the statement of this number is sent to a database."""
    seen = iter(range(number))

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_: object) -> None:
        if next(seen, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture
def folders(reports: Callable[..., Path]) -> tuple[Path, Path]:
    first = reports("first", **{town: ENGLISH.format(town, town) for town in TOWNS[:2]})
    second = reports("second", **{town: ENGLISH.format(town, town) for town in TOWNS[2:]})
    return first, second


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "_BATCH_REPORTS", 1)


def undisturbed(tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions) -> tuple[Tables, Tables]:
    case = str(tmp_path / "undisturbed.case")
    build_case(case, [folders[0]], options)
    before = tables(case)
    build_case(case, [folders[1]], options)
    return before, tables(case)


def test_killed_before_any_statement(tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions) -> None:
    before, after = undisturbed(tmp_path, folders, options)
    for number in range(0, 200, 7):
        case = str(tmp_path / f"{number}.case")
        build_case(case, [folders[0]], options)

        def killed(case: str = case, number: int = number) -> None:
            kill_before_statement(number)
            build_case(case, [folders[1]], options)

        status = in_child(killed)
        if status == 0:
            break
        assert status == -signal.SIGKILL
        assert tables(case) == before
        assert build_case(case, [folders[1]], options).set_aside == ()
        assert tables(case) == after
    assert status == 0, "every statement of a build was tried"


def test_killed_while_the_case_is_made(tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions) -> None:
    build_case(str(tmp_path / "whole.case"), [folders[0]], options)
    whole = tables(str(tmp_path / "whole.case"))
    for number in (0, 3, 20, 40, 60, 80):
        case = str(tmp_path / f"{number}.case")

        def killed(case: str = case, number: int = number) -> None:
            kill_before_statement(number)
            build_case(case, [folders[0]], options)

        assert in_child(killed) in (0, -signal.SIGKILL)
        build_case(case, [folders[0]], options)
        assert tables(case) == whole


def test_killed_at_random_moments(tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions) -> None:
    _, after = undisturbed(tmp_path, folders, options)
    delays = random.Random(20220105)
    case = str(tmp_path / "random.case")
    build_case(case, [folders[0]], options)
    for _ in range(8):
        child = begin(lambda: build_case(case, list(folders), options))
        time.sleep(delays.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)
        end(child)
        assert len(tables(case).reports) in (2, 5)
    build_case(case, list(folders), options)
    assert tables(case) == after


def test_work_of_a_killed_build_is_not_done_again(
    tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions
) -> None:
    case = str(tmp_path / "a.case")

    def killed() -> None:
        def at_second_report(progress: Progress) -> None:
            if (progress.stage, progress.done) == ("annotating", 2):
                os.kill(os.getpid(), signal.SIGKILL)

        build_case(case, [folders[1]], msgspec.structs.replace(options, progress=at_second_report))

    assert in_child(killed) == -signal.SIGKILL
    assert build_case(case, [folders[1]], options).annotated == 1


def test_two_builds_at_once_lose_nothing(tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions) -> None:
    _, after = undisturbed(tmp_path, folders, options)
    case = str(tmp_path / "a.case")
    patient = msgspec.structs.replace(options, wait_seconds=60)
    children = [begin(lambda folder=folder: build_case(case, [folder], patient)) for folder in folders]
    assert [end(child) for child in children] == [0, 0]
    assert tables(case) == after


def test_an_impatient_second_build_is_told_no(
    tmp_path: Path, folders: tuple[Path, Path], options: BuildOptions
) -> None:
    case = str(tmp_path / "a.case")
    refusals = []

    def meanwhile(progress: Progress) -> None:
        if (progress.stage, progress.done) == ("annotating", 1):
            with pytest.raises(CaseBusy) as caught:
                build_case(case, [folders[1]], options)
            refusals.append(str(caught.value))

    build_case(case, [folders[0]], msgspec.structs.replace(options, progress=meanwhile))
    assert len(refusals) == 1
    assert len(tables(case).reports) == 2
