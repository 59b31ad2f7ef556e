"""The routes for those who run the service."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import APIRouter, Request
from starlette.responses import Response

from skillmatch.server.metrics import CONTENT_TYPE
from skillmatch.server.openapi import gives
from skillmatch.server.problems import Problem
from skillmatch.server.schemas import Health

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=gives(Health), response_class=Response)
async def healthz(request: Request) -> Response:
    """Tell that the service is alive."""
    return _health(request)


@router.get("/readyz", responses=gives(Health), response_class=Response)
async def readyz(request: Request) -> Response:
    """Tell whether the service takes requests that make work."""
    if request.app.state.admission.full:
        raise Problem(503, "busy", "as many requests as allowed are being worked on", retry_after_s=2)
    return _health(request)


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request) -> Response:
    """Give the counts for Prometheus."""
    return Response(request.app.state.metrics.show(), headers={"Content-Type": CONTENT_TYPE})


def _health(request: Request) -> Response:
    state = request.app.state
    health = Health(
        status="busy" if state.admission.full else "ok",
        version=version("skillmatch"),
        workers=state.service.workers.size,
        idle=state.service.workers.idle,
    )
    return Response(health.model_dump_json(), media_type="application/json")
