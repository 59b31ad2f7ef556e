"""Put the service together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from skillmatch.errors import SkillmatchError
from skillmatch.matcher import SkillMatcher
from skillmatch.server import batches, health, matching, pages, pools, skills
from skillmatch.server.admission import Admission
from skillmatch.server.batches import Batches
from skillmatch.server.gate import Gate
from skillmatch.server.keys import Keys
from skillmatch.server.limits import Limits
from skillmatch.server.metrics import Metrics
from skillmatch.server.openapi import complete
from skillmatch.server.pages import show_problem
from skillmatch.server.problems import Problem, problem_of, respond
from skillmatch.server.service import Service

_CODES = {400: "malformed", 404: "no-such-route", 405: "wrong-method", 413: "too-large"}


def create_app(matcher: SkillMatcher, limits: Limits | None = None, keys: Keys | None = None) -> FastAPI:
    """Build the ASGI application.

    Parameters
    ----------
    matcher
        Loaded once, and handed to the workers.
    limits
        The defaults unless given: addressed as this machine only, no pools.
    keys
        Keys of which each request must bring one; None asks for none.
    """
    limits = limits or Limits()
    service, admission = Service(matcher, limits), Admission(limits)
    metrics = Metrics(service.workers, admission)
    service.outcomes = metrics.note_document

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.batches = Batches(service)
        await service.workers.start()
        yield
        admission.closed = True
        app.state.batches.close()
        await service.workers.stop()

    app = FastAPI(
        title="skillmatch",
        version=version("skillmatch"),
        description="Match resumes to jobs: skills extracted, fit ranked and explained, gaps listed.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        separate_input_output_schemas=False,
    )
    app.state.service, app.state.admission, app.state.metrics = service, admission, metrics
    for room in (matching, skills, pools, batches, health, pages):
        app.include_router(room.router)
    complete(app)
    for kind in (Problem, SkillmatchError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _answer_error)
    app.add_middleware(Gate, limits=limits, keys=keys, metrics=metrics)
    return app


async def _answer_error(request: Request, error: Exception) -> Response:
    """Answer an error: as a page to people, as a problem to programs."""
    request_id: str = request.scope.get("skillmatch.request_id", "")
    problem = _problem(error)
    if "text/html" in request.headers.get("accept", "") and request.method in ("GET", "POST"):
        return show_problem(problem, request_id)
    return respond(problem, request_id, getattr(error, "headers", None))


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, SkillmatchError):
        return problem_of(error)
    if isinstance(error, HTTPException):
        return Problem(error.status_code, _CODES.get(error.status_code, "refused"), str(error.detail))
    if isinstance(error, RequestValidationError):
        errors = [(".".join(map(str, it["loc"])), str(it["msg"])) for it in error.errors()]
        return Problem(422, "invalid", f"{errors[0][0]}: {errors[0][1]}", errors=errors)
    raise error
