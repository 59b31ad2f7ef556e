"""How near the field of a resume is to that of a job, over words and not skills.

The job's words are expanded by the background's words that keep the same company. A resume is then compared
with that expansion by its other words only: the job's own words are left out on both sides, since coverage
already counts them. So a resume gains nothing by repeating the job's text, and the comparison asks whether
the rest of it reads like the field.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.pool import Pool

EXPANSION = 400  # words; 200 to 800 do about as well on both judged sets
SHARPNESS = 3  # of the likeness of words; 2 does as well, 1 and 6 worse
FULL = 0.4  # cosine that counts as fully related: one resume in a hundred reaches it

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A job in the background.

    `size` is how many of its words are known, `others` is 0 for those and 1 for all others, and `weights` are those
    of its expansion.
    """

    others: Floats
    weights: Floats
    size: int


def build_query(job: SkillProfile, background: Background) -> Query | None:
    """Expand the words of a job; None when the background knows none of them."""
    weights = np.zeros(len(background.idf))
    for term, count in job.terms:
        number = background.index.get(term)
        if number is not None:
            weights[number] = (1 + math.log(count)) * background.idf[number]
    own = weights > 0
    direction = weights @ background.vectors
    length = math.sqrt(float(direction @ direction))
    if length == 0:
        return None
    likeness = np.where(own, 0.0, np.maximum(0.0, background.vectors @ (direction / length)))
    nearest = np.argsort(-likeness, kind="stable")[:EXPANSION]
    expansion = np.zeros_like(weights)
    expansion[nearest] = likeness[nearest] ** SHARPNESS * background.idf[nearest]
    length = math.sqrt(float(expansion @ expansion))
    others = np.where(own, 0.0, 1.0)
    return Query(others=others, weights=expansion / length, size=int(own.sum())) if length else None


def relate(query: Query, pool: Pool) -> Floats:
    """Return for each resume how near its other words are to the expansion, in [0, 1]."""
    products = np.asarray(pool.words.weights @ pool.words.spread(query.weights))
    squares = np.asarray(pool.words.squares @ pool.words.spread(query.others))
    cosines = np.divide(products, np.sqrt(squares), out=np.zeros_like(products), where=squares > 0)
    values: Floats = np.minimum(1.0, cosines / FULL)
    return values
