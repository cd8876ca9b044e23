"""What answers at which address of a reading room?"""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from variorum.errors import VariorumError
from variorum.present.views.environment import environment
from variorum.present.web.access import Doorkeeper, ForeignChange, Key
from variorum.present.web.room import Room
from variorum.present.web.routes import ROUTERS

_FOLDER = Path(__file__).parent


def reading_room(room: Room, key: Key) -> FastAPI:
    """The application over one case, open to whoever holds the key. Nothing it serves asks for anything elsewhere."""
    app = FastAPI(title="Variorum reading room", docs_url=None, redoc_url=None, openapi_url="/openapi.json")
    app.state.room = room
    app.state.key = key
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=_FOLDER / "static"), name="static")
    app.add_middleware(Doorkeeper, key=key)
    app.add_exception_handler(HTTPException, _no_such_page)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(VariorumError, _refused)
    app.add_exception_handler(ForeignChange, _foreign)
    return app


def _no_such_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        said = error.detail if error.detail != "Not Found" else "There is no page at this address."
        return _told(request, 404, "Not here", said)
    return _told(request, error.status_code, "That did not work", error.detail)


def _unreadable(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    wrong = "; ".join(f"“{problem['loc'][-1]}”: {problem['msg']}" for problem in error.errors())
    return _told(request, 422, "This address cannot be read", wrong)


def _refused(request: Request, error: Exception) -> Response:
    return _told(request, 409, "That did not work", str(error))


def _foreign(request: Request, error: Exception) -> Response:  # noqa: ARG001 (the signature is FastAPI's)
    return _told(
        request, 403, "Not changed", "The form was not one of this room. Load its page again and try once more."
    )


def _told(request: Request, status: int, title: str, said: str) -> Response:
    """Says what went wrong: in a page to readers, in JSON to programs."""
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": said}, status_code=status)
    template = environment("variorum.present.web").get_template("wrong.html")
    return HTMLResponse(template.render(title=title, said=said, name=request.app.state.room.name), status_code=status)
