"""How is a reading room kept open? One process, bound to this machine's own address, until it is told to stop."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from variorum.errors import PortTaken

HOST = "127.0.0.1"
_USUAL = 8750


@contextmanager
def listening(port: int | None) -> Iterator[socket.socket]:
    """A socket at the port, where one is given; else at the usual one, or where that is taken at any that is free.

    Raises PortTaken where the port given cannot be had.
    """
    made = _bound(port) if port is not None else _bound_anywhere()
    try:
        yield made
    finally:
        made.close()


def serve_room(app: FastAPI, listener: socket.socket) -> None:
    """Answers until interrupted; then finishes what it was asked and comes back."""
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, server_header=False, date_header=False, timeout_graceful_shutdown=2
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        return


def _bound_anywhere() -> socket.socket:
    try:
        return _bound(_USUAL)
    except PortTaken:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        # bound is not enough: two may be bound, but only one listens
        made.listen()
    except OSError as error:
        made.close()
        raise PortTaken(port, error.strerror or str(error)) from error
    return made
