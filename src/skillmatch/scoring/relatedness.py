"""How near the field of a resume is to that of a job, over words and not skills.

The job's words are expanded by the background's words that keep the same company: as a whole, and by what it
names one by one, as far as that is what it consists of. A resume is compared with that expansion by its other words
in full. The job's own words count the less the more of them are names, since coverage counts those; and only as far
as the resume's titles are like the job, so that pasting the job's text gains little elsewhere.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring.expansion import RARITY, expand, length_of
from skillmatch.scoring.words import locate

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.pool import Pool
    from skillmatch.scoring.words import WordColumns

# Powers of ten: one pair in ten is of the field. With 0.9 to 1.2 instead, hr_likert has the same Spearman within 0.02;
# without a limit, so that relatedness goes on deciding beyond it, 0.02 less.
OF_THE_FIELD = 1.0
ORDER = 0.01  # share of the value that is left for the order beyond
UNTITLED = 0.5  # how much a resume whose titles tell nothing is taken to be of the job's field
MAX_FACETS = 200  # names in a job that are expanded; bounds the time for a book of a job

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A job in the background.

    `weights` are those of its expansion, `own` is 1 for its own words and 0 for all others, `trust` is what those own
    words count at most, `field` is its direction and `size` the number of its words.
    """

    weights: Floats
    own: Floats
    trust: float
    field: Floats
    size: int


def build_query(job: SkillProfile, background: Background) -> Query | None:
    """Expand a job's words as a whole, and what it names one by one; None when the background knows none of them."""
    counts = {background.index[term]: 1 + math.log(count) for term, count in job.terms if term in background.index}
    named = [skill.name for skill in job.skills if not skill.negated] + [it.text for it in job.unknown_skills]
    facets = [{background.index[it]: 1.0 for it in iter_terms(name) if it in background.index} for name in named]
    share = len({number for facet in facets for number in facet}.intersection(counts)) / max(1, len(counts))
    own = np.zeros(len(background.idf))
    own[list(counts)] = 1.0
    usable = 1.0 - own if share == 1 else np.ones(len(own))
    whole = expand([counts], usable, background.idf, background.vectors)
    weights = whole + share * expand(facets[:MAX_FACETS], usable, background.idf, background.vectors)
    length = length_of(weights)
    if length == 0:
        return None
    [field] = locate([[term for term, _ in job.terms]], background)
    return Query(weights=weights / length, own=own, trust=1 - share, field=field, size=len(counts))


def relate(query: Query, pool: Pool, titles: Floats, most: Floats, background: Background) -> Floats:
    """Return for each resume how rare it is that other words come so near to an expansion, in [0, 1].

    A cosine says little by itself, so it is read off the background's own pairs of a job and a resume. What one pair in
    ten reaches is of the field; how much nearer a resume is says no more of its fit, so that only the order is kept.
    `titles` is how like the job's title each resume's likest one is; words of what is only listed add at most `most`.
    """
    own = query.trust * np.maximum(titles, pool.titles.alike(query.field, UNTITLED))
    products, squares = _compare(query, pool.words, own, background)
    listed_products, listed_squares = _compare(query, pool.listed, own, background)
    whole = _rate(products, squares, background)
    shown = _rate(products - listed_products, squares - listed_squares, background)
    values: Floats = shown + np.clip(whole - shown, 0.0, most)
    return values


def _compare(query: Query, words: WordColumns, own: Floats, background: Background) -> tuple[Floats, Floats]:
    """Return the product of each text with the expansion, and its square; the job's words count as `own`."""
    weights, idf = query.weights * background.idf, background.idf
    products = words.sums(weights * (1 - query.own)) + own * words.sums(weights * query.own)
    return products, words.squares - (1 - own) * words.sums(idf**2 * query.own)


def _rate(products: Floats, squares: Floats, background: Background) -> Floats:
    rounded = np.maximum(0.0, squares).round(6)  # what is left of nothing is nothing
    cosines = np.divide(products, np.sqrt(rounded), out=np.zeros_like(products), where=rounded > 0)
    values: Floats = np.interp(cosines, background.nearness, rate_rarities(len(background.nearness)))
    return values


def rate_rarities(count: int) -> Floats:
    """Return what each of the cosines in `Background.nearness` is worth."""
    rarities = np.linspace(0.0, RARITY, count)
    within = np.minimum(1.0, rarities / OF_THE_FIELD) ** 2
    return (1 - ORDER) * within + ORDER * np.maximum(0.0, rarities - OF_THE_FIELD) / (RARITY - OF_THE_FIELD)
