"""A PostgreSQL server of our own for the tests: made, used and thrown away."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAMED = "VARIORUM_TEST_POSTGRES"
"""The environment variable that names an empty database to use instead (postgresql+psycopg://…)."""


def server_programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest; None where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """The URL of an empty database on a server that runs as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="variorum-postgres-") as made:
        folder = Path(made)
        as_user = _as_user(folder)
        subprocess.run(
            [*as_user, programs / "initdb", "-D", folder / "data", "-U", "variorum", "-A", "trust", "-E", "UTF8"],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        port = _free_port()
        control = [*as_user, programs / "pg_ctl", "-D", folder / "data", "-w"]
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        subprocess.run(
            [*control, "-l", folder / "log", "-o", options, "start"],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        try:
            yield f"postgresql+psycopg://variorum@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True, cwd=folder)


def _as_user(folder: Path) -> list[str]:
    """PostgreSQL does not run as root; its own user does it then, to whom the folder is given."""
    if os.geteuid() != 0:
        return []
    owner = pwd.getpwnam("postgres")
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
