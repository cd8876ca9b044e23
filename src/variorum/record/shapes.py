"""What kind of value does each field of a record hold, and so what kind of column keeps it?"""

from enum import Enum
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from variorum.model.base import Record


class Shape(Enum):
    """The kinds of value; `NUMBER` is a whole number or a fraction, `NESTED` a list or a record within the row."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FRACTION = "fraction"
    FLAG = "flag"
    NESTED = "nested"


class FieldShape(Record, frozen=True, kw_only=True):
    """One field of a record. `type` is msgspec's description of its values, None left out."""

    name: str
    shape: Shape
    optional: bool
    type: Any


@cache
def field_shapes(record: type[msgspec.Struct]) -> tuple[FieldShape, ...]:
    """The fields of the record in their order."""
    described = inspect.type_info(record)
    assert isinstance(described, inspect.StructType)
    return tuple(_field_shape(field) for field in described.fields)


def row_types(tables: type[msgspec.Struct]) -> dict[str, type[Record]]:
    """The record of every table, in the tables' order."""
    described = inspect.type_info(tables)
    assert isinstance(described, inspect.StructType)
    return {field.name: _row_type(field.type) for field in described.fields}


def _row_type(table: inspect.Type) -> type[Record]:
    assert isinstance(table, inspect.VarTupleType)
    assert isinstance(table.item_type, inspect.StructType)
    assert issubclass(table.item_type.cls, Record)
    return table.item_type.cls


def _field_shape(field: inspect.Field) -> FieldShape:
    members = field.type.types if isinstance(field.type, inspect.UnionType) else (field.type,)
    values = tuple(member for member in members if not isinstance(member, inspect.NoneType))
    kinds = {type(value) for value in values}
    shape = (
        Shape.NUMBER if kinds == {inspect.IntType, inspect.FloatType} else _SHAPES.get(type(values[0]), Shape.NESTED)
    )
    return FieldShape(name=field.name, shape=shape, optional=len(values) < len(members), type=values[0])


_SHAPES: dict[type[inspect.Type], Shape] = {
    inspect.StrType: Shape.TEXT,
    inspect.EnumType: Shape.TEXT,
    inspect.IntType: Shape.WHOLE,
    inspect.FloatType: Shape.FRACTION,
    inspect.BoolType: Shape.FLAG,
}
