"""What does a case remember of the comparisons of its last build?"""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, delete, insert, select

from variorum.record.schema import MEMORY

_decoder = msgspec.msgpack.Decoder(dict[bytes, bytes])


def read_memory(connection: Connection, code: str) -> dict[bytes, bytes]:
    """Results by their keys; nothing where other code made them, or they cannot be read: they are made again."""
    content = connection.scalar(select(MEMORY.c.content).where(MEMORY.c.code == code))
    try:
        return _decoder.decode(content) if content else {}
    except msgspec.MsgspecError:
        return {}


def write_memory(connection: Connection, code: str, results: Mapping[bytes, bytes]) -> None:
    """Makes these all that the case remembers; `code` is a digest of the code that made them."""
    connection.execute(delete(MEMORY))
    connection.execute(insert(MEMORY).values(code=code, content=msgspec.msgpack.encode(results)))
