"""How well scores agree with the grades that people gave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def agreement(grades: Floats, scores: Floats) -> float | None:
    """Return Spearman's rank correlation in [-1, 1]; None where all grades are the same.

    Examples
    --------
    >>> agreement(np.array([1.0, 2.0, 3.0]), np.array([10.0, 30.0, 50.0]))
    1.0
    """
    given, found = _ranks(grades), _ranks(scores)
    given, found = given - given.mean(), found - found.mean()
    if not given.any():
        return None
    spread = float(np.sqrt((given**2).sum() * (found**2).sum()))
    return round(float((given * found).sum()) / spread, 12) if spread else 0.0


def mean_agreement(jobs: Iterable[tuple[Floats, Floats]]) -> float:
    """Return the mean agreement over jobs, of grades and scores each; 0 when no job has different grades."""
    told = [value for grades, scores in jobs if (value := agreement(grades, scores)) is not None]
    return sum(told) / len(told) if told else 0.0


def _ranks(values: Floats) -> Floats:
    """Rank values from 0; equal ones share their mean rank."""
    ordered = np.sort(values)
    first, last = np.searchsorted(ordered, values, "left"), np.searchsorted(ordered, values, "right")
    ranks: Floats = (first + last - 1) / 2
    return ranks
