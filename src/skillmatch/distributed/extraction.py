"""Documents to records, in the Python workers of Spark.

Each task reads its documents one by one in a process of its own, forked from the worker that holds the pipeline, with
the time and memory limits of one machine: a document that hangs or aborts a parser costs itself and not the task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.columns import encode
from skillmatch.distributed.records import Record
from skillmatch.documents import Source, read_bytes
from skillmatch.guard import guarded
from skillmatch.isolation import Crew
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure, SkillProfile
from skillmatch.run import Kind, profile_source
from skillmatch.store.files import digest

if TYPE_CHECKING:
    from skillmatch.distributed.kit import Kit

BATCH = 64  # records that go back to Spark at a time: about 2 MB

Batches = Iterator[pa.RecordBatch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document: its bytes, or where they are on a disk that all workers see."""

    document_id: str
    data: bytes = b""
    source: Source | None = None

    def sha256(self, max_bytes: int) -> str:
        """Return the hash of the content as it is now; empty if it cannot be read."""
        if self.source is None:
            return hashlib.sha256(self.data).hexdigest()
        found = None if self.source.problem else digest(self.source.path, max_bytes, self.source.member)
        return found.hex() if found else ""


def extract(kit: Kit, kind: Kind) -> Callable[[Batches], Batches]:
    """Return what a task does with its documents."""

    def task(batches: Batches) -> Batches:
        matcher = kit.open()
        matcher.build()
        work = partial(profile_item, matcher=matcher, kind=kind)
        with Crew(work, name=_name, settings=matcher.settings.reading, workers=1) as crew:
            records = _records(crew, batches, matcher, partial(Record, kind=kind, making=kit.making))
            while piece := tuple(islice(records, BATCH)):
                yield pa.RecordBatch.from_struct_array(encode(piece, Record))

    return task


def hash_contents(max_bytes: int) -> Callable[[Batches], Batches]:
    """Return what a task does that tells the hashes of documents."""

    def task(batches: Batches) -> Batches:
        for batch in batches:
            hashes = [item.sha256(max_bytes) for item in read_items(batch)]
            yield pa.RecordBatch.from_pydict(
                {"document_id": batch["document_id"], "sha256": pa.array(hashes, pa.string())}
            )

    return task


def read_items(batch: pa.RecordBatch) -> Iterator[Item]:
    """Give the documents of a batch: rows with ``content`` or ``text``, or with a ``path`` to read."""
    for row in range(batch.num_rows):
        cells = {name: batch[name][row].as_py() for name in batch.schema.names}
        document_id = cells["document_id"]
        if "content" in cells:
            yield Item(document_id=document_id, data=cells["content"] or b"")
        elif "text" in cells:
            yield Item(document_id=document_id, data=(cells["text"] or "").encode())
        else:
            path, member, problem = Path(cells["path"]), cells.get("member") or "", cells.get("problem") or ""
            source = Source(document_id=document_id, path=path, member=member, problem=problem)
            yield Item(document_id=document_id, source=source)


def profile_item(item: Item, matcher: SkillMatcher, kind: Kind) -> SkillProfile | Failure:
    """Read and profile one document behind the guard."""
    if item.source is not None:
        return profile_source(item.source, matcher, kind)
    settings = matcher.settings.reading
    reading = partial(read_bytes, item.data, document_id=item.document_id, settings=settings)
    document = guarded(item.document_id, "read", reading)
    if isinstance(document, Failure):
        return document
    return guarded(item.document_id, "profile", partial(matcher.profile, document, kind))


def _records(
    crew: Crew[Item, SkillProfile], batches: Iterable[pa.RecordBatch], matcher: SkillMatcher, make: partial[Record]
) -> Iterator[Record]:
    for batch in batches:
        items = tuple(read_items(batch))
        limit = matcher.settings.reading.max_bytes
        hashes = batch["sha256"].to_pylist() if "sha256" in batch.schema.names else [it.sha256(limit) for it in items]
        for item, sha256, found in zip(items, hashes, crew.map(items), strict=True):
            record = partial(make, document_id=item.document_id, sha256=sha256)
            if isinstance(found, Failure):
                yield record(failure=found)
            else:
                yield record(profile=found)


def _name(item: Item) -> str:
    return item.document_id
