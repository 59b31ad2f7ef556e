"""The members of a pool by column: laid out in segments when the pool is ranked, and read from there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from skillmatch.errors import DamagedStoreError, StoreError
from skillmatch.models import SkillProfile
from skillmatch.scoring.pool import Pool as Columns
from skillmatch.store.database import transaction
from skillmatch.store.making import columns_making_of
from skillmatch.store.store import Kept

if TYPE_CHECKING:
    from skillmatch.scoring import FitScorer
    from skillmatch.store.pool import Pool
    from skillmatch.store.segments import Key

logger = logging.getLogger(__name__)

SEGMENT = 4096  # members: with more, cutting one of them out takes longer; with fewer, ranking does
_JOIN = 2  # a small segment joins new members if they are at least one for so many of its own

Member = tuple[str, int]  # document id, and id of its result
Place = tuple[int, int, int]  # a segment, how many profiles it holds, and how many of them have not left it


class MemberColumns:
    """The columns of one pool; those that were read stay in memory."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._segments = pool.segments
        self._open: dict[Place, Columns] = {}

    def columns(self, scorer: FitScorer) -> list[Columns]:
        """Return the columns of all members that have a profile, after laying out those that are in no segment."""
        making = columns_making_of(scorer.taxonomy, scorer.background)
        try:
            self._segments.arrange(making, min(_JOIN * len(self._new(making)) + 1, SEGMENT))
        except StoreError as error:
            logger.warning("%s: columns are not kept", error)
        loose = self._lay_out_new(scorer, making)
        try:
            self._open = {place: self._open.get(place) or self._read(place, scorer) for place in self._places(making)}
        except DamagedStoreError:
            with self._pool.using() as connection, transaction(connection):
                self._segments.drop("making = ?", making)
            return self.columns(scorer)
        return [*self._open.values(), *loose]

    def _new(self, making: str) -> list[Member]:
        """Return the members that have a profile and are in no segment of a making."""
        query = (
            "SELECT document_id, result FROM member JOIN result ON result.id = result WHERE code IS NULL AND "
            "(member.segment IS NULL OR member.segment IN (SELECT id FROM segment WHERE making != ?)) "
            "ORDER BY document_id"
        )
        with self._pool.using() as connection:
            return connection.execute(query, (making,)).fetchall()

    def _lay_out_new(self, scorer: FitScorer, making: str) -> list[Columns]:
        """Store the columns of the members that are in no segment; return those that could not be stored."""
        loose: list[Columns] = []
        new = self._new(making)
        for begin in range(0, len(new), SEGMENT):
            members = new[begin : begin + SEGMENT]
            columns = scorer.lay_out([self._profile(*member) for member in members])
            try:
                self._segments.keep(columns, dict(enumerate(members)), making)
            except StoreError as error:
                logger.warning("%s: columns are not kept", error)
                loose.append(columns)
        return loose

    def _places(self, making: str) -> list[Place]:
        query = (
            "SELECT id, members, (SELECT count(*) FROM member WHERE segment = it.id) AS linked FROM segment AS it "
            "WHERE making = ? AND linked > 0 ORDER BY id"
        )
        with self._pool.using() as connection:
            return connection.execute(query, (making,)).fetchall()

    def _read(self, place: Place, scorer: FitScorer) -> Columns:
        number, members, linked = place
        names = None if linked == members else {key: str(key) for key in self._segments.linked(number)}
        return self._segments.open(number, scorer.background, self._profile, names)

    def _profile(self, document_id: Key, result: int) -> SkillProfile:
        profile = self._pool.load(Kept(id=result, code=None), str(document_id))
        assert isinstance(profile, SkillProfile)  # noqa: S101
        return profile
