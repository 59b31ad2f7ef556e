"""Likeness of job titles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.relatedness import weigh_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background


class Titles:
    """The title of a job, to compare those of resumes with: a bookkeeper is near an accountant, a chef is not.

    Shared words alone say little ("manager" is in every third title), so words are compared by the company that
    they keep in the background.
    """

    def __init__(self, wanted: str, background: Background) -> None:
        self._wanted = frozenset(count_terms(wanted))
        self._background = background
        self._direction = self._locate(wanted)

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def rate(self, resume: SkillProfile) -> float:
        """Return the likeness of the nearest of a resume's titles, in [0, 1]; 0 when it states none."""
        titles = {title for title in (resume.title, *(role.title for role in resume.roles)) if title}
        return max((self._likeness(title) for title in sorted(titles)), default=0.0)

    def _likeness(self, title: str) -> float:
        if self._wanted == frozenset(count_terms(title)):
            return 1.0
        return min(1.0, max(0.0, float(np.sum(self._direction * self._locate(title)))))

    def _locate(self, title: str) -> NDArray[np.float64]:
        """Return the direction of a title's words, of length 1; 0 when the background knows none of them."""
        weights = weigh_terms([tuple(count_terms(title).items())], self._background)
        direction: NDArray[np.float64] = (weights @ self._background.vectors)[0]
        length = math.sqrt(float(np.sum(direction * direction)))
        return direction / length if length else direction
