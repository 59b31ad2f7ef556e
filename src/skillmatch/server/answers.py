"""What the routes share: the service of a request, and reports as responses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Query, Request
from starlette.responses import Response

from skillmatch.reports.html import report_policy
from skillmatch.server.schemas import MEDIA_TYPES, Detail, Format
from skillmatch.server.service import Matched, Service
from skillmatch.server.tasks import Render


async def _service(
    request: Request,
) -> Service:  # FastAPI would call a plain function in a thread, for half a millisecond
    service: Service = request.app.state.service
    return service


async def _admitted(request: Request) -> AsyncIterator[None]:
    """Hold a place for a request that makes work."""
    with request.app.state.admission.admit(client_of(request)):
        yield


def client_of(request: Request) -> str:
    """Name the client: by its key if it has one, else by its address."""
    named: str | None = request.scope.get("skillmatch.client")
    return named or (request.client.host if request.client else "")


Serving = Annotated[Service, Depends(_service)]
Formats = Annotated[Format, Query(alias="format", description="What to write")]
Admitted = Depends(_admitted)


async def answer(
    service: Service,
    matched: Matched,
    format: Format,
    *,
    detail: Detail = "full",
    texts: bool = False,
    candidate: str | None = None,
) -> Response:
    """Write a report as a response, in a worker."""
    readings = matched.readings if texts else None
    task = Render(report=matched.report, format=format, detail=detail, readings=readings, candidate=candidate)
    return report_response(await service.do(task), format)


def report_response(data: bytes, format: Format) -> Response:
    """Answer with a report that a worker has written."""
    headers = {"Content-Security-Policy": f"{report_policy()}; frame-ancestors 'none'"} if format == "html" else None
    return Response(data, headers=headers, media_type=MEDIA_TYPES[format])
