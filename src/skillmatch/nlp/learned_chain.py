"""A linear chain over the words of many short pieces: each word is outside, begins or continues a skill.

The usual recursions of a conditional random field (Lafferty et al. 2001), all pieces side by side: what is one step
of numpy is one word of each piece, so that time grows with the number of words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

OUTSIDE, BEGINS, CONTINUES = range(3)
TAGS = 3
NEVER = -1e4  # what costs so much never happens: to continue what has not begun
FIRST = np.array([0.0, 0.0, NEVER])
STEPS = np.array([[0.0, 0.0, NEVER], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])


class Sums(NamedTuple):
    """What `sum_chains` finds: log of the sum over all taggings, and expected counts.

    `words` says how likely each tag of each word is, shape (n_words, TAGS), `steps` how often one tag is expected to
    follow another, shape (TAGS, TAGS).
    """

    log_total: float
    words: Array
    steps: Array


class Pieces:
    """Pieces of text, the longest first, so that the ones that have a word at some place are the first of all.

    Parameters
    ----------
    bounds
        First word and the word after the last of each piece; no piece is empty.
    """

    def __init__(self, bounds: Sequence[tuple[int, int]]) -> None:
        ordered = sorted(bounds, key=lambda piece: (piece[0] - piece[1], piece[0]))
        self.starts = np.array([start for start, _ in ordered], dtype=np.int64)
        lengths = np.array([stop - start for start, stop in ordered], dtype=np.int64)
        longest = int(lengths[0]) if ordered else 0
        self.alive = [int(np.count_nonzero(lengths > step)) for step in range(longest)]


def sum_chains(scores: Array, steps: Array, pieces: Pieces) -> Sums:
    """Sum over all taggings of all pieces.

    Parameters
    ----------
    scores
        Of each tag of each word, shape (n_words, TAGS).
    steps
        Score of a tag after another, shape (TAGS, TAGS).
    pieces
        Where the pieces are.
    """
    starts, alive = pieces.starts, pieces.alive
    likely, expected = np.zeros_like(scores), np.zeros((TAGS, TAGS))
    if not alive:
        return Sums(0.0, likely, expected)
    forward = [scores[starts] + FIRST]
    for step, count in enumerate(alive[1:], start=1):
        before = forward[-1][:count, :, None] + steps
        forward.append(_log_sum(before, 1) + scores[starts[:count] + step])
    totals = np.empty(len(starts))
    for step, count in enumerate(alive):
        ended = alive[step + 1] if step + 1 < len(alive) else 0
        totals[ended:count] = _log_sum(forward[step][ended:], 1)
    backward = np.zeros((len(starts), TAGS))
    for step in range(len(alive) - 1, -1, -1):
        count = alive[step]
        total = totals[:count, None]
        likely[starts[:count] + step] = np.exp(forward[step] + backward[:count] - total)
        if step:
            after = (scores[starts[:count] + step] + backward[:count])[:, None, :] + steps
            expected += np.exp(forward[step - 1][:count, :, None] + after - total[:, :, None]).sum(axis=0)
            backward[:count] = _log_sum(after, 2)
    return Sums(float(totals.sum()), likely, expected)


def find_best(scores: Array, steps: Array, pieces: Pieces) -> NDArray[np.int64]:
    """Return the likeliest tags of all words, shape (n_words,); of equals the first (Viterbi)."""
    starts, alive = pieces.starts, pieces.alive
    tags = np.zeros(len(scores), dtype=np.int64)
    if not alive:
        return tags
    best, came = [scores[starts] + FIRST], [np.zeros((len(starts), TAGS), dtype=np.int64)]
    for step, count in enumerate(alive[1:], start=1):
        ways = best[-1][:count, :, None] + steps
        came.append(ways.argmax(axis=1))
        best.append(ways.max(axis=1) + scores[starts[:count] + step])
    last = np.zeros(len(starts), dtype=np.int64)
    for step in range(len(alive) - 1, -1, -1):
        count, going = alive[step], alive[step + 1] if step + 1 < len(alive) else 0
        last[going:count] = best[step][going:].argmax(axis=1)
        if going:
            last[:going] = came[step + 1][np.arange(going), last[:going]]
        tags[starts[:count] + step] = last[:count]
    return tags


def to_ranges(tags: NDArray[np.int64], bounds: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words of each skill, in order.

    Examples
    --------
    >>> to_ranges(np.array([0, 1, 2, 1]), [(0, 4)])
    [(1, 3), (3, 4)]
    """
    found: list[tuple[int, int]] = []
    for start, stop in bounds:
        begun = [place for place in range(start, stop) if tags[place] == BEGINS]
        for place in begun:
            end = place + 1
            while end < stop and tags[end] == CONTINUES:
                end += 1
            found.append((place, end))
    return found


def _log_sum(values: Array, axis: int) -> Array:
    """Return the log of the sum of exponentials along an axis."""
    most = values.max(axis=axis, keepdims=True)
    summed: Array = (most + np.log(np.exp(values - most).sum(axis=axis, keepdims=True))).squeeze(axis)
    return summed
