"""Fit the statistics of a background corpus: slow, done once."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD

from skillmatch.errors import BackgroundError
from skillmatch.scoring.excluded import PERSONAL_WORDS

MIN_DOCUMENTS = 5  # rarer words say more of one person than of a field
MAX_SHARE = 0.5  # words in more than half of all documents tell nothing
DIMENSIONS = 50
NEIGHBOURS = 5  # documents in a topic: none shows the words of fewer people
TOPIC_TERMS = 300
MAX_TOPICS = 3000
SEED = 0

Floats = NDArray[np.float64]


class Statistics(TypedDict):
    """What `Background` is made of."""

    vocabulary: tuple[str, ...]
    idf: Floats
    vectors: Floats
    topic_starts: NDArray[np.int64]
    topic_terms: NDArray[np.int64]
    topic_weights: Floats


def fit_statistics(term_bags: Iterable[Mapping[str, int] | Sequence[str]], exclude: Collection[str] = ()) -> Statistics:
    """Fit idf, LSA vectors and topics; values are rounded as the file keeps them."""
    bags = [bag if isinstance(bag, Mapping) else Counter(bag) for bag in term_bags]
    found = Counter(term for bag in bags for term in bag)
    kept = {term for term, count in found.items() if MIN_DOCUMENTS <= count <= MAX_SHARE * len(bags)}
    vocabulary = tuple(sorted(kept.difference(exclude, PERSONAL_WORDS)))
    if not vocabulary:
        raise BackgroundError(f"{len(bags)} documents are too few: no word stands in {MIN_DOCUMENTS} of them")
    idf = np.array([math.log((1 + len(bags)) / (1 + found[term])) + 1 for term in vocabulary])
    idf = idf.astype(np.float32).astype(np.float64)
    weights = _weigh(bags, vocabulary, idf)
    svd = TruncatedSVD(min(DIMENSIONS, len(vocabulary)), n_iter=7, random_state=SEED).fit(weights)
    vectors = svd.components_.T.astype(np.float16).astype(np.float64)
    starts, terms, values = _topics(weights, vectors)
    return Statistics(
        vocabulary=vocabulary, idf=idf, vectors=vectors, topic_starts=starts, topic_terms=terms, topic_weights=values
    )


def _weigh(bags: Sequence[Mapping[str, int]], vocabulary: Sequence[str], idf: Floats) -> csr_matrix:
    """Return TF-IDF rows of unit length with sublinear counts, shape (n_documents, n_words)."""
    index = {term: number for number, term in enumerate(vocabulary)}
    starts, columns, values = [0], list[int](), list[float]()
    for bag in bags:
        row = {index[term]: (1 + math.log(count)) * idf[index[term]] for term, count in bag.items() if term in index}
        length = math.sqrt(sum(value * value for value in row.values())) or 1.0
        columns += row.keys()
        values += [value / length for value in row.values()]
        starts.append(len(columns))
    return csr_matrix((values, columns, starts), shape=(len(bags), len(vocabulary)))


def _topics(weights: csr_matrix, vectors: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Average each document with those nearest to it, and keep the heaviest words."""
    places = weights @ vectors
    lengths = np.linalg.norm(places, axis=1, keepdims=True)
    places /= np.where(lengths > 0, lengths, 1)
    step = math.ceil(weights.shape[0] / MAX_TOPICS)
    starts, terms, values = [0], list[int](), list[float]()
    for seed in range(0, weights.shape[0], step):
        nearest = np.argsort(-(places @ places[seed]), kind="stable")[:NEIGHBOURS]
        mean = np.asarray(weights[nearest].mean(axis=0)).ravel()
        heaviest = np.sort(np.argsort(-mean, kind="stable")[:TOPIC_TERMS])
        heaviest = heaviest[mean[heaviest] > 0]
        terms += heaviest.tolist()
        values += mean[heaviest].astype(np.float16).tolist()
        starts.append(len(terms))
    return np.array(starts), np.array(terms), np.array(values, dtype=np.float64)
