"""Markdown for wikis and chats: the ranking of each job, then the failures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillmatch.models import Match, Report
from skillmatch.reports import Detail
from skillmatch.reports.plain import plain
from skillmatch.reports.rows import MET

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$^:@-])")
_SHOWN = 5  # gaps named in a row
_EXPLAINED = 10  # matches of a job whose requirements are listed


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render tables in the syntax of GitHub; ``brief`` leaves out the requirements."""
    yield "# Skill match report\n"
    for job_id in report.job_ids:
        matches = [match for match in report.matches if match.job_id == job_id]
        yield f"\n## {escape(job_id)}\n\n"
        yield "| # | Score | Resume | Met | Would raise the score most |\n| --: | --: | :-- | --: | :-- |\n"
        for match in matches:
            yield _row(match)
        if detail == "full":
            for match in matches[:_EXPLAINED]:
                yield from _explain(match)
    if report.failures:
        yield "\n## Not used\n\n| Document | Why | What to do |\n| :-- | :-- | :-- |\n"
        for failure in report.failures:
            yield f"| {escape(failure.document_id)} | {failure.code} | {escape(failure.message)} |\n"
    made = report.provenance
    model = f", model {made.model}" if made.model else ""
    yield (
        f"\nskillmatch {escape(made.skillmatch)}, taxonomy {escape(made.taxonomy.name)} "
        f"{escape(made.taxonomy.version)} ({made.taxonomy.fingerprint}), settings {made.settings}, "
        f"background {made.background}{model}. A score supports a decision by people; it does not replace one.\n"
    )


def escape(text: str) -> str:
    r"""Make text from a document mean nothing in Markdown or HTML.

    Examples
    --------
    >>> escape("<b> | *x*")
    '\\<b\\> \\| \\*x\\*'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(plain(text).split()))


def _row(match: Match) -> str:
    met = sum(asked.status in MET for asked in match.requirements)
    gaps = ", ".join(f"{escape(gap.name)} (to {gap.score_if_met:.1f})" for gap in match.missing[:_SHOWN])
    more = len(match.missing) - _SHOWN
    gaps += f" and {more} more" if more > 0 else ""
    cells = (match.rank, f"{match.score:.1f}", escape(match.document_id), f"{met}/{len(match.requirements)}", gaps)
    return f"| {' | '.join(map(str, cells))} |\n"


def _explain(match: Match) -> Iterator[str]:
    yield f"\n### {match.rank}. {escape(match.document_id)}: {match.score:.1f}\n\n"
    yield " + ".join(f"{escape(part.name)} {part.contribution:.1f}" for part in match.parts) + "\n\n"
    if match.requirements:
        yield "| Requirement | Kind | Status | Why |\n| :-- | :-- | :-- | :-- |\n"
        for asked in match.requirements:
            yield f"| {escape(asked.name)} | {asked.kind} | {asked.status} | {escape(asked.reason)} |\n"
    for warning in match.warnings:
        yield f"\nWarning: {escape(warning.message)}\n"
