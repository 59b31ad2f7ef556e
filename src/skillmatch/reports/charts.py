"""Where the marks of a chart stand; the template draws them as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skillmatch.models import Part, Role

BINS = 10
PRESENT = "present"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One part of a score in its waterfall: where its bar starts, what it earned and what it could, in points."""

    part: Part
    start: float
    earned: float
    possible: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """How many scores are in [low, high); the last one holds 100 too. `share` is of the fullest bin."""

    low: int
    high: int
    count: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A role on the common time axis of a resume: `start` and `width` in percent of it."""

    role: Role
    last: str
    start: float
    width: float


def waterfall(parts: Sequence[Part]) -> tuple[Step, ...]:
    """Stack the parts: each bar starts where the one before ended, the last ends at the score.

    Examples
    --------
    >>> parts = [Part(name=name, weight=0.5, value=0.4, contribution=20.0) for name in ("a", "b")]
    >>> [(step.start, step.earned, step.possible) for step in waterfall(parts)]
    [(0.0, 20.0, 50.0), (20.0, 20.0, 50.0)]
    """
    steps: list[Step] = []
    start = 0.0
    for part in parts:
        steps.append(Step(part=part, start=start, earned=part.contribution, possible=100 * part.weight))
        start += part.contribution
    return tuple(steps)


def distribution(scores: Sequence[float]) -> tuple[Bin, ...]:
    """Count the scores in steps of ten points."""
    counts = [0] * BINS
    for score in scores:
        counts[min(BINS - 1, int(score) // (100 // BINS))] += 1
    fullest = max(*counts, 1)
    step = 100 // BINS
    return tuple(
        Bin(low=number * step, high=(number + 1) * step, count=count, share=count / fullest)
        for number, count in enumerate(counts)
    )


def timeline(roles: Sequence[Role]) -> tuple[Span, ...]:
    """Lay roles on one axis, the latest first.

    A present role ends `months` after its start, as it was counted: the page does not know today's date.
    """
    if not roles:
        return ()
    ends = {id(role): max(_month(role.last or role.first), _month(role.first) + role.months) for role in roles}
    first, last = min(_month(role.first) for role in roles), max(ends.values())
    whole = max(last - first, 1)
    ordered = sorted(roles, key=lambda role: (-ends[id(role)], -_month(role.first), role.start))
    return tuple(
        Span(
            role=role,
            last=role.last or PRESENT,
            start=100 * (_month(role.first) - first) / whole,
            width=max(100 * (ends[id(role)] - _month(role.first)) / whole, 1.0),
        )
        for role in ordered
    )


def _month(date: str) -> int:
    """Count the months to "YYYY-MM"."""
    year, _, month = date.partition("-")
    return 12 * int(year) + int(month or 1) - 1
