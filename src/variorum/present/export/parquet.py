"""How is a table written as Parquet?"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from msgspec import inspect

from variorum.model.base import Record


def write_parquet(path: Path, record: type[Record], rows: Sequence[Record]) -> None:
    """The rows in columns of their own types; lists and records stay lists and records, an empty table keeps its columns."""
    schema = pa.schema([pa.field(field.name, _arrow(field.type)) for field in _fields(record)])
    table = pa.Table.from_pylist([msgspec.to_builtins(row) for row in rows], schema=schema)
    pq.write_table(table, path, compression="zstd")


def _fields(record: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    described = inspect.type_info(record)
    assert isinstance(described, inspect.StructType)
    return described.fields


def _arrow(described: inspect.Type) -> Any:
    if isinstance(described, inspect.UnionType):
        kinds = [_arrow(kind) for kind in described.types if not isinstance(kind, inspect.NoneType)]
        return pa.float64() if len(kinds) > 1 else kinds[0]
    if isinstance(described, inspect.VarTupleType):
        return pa.list_(_arrow(described.item_type))
    if isinstance(described, inspect.StructType):
        return pa.struct([pa.field(field.name, _arrow(field.type)) for field in described.fields])
    return _SCALARS[type(described)]


_SCALARS = {
    inspect.StrType: pa.string(),
    inspect.EnumType: pa.string(),
    inspect.IntType: pa.int64(),
    inspect.FloatType: pa.float64(),
    inspect.BoolType: pa.bool_(),
}
