"""Take resumes out of the columns of a pool: nothing of them is left, and the others need not be laid out again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import compress
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from skillmatch.scoring.columns import FLOATS
from skillmatch.scoring.postings import Arrays, Coded, Postings

_POSTINGS = ("words", "listed", "titles", "skills", "phrases")
Key = TypeVar("Key")

_BY_KEY = ("words.numbers", "listed.numbers")


def drop_rows(arrays: Arrays, rows: Sequence[int]) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a pool as laying out the other resumes alone would make them.

    Parameters
    ----------
    arrays
        As `Pool.to_arrays` returns them, and others with a value for each resume, whose names have no dot.
    rows
        Places of the resumes to drop.
    """
    stays = np.ones(len(arrays["years"]), dtype=np.bool_)
    stays[list(rows)] = False
    by_row = [name for name in arrays if "." not in name or name.endswith(".squares")]
    rest: dict[str, NDArray[np.generic]] = {name: arrays[name][stays] for name in by_row}
    for name in _POSTINGS:
        postings = Postings.from_arrays(arrays, name)
        entries = stays[postings.rows]
        left, keys = _narrow(postings, entries, np.cumsum(stays) - 1)
        rest |= left.to_arrays(name)
        rest |= {column: arrays[column][keys] for column in _BY_KEY if column.startswith(f"{name}.")}
        if name == "skills":
            rest["skills.flags"] = arrays["skills.flags"][entries]
            for column in FLOATS:
                values = Coded.from_arrays(arrays, f"skills.{column}")[:]
                rest |= Coded.of(values[entries]).to_arrays(f"skills.{column}")
    return rest


def drop_others(arrays: Arrays, keys: Sequence[Key], stay: Collection[Key]) -> tuple[Arrays, Sequence[Key]]:
    """Drop the resumes whose keys, one for each in order, are none of those that stay; return what is left of both."""
    leaving = [row for row, key in enumerate(keys) if key not in stay]
    if not leaving:
        return arrays, keys
    return drop_rows(arrays, leaving), [key for key in keys if key in stay]


def _narrow(
    postings: Postings, entries: NDArray[np.bool_], places: NDArray[np.intp]
) -> tuple[Postings, NDArray[np.bool_]]:
    """Keep some entries, whose rows move to new places, and tell which keys still have any."""
    before = np.concatenate(([0], np.cumsum(entries)))[postings.starts]
    keys = np.diff(before) > 0
    starts = np.concatenate(([0], before[1:][keys])).astype(postings.starts.dtype)
    rows = places[postings.rows[entries]].astype(postings.rows.dtype)
    return Postings(tuple(compress(postings.keys, keys)), starts, rows), keys
