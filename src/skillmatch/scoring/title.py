"""Likeness of job titles.

Shared words alone say little ("manager" is in every third title), so titles are compared by the company that
their words keep in the background: a bookkeeper is near an accountant, a chef is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.expansion import SHARPNESS
from skillmatch.scoring.words import locate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.scoring.background import Background
    from skillmatch.scoring.pool import Pool


def rate_titles(wanted: str, pool: Pool, background: Background) -> NDArray[np.float64]:
    """Return the likeness of the nearest title of each resume, in [0, 1]; 0 when it states none."""
    terms = count_terms(wanted)
    direction = locate([terms], background)[0]
    likeness = np.clip((pool.titles.directions * direction).sum(axis=1), 0.0, 1.0) ** SHARPNESS
    same = pool.titles.find(wanted)
    if same is not None:
        likeness[same] = 1.0
    return pool.titles.best(likeness)
