"""The store of a run: it may save work and never cost any.

Whatever is wrong with it (read-only, full, damaged, of a newer version) the run goes on without, and says so once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from skillmatch.errors import DamagedStoreError, StoreError
from skillmatch.models import Failure, SkillProfile
from skillmatch.store.database import has_damage, set_aside
from skillmatch.store.files import sign
from skillmatch.store.store import Place, Store

logger = logging.getLogger(__name__)

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

    def find(self, place: Place | None, kind: str, document_id: str) -> SkillProfile | Failure | None:
        """Return the result that is stored for a file, if any."""
        if place is None or place.sha256 is None:
            return None

        def recall(store: Store) -> SkillProfile | Failure | None:
            kept = store.find(place.sha256, kind, self._making)
            try:
                return store.load(kept, document_id) if kept else None
            except DamagedStoreError:
                if has_damage(self._path):
                    raise
                return None  # one record only: it is made anew

        return self._try(recall)

    def keep(self, place: Place | None, kind: str, result: SkillProfile | Failure) -> None:
        """Store a result, unless the file has changed since it was looked at."""
        if place is None or place.sha256 is None or sign(place.path) != place.signature:
            return
        sha256 = place.sha256
        self._try(lambda store: store.keep(sha256, kind, self._making, result))

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
        except StoreError as error:
            self._give_up(error)
        return None

    def _give_up(self, error: Exception) -> None:
        self.close()
        self._note(f"{error}; going on without the store")

    def _note(self, note: str) -> None:
        logger.warning("%s", note)
        self.notes.append(note)
