"""The ranking as a table for the terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillmatch.models import Failure, Match, Report, Requirement, SkillProfile
from skillmatch.reports import Detail

WIDTH = 110
_SHOWN = 5  # gaps named in a row of the ranking
_STATUS_STYLE = {"met": "green", "implied": "green", "partial": "yellow", "near": "yellow", "missing": "red"}


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render the report as plain text."""
    yield to_text(report_view(report, detail))


def report_view(report: Report, detail: Detail = "brief") -> RenderableType:
    """Build the tables of a report: one for each job, or resume if jobs were ranked, then the failures."""
    views: list[RenderableType] = []
    for title, headers, rows in _groups(report):
        table = Table(title=Text(title), title_justify="left", box=SIMPLE_HEAD)
        for header, right in (("#", True), ("score", True), (headers, False), ("met", True), ("missing", False)):
            table.add_column(header, justify="right" if right else "left", overflow="fold")
        for match in rows:
            found = match.job_id if report.direction == "jobs" else match.document_id
            table.add_row(str(match.rank), f"{match.score:.1f}", Text(_plain(found)), _met(match), _gaps(match))
        views.append(table)
    if report.failures:
        views.append(failures_view(report.failures))
    for warning in sorted({(w.code, w.message) for match in report.matches for w in match.warnings}):
        views.append(Text(f"warning: {warning[0]}: {_plain(warning[1])}", style="yellow"))
    return Group(*views)


def _groups(report: Report) -> Iterator[tuple[str, str, list[Match]]]:
    """Give the title of each table, what it ranks, and its matches."""
    if report.direction == "jobs":
        for document_id in sorted({match.document_id for match in report.matches}):
            found = [match for match in report.matches if match.document_id == document_id]
            yield f"Resume: {_plain(document_id)}", "job", found
    else:
        for job_id in report.job_ids:
            found = [match for match in report.matches if match.job_id == job_id]
            yield f"Job: {_plain(job_id)}", "document", found


def failures_view(failures: Iterable[Failure]) -> Table:
    """Build the table of the documents that could not be used."""
    table = Table(title="Not used", title_justify="left", box=SIMPLE_HEAD)
    for header in ("document", "why", "what to do"):
        table.add_column(header, overflow="fold")
    for failure in failures:
        table.add_row(Text(_plain(failure.document_id)), failure.code, Text(_plain(failure.message)))
    return table


def match_view(match: Match) -> RenderableType:
    """Build the explanation of one pair: parts, requirements, gaps."""
    parts = Table(box=SIMPLE_HEAD, title=f"Score {match.score:.1f} of 100", title_justify="left")
    for header in ("part", "weight", "value", "points"):
        parts.add_column(header, justify="left" if header == "part" else "right")
    for part in match.parts:
        parts.add_row(part.name, f"{part.weight:.2f}", f"{part.value:.2f}", f"{part.contribution:.1f}")
    rows = Table(box=SIMPLE_HEAD, title="Requirements", title_justify="left")
    headers = ["requirement", "kind", "status", "credit", "why", "score if met"]
    if any(requirement.rank_if_met is not None for requirement in match.requirements):
        headers.append("rank if met")
    for header in headers:
        rows.add_column(
            header, overflow="fold", justify="left" if header in ("requirement", "kind", "status", "why") else "right"
        )
    for requirement in match.requirements:
        rows.add_row(*_requirement_cells(requirement, match.score)[: len(headers)])
    notes = [Text(f"warning: {w.code}: {_plain(w.message)}", style="yellow") for w in match.warnings]
    return Group(parts, rows, *notes)


def profiles_view(profiles: Iterable[SkillProfile | Failure]) -> RenderableType:
    """Build one table of skills for each document."""
    views: list[RenderableType] = []
    failures = []
    for profile in profiles:
        if isinstance(profile, Failure):
            failures.append(profile)
            continue
        title = f"{_plain(profile.document_id)} ({profile.kind})"
        table = Table(title=Text(title), title_justify="left", box=SIMPLE_HEAD)
        for header in ("skill", "category", "strength", "requirement", "years", "level", "found as"):
            table.add_column(header, overflow="fold", justify="right" if header in ("strength", "years") else "left")
        for skill in sorted(profile.skills, key=lambda skill: (-skill.strength, skill.name)):
            forms = sorted({mention.text for mention in skill.mentions})
            years = "" if skill.years is None else f"{skill.years:g}"
            kind = "not (negated)" if skill.negated else skill.requirement if profile.kind == "job" else ""
            table.add_row(
                skill.name,
                skill.category,
                f"{skill.strength:.2f}",
                kind,
                years,
                skill.level or "",
                Text(_plain(", ".join(forms))),
            )
        views.append(table)
        views += [Text(f"warning: {w.code}: {_plain(w.message)}", style="yellow") for w in profile.warnings]
    if failures:
        views.append(failures_view(failures))
    return Group(*views)


def to_text(view: RenderableType) -> str:
    """Render to plain text of a fixed width, the same on every terminal."""
    console = Console(file=io.StringIO(), width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as capture:
        console.print(view)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def _met(match: Match) -> str:
    met = sum(requirement.status in ("met", "implied") for requirement in match.requirements)
    return f"{met}/{len(match.requirements)}"


def _gaps(match: Match) -> Text:
    names = [_plain(gap.name) for gap in match.missing[:_SHOWN]]
    more = len(match.missing) - len(names)
    return Text(", ".join(names) + (f" and {more} more" if more > 0 else ""))


def _requirement_cells(requirement: Requirement, score: float) -> tuple[RenderableType, ...]:
    years = f" ({requirement.min_years:g}+ years)" if requirement.min_years is not None else ""
    gain = f"{requirement.score_if_met:.1f}" if requirement.score_if_met > score else ""
    return (
        Text(_plain(requirement.name) + years),
        requirement.kind,
        Text(requirement.status, style=_STATUS_STYLE.get(requirement.status, "")),
        f"{requirement.credit:.2f}",
        Text(_plain(requirement.reason)),
        gain,
        str(requirement.rank_if_met) if gain and requirement.rank_if_met is not None else "",
    )


def _plain(text: str) -> str:
    """Make text from a document harmless to a terminal: no control characters, no direction marks."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
