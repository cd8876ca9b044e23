"""`variorum serve`: a case as a reading room in the browser, on this machine alone."""

from typing import Annotated

import typer

from variorum.present.cli.faults import OK, reported


@reported
def serve(
    case: Annotated[str, typer.Argument(help="The case file.")],
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="The port to listen at; 8750, or any free one, if not given.")
    ] = None,
) -> int:
    """Open a case in the browser: to read, to search, to decide. Ends with Ctrl+C.

    The address it prints holds a token, without which nobody gets in; nothing is sent anywhere. For example:

        variorum serve crisis.case

    """
    from variorum.present.dossier import case_name
    from variorum.present.web.access import new_key
    from variorum.present.web.app import reading_room
    from variorum.present.web.room import Room
    from variorum.present.web.routes import WARM
    from variorum.present.web.serving import listening, serve_room

    room = Room(case, case_name(case), WARM)
    room.open_case()
    with listening(port) as socket:
        key = new_key(socket.getsockname()[1])
        typer.echo(f"{room.name} is open at {key.address}")
        typer.echo("Ctrl+C closes it.")
        serve_room(reading_room(room, key), socket)
    return OK
