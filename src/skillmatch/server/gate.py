"""What every request passes: who asks, from where, how much it sends; then it is counted and logged.

The log has method, route, status, time and request id: no path, query or body, since they may name people.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
import traceback
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from skillmatch.server.keys import Keys, find_key
from skillmatch.server.limits import Limits
from skillmatch.server.metrics import Metrics
from skillmatch.server.problems import Problem, respond

logger = logging.getLogger(__name__)

OPEN = frozenset(["/healthz", "/readyz"])  # for those who watch the service
_SAFE = frozenset(["GET", "HEAD", "OPTIONS"])
_METHODS = _SAFE | {"POST", "PUT", "DELETE", "PATCH"}
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = "default-src 'none'; frame-ancestors 'none'"  # for all that is no page of ours; pages bring their own


class Gate:
    """ASGI middleware around the whole service."""

    def __init__(self, app: ASGIApp, *, limits: Limits, keys: Keys | None, metrics: Metrics) -> None:
        self._app, self._limits, self._keys, self._metrics = app, limits, keys, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _ID.fullmatch(given) else secrets.token_hex(8)
        scope["skillmatch.request_id"] = request_id
        status, begun = 500, False

        async def tell(message: Message) -> None:
            nonlocal status, begun
            if message["type"] == "http.response.start":
                status, begun = message["status"], True
                told = MutableHeaders(scope=message)
                told["X-Request-ID"] = request_id
                for name, value in _HEADERS.items():
                    told.setdefault(name, value)
                told.setdefault("Content-Security-Policy", _POLICY)
            await send(message)

        try:
            self._check(scope, headers)
            await self._app(scope, self._bounded(headers, receive), tell)
        except Problem as problem:
            wanted = {"WWW-Authenticate": 'Basic realm="skillmatch"'} if problem.status == 401 else None
            await respond(problem, request_id, wanted)(scope, receive, tell)
        except Exception as error:  # a bug of ours: its message may quote a document, so only its place is logged
            place = traceback.extract_tb(error.__traceback__)[-1]
            what = type(error).__name__
            logger.error("internal error: %s at %s:%s, request %s", what, place.name, place.lineno, request_id)
            if not begun:
                ours = Problem(500, "internal", f"please report this with the request id {request_id}")
                await respond(ours, request_id)(scope, receive, tell)
        finally:
            seconds = time.perf_counter() - began
            route = getattr(scope.get("route"), "path", "none")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._metrics.note_request(method, route, status, seconds)
            logger.info("%s %s %d %.0f ms %s", method, route, status, 1000 * seconds, request_id)

    def _check(self, scope: Scope, headers: Headers) -> None:
        host = _host_of(headers.get("host", ""))
        if self._limits.hosts is not None and host not in self._limits.hosts:
            raise Problem(403, "wrong-host", "this service is not known by that name: see --allow-host")
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc != headers.get("host", "")
        if scope["method"] not in _SAFE and (foreign or headers.get("sec-fetch-site") == "cross-site"):
            raise Problem(403, "cross-origin", "a page of another site may not send this")
        if self._keys is not None and scope["path"] not in OPEN:
            name = self._keys.name_of(find_key(headers))
            if name is None:
                raise Problem(401, "no-key", "send a key as X-API-Key or as Authorization: Bearer")
            scope["skillmatch.client"] = f"key {name}"

    def _bounded(self, headers: Headers, receive: Receive) -> Receive:
        """Count what comes in, and how long it takes."""
        most = self._limits.max_body_bytes
        declared = headers.get("content-length", "0")
        too_large = Problem(413, "too-large", f"a request may have {most} bytes: send fewer documents at a time")
        if declared.isdecimal() and int(declared) > most:
            raise too_large
        deadline = time.monotonic() + self._limits.upload_timeout_s
        received, whole = 0, False

        async def bounded() -> Message:
            nonlocal received, whole
            if whole:  # what comes now is the end of the connection
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), max(0.0, deadline - time.monotonic()))
            except asyncio.TimeoutError as error:
                raise Problem(408, "too-slow", f"not all was sent in {self._limits.upload_timeout_s:g} s") from error
            received += len(message.get("body", b""))
            whole = message["type"] != "http.request" or not message.get("more_body", False)
            if received > most:
                raise too_large
            return message

        return bounded


def _host_of(value: str) -> str:
    """Return the name in a Host header, without the port.

    Examples
    --------
    >>> [_host_of(value) for value in ("localhost:8000", "[::1]:80", "a.example")]
    ['localhost', '::1', 'a.example']
    """
    if value.startswith("["):
        return value[1:].partition("]")[0]
    return value.partition(":")[0].lower()
