"""How is a file written so that it appears whole or not at all?"""

import os
import tempfile
from pathlib import Path

from variorum.errors import ExportUnwritable


def write_whole(path: Path, content: bytes) -> None:
    """Writes the file, replacing one that is there; a failure or a kill leaves what was there. Raises ExportUnwritable."""
    try:
        if path.is_dir():
            raise ExportUnwritable(str(path), "it is a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.absolute().parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            open_to_readers(Path(made))
            os.replace(made, path)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportUnwritable(str(path), error.strerror or str(error)) from error


def open_to_readers(path: Path) -> None:
    """Gives a temporary file or folder, made for its owner alone, the rights of an ordinary one."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod((0o777 if path.is_dir() else 0o666) & ~umask)
