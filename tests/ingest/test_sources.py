"""Reading files and folders: what becomes a report, what is set aside and why, and that order changes nothing."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.errors import ManifestUnusable, NoSuchInput, VariorumError
from variorum.ingest.records import Ingested
from variorum.ingest.sources import read_inputs
from variorum.model.ids import content_id
from variorum.model.terms import PublishedBasis, ReportStatus, Severity

NEWS = "Miners in the town of Orlik walked out on Tuesday and blocked the road to the pit for six hours."


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def codes(read: Ingested, severity: Severity = Severity.ERROR) -> dict[str, str]:
    return {issue.file or "": issue.code for issue in read.issues if issue.severity is severity}


def test_plain_text_is_stored_as_decoded(tmp_path: Path) -> None:
    raw = f"{NEWS}\r\n\r\nIt rained.\r \n".encode()
    read = read_inputs([write(tmp_path, {"sub/a.txt": raw})])
    (report,) = read.reports
    assert (report.text, report.file, report.files) == (raw.decode(), "sub/a.txt", ("sub/a.txt",))
    assert report.sha256 == hashlib.sha256(raw).hexdigest()
    assert report.id == content_id("report", report.sha256)
    assert (report.language, report.published, report.published_basis) == ("en", None, None)
    assert [(original.sha256, original.content) for original in read.originals] == [(report.sha256, raw)]
    assert read.issues == ()


SET_ASIDE = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\r\n", "empty"),
    ("mark.txt", b"\xef\xbb\xbf", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
    ("picture.png", b"x", "unsupported"),
    ("noending", b"x", "unsupported"),
    ("large.txt", b"x" * 3000, "too-large"),
    ("page.html", b"<html><body></body></html>", "no-text"),
    ("head.csv", b"text,outlet\n", "empty"),
    ("list.jsonl", b"\n\n", "empty"),
]


@pytest.mark.parametrize(("name", "raw", "code"), SET_ASIDE)
def test_what_cannot_be_read_is_set_aside_and_the_rest_goes_on(
    tmp_path: Path, name: str, raw: bytes, code: str
) -> None:
    read = read_inputs([write(tmp_path, {name: raw, "good.txt": NEWS})], limit_bytes=2500)
    assert [report.file for report in read.reports] == ["good.txt"]
    assert codes(read) == {name: code}
    assert all(name in issue.detail for issue in read.issues)
    assert all(report.status is ReportStatus.SET_ASIDE and report.text == "" for report in read.set_aside)


def test_files_that_are_no_regular_files_are_set_aside(tmp_path: Path) -> None:
    write(tmp_path, {"good.txt": NEWS})
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    assert codes(read_inputs([tmp_path])) == {"pipe.txt": "unreadable", "broken.txt": "unreadable"}


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    read = read_inputs([write(tmp_path, {".DS_Store": b"\0", ".git/a.txt": "x", "good.txt": NEWS})])
    assert (len(read.reports), read.issues) == (1, ())


def test_a_path_that_leads_to_nothing_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(NoSuchInput, match="nowhere: no such file"):
        read_inputs([tmp_path / "nowhere"])
    with pytest.raises(NoSuchInput, match="none.csv"):
        read_inputs([write(tmp_path, {"a.txt": NEWS})], manifest=tmp_path / "none.csv")
    assert issubclass(NoSuchInput, VariorumError)


def test_the_same_bytes_twice_are_one_report_with_two_origins(tmp_path: Path) -> None:
    files = {"b.txt": NEWS, "a.txt": NEWS, "manifest.csv": "file,url\nb.txt,https://example.org/b\n"}
    read = read_inputs([write(tmp_path, files)])
    (report,) = read.reports
    assert (report.file, report.files, report.url) == ("a.txt", ("a.txt", "b.txt"), "https://example.org/b")
    assert [one.files for one in read.received] == [("a.txt",), ("b.txt",)]
    (note,) = read.issues
    assert (note.severity, note.code, note.report) == (Severity.NOTE, "duplicate", report.id)
    assert "b.txt" in note.detail


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"sub/a.txt": NEWS})
    read = read_inputs([tmp_path / "sub" / "a.txt", tmp_path, tmp_path])
    assert [report.files for report in read.reports] == [("sub/a.txt",)]
    assert read.issues == ()


MANIFESTS = {
    "manifest.csv": "outlet,FILE,published,language,url,note\nExample Press,a.txt,2019-03-03,EN,https://example.org/a,x\n",
    "manifest.tsv": "file\toutlet\tpublished\tlanguage\turl\na.txt\tExample Press\t2019-03-03T10:00:00Z\ten\thttps://example.org/a\n",
    "manifest.jsonl": json.dumps(
        {
            "file": "./a.txt",
            "outlet": "Example Press",
            "published": "2019-03-03",
            "language": "en",
            "url": "https://example.org/a",
        }
    ),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_in_the_folder_describes_its_files(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"a.txt": NEWS, name: MANIFESTS[name]})
    for paths in ([tmp_path], [tmp_path / "a.txt"], [tmp_path / "a.txt", tmp_path / name]):
        (report,) = read_inputs(paths).reports
        assert (report.outlet, report.url, report.language) == ("Example Press", "https://example.org/a", "en")
        assert (report.published, report.published_basis) == ("2019-03-03", PublishedBasis.GIVEN)


def test_a_manifest_from_elsewhere(tmp_path: Path) -> None:
    rows = "file;title\na.txt;Strike closes the pit\nb.txt;Talks begin\ngone.txt;Nothing\n"
    write(
        tmp_path,
        {"one/a.txt": NEWS, "two/b.txt": NEWS * 2, "one/manifest.csv": "file,title\na.txt,X\n", "list.csv": rows},
    )
    read = read_inputs([tmp_path / "one", tmp_path / "two"], manifest=tmp_path / "list.csv")
    assert {report.file: report.title for report in read.reports} == {
        "a.txt": "Strike closes the pit",
        "b.txt": "Talks begin",
    }
    assert codes(read) == {"gone.txt": "missing-file"}


def test_doubtful_rows_of_a_manifest(tmp_path: Path) -> None:
    rows = "file,published,language\na.txt,3 March,english!\ngone.txt,2019-03-03,en\na.txt,2019-03-03,en\n,2019-03-03,en\nb.txt\n"
    read = read_inputs([write(tmp_path, {"a.txt": NEWS, "manifest.csv": rows})])
    (report,) = read.reports
    assert report.published is None
    found = [(issue.severity.value, issue.code) for issue in read.issues]
    assert sorted(found) == [
        ("error", "bad-row"),
        ("error", "bad-row"),
        ("error", "missing-file"),
        ("warning", "bad-detail"),
        ("warning", "bad-detail"),
        ("warning", "repeated-row"),
    ]
    assert any("line 2" in issue.detail and "3 March" in issue.detail for issue in read.issues)
    assert any("gone.txt" in issue.detail for issue in read.issues)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("manifest.csv", "name,url\na.txt,x\n", "no column named file"),
        ("manifest.jsonl", "not json\n", "line 1"),
        ("manifest.csv", bytes(range(256)) * 4, "no text"),
    ],
)
def test_a_manifest_that_cannot_be_used(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    write(tmp_path, {"a.txt": NEWS, name: content})
    with pytest.raises(ManifestUnusable, match=reason):
        read_inputs([tmp_path])


def test_rows_of_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": NEWS, "outlet": "Example Press", "published": "2019-03-03T08:00:00+06:00"}),
        '{"text": "cut',
        "",
        json.dumps({"body": "Second.", "published": "soon"}),
        json.dumps({"title": "no text"}),
        json.dumps(["a list"]),
        json.dumps({"content": "Sixth \ud800 row."}),
    ]
    read = read_inputs([write(tmp_path, {"rows.jsonl": "\n".join(rows)})])
    found = {report.file: report for report in read.reports}
    assert sorted(found) == ["rows.jsonl#1", "rows.jsonl#4"]
    first = found["rows.jsonl#1"]
    assert (first.text, first.outlet, first.published, first.published_basis) == (
        NEWS,
        "Example Press",
        "2019-03-03",
        "given",
    )
    assert first.sha256 == hashlib.sha256(NEWS.encode()).hexdigest()
    errors = codes(read)
    assert errors == dict.fromkeys((f"rows.jsonl#{line}" for line in (2, 5, 6, 7)), "bad-row")
    assert codes(read, Severity.WARNING) == {"rows.jsonl#4": "bad-detail"}
    assert hashlib.sha256((tmp_path / "rows.jsonl").read_bytes()).hexdigest() in {o.sha256 for o in read.originals}


def test_rows_of_csv(tmp_path: Path) -> None:
    table = 'Text,outlet\n"Two, with\na line break",A\nonly one cell\n\nThird,B\n"never closed,C\n'
    read = read_inputs([write(tmp_path, {"rows.csv": table})])
    assert {report.file: report.text for report in read.reports} == {
        "rows.csv#1": "Two, with\na line break",
        "rows.csv#3": "Third",
    }
    assert codes(read) == {"rows.csv#2": "bad-row", "rows.csv#4": "bad-row"}
    assert any("line 4" in issue.detail for issue in read.issues)


def test_a_row_and_a_file_of_the_same_words_are_one_report(tmp_path: Path) -> None:
    read = read_inputs([write(tmp_path, {"a.txt": NEWS, "rows.jsonl": json.dumps({"text": NEWS})})])
    assert [report.files for report in read.reports] == [("a.txt", "rows.jsonl#1")]


def test_a_manifest_may_name_a_row(tmp_path: Path) -> None:
    files = {"rows.jsonl": json.dumps({"text": NEWS}), "manifest.csv": "file,outlet\nrows.jsonl#1,Example Press\n"}
    read = read_inputs([write(tmp_path, files)])
    assert ([report.outlet for report in read.reports], read.issues) == (["Example Press"], ())


PAGE = f"""<html lang="en"><head><meta charset="windows-1251"><title>Strike closes the pit</title>
<meta property="og:site_name" content="Example Press">
<meta property="article:published_time" content="2019-03-03T10:00:00+06:00"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Strike closes the pit</h1><p>{NEWS}</p>
<p>The town is called Орлик in the language of the miners, and the company that owns the pit has its seat there as well.</p>
</article><footer>Imprint</footer></body></html>"""


def test_a_web_page(tmp_path: Path) -> None:
    raw = PAGE.encode("cp1251")
    read = read_inputs([write(tmp_path, {"page.html": raw})])
    (report,) = read.reports
    assert report.text.startswith("Strike closes the pit\n")
    assert NEWS in report.text
    assert "Орлик" in report.text
    assert "Home" not in report.text
    assert (report.title, report.outlet) == ("Strike closes the pit", "Example Press")
    assert (report.published, report.published_basis) == ("2019-03-03", PublishedBasis.METADATA)
    assert report.sha256 == hashlib.sha256(raw).hexdigest()
    assert [original.content for original in read.originals] == [raw]
    assert codes(read, Severity.NOTE) == {"page.html": "encoding"}
    assert read == read_inputs([tmp_path])


FILES: dict[str, str | bytes] = {
    "a.txt": NEWS,
    "b.txt": NEWS,
    "c.txt": "Сегодня шахтёры города перекрыли дорогу и требуют выплатить зарплату за три месяца.".encode("cp1251"),
    "d.jsonl": json.dumps({"text": "A row.", "published": "2019-03-03"}) + "\nbroken\n",
    "e.csv": "text,outlet\nA cell,Example Press\n",
    "f.txt": b"",
    "manifest.csv": "file,outlet,published\na.txt,Example Press,2019-03-03\nmissing.txt,x,\n",
}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(FILES)))
def test_the_order_of_inputs_changes_nothing(tmp_path: Path, order: list[str]) -> None:
    write(tmp_path, FILES)
    given = [tmp_path / name for name in order if name != "manifest.csv"]
    alone = read_inputs(given)
    assert alone == read_inputs(sorted(given))
    whole = read_inputs([*given, tmp_path])
    assert (whole.reports, whole.originals) == (alone.reports, alone.originals)
