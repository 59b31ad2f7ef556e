"""Fit the statistics of a background corpus: slow, done once.

Word vectors are those of a positive pointwise mutual information matrix of words in one document, reduced by
SVD, with the exponents of Levy, Goldberg and Dagan (2015): contexts smoothed by 0.75, singular values by 0.5.

How near a resume is to a job in cosine has no meaning by itself, so the corpus is compared with itself: the most
typical words of some documents are taken for jobs, and the cosines of all others with them are kept as quantiles.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.decomposition import TruncatedSVD

from skillmatch.errors import BackgroundError
from skillmatch.scoring.excluded import PERSONAL_WORDS
from skillmatch.scoring.expansion import RARITY, expand, length_of

MIN_DOCUMENTS = 5  # rarer words say more of one person than of a field
MAX_SHARE = 0.5  # words in more than half of all documents tell nothing
MAX_WORDS = 20_000  # the most frequent ones; bounds memory
PAIR_SHARE = 2_000  # a pair of words counts from one in so many documents; bounds memory for large corpora
DIMENSIONS = 100  # 50 is worse and 150 no better on both judged sets
CONTEXT_SMOOTHING = 0.75
SINGULAR_SMOOTHING = 0.5
SEED = 0
BLOCK = 1_000  # words whose co-occurrences are held at once
QUERIES = 200  # documents that are taken for jobs
QUERY_WORDS = 10  # their most typical words; with 6 to 30 the quantiles are the same within 0.01
KNOTS = 21

Floats = NDArray[np.float64]


class Statistics(TypedDict):
    """What `Background` is made of."""

    vocabulary: tuple[str, ...]
    idf: Floats
    vectors: Floats
    nearness: Floats


def fit_statistics(term_bags: Iterable[Mapping[str, int] | Sequence[str]], exclude: Collection[str] = ()) -> Statistics:
    """Fit idf and word vectors; values are rounded as the file keeps them."""
    bags = [sorted(set(bag)) for bag in term_bags]
    found = Counter(term for bag in bags for term in bag)
    for word in {*exclude, *PERSONAL_WORDS}:
        found.pop(word, None)
    kept = [term for term, count in found.items() if MIN_DOCUMENTS <= count <= MAX_SHARE * len(bags)]
    vocabulary = tuple(sorted(sorted(kept, key=lambda term: (-found[term], term))[:MAX_WORDS]))
    if not vocabulary:
        raise BackgroundError(f"{len(bags)} documents are too few: no word stands in {MIN_DOCUMENTS} of them")
    idf = np.array([math.log((1 + len(bags)) / (1 + found[term])) + 1 for term in vocabulary])
    idf = idf.astype(np.float32).astype(np.float64)
    presence = _presence(bags, vocabulary)
    vectors = _word_vectors(presence)
    return Statistics(vocabulary=vocabulary, idf=idf, vectors=vectors, nearness=_nearness(presence, idf, vectors))


def _presence(bags: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> csr_matrix:
    """Return which word stands in which document, shape (n_documents, n_words)."""
    index = {term: number for number, term in enumerate(vocabulary)}
    columns = [[index[term] for term in bag if term in index] for bag in bags]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([number for row in columns for number in row], dtype=np.int32)
    return csr_matrix((np.ones(len(flat), dtype=np.float32), flat, starts), shape=(len(bags), len(vocabulary)))


def _word_vectors(presence: csr_matrix) -> Floats:
    """Return a vector of length 1 for each word; 0 for one that keeps no company of its own."""
    information = _information(presence)
    dimensions = min(DIMENSIONS, information.shape[0])
    svd = TruncatedSVD(dimensions, n_iter=5, random_state=SEED).fit(information)
    vectors = svd.components_.T * svd.singular_values_**SINGULAR_SMOOTHING
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    rounded: Floats = unit.astype(np.float16).astype(np.float64)
    return rounded


def _information(presence: csr_matrix) -> csr_matrix:
    """Return positive pointwise mutual information, shape (n_words, n_words)."""
    by_word = presence.T.tocsr()
    totals = np.asarray(by_word @ presence.sum(axis=1), dtype=np.float64).ravel()
    contexts = totals**CONTEXT_SMOOTHING
    contexts /= contexts.sum()
    least = max(1, presence.shape[0] // PAIR_SHARE)
    blocks = []
    for first in range(0, by_word.shape[0], BLOCK):
        pairs = (by_word[first : first + BLOCK] @ presence).tocoo()
        values = np.log(pairs.data / (totals[pairs.row + first] * contexts[pairs.col]))
        kept = (values > 0) & (pairs.data >= least)
        block = (values[kept].astype(np.float32), (pairs.row[kept], pairs.col[kept]))
        blocks.append(csr_matrix(block, shape=pairs.shape))
    return vstack(blocks, format="csr")


def _nearness(presence: csr_matrix, idf: Floats, vectors: Floats) -> Floats:
    """Return the cosines that pairs of rarity 1, 10^-0.1, ... 10^-`RARITY` reach, strictly rising from 0."""
    step = max(1, presence.shape[0] // QUERIES)
    seen = np.concatenate([_cosines(row, presence, idf, vectors) for row in range(0, presence.shape[0], step)])
    quantiles = np.quantile(seen, 1 - 10.0 ** -np.linspace(0, RARITY, KNOTS)) if len(seen) else np.zeros(KNOTS)
    quantiles[0] = 0.0
    rising: Floats = np.maximum.accumulate(quantiles) + np.arange(KNOTS) * 1e-6
    return rising.round(6)


def _cosines(row: int, presence: csr_matrix, idf: Floats, vectors: Floats) -> Floats:
    """Take a document's most typical words for a job; return the cosines of all other documents."""
    words = presence.indices[presence.indptr[row] : presence.indptr[row + 1]]
    typical = np.einsum("ij,j->i", vectors[words], np.einsum("i,ij->j", idf[words], vectors[words]))
    asked = words[np.argsort(-typical, kind="stable")[:QUERY_WORDS]]
    others = np.ones(len(idf))
    others[asked] = 0.0
    whole = expand([dict.fromkeys(asked.tolist(), 1.0)], others, idf, vectors)
    weights = whole + expand(({word: 1.0} for word in asked.tolist()), others, idf, vectors)
    products = np.asarray(presence @ (idf * weights)) / (length_of(weights) or 1.0)
    squares = np.asarray(presence @ (idf**2 * others))
    cosines: Floats = np.divide(products, np.sqrt(squares), out=np.zeros_like(products), where=squares > 0)
    return np.delete(cosines, row)
