"""What an update of a table has to make, and how that comes into the table and its blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillmatch.distributed.blocks import BLOCK, MEMBERS, NARROW, lay_out, leave_out
from skillmatch.distributed.table import spark_schema
from skillmatch.store.pool import GIVEN
from skillmatch.store.store import PASSING

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

    from skillmatch.distributed.kit import Kit
    from skillmatch.distributed.table import Table

KEY = ["document_id", "sha256", "kind", "making"]
SLICE = 50_000  # documents after which what was made is kept, whatever happens later
MOST_GONE = 100_000  # rows that leave their blocks; with more, all are laid out anew, for each worker is sent their ids
SPARE_BLOCKS = 64  # beyond twice as many blocks as needed: then the small ones of many updates are laid out anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """What an update did: how many documents were new or changed, how many were known, how many rows were removed."""

    made: int
    known: int
    removed: int


def build(place: Table, documents: DataFrame, make: Callable[[DataFrame], DataFrame]) -> Updated:
    """Make a table where nothing is known of any document: in one pass over them, and with nothing to compare."""
    from pyspark.sql import functions as F  # noqa: N812

    total = documents.count()
    parts = max(1, total // SLICE)
    for number in range(parts):
        of_part = F.pmod(F.xxhash64("document_id"), F.lit(parts)) == number
        place.gather(make(documents if parts == 1 else documents.where(of_part)))
    if parts == 1:
        place.adopt()
    else:  # many small files, of which few larger ones are made
        gathered = place.gathered()
        assert gathered is not None  # noqa: S101
        place.replace(gathered)
    return Updated(made=total, known=0, removed=0)


def iter_missing(place: Table, keys: DataFrame) -> Iterator[DataFrame]:
    """Give ids and hashes of the documents that are to be made, in parts, each when those before it are gathered.

    Parameters
    ----------
    place
        The table.
    keys
        For each document the columns `KEY` that a record of it has to have.
    """
    from pyspark.sql import functions as F  # noqa: N812

    count = max(1, keys.count() // SLICE)
    for number in range(count):
        missing = keys.where(F.pmod(F.xxhash64("document_id"), F.lit(count)) == number)
        for known in (place.read() if place.exists() else None, place.gathered()):
            if known is not None:
                missing = missing.join(known.where(_is_settled()).select(*KEY), KEY, "left_anti")
        yield missing.select("document_id", "sha256")


def settle(place: Table, keys: DataFrame, kit: Kit, *, mirror: bool) -> Updated:
    """Put what was gathered into the table, in place of older rows of the same documents."""
    gathered = place.gathered()
    assert gathered is not None  # noqa: S101
    gathered = gathered.join(keys, KEY, "left_semi")
    done, passing = gathered.where(_is_settled()), gathered.where(~_is_settled())
    fresh = done.unionByName(passing.join(done, "document_id", "left_anti").dropDuplicates(["document_id"]))
    made, total = fresh.count(), keys.count()
    if not place.exists():
        place.replace(fresh)
        return Updated(made=made, known=total - made, removed=0)
    before = place.read()
    old = before.join(fresh, "document_id", "left_anti")
    kept = old.join(keys, "document_id", "left_semi") if mirror else old
    removed = old.count() - kept.count() if mirror else 0
    if made or removed:
        blocks = _blocks_after(place, kit, kept, fresh)
        place.replace(kept.unionByName(fresh), blocks=blocks, making=kit.columns_making)
    else:
        place.forget()
    return Updated(made=made, known=total - made, removed=removed)


def complete_blocks(place: Table, kit: Kit) -> None:
    """Lay out a table for ranking, unless it is, or has rows that cannot be ranked with the others."""
    if place.blocks(kit.columns_making) is None:
        rows = place.read(NARROW)
        if rows.where(~rows["making"].isin(kit.making, GIVEN)).isEmpty():
            place.keep_blocks(kit.columns_making, rows.mapInArrow(lay_out(kit), spark_schema(BLOCK)))


def _blocks_after(place: Table, kit: Kit, kept: DataFrame, fresh: DataFrame) -> DataFrame | None:
    """Return the blocks of a table that loses some rows and gets others; None if all are to be laid out anew."""
    blocks = place.blocks(kit.columns_making)
    if blocks is None or blocks.count() > SPARE_BLOCKS + 2 * kept.count() / MEMBERS:
        return None
    gone = place.read().select("document_id").join(kept.select("document_id"), "document_id", "left_anti")
    if gone.count() > MOST_GONE:
        return None
    left = blocks.mapInArrow(leave_out(gone.toArrow()["document_id"].to_pylist()), spark_schema(BLOCK))
    new = fresh.to(spark_schema(NARROW)).mapInArrow(lay_out(kit), spark_schema(BLOCK))
    return left.unionByName(new)


def _is_settled() -> Column:
    """Tell records that another try would not change."""
    from pyspark.sql import functions as F  # noqa: N812

    return (F.col("sha256") != "") & (F.col("failure").isNull() | ~F.col("failure.code").isin(*PASSING))
