"""The pages for people: the form at ``/``, the routes explained, problems. No script or style comes from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import APIRouter, Request
from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup
from starlette.responses import HTMLResponse

from skillmatch.reports.html import policy
from skillmatch.reports.plain import plain
from skillmatch.server.problems import Problem

router = APIRouter(include_in_schema=False)


@router.get("/")
async def show_form(request: Request) -> HTMLResponse:
    """Show the form: a job and resumes in, the report out."""
    service = request.app.state.service
    return _page("form.html.j2", taxonomy=service.matcher.taxonomy.ref, limits=service.limits)


@router.get("/docs")
async def show_docs(request: Request) -> HTMLResponse:
    """Show the documentation of all routes."""
    document: dict[str, Any] = request.app.openapi()
    return _page("docs.html.j2", api=document, base=str(request.base_url).rstrip("/"))


def show_problem(problem: Problem, request_id: str) -> HTMLResponse:
    """Show a problem to somebody who came from the form."""
    return _page("problem.html.j2", status=problem.status, problem=problem, request_id=request_id)


def _page(name: str, status: int = 200, **values: object) -> HTMLResponse:
    style, script = _asset("skillmatch.reports", "report.css") + _asset("skillmatch.server", "pages.css"), _script()
    text = _template(name).render(style=Markup(style), script=Markup(script), **values)  # noqa: S704  - both are ours
    allowed = policy(style, script, sources="form-action 'self'; frame-ancestors 'none'")
    return HTMLResponse(text.encode("utf-8", "backslashreplace"), status, {"Content-Security-Policy": allowed})


def _script() -> str:
    return _asset("skillmatch.server", "pages.js")


@cache
def _asset(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("skillmatch.server", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = plain
    return environment.get_template(name)
