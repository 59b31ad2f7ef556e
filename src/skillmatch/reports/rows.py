"""A report as flat rows, for the formats that are tables: spreadsheets and data frames read the same cells."""

from __future__ import annotations

from collections.abc import Iterator

from skillmatch.models import Match, Report, Requirement
from skillmatch.reports.plain import plain

Cell = str | int | float | None

RANKING = (
    "job", "rank", "document", "score", "required met", "required", "preferred met", "preferred", "missing", "extra",
    "warnings", "margin", "best rank", "worst rank",
)  # fmt: skip
REQUIREMENTS = (
    "job", "document", "requirement", "kind", "any of", "years asked", "status", "credit", "why", "evidence",
    "score if met",
)  # fmt: skip
GAPS = ("job", "rank", "document", "gap", "kind", "status", "score", "score if met", "gain", "why")
FAILURES = ("document", "stage", "code", "what to do")

MET = frozenset(["met", "implied"])
_QUOTED = 5  # mentions that a cell of evidence quotes


def ranking_rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """Give one row for each match: see `RANKING`."""
    for match in report.matches:
        yield (
            plain(match.job_id),
            match.rank,
            plain(match.document_id),
            round(match.score, 2),
            *_counts(match, "required"),
            *_counts(match, "preferred"),
            "; ".join(plain(gap.name) for gap in match.missing),
            "; ".join(map(plain, match.extra_skills)),
            "; ".join(plain(warning.message) for warning in match.warnings),
            round(match.margin, 2),
            match.rank_first,
            match.rank_last,
        )


def requirement_rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """Give one row for each requirement of each match: see `REQUIREMENTS`."""
    for match in report.matches:
        for asked in match.requirements:
            yield (
                plain(match.job_id),
                plain(match.document_id),
                plain(asked.name),
                asked.kind,
                asked.any_of,
                asked.min_years,
                asked.status,
                round(asked.credit, 3),
                plain(asked.reason),
                quoted(asked),
                round(asked.score_if_met, 2),
            )


def gap_rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """Give one row for each gap, the most valuable of a match first: see `GAPS`."""
    for match in report.matches:
        for gap in match.missing:
            yield (
                plain(match.job_id),
                match.rank,
                plain(match.document_id),
                plain(gap.name),
                gap.kind,
                gap.status,
                round(match.score, 2),
                round(gap.score_if_met, 2),
                round(gap.score_if_met - match.score, 2),
                plain(gap.reason),
            )


def failure_rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    """Give one row for each document that could not be used: see `FAILURES`."""
    for failure in report.failures:
        yield plain(failure.document_id), failure.stage, failure.code, plain(failure.message)


def quoted(asked: Requirement) -> str:
    """Quote the places that count for a requirement."""
    places = [f"{plain(it.text)} ({plain(it.section)}, page {it.page})" for it in asked.evidence[:_QUOTED]]
    more = len(asked.evidence) - len(places)
    return "; ".join(places) + (f" and {more} more" if more > 0 else "")


def _counts(match: Match, kind: str) -> tuple[int, int]:
    asked = [it for it in match.requirements if it.kind == kind]
    return sum(it.status in MET for it in asked), len(asked)
