"""Profiles laid out for ranking, in blocks: a row of Parquet for some thousands of them.

A block is what scoring reads of its profiles, laid out as the pool of one machine lays it out, so that ranking decodes
no profile but those that it explains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.columns import decode, narrow
from skillmatch.distributed.records import RECORD
from skillmatch.errors import MismatchError
from skillmatch.models import SkillProfile
from skillmatch.scoring.dropping import drop_others
from skillmatch.scoring.pool import Pool
from skillmatch.store.frames import pack_arrays, unpack_arrays
from skillmatch.store.pool import GIVEN

if TYPE_CHECKING:
    from skillmatch.distributed.kit import Kit

Batches = Iterator[pa.RecordBatch]

# Profiles in a block: about 170 MB while they are laid out, 1.2 kB each then. Half as many take twice as long to score.
MEMBERS = 8_192
BLOCK = pa.schema({"columns": pa.binary()})

# What scores are made of; `explain` checks that nothing else has come to count.
SCORED = (
    "document_id", "kind", "title", "years_total", "terms", "taxonomy", "roles",
    "unknown_skills.text", "unknown_skills.start", "unknown_skills.end",
    "skills.skill_id", "skills.category", "skills.strength", "skills.years", "skills.last_used", "skills.negated",
    "skills.implied_by", "skills.mentions.text", "skills.mentions.start", "skills.mentions.end",
    "skills.mentions.section", "skills.mentions.negated",
)  # fmt: skip

NARROW = narrow(RECORD, ["making", *(f"profile.{path}" for path in SCORED)])


def lay_out(kit: Kit) -> Callable[[Batches], Batches]:
    """Return what a task does that turns the columns `NARROW` of a table into blocks."""

    def task(batches: Batches) -> Batches:
        for pool in pools_of_rows(kit, batches):
            block = pack_arrays(pool.to_arrays(), list(pool.document_ids))
            yield pa.RecordBatch.from_arrays([pa.array([block], pa.binary())], schema=BLOCK)

    return task


def leave_out(document_ids: Iterable[str]) -> Callable[[Batches], Batches]:
    """Return what a task does that takes profiles out of their blocks: nothing of them is left."""
    gone = frozenset(document_ids)

    def task(batches: Batches) -> Batches:
        for batch in batches:
            for block in batch["columns"].to_pylist():
                arrays, ids = unpack_arrays(block)
                stay = set(ids) - gone
                if stay:
                    block = pack_arrays(*drop_others(arrays, ids, stay))
                    yield pa.RecordBatch.from_arrays([pa.array([block], pa.binary())], schema=BLOCK)

    return task


def pools_of_rows(kit: Kit, batches: Batches) -> Iterator[Pool]:
    """Lay out the columns `NARROW` of a table; what failed is left out.

    Raises
    ------
    MismatchError
        A row was made otherwise than here.
    """
    scorer = kit.open().scorer
    for piece in _pieces(batches, kit.making):
        yield scorer.lay_out(piece)


def pools_of_blocks(kit: Kit, batches: Batches) -> Iterator[Pool]:
    """Open blocks; their profiles are elsewhere, so that nothing of them can be explained."""
    background = kit.open().background
    for batch in batches:
        for block in batch["columns"].to_pylist():
            arrays, ids = unpack_arrays(block)
            yield Pool.from_arrays(arrays, ids, _nowhere, background)


def _pieces(batches: Batches, making: str) -> Iterator[Sequence[SkillProfile]]:
    piece: list[SkillProfile] = []
    for batch in batches:
        others = set(batch["making"].unique().to_pylist()) - {making, GIVEN}
        if others:
            raise MismatchError(
                f"profiles were made with another version, taxonomy or settings ({min(others)}, not {making}): "
                "update the table"
            )
        piece += [profile for profile in decode(batch["profile"], SkillProfile) if profile is not None]  # type: ignore[misc]
        while len(piece) >= MEMBERS:
            yield piece[:MEMBERS]
            del piece[:MEMBERS]
    if piece:
        yield piece


def _nowhere(row: int) -> SkillProfile:
    raise LookupError(f"the profile {row} of a block is in its table")
