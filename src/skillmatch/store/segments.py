"""The columns of a pool's members, kept so that ranking them for a job opens no profile but those to be explained.

Members are laid out in segments. When some are erased, theirs are written anew without them, so that nothing of them is
left. When one is changed its segment goes, to be laid out again when the pool is next used: an update changes many at a
time. Small segments join new members, so that there are few.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence, Set
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.errors import DamagedStoreError, StoreError
from skillmatch.models import SkillProfile
from skillmatch.scoring.dropping import drop_rows
from skillmatch.scoring.pool import Pool as Columns
from skillmatch.store.database import transaction
from skillmatch.store.frames import pack_arrays, unpack_arrays
from skillmatch.store.making import columns_making_of
from skillmatch.store.store import Kept

if TYPE_CHECKING:
    from skillmatch.scoring import FitScorer
    from skillmatch.store.pool import Pool

logger = logging.getLogger(__name__)

SEGMENT = 4096  # members: with more, changing one of them takes longer; with fewer, ranking does
_JOIN = 2  # a segment joins new members if they are at least one for so many of its own
_RESULTS = "results"  # the ids of the members' results, beside their columns

Member = tuple[str, int]  # document id, and id of its result


class Segments:
    """The segments of one pool; those that were read stay in memory."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._open: dict[int, Columns] = {}

    def columns(self, scorer: FitScorer) -> list[Columns]:
        """Return the columns of all members that have a profile, after laying out those that are in no segment."""
        making = columns_making_of(scorer.taxonomy, scorer.background)
        loose = self._lay_out_new(scorer, making)
        with self._pool.using() as connection:
            rows = connection.execute("SELECT id FROM segment WHERE making = ? ORDER BY id", (making,))
            numbers = [row[0] for row in rows]
        try:
            self._open = {number: self._open.get(number) or self._read(number, scorer) for number in numbers}
        except DamagedStoreError:
            with self._pool.using() as connection, transaction(connection):
                self.drop("making = ?", making)
            return self.columns(scorer)
        return [*self._open.values(), *loose]

    def drop(self, condition: str, *values: object) -> None:
        """Drop the segments that meet a condition, inside a transaction."""
        with self._pool.using() as connection:
            for (number,) in connection.execute(f"SELECT id FROM segment WHERE {condition}", values).fetchall():  # noqa: S608
                connection.execute("UPDATE member SET segment = NULL WHERE segment = ?", (number,))
                connection.execute("DELETE FROM segment WHERE id = ?", (number,))

    def forget(self, document_ids: Iterable[str]) -> None:
        """Write the segments of members anew without them, inside a transaction and before they leave the list."""
        leaving: dict[int, set[str]] = {}
        with self._pool.using() as connection:
            for document_id in document_ids:
                query = "SELECT segment FROM member WHERE document_id = ? AND segment IS NOT NULL"
                for (number,) in connection.execute(query, (document_id,)).fetchall():
                    leaving.setdefault(number, set()).add(document_id)
        for number, gone in sorted(leaving.items()):
            try:
                self._rewrite(number, gone)
            except (DamagedStoreError, KeyError, IndexError):  # or laid out by other code
                self.drop("id = ?", number)

    def _rewrite(self, number: int, gone: Set[str]) -> None:
        """Replace a segment by one without some members; its number is new, so that nobody takes it for the old one."""
        with self._pool.using() as connection:
            query = "SELECT making, content FROM segment WHERE id = ?"
            making, content = connection.execute(query, (number,)).fetchone()
            arrays, ids = unpack_arrays(content)
            stays = [document_id not in gone for document_id in ids]
            if not any(stays):
                return self.drop("id = ?", number)
            rest = drop_rows(arrays, [row for row, stay in enumerate(stays) if not stay])
            content = pack_arrays(rest | {_RESULTS: arrays[_RESULTS][stays]}, list(compress(ids, stays)))
            query = "INSERT INTO segment (making, members, content) VALUES (?, ?, ?)"
            new = connection.execute(query, (making, sum(stays), content)).lastrowid
            connection.execute("UPDATE member SET segment = ? WHERE segment = ?", (new, number))
            connection.execute("DELETE FROM segment WHERE id = ?", (number,))
        return None

    def _lay_out_new(self, scorer: FitScorer, making: str) -> list[Columns]:
        """Store the columns of the members that are in no segment; return those that could not be stored."""
        loose: list[Columns] = []
        try:
            self._make_room(making)
        except StoreError as error:
            logger.warning("%s: columns are not kept", error)
        new = self._new()
        for begin in range(0, len(new), SEGMENT):
            members = new[begin : begin + SEGMENT]
            profiles = [self._profile(member) for member in members]
            columns = scorer.lay_out(profiles)
            try:
                self._keep(columns, members, making)
            except StoreError as error:
                logger.warning("%s: columns are not kept", error)
                loose.append(columns)
        return loose

    def _new(self) -> list[Member]:
        query = (
            "SELECT document_id, result FROM member JOIN result ON result.id = result "
            "WHERE segment IS NULL AND code IS NULL ORDER BY document_id"
        )
        with self._pool.using() as connection:
            return connection.execute(query).fetchall()

    def _make_room(self, making: str) -> None:
        """Drop segments of another making, and small ones that new members can share one with."""
        with self._pool.using() as connection:
            stale = connection.execute("SELECT 1 FROM segment WHERE making != ?", (making,)).fetchone()
            if stale:
                with transaction(connection):
                    self.drop("making != ?", making)
            new = len(self._new())
            if new:
                with transaction(connection):
                    self.drop("members <= ? AND members < ?", _JOIN * new, SEGMENT)

    def _keep(self, columns: Columns, members: Sequence[Member], making: str) -> None:
        results = np.array([result for _, result in members], dtype=np.int64)
        content = pack_arrays(columns.to_arrays() | {_RESULTS: results}, [document_id for document_id, _ in members])
        with self._pool.using() as connection, transaction(connection):
            query = "INSERT INTO segment (making, members, content) VALUES (?, ?, ?)"
            number = connection.execute(query, (making, len(members), content)).lastrowid
            query = "UPDATE member SET segment = ? WHERE document_id = ? AND result = ? AND segment IS NULL"
            found = connection.executemany(query, [(number, *member) for member in members]).rowcount
            if found != len(members):
                raise StoreError(f"{self._pool.path}: was changed by another process")

    def _read(self, number: int, scorer: FitScorer) -> Columns:
        with self._pool.using() as connection:
            row = connection.execute("SELECT content FROM segment WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise StoreError(f"{self._pool.path}: was changed by another process: try again")
        arrays, ids = unpack_arrays(row[0])
        results = arrays[_RESULTS]
        return Columns.from_arrays(
            arrays, ids, lambda row: self._profile((ids[row], int(results[row]))), scorer.background
        )

    def _profile(self, member: Member) -> SkillProfile:
        document_id, result = member
        profile = self._pool.load(Kept(id=result, code=None), document_id)
        assert isinstance(profile, SkillProfile)  # noqa: S101
        return profile
