"""How does a record become a row of a table, and back?"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from variorum.model.base import Record
from variorum.record.shapes import Shape, field_shapes

R = TypeVar("R", bound=Record)
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder()


def row_of(record: Record) -> dict[str, Any]:
    """The record's fields as a table keeps them: enums as text, lists and records within it as JSON."""
    row = msgspec.structs.asdict(record)
    for name in _nested(type(record)):
        if row[name] is not None:
            row[name] = _encoder.encode(row[name]).decode()
    for name in _enums(type(record)):
        if row[name] is not None:
            row[name] = row[name].value
    return row


def record_of(row: Mapping[Any, Any], record: type[R]) -> R:
    """The record kept in the row; columns that are no fields are left out.

    Raises msgspec.MsgspecError where a value breaks the record's types.
    """
    values = {name: row[name] for name in record.__struct_fields__}
    for name in _nested(record):
        if values[name] is not None:
            values[name] = _decoder.decode(values[name])
    return msgspec.convert(values, record)


@cache
def _nested(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in field_shapes(record) if field.shape is Shape.NESTED)


@cache
def _enums(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.name for field in field_shapes(record) if isinstance(field.type, inspect.EnumType))
