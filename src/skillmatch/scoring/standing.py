"""Ranks, and between which ranks a resume stands when scores differ by less than they are certain."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillmatch.models import Match, Requirement


def settle_ranks(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Rank the matches of one job, the best first; ties go by document id.

    `rank_first` and `rank_last` span the resumes whose scores differ by no more than the margin.
    """
    ordered = sorted(matches, key=lambda match: (-match.score, match.document_id))
    rising = [-match.score for match in ordered]
    return tuple(
        dataclasses.replace(
            match,
            rank=rank,
            rank_first=1 + bisect_left(rising, -match.score - match.margin),
            rank_last=bisect_right(rising, -match.score + match.margin),
        )
        for rank, match in enumerate(ordered, start=1)
    )


def rank_gaps(match: Match, scores: Sequence[float]) -> Match:
    """Add to each requirement the rank that the resume would have if it were met, among the scores of all others."""
    rising = sorted(-score for score in scores)

    def ranked(requirement: Requirement) -> Requirement:
        return dataclasses.replace(requirement, rank_if_met=1 + bisect_left(rising, -requirement.score_if_met))

    return dataclasses.replace(
        match,
        requirements=tuple(map(ranked, match.requirements)),
        missing=tuple(map(ranked, match.missing)),
    )


def rank_jobs(matches: Iterable[Match], top: int | None = None) -> tuple[Match, ...]:
    """Turn rankings of resumes into rankings of jobs: for each resume its best jobs, ties by job id."""
    by_resume: dict[str, list[Match]] = {}
    for match in matches:
        by_resume.setdefault(match.document_id, []).append(match)
    ranked: list[Match] = []
    for _, found in sorted(by_resume.items()):
        found.sort(key=lambda match: (-match.score, match.job_id))
        ranked += [
            dataclasses.replace(match, rank=rank, rank_first=None, rank_last=None)
            for rank, match in enumerate(found[:top], start=1)
        ]
    return tuple(ranked)
