"""CSV for people who live in spreadsheets; no cell of ours can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from skillmatch.models import Failure, Match, Report, SkillProfile
from skillmatch.reports import Detail
from skillmatch.reports.plain import plain

# What a spreadsheet takes for the start of a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")

_MATCH_COLUMNS = ("job", "rank", "document", "score", "parts", "met", "missing", "extra", "outcome", "message")
_PROFILE_COLUMNS = (
    "document", "kind", "title", "skill", "category", "strength", "requirement", "years", "last_used", "level",
    "negated", "mentions", "outcome", "message",
)  # fmt: skip


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render one row for each match, then one for each failure."""
    yield _line(_MATCH_COLUMNS)
    for match in report.matches:
        yield _line(_match_cells(match, detail))
    for failure in report.failures:
        yield _line(("", "", failure.document_id, *[""] * 5, failure.code, failure.message))


def render_profiles(profiles: Iterable[SkillProfile | Failure]) -> Iterator[str]:
    """Render one row for each skill of each document, and one for each failure."""
    yield _line(_PROFILE_COLUMNS)
    for profile in profiles:
        if isinstance(profile, Failure):
            yield _line((profile.document_id, *[""] * 11, profile.code, profile.message))
            continue
        for skill in profile.skills:
            yield _line(
                (
                    profile.document_id,
                    profile.kind,
                    profile.title or "",
                    skill.name,
                    skill.category,
                    f"{skill.strength:.3f}",
                    skill.requirement,
                    "" if skill.years is None else f"{skill.years:g}",
                    skill.last_used or "",
                    skill.level or "",
                    "yes" if skill.negated else "",
                    str(len(skill.mentions)),
                    "ok",
                    "",
                )
            )


def safe_cell(text: str) -> str:
    """Return the text, quoted when a spreadsheet would take it for a formula, harmless on a terminal too.

    Examples
    --------
    >>> safe_cell("=1+1")
    "'=1+1"
    """
    shown = plain(text)
    return f"'{shown}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else shown


def _match_cells(match: Match, detail: Detail) -> tuple[str, ...]:
    met = [r.name for r in match.requirements if r.status in ("met", "implied")]
    gaps = [f"{gap.name} ({gap.kind}, {gap.status}, {gap.score_if_met:.1f} if met)" for gap in match.missing]
    return (
        match.job_id,
        str(match.rank),
        match.document_id,
        f"{match.score:.2f}",
        "; ".join(f"{part.name} {part.contribution:.2f}" for part in match.parts),
        "; ".join(met),
        "; ".join(gap.name for gap in match.missing) if detail == "brief" else "; ".join(gaps),
        "; ".join(match.extra_skills),
        "ok",
        "; ".join(warning.code for warning in match.warnings),
    )


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([safe_cell(cell) for cell in cells])
    return buffer.getvalue()
