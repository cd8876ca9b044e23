"""What changed since the build before, as the overview tells it."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec
from small_case import STEPS, small_tables, write_case

from variorum.model.tables import Tables
from variorum.model.terms import Verdict
from variorum.present.views.changes import Changes, read_changes
from variorum.present.views.index import Index
from variorum.record.builds import last_build, note_build
from variorum.record.digests import EarlierBuild, build_before, digest_of
from variorum.record.store import changing, reading

replace = msgspec.structs.replace


def changed(before: Tables, after: Tables) -> Changes:
    build = EarlierBuild(number=1, finished="2023-03-09T08:05:00+00:00", version="0.0", digest=digest_of(before))
    return read_changes(build, Index(after))


def test_the_same_tables_are_no_change() -> None:
    changes = changed(small_tables(), small_tables())
    assert changes.nothing
    assert changes.since == "9 March 2023, 08:05 UTC"


def test_a_new_report_and_its_points_are_told() -> None:
    after = small_tables()
    changes = changed(replace(after, reports=after.reports[:1], points=()), after)
    assert [witness.anchor for witness in changes.reports] == ["report-bb"]
    assert [change.topic for change in changes.new.shown] == ["Dockers killed, Port Sele"]
    assert not changes.nothing


def test_a_verdict_that_changed_is_told_with_both() -> None:
    after = small_tables()
    before = replace(after, points=(replace(after.points[0], verdict=Verdict.AGREE),))
    turned = changed(before, after).turned.shown[0]
    assert turned.was is not None
    assert turned.now is not None
    assert (turned.was.verdict, turned.now.verdict) == (Verdict.AGREE, Verdict.CONTRADICT)


def test_a_point_that_an_earlier_report_gave_another_id_is_the_same_point() -> None:
    after = small_tables()
    before = replace(after, points=(replace(after.points[0], id="point-before", verdict=Verdict.AGREE),))
    changes = changed(before, after)
    assert (changes.turned.count, changes.new.count, changes.lost.count) == (1, 0, 0)


def test_what_is_gone_keeps_its_name() -> None:
    before = small_tables()
    changes = changed(before, replace(before, reports=before.reports[:1], points=()))
    assert changes.gone == ("voice.txt",)
    assert changes.lost.count == 1
    assert changes.lost.shown[0].href == ""


def test_long_lists_are_cut_and_counted() -> None:
    after = small_tables()
    many = tuple(replace(after.points[0], id=f"point-{n}", topic=f"question {n}") for n in range(25))
    new = changed(after, replace(after, points=many)).new
    assert (len(new.shown), new.count) == (10, 25)


def test_a_build_without_a_digest_is_not_compared_with() -> None:
    build = EarlierBuild(number=1, finished="some day", version="0.0", digest=None)
    changes = read_changes(build, Index(small_tables()))
    assert not changes.known
    assert changes.since == "some day"


def test_only_the_newest_two_builds_keep_what_was_in_them(tmp_path: Path) -> None:
    case = write_case(tmp_path / "a.case", small_tables())
    for day in range(10, 13):
        with changing(case) as connection:
            note_build(connection, datetime(2023, 3, day, tzinfo=UTC), "0.0", STEPS, digest_of(small_tables()))
    with reading(case) as connection:
        last = last_build(connection)
        assert last is not None
        kept = [build_before(connection, number) for number in (last.number + 1, last.number, last.number - 1, 1)]
    assert [build.digest is not None if build else None for build in kept] == [True, True, False, None]
