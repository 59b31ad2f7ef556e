"""Find which part of the score and which requirement make one group score lower than another."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Match


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """What the reference gains over a group, in points of the mean score.

    The points of all parts add up to the difference of the mean scores. Those of a requirement are the points that the
    group loses by not meeting it, on average, less those that the reference loses.
    """

    category: str
    kind: Literal["part", "requirement"]
    name: str
    points: float


def find_drivers(
    members: Mapping[str, Sequence[Match]], reference: str, categories: Sequence[str]
) -> tuple[Driver, ...]:
    """Compare each category with the reference, the largest drivers of each first."""
    found: list[Driver] = []
    base = members[reference]
    for category in categories:
        if category == reference:
            continue
        parts = _gaps(base, members[category], _parts)
        losses = _gaps(members[category], base, _losses)
        found += [Driver(category=category, kind="part", name=name, points=points) for name, points in parts]
        found += [Driver(category=category, kind="requirement", name=name, points=points) for name, points in losses]
    return tuple(found)


def _gaps(
    more: Sequence[Match], less: Sequence[Match], points_of: Callable[[Match], Mapping[str, float]]
) -> list[tuple[str, float]]:
    """Return how much more points the ones have than the others on average, by name, the most first."""
    high, low = _mean(map(points_of, more)), _mean(map(points_of, less))
    gaps = {name: high.get(name, 0.0) - low.get(name, 0.0) for name in {*high, *low}}
    return sorted(gaps.items(), key=lambda it: (-it[1], it[0]))


def _mean(rows: Iterable[Mapping[str, float]]) -> dict[str, float]:
    found = list(rows)
    names = {name for row in found for name in row}
    return {name: statistics.fmean(row.get(name, 0.0) for row in found) for name in names}


def _parts(match: Match) -> dict[str, float]:
    return {part.name: part.contribution for part in match.parts}


def _losses(match: Match) -> dict[str, float]:
    """Return the points that each requirement costs; of a group of which one is enough, they are lost once."""
    groups: dict[str, list[str]] = {}
    points: dict[str, float] = {}
    for asked in match.requirements:
        key = asked.any_of or asked.skill_id
        groups.setdefault(key, []).append(asked.name)
        points[key] = asked.score_if_met - match.score
    return {" or ".join(names): points[key] for key, names in groups.items()}
