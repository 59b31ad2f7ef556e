"""One self-contained HTML page: opens from a mail attachment, needs no network, and reads well without script.

The page allows itself one style and one script, by their hashes, and nothing else: see `policy`.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from skillmatch.errors import UsageError
from skillmatch.models import Match, Report
from skillmatch.reports import Detail
from skillmatch.reports.plain import plain
from skillmatch.reports.views import MatchView, Reading, Readings, view_jobs, view_match

WRITTEN_OUT = 25  # matches of a job that the page holds ready; a script makes the others when they are opened
EXPLAINED = 2_000  # matches of a job that have their reasons on the page at all; the others have their row
_GOOD, _FAIR = 70.0, 45.0  # scores from which a bar is drawn in the colour of a good or a fair match
_BUFFER = 200  # pieces of the template that are given at once


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render the page piece by piece; ``brief`` leaves out the reasons of each match."""
    return render_page(report, detail=detail)


def render_page(
    report: Report, *, detail: Detail = "full", readings: Readings | None = None, candidate: str | None = None
) -> Iterator[str]:
    """Render the page, with as much as is known.

    Parameters
    ----------
    report
        What was matched.
    detail
        ``brief`` leaves out the reasons of each match.
    readings
        Texts and profiles to quote from; whoever gets the page can read them.
    candidate
        A document id: the page then tells of this resume only, and nothing of its rank or of the others.

    Raises
    ------
    UsageError
        The report has no match of this candidate.
    """
    readings = readings or Readings()
    if candidate is not None:
        report = _only(report, candidate)

    def explain(match: Match) -> MatchView:
        return view_match(match, readings.resumes.get(match.document_id, Reading()))

    stream = _template("report.html.j2").stream(
        report=report,
        candidate=candidate,
        jobs=list(view_jobs(report, readings)),
        documents=len({match.document_id for match in report.matches}),
        explain=explain,
        explained=EXPLAINED if detail == "full" else 0,
        written_out=WRITTEN_OUT,
        **_assets("report.css", "report.js"),
    )
    stream.enable_buffering(_BUFFER)
    return stream


def policy(style: str, script: str, *, sources: str = "") -> str:
    """Return a Content-Security-Policy that allows one inline style and one inline script, and `sources` besides."""
    allowed = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    rest = sources or "form-action 'none'"
    return f"{allowed}; {rest}"


def report_policy() -> str:
    """Return the Content-Security-Policy of the page, for a server that sends it."""
    return str(_assets("report.css", "report.js")["policy"])


def _only(report: Report, candidate: str) -> Report:
    matches = tuple(replace(match, rank=1) for match in report.matches if match.document_id == candidate)
    if not matches:
        raise UsageError(f"the report has no match of {candidate}")
    job_ids = tuple(job_id for job_id in report.job_ids if any(match.job_id == job_id for match in matches))
    return replace(report, job_ids=job_ids, matches=matches, failures=(), warnings=())


@cache
def _assets(style: str, script: str) -> dict[str, Markup]:
    """Return our own style and script as they stand in a page, and the policy that allows them."""
    folder = files("skillmatch.reports")
    css, js = ((folder / name).read_text(encoding="utf-8") for name in (style, script))
    return {"style": Markup(css), "script": Markup(js), "policy": Markup(policy(css, js))}  # noqa: S704


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _tone(score: float) -> str:
    return "good" if score >= _GOOD else "fair" if score >= _FAIR else "low"


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("skillmatch.reports", ".")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = plain
    environment.filters["tone"] = _tone
    return environment.get_template(name)
