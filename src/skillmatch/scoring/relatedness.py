"""How near the field of a resume is to that of a job, over words and not skills.

The job's words are expanded by the background's words that keep the same company: as a whole, and by what it
names one by one, as far as that is what it consists of. A resume is then compared with that expansion by its other
words only: the job's own words are left out on both sides, since coverage already counts them. So a resume gains
nothing by repeating the job's text, and the comparison asks whether the rest of it reads like the field.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.nlp.terms import iter_terms

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.pool import Pool

EXPANSION = 400  # words; 200 to 800 do about as well on both judged sets
SHARPNESS = 3  # of the likeness of words; 2 does as well, 1 and 6 worse
MAX_FACETS = 200  # names in a job that are expanded; bounds the time for a book of a job
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
    """Expand a job's words as a whole, and what it names one by one; None when the background knows none of them."""
    counts = {background.index[term]: 1 + math.log(count) for term, count in job.terms if term in background.index}
    others = np.ones(len(background.idf))
    others[list(counts)] = 0.0
    whole = _expand([counts], others, background)
    named = [skill.name for skill in job.skills if not skill.negated] + [it.text for it in job.unknown_skills]
    facets = [{background.index[it]: 1.0 for it in iter_terms(name) if it in background.index} for name in named]
    share = len({number for facet in facets for number in facet}.intersection(counts)) / max(1, len(counts))
    weights = whole + share * _expand(facets[:MAX_FACETS], others, background)
    length = _length(weights)
    return Query(others=others, weights=weights / length, size=len(counts)) if length else None


def _expand(facets: Sequence[Mapping[int, float]], others: Floats, background: Background) -> Floats:
    """Return the mean expansion of sets of weighted words, of length 1; 0 when none is known."""
    total = np.zeros(len(background.idf))
    for facet in filter(None, facets):
        numbers = list(facet)
        known = np.array(list(facet.values())) * background.idf[numbers]
        direction = np.einsum("i,ij->j", known, background.vectors[numbers])
        length = _length(direction)
        if length == 0:
            continue
        likeness = np.maximum(0.0, np.einsum("ij,j->i", background.vectors, direction / length)) * others
        least = np.partition(likeness, -EXPANSION)[-EXPANSION] if len(likeness) > EXPANSION else 0.0
        weights = np.where(likeness >= least, likeness, 0.0) ** SHARPNESS * background.idf
        total += weights / (_length(weights) or 1.0)
    length = _length(total)
    return total / length if length else total


def _length(vector: Floats) -> float:
    """Return the length of a vector; einsum and not BLAS, whose last bit depends on its number of threads."""
    return math.sqrt(float(np.einsum("i,i->", vector, vector)))


def relate(query: Query, pool: Pool) -> Floats:
    """Return for each resume how near its other words are to the expansion, in [0, 1]."""
    products = np.asarray(pool.words.weights @ pool.words.spread(query.weights))
    squares = np.asarray(pool.words.squares @ pool.words.spread(query.others))
    cosines = np.divide(products, np.sqrt(squares), out=np.zeros_like(products), where=squares > 0)
    values: Floats = np.minimum(1.0, cosines / FULL)
    return values
