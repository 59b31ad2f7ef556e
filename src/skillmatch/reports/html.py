"""One self-contained HTML page: opens from a mail attachment, needs no network and no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, Template

from skillmatch.models import DocumentWarning, Match, Report, Requirement
from skillmatch.reports import Detail

EXPLAINED = 25  # matches of a job that are shown with all their reasons; the others have their row
_GOOD, _FAIR = 70.0, 45.0  # scores from which a bar is drawn in the colour of a good or a fair match
_SKILLS_IN_MAP = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """What the page shows of one job."""

    job_id: str
    anchor: str
    matches: tuple[Match, ...]
    columns: tuple[Requirement, ...]
    warnings: tuple[DocumentWarning, ...]


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render the page piece by piece; ``brief`` leaves out the reasons of each match."""
    jobs = [_view(report, number, job_id) for number, job_id in enumerate(report.job_ids, 1)]
    documents = {match.document_id for match in report.matches}
    yield from _template().generate(
        report=report,
        jobs=jobs,
        documents=len(documents),
        explained=EXPLAINED if detail == "full" else 0,
        visible=_visible,
        tone=_tone,
    )


def _view(report: Report, number: int, job_id: str) -> JobView:
    matches = tuple(match for match in report.matches if match.job_id == job_id)
    first = matches[0].requirements if matches else ()
    columns = sorted(first, key=lambda requirement: requirement.kind != "required")
    warnings = {
        warning.code: warning for match in matches for warning in match.warnings if warning.code.startswith("no-")
    }
    return JobView(
        job_id=job_id,
        anchor=f"job-{number}",
        matches=matches,
        columns=tuple(columns[:_SKILLS_IN_MAP]),
        warnings=tuple(warnings[code] for code in sorted(warnings)),
    )


def _tone(score: float) -> str:
    return "good" if score >= _GOOD else "fair" if score >= _FAIR else "low"


def _visible(text: str) -> str:
    """Show what would reorder or hide text on the page: control characters and direction marks."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


@cache
def _template() -> Template:
    loader = PackageLoader("skillmatch.reports", ".")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["visible"] = _visible
    return environment.get_template("report.html.j2")
