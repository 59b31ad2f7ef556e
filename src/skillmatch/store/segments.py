"""Profiles laid out by column, kept so that ranking them for a job opens no profile but those to be explained.

A segment holds the columns of some profiles, each under a key: the document id of a member of a pool, or the id of a
result in the store of a run. The rows of `member` and of `result` name the segment that they are in. A row that goes or
gets another profile just leaves; `tidy` then writes its segment anew without it, so that nothing of it is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.errors import ChangedStoreError, DamagedStoreError
from skillmatch.scoring.dropping import drop_others
from skillmatch.scoring.pool import Pool as Columns
from skillmatch.scoring.postings import as_rows
from skillmatch.store.database import transaction
from skillmatch.store.frames import pack_arrays, unpack_arrays

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring import Background
    from skillmatch.scoring.postings import Arrays
    from skillmatch.store.store import Store

Key = str | int

_RESULTS = "results"  # the ids of the results, beside their columns
_LINK = {
    str: "UPDATE member SET segment = ?1 WHERE document_id = ?2 AND result = ?3 AND segment IS NULL",
    int: "UPDATE result SET segment = ?1 WHERE id = ?2 AND id = ?3 AND segment IS NULL",
}
_LINKED = """
    SELECT document_id FROM member WHERE segment = ?1 UNION ALL SELECT id FROM result WHERE segment = ?1
"""
_LEFT = """
    SELECT id FROM segment AS it WHERE members != (SELECT count(*) FROM member WHERE segment = it.id)
    + (SELECT count(*) FROM result WHERE segment = it.id)
"""


class Segments:
    """The segments of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sizes(self, making: str) -> dict[int, int]:
        """Return how many profiles each segment of a making holds, those that have left it since among them."""
        with self._store.using() as connection:
            query = "SELECT id, members FROM segment WHERE making = ? ORDER BY id"
            return dict(connection.execute(query, (making,)).fetchall())

    def left(self) -> list[int]:
        """Return the segments that hold profiles which have left them."""
        with self._store.using() as connection:
            return [row[0] for row in connection.execute(_LEFT)]

    def linked(self, number: int) -> set[Key]:
        """Return the keys of the profiles that are in a segment."""
        with self._store.using() as connection:
            return {row[0] for row in connection.execute(_LINKED, (number,))}

    def arrange(self, making: str, small: int, spare: int = 0) -> None:
        """Drop the segments of another making, and the small ones if there are more than can be spared; tidy the rest.

        Parameters
        ----------
        making
            What lays out profiles now.
        small
            Segments of fewer profiles are small.
        spare
            So many of these may stay.
        """
        with self._store.using() as connection:
            query = "SELECT total(making != ?), total(making = ?1 AND members < ?) > ? FROM segment"
            stale, many = connection.execute(query, (making, small, spare)).fetchone()
            if stale or many or self.left():
                with transaction(connection):
                    self.drop("making != ? OR members < ?", making, small if many else 0)
                    self.tidy()

    def keep(self, columns: Columns, entries: Mapping[int, tuple[Key, int]], making: str) -> None:
        """Store the columns of profiles.

        Parameters
        ----------
        columns
            As `FitScorer.lay_out` returns them.
        entries
            The key and the id of the result of each profile that is to be stored, by its row.
        making
            What laid them out.

        Raises
        ------
        ChangedStoreError
            One of them is in another segment or has another profile by now.
        StoreError
            The store cannot be written.
        """
        if not entries:
            return
        arrays, rows = drop_others(columns.to_arrays(), range(len(columns)), entries.keys())
        keys, results = zip(*(entries[row] for row in rows), strict=True)
        content = pack_arrays({**arrays, _RESULTS: np.array(results, dtype=np.int64)}, keys)
        with self._store.using() as connection, transaction(connection):
            number = self._insert(making, len(entries), content)
            found = sum(
                connection.execute(_LINK[type(key)], (number, key, result)).rowcount for key, result in entries.values()
            )
            if found != len(entries):
                raise ChangedStoreError(f"{self._store.path}: was changed by another process")

    def open(
        self,
        number: int,
        background: Background,
        profile_of: Callable[[Key, int], SkillProfile],
        names: Mapping[Key, str] | None = None,
    ) -> Columns:
        """Return the columns of profiles in a segment.

        Parameters
        ----------
        number
            Of the segment.
        background
            The one that they were laid out with.
        profile_of
            Returns a profile by its key and the id of its result, when it is to be explained.
        names
            Document ids by key; only these profiles are looked at. All when None, with their keys for names.

        Raises
        ------
        DamagedStoreError
            The segment cannot be read, or lacks one of these profiles.
        ChangedStoreError
            Another process has removed the segment.
        """
        with self._store.using() as connection:
            row = connection.execute("SELECT content FROM segment WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise ChangedStoreError(f"{self._store.path}: was changed by another process: try again")
        arrays, keys = _unpack(row[0], None if names is None else names.keys())
        results = as_rows(arrays[_RESULTS])
        return Columns.from_arrays(
            arrays,
            [str(key) if names is None else names[key] for key in keys],
            lambda row: profile_of(keys[row], int(results[row])),
            background,
        )

    def drop(self, condition: str, *values: object) -> None:
        """Drop the segments that meet a condition, inside a transaction."""
        with self._store.using() as connection:
            for (number,) in connection.execute(f"SELECT id FROM segment WHERE {condition}", values).fetchall():  # noqa: S608
                self._replace(number, None)

    def tidy(self) -> None:
        """Write the segments that profiles have left anew without them, inside a transaction."""
        for number in self.left():
            try:
                self._cut(number)
            except (DamagedStoreError, KeyError, IndexError):  # or laid out by other code
                self._replace(number, None)

    def _cut(self, number: int) -> None:
        with self._store.using() as connection:
            query = "SELECT making, content FROM segment WHERE id = ?"
            making, content = connection.execute(query, (number,)).fetchone()
        stay = self.linked(number)
        if not stay:
            return self._replace(number, None)
        content = pack_arrays(*_unpack(content, stay))
        return self._replace(number, self._insert(making, len(stay), content))

    def _insert(self, making: str, members: int, content: bytes) -> int:
        """Store a segment; its number is new, so that nobody takes it for one that was there before."""
        with self._store.using() as connection:
            query = "INSERT INTO segment (making, members, content) VALUES (?, ?, ?)"
            number = connection.execute(query, (making, members, content)).lastrowid
        assert number is not None  # noqa: S101
        return number

    def _replace(self, number: int, other: int | None) -> None:
        """Delete a segment; its profiles are in another one from now on, or in none."""
        with self._store.using() as connection:
            for table in ("member", "result"):
                connection.execute(f"UPDATE {table} SET segment = ? WHERE segment = ?", (other, number))  # noqa: S608
            connection.execute("DELETE FROM segment WHERE id = ?", (number,))


def _unpack(content: bytes, stay: Set[Key] | None) -> tuple[Arrays, Sequence[Key]]:
    """Return the columns and the keys of a segment, or those of some of its profiles only."""
    arrays, keys = unpack_arrays(content)
    if stay is None:
        return arrays, keys
    if not stay <= set(keys):
        raise DamagedStoreError("columns lack a profile")
    return drop_others(arrays, keys, stay)
