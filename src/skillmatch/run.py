"""A run over many documents: each is read and profiled behind a guard, in isolated workers, and never twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal, Protocol, TypeVar

from skillmatch import documents
from skillmatch.documents import Source
from skillmatch.documents.readers import preload
from skillmatch.documents.reading import load
from skillmatch.errors import DocumentNotFoundError
from skillmatch.guard import guarded
from skillmatch.isolation import Crew
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Document, Failure, SkillProfile
from skillmatch.settings import ReadingSettings
from skillmatch.store import Place

Kind = Literal["auto", "resume", "job"]
Item = TypeVar("Item", covariant=True)

WINDOW = 256  # documents that are sorted by size, so that no large one is left for the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One finished document: without `seconds` if the shelf had it, without `result` if it was not opened there."""

    document_id: str
    result: SkillProfile | Failure | None = None
    seconds: float | None = None


def windows(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Cut a stream of documents into pieces; large documents start first in each."""
    stream = iter(sources)
    while window := list(islice(stream, WINDOW)):
        yield window


class Shelf(Protocol[Item]):
    """Where a run looks for results and puts new ones."""

    def recall(self, source: Source) -> tuple[Place | None, Item | None]:
        """Return what the file is like now, and what is there for it."""

    def settle(self, source: Source, place: Place | None, result: SkillProfile | Failure) -> Item:
        """Put a new result there."""


class Run:
    """One run over many documents, with workers that live as long as the context."""

    def __init__(
        self,
        matcher: SkillMatcher,
        kind: Kind,
        workers: int | None = None,
        watch: Callable[[Done], None] | None = None,
    ) -> None:
        self._matcher = matcher
        self._watch = watch or (lambda done: None)
        work = partial(_profile, matcher=matcher, kind=kind)
        limits = matcher.settings.reading
        self._crew = Crew(work, name=name_of, settings=limits, workers=workers, prepare=load_reader)

    def __enter__(self) -> Run:
        self._crew.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._crew.__exit__()

    def profile(self, window: Sequence[Source], shelf: Shelf[Item]) -> Iterator[Item]:
        """Give what the shelf has for each document of a window, in order, after making what was missing."""
        ready: dict[int, Item] = {}
        missing: list[tuple[int, Place | None]] = []
        for number, source in enumerate(window):
            place, found = shelf.recall(source)
            if found is None:
                missing.append((number, place))
            else:
                ready[number] = found
                opened = found if isinstance(found, (SkillProfile, Failure)) else None
                self._watch(Done(document_id=source.document_id, result=opened))
        missing.sort(key=lambda it: -_size(window[it[0]]))
        if missing:
            self._matcher.build()
        following = 0
        outcomes = self._crew.map(window[number] for number, _ in missing)
        for (number, place), done in zip(missing, outcomes, strict=True):
            if isinstance(done, Failure):  # all that is left of a lost worker
                done = Done(document_id=done.document_id, result=done)
            assert done.result is not None  # noqa: S101
            ready[number] = shelf.settle(window[number], place, done.result)
            self._watch(done)
            while following in ready:
                yield ready.pop(following)
                following += 1
        yield from (ready[number] for number in sorted(ready))


def name_of(source: Source) -> str:
    """Return what failure rows call a document."""
    return source.document_id


def load_reader(source: Source) -> None:
    """Load what reading a document is likely to need."""
    preload(Path(source.member or source.path))


def _size(source: Source) -> int:
    if source.content is not None:
        return len(source.content)
    try:
        return source.path.stat().st_size
    except OSError:
        return 0


def read_source(source: Source, settings: ReadingSettings) -> Document | Failure:
    """Read one document behind the guard."""
    return guarded(source.document_id, "read", lambda: documents.read_source(source, settings=settings))


def draw_source(source: Source, settings: ReadingSettings) -> str | Failure:
    """Draw what is read in one document, behind the guard."""
    from skillmatch.documents.debug import draw

    def act() -> str:
        if source.problem:
            raise DocumentNotFoundError(source.problem)
        data = load(source.path, settings, source.member)
        return draw(data, document_id=source.document_id, settings=settings)

    return guarded(source.document_id, "read", act)


def _profile(source: Source, matcher: SkillMatcher, kind: Kind) -> Done:
    began = time.perf_counter()
    result = profile_source(source, matcher, kind)
    return Done(document_id=source.document_id, result=result, seconds=time.perf_counter() - began)


def profile_source(source: Source, matcher: SkillMatcher, kind: Kind) -> SkillProfile | Failure:
    """Read and profile one document behind the guard."""
    document = read_source(source, matcher.settings.reading)
    if isinstance(document, Failure):
        return document
    return guarded(source.document_id, "profile", lambda: matcher.profile(document, kind))
