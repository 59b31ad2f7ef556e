"""Expand words by those that keep the same company in a background."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

EXPANSION = 400  # words; 200 to 800 do about as well on both judged sets
RARITY = 2.0  # the rarest nearness that a background keeps, as a power of ten: one pair in a hundred
SHARPNESS = 3  # of the likeness of words; 2 does as well, 1 and 6 worse

Floats = NDArray[np.float64]


def expand(facets: Iterable[Mapping[int, float]], others: Floats, idf: Floats, vectors: Floats) -> Floats:
    """Return the mean expansion of sets of weighted words.

    Parameters
    ----------
    facets
        Sets of words by their numbers, each with its weight.
    others
        1 for each word that may be in the expansion, 0 for the rest.
    idf, vectors
        Those of the background.

    Returns
    -------
    Weights of all words, of length 1; 0 when no facet has a direction.
    """
    total = np.zeros(len(idf))
    for facet in filter(None, facets):
        numbers = list(facet)
        known = np.array(list(facet.values())) * idf[numbers]
        direction = np.einsum("i,ij->j", known, vectors[numbers])
        length = length_of(direction)
        if length == 0:
            continue
        likeness = np.maximum(0.0, np.einsum("ij,j->i", vectors, direction / length)) * others
        least = np.partition(likeness, -EXPANSION)[-EXPANSION] if len(likeness) > EXPANSION else 0.0
        weights = np.where(likeness >= least, likeness, 0.0) ** SHARPNESS * idf
        total += weights / (length_of(weights) or 1.0)
    length = length_of(total)
    return total / length if length else total


def length_of(vector: Floats) -> float:
    """Return the length of a vector; einsum and not BLAS, whose last bit depends on its number of threads."""
    return math.sqrt(float(np.einsum("i,i->", vector, vector)))
