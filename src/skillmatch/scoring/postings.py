"""Which rows of a pool have which keys, by key; and columns of values beside them, in as few bytes as they take."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.integer]
Arrays = Mapping[str, NDArray[np.generic]]


class Postings:
    """The rows of each key: `rows[starts[n]:starts[n + 1]]` for the key number n, rising.

    Parameters
    ----------
    keys
        Sorted, without line ends; text that is split when it is needed, or the keys.
    starts, rows
        See above; shapes (n_keys + 1,) and (n_entries,).
    """

    def __init__(self, keys: str | tuple[str, ...], starts: Rows, rows: Rows) -> None:
        self._keys = keys
        self.starts = starts
        self.rows = rows

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys, sorted."""
        if isinstance(self._keys, str):
            return tuple(self._keys.split("\n")) if len(self.starts) > 1 else ()
        return self._keys

    def find(self, key: str) -> int | None:
        """Return the number of a key."""
        number = bisect_left(self.keys, key)
        return number if number < len(self.keys) and self.keys[number] == key else None

    def slice_of(self, number: int) -> slice:
        """Return where the entries of a key are."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def rows_with(self, key: str) -> Rows:
        """Return the rows that have a key."""
        number = self.find(key)
        return self.rows[:0] if number is None else self.rows[self.slice_of(number)]

    def to_arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes, under names that begin with this one."""
        return {
            f"{name}.keys": text_array("\n".join(self.keys)),
            f"{name}.starts": self.starts,
            f"{name}.rows": self.rows,
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, name: str) -> Postings:
        """Undo `to_arrays`."""
        keys = bytes(arrays[f"{name}.keys"].data).decode()
        return cls(keys, as_rows(arrays[f"{name}.starts"]), as_rows(arrays[f"{name}.rows"]))


def post(keys_of_rows: Iterable[Iterable[str]]) -> tuple[Postings, NDArray[np.intp]]:
    """Return the postings of rows with their keys, and the place that each entry had in the rows one after another."""
    listed = [list(keys) for keys in keys_of_rows]
    entries = list(chain.from_iterable(listed))
    keys = tuple(sorted(dict.fromkeys(entries)))
    number = {key: place for place, key in enumerate(keys)}
    ranks = np.fromiter(map(number.__getitem__, entries), dtype=row_type(len(keys)), count=len(entries))
    order = np.argsort(ranks, kind="stable")
    rows = np.repeat(np.arange(len(listed)), list(map(len, listed)))[order].astype(row_type(len(listed)))
    starts = np.concatenate(([0], np.cumsum(np.bincount(ranks, minlength=len(keys)))))
    return Postings(keys, starts.astype(np.int32), rows), order


def row_type(count: int) -> type[np.unsignedinteger]:
    """Return the smallest type that can number so many rows."""
    return np.uint16 if count <= 1 << 16 else np.uint32


def as_rows(array: NDArray[np.generic]) -> Rows:
    """Return an array that is known to hold integers."""
    rows: Rows = array  # type: ignore[assignment]
    return rows


def text_array(text: str) -> NDArray[np.uint8]:
    """Return text as bytes."""
    return np.frombuffer(text.encode(), dtype=np.uint8)


class Coded:
    """A column of floats, each distinct one written once: years and shares are few."""

    def __init__(self, table: NDArray[np.float64], codes: Rows) -> None:
        self.table = table
        self.codes = codes

    @classmethod
    def of(cls, values: NDArray[np.float64]) -> Coded:
        """Code a column."""
        table, codes = np.unique(values, return_inverse=True)
        return cls(table, codes.astype(row_type(len(table))))

    def __getitem__(self, places: slice) -> NDArray[np.float64]:
        """Return the values of a stretch of the column."""
        values: NDArray[np.float64] = self.table[self.codes[places]]
        return values

    def to_arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` takes, under names that begin with this one."""
        return {f"{name}.table": self.table, f"{name}.codes": self.codes}

    @classmethod
    def from_arrays(cls, arrays: Arrays, name: str) -> Coded:
        """Undo `to_arrays`."""
        table: NDArray[np.float64] = arrays[f"{name}.table"]  # type: ignore[assignment]
        return cls(table, as_rows(arrays[f"{name}.codes"]))
