"""Which SQL column keeps a field of a record?"""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Double, Text
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from variorum.record.shapes import FieldShape, Shape

_EXACT = 2**53


class Number(TypeDecorator[Any]):
    """A whole number or a fraction. Whole values come back as int, so that 18 is never shown as 18.0."""

    impl = Double
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite keeps whole numbers whole in a column of numeric affinity."""
        return dialect.type_descriptor(sqlite.NUMERIC(asdecimal=False) if dialect.name == "sqlite" else Double())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 (the signature is SQLAlchemy's)
        """Whole numbers past what a fraction holds exactly are kept as fractions."""
        return float(value) if isinstance(value, int) and abs(value) >= _EXACT else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002 (as above)
        """A fraction without a fractional part is a whole number."""
        return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT else value


_TYPES: dict[Shape, Any] = {
    Shape.TEXT: Text,
    Shape.WHOLE: BigInteger,
    Shape.NUMBER: Number,
    Shape.FRACTION: Double,
    Shape.FLAG: Boolean,
    Shape.NESTED: Text,
}


def column_for(field: FieldShape) -> Column[Any]:
    """The column of the field, of the same name; lists and records within a row are JSON in a text column."""
    key = field.name == "id"
    return Column(field.name, _TYPES[field.shape](), primary_key=key, nullable=field.optional and not key)
