"""Results by what a document holds and by what made them."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from skillmatch.errors import ChangedStoreError, DamagedStoreError, StoreError
from skillmatch.models import Failure, SkillProfile
from skillmatch.store.database import open_database, transaction, translated
from skillmatch.store.encoding import Encoding
from skillmatch.store.files import digest, is_settled, sign, stored_path
from skillmatch.store.lexicon import Lexicon, build_lexicon
from skillmatch.store.segments import Segments

PASSING = ("internal", "limit", "not-found")  # another try may go better: less load, more memory, a file put back
# What a file held before is of no use any more, unless another file or a member of a pool has it.
_FORGET = """
    DELETE FROM result WHERE sha256 = ?1 AND NOT EXISTS (SELECT 1 FROM file WHERE sha256 = ?1)
    AND NOT EXISTS (SELECT 1 FROM member WHERE member.result = result.id)
"""
DAMAGED = "damaged"  # the making of a record that cannot be read: none looks for it

Self = TypeVar("Self", bound="Store")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A file as it was when looked at: `signature` is None if it was gone, `sha256` if it could not be read."""

    path: Path
    signature: str | None
    sha256: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A stored result: `code` is that of a failure, None for a profile; `segment` is where that is laid out."""

    id: int
    code: str | None
    segment: int | None = None


class Store:
    """Profiles and failures in one SQLite file; several processes may use it at once.

    Parameters
    ----------
    path
        Made with its folder if it is not there, readable by its owner only.

    Attributes
    ----------
    segments
        The profiles that are laid out for ranking.

    Raises
    ------
    StoreError
        The file cannot be used: see `skillmatch.store.database`.

    Examples
    --------
    >>> import tempfile
    >>> from skillmatch.models import Failure
    >>> failure = Failure(document_id="cv.pdf", stage="read", code="empty", message="the file has no bytes")
    >>> with Store(Path(tempfile.mkdtemp(), "store")) as store:
    ...     kept = store.keep(bytes(32), "resume", "1", failure)
    ...     store.load(kept, "cv.pdf") == failure
    True
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._connection = open_database(self.path)
        self.segments = Segments(self)
        try:
            with self.using() as connection:
                self._encoding = Encoding(Lexicon(_lexicon(connection)))
        except BaseException:
            self.close()
            raise

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; whatever was kept is already on its way to the disk."""
        self._connection.close()

    def look(self, path: Path, max_bytes: int, member: str = "") -> Place:
        """Tell what a file holds, without opening one that has not changed since it was last looked at.

        A member of an archive is known by the path that it would have if the archive were a folder.
        """
        signature, name = sign(path), stored_path(path / member)
        with self.using() as connection:
            row = connection.execute("SELECT signature, sha256 FROM file WHERE path = ?", (name,)).fetchone()
            if row is not None and row[0] == signature:
                return Place(path=path, signature=signature, sha256=row[1])
            sha256 = digest(path, max_bytes, member) if signature is not None else None
            if sha256 is not None:
                sure = signature if is_settled(path) and sign(path) == signature else ""
                connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?)", (name, sure, sha256))
                if row is not None and row[1] != sha256:
                    connection.execute(_FORGET, (row[1],))
        return Place(path=path, signature=signature, sha256=sha256)

    def find(self, sha256: bytes | None, kind: str, making: str) -> Kept | None:
        """Find the result for a content; failures that may pass are not found, so that they are tried again."""
        query = "SELECT id, code, segment FROM result WHERE sha256 = ? AND kind = ? AND making = ?"
        with self.using() as connection:
            row = connection.execute(query, (sha256, kind, making)).fetchone()
        return None if row is None or row[1] in PASSING else Kept(id=row[0], code=row[1], segment=row[2])

    def load(self, kept: Kept, document_id: str) -> SkillProfile | Failure:
        """Return a stored result under the name that its document has here.

        Raises
        ------
        DamagedStoreError
            The record cannot be read; it will not be found again.
        ChangedStoreError
            Another process has removed it since it was found.
        """
        with self.using() as connection:
            row = connection.execute("SELECT record FROM result WHERE id = ?", (kept.id,)).fetchone()
        if row is None:
            raise ChangedStoreError(f"{self.path}: was changed by another process: try again")
        try:
            return self._encoding.unpack(row[0], document_id, failed=kept.code is not None)
        except DamagedStoreError:
            with suppress(StoreError), self.using() as connection:
                connection.execute("UPDATE OR IGNORE result SET making = ? WHERE id = ?", (DAMAGED, kept.id))
            raise

    def keep(self, sha256: bytes, kind: str, making: str, result: SkillProfile | Failure) -> Kept:
        """Store a result at once; one that was there is replaced."""
        code = result.code if isinstance(result, Failure) else None
        query = (
            "INSERT INTO result (sha256, kind, making, code, record) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (sha256, kind, making) DO UPDATE SET code = excluded.code, record = excluded.record"
        )
        with self.using() as connection:
            connection.execute(query, (sha256, kind, making, code, self._encoding.pack(result)))
            query = "SELECT id FROM result WHERE sha256 = ? AND kind = ? AND making = ?"
            [number] = connection.execute(query, (sha256, kind, making)).fetchone()
        return Kept(id=number, code=code)

    def keep_for(self, path: Path, place: Place | None, kind: str, making: str, result: SkillProfile | Failure) -> Kept:
        """Store the result of a file, under its content if that is still what it was when looked at."""
        if place is not None and place.sha256 is not None and sign(place.path) == place.signature:
            return self.keep(place.sha256, kind, making, result)
        return self.keep(hashlib.sha256(b"unread " + stored_path(path)).digest(), kind, making, result)

    def drop_other_code(self, making: str) -> None:
        """Delete what was made by other code than that of `making`: it will not be asked for again."""
        with self.using() as connection:
            connection.execute("DELETE FROM result WHERE making NOT LIKE ? || '%'", (making.split("-")[0],))
        self.tidy()

    def tidy(self) -> None:
        """Take the columns of results that are gone out of their segments."""
        if self.segments.left():
            with self.using() as connection, transaction(connection):
                self.segments.tidy()

    def erase(self, digests: Iterable[bytes], paths: Iterable[Path] = ()) -> int:
        """Erase all that is known of contents and paths, leave no trace in the file, and count the results that went.

        Raises
        ------
        StoreError
            Another process is using the store, so that traces may be left: try again when it is done.
        """
        results = 0
        with self.using() as connection:
            with transaction(connection):
                contents = set(digests)
                for path in map(stored_path, paths):
                    contents |= {
                        row[0] for row in connection.execute("SELECT sha256 FROM file WHERE path = ?", (path,))
                    }
                for sha256 in sorted(contents):
                    results += connection.execute("DELETE FROM result WHERE sha256 = ?", (sha256,)).rowcount
                    connection.execute("DELETE FROM file WHERE sha256 = ?", (sha256,))
                self.segments.tidy()
            self._empty_journal(connection)
        return results

    def _empty_journal(self, connection: sqlite3.Connection) -> None:
        """Move all changes into the file: the journal still holds the pages as they were before."""
        [busy, *_] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StoreError(f"{self.path}: in use, so its journal may still hold what was erased: try again")

    @contextmanager
    def using(self) -> Iterator[sqlite3.Connection]:
        """Give the connection; errors of SQLite leave as ours."""
        with translated(self.path):
            yield self._connection


def _lexicon(connection: sqlite3.Connection) -> bytes:
    """Return the store's lexicon; the first to ask makes it."""
    with closing(connection.execute("SELECT content FROM lexicon WHERE id = 1")) as cursor:
        row = cursor.fetchone()
    if row is None:
        made = zlib.compress(build_lexicon())
        connection.execute("INSERT OR IGNORE INTO lexicon VALUES (1, ?)", (made,))
        row = connection.execute("SELECT content FROM lexicon WHERE id = 1").fetchone()
    return zlib.decompress(row[0])
