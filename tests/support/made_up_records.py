"""Values of every type of record, made up from the record's own types."""

from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from variorum.model.tables import Tables
from variorum.record.shapes import row_types

_TEXT = st.text(max_size=20)
_WHOLE = st.integers(min_value=-(2**40), max_value=2**40)
_FRACTION = st.floats(allow_nan=False, allow_infinity=False, width=32)


def values_of(kind: inspect.Type) -> st.SearchStrategy[Any]:
    if isinstance(kind, inspect.UnionType):
        return st.one_of(*(values_of(member) for member in kind.types))
    if isinstance(kind, inspect.VarTupleType):
        return st.lists(values_of(kind.item_type), max_size=2).map(tuple)
    if isinstance(kind, inspect.StructType):
        return records_of(kind.cls)
    if isinstance(kind, inspect.EnumType):
        return st.sampled_from(list(kind.cls))
    simple = {
        inspect.StrType: _TEXT,
        inspect.IntType: _WHOLE,
        inspect.FloatType: _FRACTION,
        inspect.BoolType: st.booleans(),
        inspect.NoneType: st.none(),
    }
    return simple[type(kind)]


def records_of(record: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    described = inspect.type_info(record)
    assert isinstance(described, inspect.StructType)
    return st.builds(record, **{field.name: values_of(field.type) for field in described.fields})


def tables_of_a_case() -> st.SearchStrategy[Tables]:
    rows = {
        name: st.lists(records_of(record), max_size=3, unique_by=lambda row: row.id).map(tuple)
        for name, record in row_types(Tables).items()
    }
    return st.builds(Tables, **rows)
