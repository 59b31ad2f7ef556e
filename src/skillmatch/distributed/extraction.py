"""Documents to records, in the Python workers of Spark.

Documents are read one by one in a process beside each worker, forked from it and its pipeline, with the time and memory
limits of one machine: a document that hangs or aborts a parser costs itself and not the task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.columns import encode
from skillmatch.distributed.records import Record
from skillmatch.documents import Source
from skillmatch.isolation import Crew
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure, SkillProfile
from skillmatch.run import Kind, name_of, profile_source
from skillmatch.store.files import digest

if TYPE_CHECKING:
    from skillmatch.distributed.kit import Kit

BATCH = 64  # records that go back to Spark at a time: about 2 MB

Batches = Iterator[pa.RecordBatch]


def extract(kit: Kit, kind: Kind) -> Callable[[Batches], Batches]:
    """Return what a task does with its documents."""

    def task(batches: Batches) -> Batches:
        matcher = kit.open()
        matcher.build()
        with _crew(matcher, kind) as crew:
            records = _records(crew, batches, matcher, partial(Record, kind=kind, making=kit.making))
            while piece := tuple(islice(records, BATCH)):
                yield pa.RecordBatch.from_struct_array(encode(piece, Record))

    return task


def hash_contents(max_bytes: int) -> Callable[[Batches], Batches]:
    """Return what a task does that tells the hashes of documents."""

    def task(batches: Batches) -> Batches:
        for batch in batches:
            hashes = [_sha256(source, max_bytes) for source in read_sources(batch)]
            yield pa.RecordBatch.from_pydict(
                {"document_id": batch["document_id"], "sha256": pa.array(hashes, pa.string())}
            )

    return task


def read_sources(batch: pa.RecordBatch) -> Iterator[Source]:
    """Give the documents of a batch: rows with ``content`` or ``text``, or with a ``path`` that all workers see."""
    for row in range(batch.num_rows):
        cells = {name: batch[name][row].as_py() for name in batch.schema.names}
        document_id = cells["document_id"]
        if "content" in cells:
            yield Source(document_id=document_id, content=cells["content"] or b"")
        elif "text" in cells:
            yield Source(document_id=document_id, content=(cells["text"] or "").encode())
        else:
            path, member, problem = Path(cells["path"]), cells.get("member") or "", cells.get("problem") or ""
            yield Source(document_id=document_id, path=path, member=member, problem=problem)


_idle: dict[tuple[SkillMatcher, Kind], Crew[Source, SkillProfile]] = {}  # of this worker, which may live for many tasks


@contextmanager
def _crew(matcher: SkillMatcher, kind: Kind) -> Iterator[Crew[Source, SkillProfile]]:
    """Keep the process that reads for the next task: one that has seen no words yet takes twice as long for a text."""
    crew = _idle.pop((matcher, kind), None)
    while _idle:
        with _idle.popitem()[1]:  # of another run: this ends it
            pass
    if crew is None:
        work = partial(profile_source, matcher=matcher, kind=kind)
        crew = Crew(work, name=name_of, settings=matcher.settings.reading, workers=1)
    with ExitStack() as stack:
        stack.enter_context(crew)
        yield crew
        stack.pop_all()  # a task that breaks off does not come here, and its crew ends with it
    _idle[matcher, kind] = crew


def _sha256(source: Source, max_bytes: int) -> str:
    """Return the hash of the content as it is now; empty if it cannot be read."""
    if source.content is not None:
        return hashlib.sha256(source.content).hexdigest()
    found = None if source.problem else digest(source.path, max_bytes, source.member)
    return found.hex() if found else ""


def _records(
    crew: Crew[Source, SkillProfile], batches: Iterable[pa.RecordBatch], matcher: SkillMatcher, make: partial[Record]
) -> Iterator[Record]:
    for batch in batches:
        sources = tuple(read_sources(batch))
        if "sha256" in batch.schema.names:
            hashes = batch["sha256"].to_pylist()
        else:
            hashes = [_sha256(source, matcher.settings.reading.max_bytes) for source in sources]
        for source, sha256, found in zip(sources, hashes, crew.map(sources), strict=True):
            record = partial(make, document_id=source.document_id, sha256=sha256)
            if isinstance(found, Failure):
                yield record(failure=found)
            else:
                yield record(profile=found)
