"""Deciding in the reading room: with a name, with the room's own form, at once, and never for good."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from reading_room import room_client

import variorum
from variorum.model.terms import DecisionKind

REPORTS = {
    "gazette.txt": "Police said nine dockers were killed in Lagos on 4 March 2024. Mayor Ana Teles resigned on 5 March.",
    "voice.txt": "At least 20 dockers were killed in Lagos on 4 March 2024, the union said. Ana Tellez was dismissed.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> variorum.present.api.Case:
    """A case built from two short reports."""
    folder = Path(tmp_path_factory.mktemp("decided"))
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return variorum.build(folder / "dock.case", [folder / name for name in REPORTS])


@pytest.fixture(scope="module")
def room(built: variorum.present.api.Case) -> TestClient:
    return room_client(built.location)


def form_token(room: TestClient) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', room.get(f"/decide/{variorum_row(room)}").text)
    assert found is not None
    return found[1]


def variorum_row(room: TestClient) -> str:
    return str(room.get("/points.json").json()[0]["id"])


def decide(room: TestClient, kind: str, *rows: str, reviewer: str = "Ana Teles", reason: str = "") -> str:
    """Decides by the form, and gives the page it leads to."""
    answer = room.post(
        "/decisions",
        data={"kind": kind, "row": list(rows), "reviewer": reviewer, "reason": reason, "csrf": form_token(room)},
    )
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_figure_said_to_be_wrong_leaves_the_record_until_that_is_taken_back(
    room: TestClient, built: variorum.present.api.Case
) -> None:
    before = variorum.open(built.location).tables()
    figure = before.figures[0]
    told = decide(room, "reject", figure.id, reason="a typing error <b>&")
    assert "What it changed" in told
    assert "a typing error &lt;b&gt;&amp;" in told
    assert figure.id not in {row.id for row in variorum.open(built.location).figures}
    assert room.get(f"/rows/{figure.id}").status_code == 200, "what was rejected can still be looked at"
    decision = variorum.open(built.location).decisions[-1]
    assert decision.kind is DecisionKind.REJECT
    decide(room, "withdraw", decision.id)
    after = variorum.open(built.location).tables()
    assert after.figures == before.figures
    assert after.points == before.points
    log = room.get("/decisions").text
    assert log.index("Taken back") < log.index("Wrong"), "the newest first"
    assert [line["number"] for line in room.get("/decisions.json").json()] == [1, 2]


def test_two_names_become_one_and_two_again(room: TestClient, built: variorum.present.api.Case) -> None:
    persons = [row for row in variorum.open(built.location).entities if row.name.startswith("Ana Tel")]
    assert len(persons) == 2
    page = room.get(f"/decide/{persons[0].id}").text
    assert f'value="{persons[1].id}"' in page, "the likely partner is offered"
    decide(room, "same", persons[0].id, persons[1].id)
    joined = [row for row in variorum.open(built.location).entities if "Ana Tel" in " ".join(row.aliases)]
    assert len(joined) == 1
    assert "the same" in room.get(f"/entities/{joined[0].id}").text
    mentions = [row.id for row in variorum.open(built.location).mentions if row.text.endswith("Tellez")]
    decide(room, "different", joined[0].id, mentions[0])
    parted = [row for row in variorum.open(built.location).entities if "Ana Tel" in " ".join(row.aliases)]
    assert len(parted) == 2


def test_the_reviewer_is_remembered(room: TestClient) -> None:
    decide(room, "note", variorum_row(room), reviewer="Zoë  Ödegård", reason="ask the union")
    assert 'value="Zoë Ödegård"' in room.get(f"/decide/{variorum_row(room)}").text


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"kind": "confirm", "reviewer": ""}, 409),
        ({"kind": "note", "reviewer": "Ana"}, 409),
        ({"kind": "same", "reviewer": "Ana"}, 409),
        ({"kind": "withdraw", "reviewer": "Ana"}, 409),
        ({"kind": "praise", "reviewer": "Ana"}, 422),
        ({"kind": "confirm", "reviewer": "Ana", "row": "nothing-of-this-name"}, 409),
    ],
)
def test_what_cannot_be_decided_is_refused_in_words(room: TestClient, data: dict[str, str], status: int) -> None:
    before = room.get("/decisions.json").json()
    answer = room.post("/decisions", data={"row": variorum_row(room), "csrf": form_token(room)} | data)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert room.get("/decisions.json").json() == before


@pytest.mark.parametrize("csrf", ["", "0" * 64])
def test_a_form_of_another_site_decides_nothing(room: TestClient, csrf: str) -> None:
    before = room.get("/decisions.json").json()
    data = {"kind": "confirm", "row": variorum_row(room), "reviewer": "Ana", "csrf": csrf}
    assert room.post("/decisions", data=data).status_code == 403
    assert room.get("/decisions.json").json() == before


def test_every_kind_of_row_can_be_decided_on(room: TestClient, built: variorum.present.api.Case) -> None:
    tables = variorum.open(built.location).tables()
    for name in tables.__struct_fields__:
        for row in getattr(tables, name)[:2]:
            if name != "decisions":
                assert room.get(f"/decide/{row.id}").status_code == 200, name


def test_a_row_that_is_not_there_cannot_be_decided_on(room: TestClient) -> None:
    assert room.get("/decide/point-of-nothing").status_code == 404
    assert room.get("/decisions/decision-of-nothing").status_code == 404
