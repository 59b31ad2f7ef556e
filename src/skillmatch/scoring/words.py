"""Texts as bags of words over a background."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.scoring.postings import Arrays, Postings, Rows, as_rows, post

if TYPE_CHECKING:
    from skillmatch.scoring.background import Background

Floats = NDArray[np.float64]


class WordColumns:
    """The words of texts: which texts have which word, however often.

    Counting a word once is better on both judged sets than any damping of counts, and repeating it gains nothing.

    Parameters
    ----------
    words
        Texts by word.
    numbers
        The number of each word in the background, -1 for those that it lacks, which weigh 0.
    squares
        For each text the sum of the squares of its words' idf.
    """

    def __init__(self, words: Postings, numbers: NDArray[np.int32], squares: Floats) -> None:
        self._words = words
        self._numbers = numbers
        self.squares = squares

    @classmethod
    def build(cls, bags: Iterable[Iterable[str]], background: Background) -> WordColumns:
        """Lay out texts of distinct words."""
        texts = [list(bag) for bag in bags]
        words, _ = post(texts)
        numbers = np.array([background.index.get(word, -1) for word in words.keys], dtype=np.int32)
        columns = cls(words, numbers, np.zeros(len(texts)))
        columns.squares = columns.sums(background.idf**2)
        return columns

    def rows_with(self, word: str) -> Rows:
        """Return the rows whose text has a word."""
        return self._words.rows_with(word)

    def sums(self, values: Floats) -> Floats:
        """Return for each text the sum of its words' values, one for each word of the background.

        Summed in the order of the words, so that the bits depend on nothing but the text and the values.
        """
        found = np.flatnonzero(np.where(self._numbers >= 0, values[self._numbers], 0.0))
        if not found.size:
            return np.zeros(len(self.squares))
        starts, ends = self._words.starts[found].tolist(), self._words.starts[found + 1].tolist()
        rows = np.concatenate([self._words.rows[start:end] for start, end in zip(starts, ends, strict=True)])
        weights = np.repeat(values[self._numbers[found]], np.subtract(ends, starts))
        totals: Floats = np.bincount(rows, weights=weights, minlength=len(self.squares)).astype(np.float64, copy=False)
        return totals

    def to_arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes, under names that begin with this one."""
        return {**self._words.to_arrays(name), f"{name}.numbers": self._numbers, f"{name}.squares": self.squares}

    @classmethod
    def from_arrays(cls, arrays: Arrays, name: str) -> WordColumns:
        """Undo `to_arrays`."""
        return cls(
            Postings.from_arrays(arrays, name),
            as_rows(arrays[f"{name}.numbers"]).astype(np.int32, copy=False),
            arrays[f"{name}.squares"].astype(np.float64, copy=False),
        )


def locate(bags: Iterable[Iterable[str]], background: Background) -> Floats:
    """Return the direction of each text among the word vectors, of length 1; 0 when no word of it is known."""
    known, starts = array("i"), array("q", [0])
    index = background.index
    for bag in bags:
        known.extend(number for number in map(index.get, bag) if number is not None)
        starts.append(len(known))
    numbers, places = np.array(known, dtype=np.intc), np.array(starts)
    counts = np.diff(places)
    directions = np.zeros((len(counts), background.vectors.shape[1]))
    for nth in range(counts.max(initial=0)):  # as scipy.sparse sums, which takes as long to import as all of this
        texts = np.flatnonzero(counts > nth)
        words = numbers[places[texts] + nth]
        directions[texts] += background.idf[words, np.newaxis] * background.vectors[words]
    lengths = np.sqrt((directions * directions).sum(axis=1, keepdims=True))
    unit: Floats = np.divide(directions, lengths, out=np.zeros_like(directions), where=lengths > 0)
    return unit
