"""Keep a pool in step with its folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from skillmatch.documents import Source, list_documents
from skillmatch.errors import MissingExtraError, StoreError, UsageError
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure, SkillProfile
from skillmatch.run import Done, Run, windows
from skillmatch.store import Kept, Place, Pool, making_of
from skillmatch.store.pool import KIND

PAUSE_MS = 250  # between the start of the watch and the first sign
PAUSES = 240  # a minute: finds what network drives do not tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What an update did to the members of a pool."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether there was anything to do."""
        return bool(self.added or self.changed or self.removed)


def add_folders(
    pool: Pool,
    folders: Iterable[Path],
    matcher: SkillMatcher,
    *,
    workers: int | None = None,
    watch: Callable[[Done], None] | None = None,
) -> Changes:
    """Add the documents of files and folders to a pool; from then on `update_pool` follows them.

    Raises
    ------
    UsageError
        There is nothing at a path, or one of its documents has the id of a member from elsewhere.
    StoreError
        The pool cannot be written; what was profiled until then is kept.
    """
    added = tuple(Path(folder).absolute() for folder in folders)
    for folder in added:
        pool.follow(folder, (source.document_id for source in list_documents(folder)))
    return _bring_up(pool, added, matcher, workers, watch)


def update_pool(
    pool: Pool,
    matcher: SkillMatcher,
    *,
    workers: int | None = None,
    watch: Callable[[Done], None] | None = None,
) -> Changes:
    """Profile what is new or changed in the folders of a pool, and erase the members whose files are gone.

    Raises
    ------
    UsageError
        A folder is not there; nothing is erased then.
    StoreError
        A folder has become empty (is it mounted?), or the pool cannot be written.
    """
    return _bring_up(pool, pool.folders(), matcher, workers, watch)


def iter_changes(folders: Iterable[Path]) -> Iterator[None]:
    """Give a sign when the watch is on, then whenever something in the folders may have changed, until interrupted.

    What changes while a sign is worked on gives another one: nothing falls between two looks.

    Raises
    ------
    MissingExtraError
        The extra ``watch`` is not installed.
    UsageError
        A folder is not there or cannot be watched.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtraError("watching folders needs watchfiles: pip install 'skillmatch[watch]'") from error
    places = tuple(folders)
    try:
        signs = watch(*places, yield_on_timeout=True, rust_timeout=PAUSE_MS, raise_interrupt=True)
        for number, changes in enumerate(signs):
            if changes or number % PAUSES == 0:
                yield
    except OSError as error:
        named = ", ".join(map(str, places))
        raise UsageError(f"{named}: cannot be watched ({error}); update the pool without watching instead") from error


def _bring_up(
    pool: Pool,
    folders: Iterable[Path],
    matcher: SkillMatcher,
    workers: int | None,
    watch: Callable[[Done], None] | None,
) -> Changes:
    making = making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model)
    tallies: list[_Tally] = []
    with Run(matcher, KIND, workers, watch) as run:
        for folder in folders:
            tally = _Tally(pool, folder, making, matcher.settings.reading.max_bytes)
            for window in windows(list_documents(folder)):
                for _ in run.profile(window, tally):
                    pass
            tally.check_not_empty()
            tallies.append(tally)
    gone = tuple(document_id for tally in tallies for document_id in tally.gone())
    pool.remove(gone)
    pool.drop_leftovers()
    return Changes(
        added=sum(tally.added for tally in tallies),
        changed=sum(tally.changed for tally in tallies),
        unchanged=sum(tally.unchanged for tally in tallies),
        removed=gone,
    )


class _Tally:
    """A folder of a pool: where its results go, and what has become of its members."""

    def __init__(self, pool: Pool, folder: Path, making: str, max_bytes: int) -> None:
        self._pool, self._folder, self._making, self._max_bytes = pool, folder, making, max_bytes
        self._before = frozenset(pool.members_of(folder))
        self._seen: set[str] = set()
        self._unlisted: list[str] = []
        self.added = self.changed = self.unchanged = 0

    def recall(self, source: Source) -> tuple[Place | None, Kept | None]:
        self._seen.add(source.document_id)
        if source.problem:
            if source.path.is_dir():
                self._unlisted.append(source.document_id + "/" if source.document_id else "")
            return None, None
        place = self._pool.look(source.path, self._max_bytes, source.member)
        kept = self._pool.find(place.sha256, KIND, self._making)
        if kept is not None:
            self._put(source, kept)
        return place, kept

    def settle(self, source: Source, place: Place | None, result: SkillProfile | Failure) -> Kept:
        kept = self._pool.keep_for(source.path / source.member, place, KIND, self._making, result)
        self._put(source, kept)
        return kept

    def check_not_empty(self) -> None:
        """Refuse to take an unmounted folder for one whose people have all gone."""
        if self._before and not self._seen:
            raise StoreError(
                f"{self._folder} is empty, and {len(self._before)} members came from it: if that is right, remove them "
                "with `skillmatch pool remove`"
            )

    def gone(self) -> tuple[str, ...]:
        """Return the members whose files are no longer there; a folder that cannot be listed keeps its own."""
        lost = sorted(self._before - self._seen)
        return tuple(it for it in lost if not any(it.startswith(prefix) for prefix in self._unlisted))

    def _put(self, source: Source, kept: Kept) -> None:
        other = self._pool.put(source.document_id, kept, self._folder, source.path / source.member)
        if source.document_id not in self._before:
            self.added += 1
        elif other:
            self.changed += 1
        else:
            self.unchanged += 1
