"""How near the field of a resume is to that of a job, over words and not skills.

The job's words are expanded (Rocchio) by the background topics nearest to them. A resume is then compared
with that expansion by its other words only: the job's own words are left out on both sides, since coverage
already counts them. So a resume gains nothing by repeating the job's text, and the comparison asks whether
the rest of it reads like the field. On two judged sets this is as good as comparing all words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.background import Background

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A job in the background: `own` marks its words, `weights` are those of its expansion without them.

    `ceiling` is the cosine that the background topics nearest to the job reach with it.
    """

    own: Floats
    weights: Floats
    ceiling: float


def weigh_terms(bags: Sequence[Sequence[tuple[str, int]]], background: Background) -> csr_matrix:
    """Return TF-IDF weights with sublinear counts, shape (n_documents, n_words); unknown words are left out."""
    index, idf = background.index, background.idf
    starts, columns, values = [0], list[int](), list[float]()
    for bag in bags:
        for term, count in bag:
            number = index.get(term)
            if number is not None:
                columns.append(number)
                values.append((1 + math.log(count)) * idf[number])
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(bags), len(idf)))


def build_query(job: SkillProfile, background: Background) -> Query | None:
    """Expand the words of a job; None when the background knows none of them."""
    weights = weigh_terms([job.terms], background).toarray()[0]
    if not weights.any():
        return None
    own = (weights > 0).astype(np.float64)
    topics = csr_matrix(
        (background.topic_weights, background.topic_terms, background.topic_starts),
        shape=(len(background.topic_starts) - 1, len(background.idf)),
    )
    likeness = _cosines(topics, weights) + _dense_cosines(topics @ background.vectors, weights @ background.vectors)
    nearest = np.argsort(-likeness, kind="stable")[: background.expansion]
    shares = np.maximum(likeness[nearest], 0)
    if not shares.any():
        return None
    expansion = (topics[nearest].T @ (shares / shares.sum())) * (1 - own)
    length = math.sqrt(float(expansion @ expansion))
    if length == 0:
        return None
    query = Query(own=own, weights=expansion / length, ceiling=1.0)
    reached = float(np.mean(relate(query, topics[nearest])))
    return Query(own=own, weights=query.weights, ceiling=reached)


def relate(query: Query, rows: csr_matrix) -> Floats:
    """Return for each row the cosine with the query outside its own words, over the query's ceiling, at most 1."""
    cosines = _divide(np.asarray(rows @ query.weights), np.asarray(rows.multiply(rows) @ (1 - query.own)))
    return np.minimum(1.0, cosines / query.ceiling)


def _cosines(rows: csr_matrix, vector: Floats) -> Floats:
    squares = np.asarray(rows.multiply(rows).sum(axis=1)).ravel()
    return _divide(np.asarray(rows @ vector), squares * float(vector @ vector))


def _dense_cosines(rows: Floats, vector: Floats) -> Floats:
    return _divide(rows @ vector, (rows * rows).sum(axis=1) * float(vector @ vector))


def _divide(products: Floats, squares: Floats) -> Floats:
    """Divide by the root, and give 0 where there is nothing to divide."""
    quotients: Floats = np.divide(products, np.sqrt(squares), out=np.zeros_like(products), where=squares > 0)
    return quotients
