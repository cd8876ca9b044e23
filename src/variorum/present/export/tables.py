"""How are all tables of a case written for other programs?"""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from variorum.compare.labels import LabelLedger, read_labels
from variorum.compare.ledger import read_ledgers
from variorum.compare.ledger_values import Ledger
from variorum.compare.states import StateLedger, read_states
from variorum.errors import ExportUnwritable, UnknownFormat
from variorum.model.base import Record
from variorum.model.tables import Tables
from variorum.present.export.files import open_to_readers
from variorum.record.shapes import row_types

Writer = Callable[[Path, type[Record], Sequence[Record]], None]
"""Writes the rows of one table, all of the record type given, to a file."""

FORMATS = ("jsonl", "parquet", "csv")


def export_tables(tables: Tables, form: str, out: Path) -> tuple[Path, ...]:
    """Writes one file a table and one a view derived from them to the folder, and gives their paths.

    The files appear complete or not at all; files of the same names are replaced, others in the folder are left alone.
    Raises UnknownFormat and ExportUnwritable.
    """
    write = _writer(form)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.absolute().parent))
        try:
            for name, record in row_types(Tables).items():
                write(made / f"{name}.{form}", record, getattr(tables, name))
            for name, view in DERIVED.items():
                write(made / f"{name}.{form}", view.record, view.read(tables))
            return _move(made, out)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise ExportUnwritable(str(out), error.strerror or str(error)) from error


class DerivedView(NamedTuple):
    """Rows worked out from the tables as they are exported: their record, and how they are read."""

    record: type[Record]
    read: Callable[[Tables], Sequence[Record]]


DERIVED = {
    "ledgers": DerivedView(Ledger, read_ledgers),
    "states": DerivedView(StateLedger, read_states),
    "labels": DerivedView(LabelLedger, read_labels),
}


def _move(made: Path, out: Path) -> tuple[Path, ...]:
    names = [path.name for path in made.iterdir()]
    if not out.exists():
        open_to_readers(made)
        made.rename(out)
    else:
        for name in names:
            os.replace(made / name, out / name)
    return tuple(sorted(out / name for name in names))


def _writer(form: str) -> Writer:
    if form == "jsonl":
        from variorum.present.export.jsonl import write_jsonl

        return write_jsonl
    if form == "csv":
        from variorum.present.export.csv import write_csv

        return write_csv
    if form == "parquet":
        from variorum.present.export.parquet import write_parquet

        return write_parquet
    raise UnknownFormat(form, FORMATS)
