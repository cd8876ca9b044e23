"""What does a user see when something goes wrong? One line that says what, and an exit status; never a traceback."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from variorum.errors import VariorumError, described
from variorum.present.cli.text import on_line

OK, SET_ASIDE, MISUSE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130

P = ParamSpec("P")


def reported(command: Callable[P, int]) -> Callable[P, None]:
    """The command, ending with the exit status it returns, or with that of what went wrong and a line about it."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        raise typer.Exit(exit_status(lambda: command(*args, **kwargs)))

    return run


def exit_status(command: Callable[[], int]) -> int:
    """The status the command returns; where it raises, says why on stderr and gives the status of that."""
    try:
        return command()
    except VariorumError as error:
        return _say(f"variorum: {error}", MISUSE)
    except KeyboardInterrupt:
        return _say(
            "variorum: interrupted. What was finished is kept; the same command goes on from there.", INTERRUPTED
        )
    except MemoryError:
        return _say("variorum: out of memory. What was finished is kept; try with fewer jobs.", FAULT)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 (no traceback reaches a user)
        return _say(f"variorum: a fault of the program, please report it: {described(error)}", FAULT)


def _say(line: str, status: int) -> int:
    print(on_line(line), file=sys.stderr)  # noqa: T201
    return status
