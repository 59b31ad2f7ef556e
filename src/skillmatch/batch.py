"""Many documents: each is read and profiled behind a guard, in isolated workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from skillmatch.documents import Source, list_documents, read
from skillmatch.guard import guarded
from skillmatch.isolation import map_isolated
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Document, Failure, SkillProfile
from skillmatch.settings import ReadingSettings

Kind = Literal["auto", "resume", "job"]


def process(sources: Iterable[Source], matcher: SkillMatcher, kind: Kind = "auto") -> Iterator[SkillProfile | Failure]:
    """Read and profile documents one by one: the only worker function, whatever runs it."""
    for source in sources:
        yield _profile(source, matcher=matcher, kind=kind)


def profile_paths(
    paths: Iterable[str | Path] | str | Path,
    matcher: SkillMatcher,
    *,
    kind: Kind = "auto",
    workers: int | None = None,
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

    Yields
    ------
    A profile or a failure for each document, in the order of discovery, whatever the number of workers.
    """
    work = partial(_profile, matcher=matcher, kind=kind)
    yield from map_isolated(work, _sources(paths), name=_name, settings=matcher.settings.reading, workers=workers)


def read_paths(
    paths: Iterable[str | Path] | str | Path,
    settings: ReadingSettings | None = None,
    *,
    workers: int | None = None,
) -> Iterator[Document | Failure]:
    """Read every document of files and folders, isolated like `profile_paths`."""
    settings = settings or ReadingSettings()
    work = partial(_read, settings=settings)
    yield from map_isolated(work, _sources(paths), name=_name, settings=settings, workers=workers)


def _sources(paths: Iterable[str | Path] | str | Path) -> Iterator[Source]:
    for path in [paths] if isinstance(paths, (str, Path)) else paths:
        yield from list_documents(path)


def _name(source: Source) -> str:
    return source.document_id


def _read(source: Source, settings: ReadingSettings) -> Document | Failure:
    return guarded(
        source.document_id, "read", lambda: read(source.path, settings=settings, document_id=source.document_id)
    )


def _profile(source: Source, matcher: SkillMatcher, kind: Kind) -> SkillProfile | Failure:
    document = _read(source, matcher.settings.reading)
    if isinstance(document, Failure):
        return document
    return guarded(source.document_id, "profile", lambda: matcher.profile(document, kind))
