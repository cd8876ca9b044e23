"""How does a record become a row of a table, and back?"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

import msgspec

from variorum.model.base import Record
from variorum.record.shapes import Shape, field_shapes

R = TypeVar("R", bound=Record)
_encoder = msgspec.json.Encoder()


def row_of(record: Record) -> dict[str, Any]:
    """The record's fields as a table keeps them: enums as text, lists and records within it as JSON."""
    row: dict[str, Any] = {}
    for field in field_shapes(type(record)):
        value = getattr(record, field.name)
        if field.shape is Shape.NESTED and value is not None:
            value = _encoder.encode(value).decode()
        elif isinstance(value, Enum):
            value = value.value
        row[field.name] = value
    return row


def record_of(row: Mapping[Any, Any], record: type[R]) -> R:
    """The record kept in the row; columns that are no fields are left out.

    Raises msgspec.MsgspecError where a value breaks the record's types.
    """
    values = {}
    for field in field_shapes(record):
        value = row[field.name]
        values[field.name] = msgspec.json.decode(value) if field.shape is Shape.NESTED and value is not None else value
    return msgspec.convert(values, record)
