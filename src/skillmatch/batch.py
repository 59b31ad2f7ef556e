"""Many documents to profiles: all those of files and folders, or the members of a pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from skillmatch.documents import Source, list_documents
from skillmatch.isolation import map_isolated
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Document, Failure, SkillProfile
from skillmatch.run import Done, Kind, Run, draw_source, load_reader, name_of, profile_source, read_source, windows
from skillmatch.settings import ReadingSettings
from skillmatch.store import Cache, Place


def process(sources: Iterable[Source], matcher: SkillMatcher, kind: Kind = "auto") -> Iterator[SkillProfile | Failure]:
    """Read and profile documents one by one: the only worker function, whatever runs it."""
    for source in sources:
        yield profile_source(source, matcher, kind)


def profile_paths(
    paths: Iterable[str | Path] | str | Path,
    matcher: SkillMatcher,
    *,
    kind: Kind = "auto",
    workers: int | None = None,
    cache: Cache | None = None,
    watch: Callable[[Done], None] | None = None,
) -> Iterator[SkillProfile | Failure]:
    """Profile every document of files and folders.

    Parameters
    ----------
    paths
        Files or folders; folders are walked recursively in sorted order.
    matcher
        Its settings give the limits on each document.
    kind
        What the documents are; ``auto`` decides for each by content.
    workers
        Processes to use: the cores at hand when None; 0 works in this process, without isolation.
    cache
        Results that it has are not made again, new ones are kept at once: a run that was killed goes on
        where it stopped.
    watch
        Called with each document as it is finished, in no certain order.

    Yields
    ------
    A profile or a failure for each document, in the order of discovery, whatever the number of workers.
    """
    shelf = _Cached(cache, kind)
    with Run(matcher, kind, workers, watch) as run:
        for window in windows(list_sources(paths, matcher.settings.reading)):
            yield from run.profile(window, shelf)


class _Cached:
    """Results that may be in a cache."""

    def __init__(self, cache: Cache | None, kind: Kind) -> None:
        self._cache, self._kind = cache, kind

    def recall(self, source: Source) -> tuple[Place | None, SkillProfile | Failure | None]:
        if self._cache is None or source.problem or source.content is not None:
            return None, None
        place = self._cache.look(source.path, source.member)
        kept = self._cache.find(place, self._kind)
        return place, None if kept is None else self._cache.load(kept, source.document_id)

    def settle(self, source: Source, place: Place | None, result: SkillProfile | Failure) -> SkillProfile | Failure:
        if self._cache is not None:
            self._cache.keep(place, self._kind, result)
        return result


def read_paths(
    paths: Iterable[str | Path] | str | Path,
    settings: ReadingSettings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[Document | Failure]:
    """Read every document of files and folders, isolated like `profile_paths`."""
    settings = settings or ReadingSettings()
    work = partial(read_source, settings=settings)
    yield from map_isolated(
        work, list_sources(paths, settings), name=name_of, settings=settings, workers=workers, prepare=load_reader
    )


def draw_paths(
    paths: Iterable[str | Path] | str | Path,
    settings: ReadingSettings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[str | Failure]:
    """Draw what is read in every document of files and folders as pieces of HTML, isolated like `profile_paths`."""
    settings = settings or ReadingSettings()
    work = partial(draw_source, settings=settings)
    yield from map_isolated(
        work, list_sources(paths, settings), name=name_of, settings=settings, workers=workers, prepare=load_reader
    )


def list_sources(paths: Iterable[str | Path] | str | Path, settings: ReadingSettings) -> Iterator[Source]:
    """List the documents of files and folders."""
    for path in [paths] if isinstance(paths, (str, Path)) else paths:
        yield from list_documents(path, settings=settings)
