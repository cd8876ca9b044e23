"""Whatever a program asks of the room's addresses, the room does not break."""

from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from reading_room import PORT, TOKEN, room_client
from schemathesis import APIOperation, Case, GenerationMode
from small_case import small_tables, write_case

from variorum.present.web.access import Key

KEY = Key(token=TOKEN, port=PORT)
LET_IN = {"host": f"127.0.0.1:{PORT}", "cookie": f"{KEY.cookie}={TOKEN}", "x-csrf-token": KEY.form_token}


@pytest.fixture(scope="module")
def operations(tmp_path_factory: pytest.TempPathFactory) -> list[APIOperation]:
    """All that the room says can be asked of it, asked in this process."""
    case = write_case(Path(tmp_path_factory.mktemp("described")) / "small.case", small_tables())
    schema = schemathesis.openapi.from_asgi("/openapi.json", room_client(case).app, headers=LET_IN)
    return [found.ok() for found in schema.get_all_operations()]


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_request_breaks_the_room(operations: list[APIOperation], mode: GenerationMode) -> None:
    @given(st.one_of([operation.as_strategy(generation_mode=mode) for operation in operations]))
    @settings(
        max_examples=12 * len(operations),
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    def answered(asked: Case) -> None:
        answer = asked.call(headers=LET_IN)
        assert answer.status_code < 500, f"{asked.method} {asked.formatted_path}"
        assert answer.status_code not in (403, 421), "the request must get past the door"

    assert len(operations) > 3
    answered()
