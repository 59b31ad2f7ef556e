"""The store of a run: it may save work and never cost any.

Whatever is wrong with it (read-only, full, damaged, of a newer version) the run goes on without, and says so once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from skillmatch.errors import ChangedStoreError, DamagedStoreError, StoreError
from skillmatch.models import Failure, SkillProfile
from skillmatch.store.database import has_damage, set_aside, transaction
from skillmatch.store.files import sign
from skillmatch.store.store import Kept, Place, Store

if TYPE_CHECKING:
    from skillmatch.scoring import Background
    from skillmatch.scoring.pool import Pool as Columns
    from skillmatch.store.segments import Key

logger = logging.getLogger(__name__)

SMALL = 64  # profiles: opening a segment and ranking it takes as long as decoding some three
SPARE = 8  # with more small segments than this, their profiles are laid out together

Answer = TypeVar("Answer")


class Cache:
    """Finds and keeps results in a store that may fail.

    Parameters
    ----------
    path
        The store's file; a damaged one is set aside as ``<name>.damaged`` and made anew.
    making
        What makes the results of this run: see `making_of`. Results of other code are deleted.
    max_bytes
        Larger files are not looked into.

    Attributes
    ----------
    notes
        What was wrong with the store; empty if nothing was.
    """

    def __init__(self, path: Path, *, making: str, max_bytes: int) -> None:
        self._path = path
        self._making = making
        self._max_bytes = max_bytes
        self._store: Store | None = None
        self._ready: frozenset[int | None] = frozenset()
        self.notes: list[str] = []
        self._open()
        self._try(lambda store: store.drop_other_code(making))

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def look(self, path: Path, member: str = "") -> Place | None:
        """Tell what a file, or a member of an archive, holds; None without a store."""
        return self._try(lambda store: store.look(path, self._max_bytes, member))

    def find(self, place: Place | None, kind: str) -> Kept | None:
        """Find the result of a file, for use at once: a store that is made anew gives its number to another."""
        if place is None or place.sha256 is None:
            return None
        return self._try(lambda store: store.find(place.sha256, kind, self._making))

    def load(self, kept: Kept, document_id: str) -> SkillProfile | Failure | None:
        """Return a result that was found; None if it has to be made anew."""

        def recall(store: Store) -> SkillProfile | Failure | None:
            try:
                return store.load(kept, document_id)
            except DamagedStoreError:
                if has_damage(self._path):
                    raise
                return None  # one record only

        return self._try(recall)

    def keep(self, place: Place | None, kind: str, result: SkillProfile | Failure) -> None:
        """Store a result, unless the file has changed since it was looked at."""
        if place is None or place.sha256 is None or sign(place.path) != place.signature:
            return
        sha256 = place.sha256
        self._try(lambda store: store.keep(sha256, kind, self._making, result))

    def arrange_columns(self, making: str) -> None:
        """Make the segments of a making ready for use: `open_columns` opens no others."""

        def arrange(store: Store) -> frozenset[int | None]:
            _attempt(lambda: store.segments.arrange(making, SMALL, SPARE))
            return frozenset(store.segments.sizes(making))

        self._ready = self._try(arrange) or frozenset()

    def tidy_columns(self) -> None:
        """Take out of the columns what files held before."""
        self._try(lambda store: _attempt(store.tidy))

    def has_columns(self, kept: Kept) -> bool:
        """Tell whether a result that was found is in a segment that is ready."""
        return kept.segment in self._ready

    def open_columns(
        self,
        number: int,
        background: Background,
        profile_of: Callable[[Key, int], SkillProfile],
        names: Mapping[Key, str],
    ) -> Columns | None:
        """Return the columns of profiles, see `Segments.open`; None if they have to be laid out anew."""
        if number not in self._ready:
            return None

        def read(store: Store) -> Columns | None:
            try:
                return store.segments.open(number, background, profile_of, names)
            except DamagedStoreError:
                if has_damage(self._path):
                    raise
                with store.using() as connection, transaction(connection):
                    store.segments.drop("id = ?", number)
                return None

        return self._try(read)

    def keep_columns(self, columns: Columns, places: Sequence[Place | None], kind: str, making: str) -> None:
        """Store the columns of the profiles of files, but of those that are laid out already."""
        found = [self.find(place, kind) for place in places]
        rows = {
            kept.id: row
            for row, kept in enumerate(found)
            if kept is not None and kept.code is None and kept.segment is None
        }
        entries = {row: (number, number) for number, row in rows.items()}
        self._try(lambda store: _attempt(lambda: store.segments.keep(columns, entries, making)))

    def _open(self) -> None:
        try:
            self._store = Store(self._path)
        except DamagedStoreError:
            self._renew()
        except StoreError as error:
            self._give_up(error)

    def _renew(self) -> None:
        """Put a damaged file aside, and start with an empty one."""
        self.close()
        self._ready = frozenset()
        try:
            aside = set_aside(self._path)
            self._store = Store(self._path)
        except (StoreError, OSError) as error:
            self._give_up(error)
        else:
            self._note(f"{self._path} is damaged: set aside as {aside.name}, and made anew")

    def _try(self, use: Callable[[Store], Answer]) -> Answer | None:
        if self._store is None:
            return None
        try:
            return use(self._store)
        except DamagedStoreError:
            self._renew()
        except ChangedStoreError:
            pass
        except StoreError as error:
            self._give_up(error)
        return None

    def _give_up(self, error: Exception) -> None:
        self.close()
        self._note(f"{error}; going on without the store")

    def _note(self, note: str) -> None:
        logger.warning("%s", note)
        self.notes.append(note)


def _attempt(change: Callable[[], None]) -> None:
    """Change columns if it can be done: a disk that is full is no reason not to read what is there."""
    try:
        change()
    except DamagedStoreError:
        raise
    except StoreError as error:
        logger.info("%s: columns are not kept", error)
