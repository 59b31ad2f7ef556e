"""Texts as bags of words over a background."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from skillmatch.scoring.background import Background

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]


class WordColumns:
    """The words of texts, each with its idf as weight however often it occurs.

    Counting a word once is better on both judged sets than any damping of counts, and repeating it gains nothing.
    `known` has the number of each word in the background, -1 for those that it lacks, which weigh 0.
    """

    def __init__(self, bags: Iterable[Iterable[str]], background: Background) -> None:
        self._index: dict[str, int] = {}
        columns, starts = array("i"), array("q", [0])
        for bag in bags:
            columns.extend(self._index.setdefault(word, len(self._index)) for word in bag)
            starts.append(len(columns))
        self.known = np.array([background.index.get(word, -1) for word in self._index], dtype=np.intp)
        idf = np.where(self.known >= 0, background.idf[self.known], 0.0)
        places, ends = np.array(columns, dtype=np.intc), np.array(starts)
        shape = (len(ends) - 1, len(self._index))
        self.weights = csr_matrix((idf[places], places, ends), shape=shape)
        squares = csr_matrix((idf[places] ** 2, places, ends), shape=shape)
        self.squares: Floats = np.asarray(squares @ np.ones(len(self._index)))  # sums in the order of the text
        self._idf = idf
        self._by_word = csr_matrix((np.ones(len(places), dtype=np.int8), places, ends), shape=shape).tocsc()

    def rows_with(self, word: str) -> Rows:
        """Return the rows whose text has a word."""
        place = self._index.get(word)
        if place is None:
            return np.zeros(0, dtype=np.intp)
        found: Rows = self._by_word.indices[self._by_word.indptr[place] : self._by_word.indptr[place + 1]]
        return found

    def spread(self, values: Floats) -> Floats:
        """Lay values of the background's words out over the words here; 0 for those that it lacks."""
        return np.where(self.known >= 0, values[self.known], 0.0)

    def among(self, values: Floats, chosen: Floats) -> tuple[Floats, Floats]:
        """Return each row's product with values, and its square, over the words where `chosen` is not 0."""
        found = np.flatnonzero(self.spread(chosen))
        columns = found[np.argsort(self.known[found])]  # sums in one order, whatever other texts are here
        present, idf = self._by_word[:, columns], self._idf[columns]
        return np.asarray(present @ (self.spread(values)[columns] * idf)), np.asarray(present @ idf**2)


def locate(bags: Iterable[Iterable[str]], background: Background) -> Floats:
    """Return the direction of each text among the word vectors, of length 1; 0 when no word of it is known."""
    words = WordColumns(bags, background)
    directions: Floats = np.asarray(words.weights @ background.vectors[words.known])
    lengths = np.sqrt((directions * directions).sum(axis=1, keepdims=True))
    unit: Floats = np.divide(directions, lengths, out=np.zeros_like(directions), where=lengths > 0)
    return unit
