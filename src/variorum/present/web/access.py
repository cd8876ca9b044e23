"""Who may read, and what may a page do? One browser that was shown the token; nothing from elsewhere, nothing sent away."""

import hashlib
import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Form, Header, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from variorum.model.base import Record

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_SHUT = (
    "This reading room is for the one who opened it. Use the address that `variorum serve` printed, with its token;\n"
    "after that, this browser may come and go until the room is closed.\n"
)


class Key(Record, frozen=True, kw_only=True):
    """What opens a reading room at a port of this machine: `token` stands in the printed address."""

    token: str
    port: int

    @property
    def address(self) -> str:
        """The address to open, with the token."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names the room answers to; another name that leads here is another site's doing."""
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie's name. Cookies know no ports, so rooms on several ports must not share one."""
        return "variorum-" + hashlib.sha256(self.token.encode()).hexdigest()[:8]

    @property
    def form_token(self) -> str:
        """What every form carries, and no other site can know."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()


class ForeignChange(Exception):
    """A change asked for by a page that is not the room's own."""


def new_key(port: int) -> Key:
    """A key of its own for every time a room is opened."""
    return Key(token=secrets.token_urlsafe(24), port=port)


def checked_form(
    request: Request, csrf: Annotated[str, Form()] = "", x_csrf_token: Annotated[str, Header()] = ""
) -> None:
    """A dependency of every route that changes something. Raises ForeignChange where the form is not the room's own."""
    key: Key = request.app.state.key
    if not hmac.compare_digest((x_csrf_token or csrf).encode(), key.form_token.encode()):
        raise ForeignChange


class Doorkeeper:
    """Lets in requests to the room's own name that bring its token or cookie, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, key: Key) -> None:
        self._app = app
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request; what is not let in never reaches a page."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                # what the case says must not outlive the room in a cache
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        answer = refusal if refusal is not None else self._app
        return await answer(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._key.hosts:
            return PlainTextResponse("This reading room answers to its own address only.\n", status_code=421)
        if scope["method"] not in _SAFE and not self._own(headers):
            return PlainTextResponse("Changes are made from the room's own pages only.\n", status_code=403)
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        token = next((value for name, value in pairs if name == "token"), None)
        if token is not None and scope["method"] in _SAFE and self._fits(token):
            return self._welcome(scope["path"], [pair for pair in pairs if pair[0] != "token"])
        if not self._fits(_cookie(headers, self._key.cookie)):
            return PlainTextResponse(_SHUT, status_code=403)
        return None

    def _welcome(self, path: str, pairs: list[tuple[str, str]]) -> Response:
        """Leads to the same address without the token, so that it stays out of histories."""
        # one slash at the start: two would name another host
        place = "/" + path.lstrip("/\\") + (f"?{urlencode(pairs)}" if pairs else "")
        response = RedirectResponse(place, status_code=303)
        response.set_cookie(self._key.cookie, self._key.token, httponly=True, samesite="strict", path="/")
        return response

    def _own(self, headers: Headers) -> bool:
        """Whether a change comes from a page of this room, as far as the browser says where it comes from."""
        origin = headers.get("origin")
        return (origin is None or urlsplit(origin).netloc in self._key.hosts) and headers.get(
            "sec-fetch-site", "same-origin"
        ) in ("same-origin", "none")

    def _fits(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self._key.token.encode())


def _cookie(headers: Headers, name: str) -> str:
    for value in headers.getlist("cookie"):
        try:
            morsel = SimpleCookie(value).get(name)
        except CookieError:
            continue
        if morsel is not None:
            return morsel.value
    return ""
