"""How lexicons are read: TOML under lexicon/<language>/, validated into typed records."""

from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


def read_lexicon(name: str, shape: type[T], language: str = "en") -> T:
    """The lexicon `<language>/<name>.toml` as a record of the given shape.

    Raises FileNotFoundError where there is none, and msgspec.ValidationError naming the field where it breaks its shape:
    a lexicon ships with the package, so either is a fault of the package, found by its tests.
    """
    raw = (files("variorum.lexicon") / language / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(raw, type=shape)
