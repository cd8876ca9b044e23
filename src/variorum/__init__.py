"""Variorum lays every account of an unfolding crisis side by side.

From a folder of reports to the points on which they can be compared:

>>> import variorum
>>> case = variorum.build("crisis.case", "reports/")
>>> for point in case.points:
...     print(point.verdict, point.topic)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from variorum.errors import VariorumError
    from variorum.present.api import Case, build, open  # noqa: A004 (variorum.open says what it does)
    from variorum.resolve.names import NameMatch, same_name

__all__ = ["Case", "NameMatch", "VariorumError", "build", "open", "same_name"]

_HOMES = {
    "Case": "variorum.present.api",
    "NameMatch": "variorum.resolve.names",
    "VariorumError": "variorum.errors",
    "build": "variorum.present.api",
    "open": "variorum.present.api",
    "same_name": "variorum.resolve.names",
}


def __getattr__(name: str) -> Any:
    # imported at first use, so that the command line and programs that only import the package start at once
    if name not in _HOMES:
        raise AttributeError(f"module 'variorum' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
