"""A store with a list of members: the people that new jobs are ranked against."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from skillmatch.errors import MismatchError, UsageError
from skillmatch.models import Failure, SkillProfile
from skillmatch.schema import to_json
from skillmatch.store.database import transaction
from skillmatch.store.files import stored_path
from skillmatch.store.members import MemberColumns
from skillmatch.store.store import Kept, Store

if TYPE_CHECKING:
    from skillmatch.scoring import FitScorer
    from skillmatch.scoring.pool import Pool as Columns

KIND: Literal["resume"] = "resume"
GIVEN = "given"  # the making of a profile that was not made from a file of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased with one member: `sha256` are the contents (in hex) that nobody else in the pool has."""

    document_id: str
    path: Path | None
    sha256: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolStats:
    """What a pool holds: `failures` counts members by the code of their failure."""

    members: int
    failures: tuple[tuple[str, int], ...]
    folders: tuple[Path, ...]
    bytes: int


class Pool(Store):
    """Profiles that stay at hand; iterating gives them one by one, as a run over the folder would.

    Examples
    --------
    >>> import tempfile
    >>> from skillmatch import SkillMatcher, read_bytes
    >>> matcher = SkillMatcher()
    >>> cv = matcher.profile(read_bytes(b"Skills: Python", document_id="cv"), kind="resume")
    >>> job = matcher.profile(read_bytes(b"Requirements: Python", document_id="job"), kind="job")
    >>> with Pool(Path(tempfile.mkdtemp(), "people.pool")) as pool:
    ...     pool.add([cv])
    ...     [match.document_id for match in matcher.rank(job, pool).matches]
    ['cv']
    """

    def __init__(self, path: str | Path) -> None:
        super().__init__(path)
        self._columns = MemberColumns(self)

    def __len__(self) -> int:
        with self.using() as connection:
            [count] = connection.execute("SELECT count(*) FROM member").fetchone()
        return int(count)

    def __iter__(self) -> Iterator[SkillProfile | Failure]:
        for document_id in self.document_ids():
            with self.using() as connection:
                query = "SELECT result.id, code FROM member JOIN result ON result.id = result WHERE document_id = ?"
                row = connection.execute(query, (document_id,)).fetchone()
            if row is not None:  # removed since by another process
                yield self.load(Kept(id=row[0], code=row[1]), document_id)

    def document_ids(self) -> tuple[str, ...]:
        """Return the members' ids, in the order in which their folder is walked."""
        with self.using() as connection:
            rows = connection.execute("SELECT document_id FROM member").fetchall()
        return tuple(sorted((row[0] for row in rows), key=_walk_order))

    def members(self) -> Iterator[tuple[str, str | None]]:
        """Give the id of each member, with the code of its failure or None, in the order of `document_ids`."""
        with self.using() as connection:
            codes = dict(connection.execute("SELECT document_id, code FROM member JOIN result ON result.id = result"))
        for document_id in sorted(codes, key=_walk_order):
            yield document_id, codes[document_id]

    def failures(self) -> Iterator[Failure]:
        """Give the members that have no profile, in the order of `document_ids`."""
        with self.using() as connection:
            query = "SELECT document_id, result, code FROM member JOIN result ON id = result WHERE code IS NOT NULL"
            rows = connection.execute(query).fetchall()
        for document_id, number, code in sorted(rows, key=lambda row: _walk_order(row[0])):
            failure = self.load(Kept(id=number, code=code), document_id)
            assert isinstance(failure, Failure)  # noqa: S101
            yield failure

    def columns(self, scorer: FitScorer) -> list[Columns]:
        """Return all profiles laid out for ranking, in pieces; what is new since the last time is laid out first.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        DamagedStoreError
            Something cannot be read; it is made anew the next time.
        """
        return self._columns.columns(scorer)

    def add(self, results: Iterable[SkillProfile | Failure]) -> None:
        """Add profiles made elsewhere; one of the same id is replaced."""
        for result in results:
            sha256 = hashlib.sha256(to_json(result).encode()).digest()
            self.put(result.document_id, self.keep(sha256, KIND, GIVEN, result))
        self.drop_leftovers()

    def put(self, document_id: str, kept: Kept, folder: Path | None = None, path: Path | None = None) -> bool:
        """Make a stored result that of a member; return whether it was another or none before."""
        row = (
            document_id,
            kept.id,
            None if folder is None else stored_path(folder),
            None if path is None else stored_path(path),
        )
        with self.using() as connection:
            query = "SELECT document_id, result, folder, path FROM member WHERE document_id = ?"
            found = connection.execute(query, (document_id,)).fetchone()
            if found != row:
                connection.execute("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, NULL)", row)
        return found is None or found[1] != kept.id

    def follow(self, folder: Path, document_ids: Iterable[str]) -> None:
        """Add a folder to those that the pool is kept in step with.

        Raises
        ------
        UsageError
            One of its documents has the id of a member from elsewhere.
        """
        name = stored_path(folder)
        with self.using() as connection:
            for document_id in document_ids:
                query = "SELECT folder FROM member WHERE document_id = ? AND folder IS NOT ?"
                row = connection.execute(query, (document_id, name)).fetchone()
                if row is not None:
                    other = "the pool" if row[0] is None else os.fsdecode(row[0])
                    raise UsageError(
                        f"{document_id} is in {other} already, and in {folder}: add a folder that holds both instead"
                    )
            connection.execute("INSERT OR IGNORE INTO folder VALUES (?)", (name,))

    def folders(self) -> tuple[Path, ...]:
        """Return the folders that the pool is kept in step with, sorted."""
        with self.using() as connection:
            rows = connection.execute("SELECT path FROM folder ORDER BY path").fetchall()
        return tuple(Path(os.fsdecode(row[0])) for row in rows)

    def members_of(self, folder: Path) -> tuple[str, ...]:
        """Return the ids of the members that came from a folder."""
        with self.using() as connection:
            rows = connection.execute("SELECT document_id FROM member WHERE folder = ?", (stored_path(folder),))
            return tuple(row[0] for row in rows)

    def remove(self, document_ids: Iterable[str]) -> tuple[Erased, ...]:
        """Erase members: their rows, what only they share of the rest, and every trace in the file.

        Raises
        ------
        UsageError
            There is no such member; nothing is erased then.
        """
        leaving = tuple(dict.fromkeys(document_ids))
        with self.using() as connection:
            with transaction(connection):
                gone = tuple(self._unlink(document_id) for document_id in leaving)
                self.segments.tidy()
            digests = [bytes.fromhex(sha256) for erased in gone for sha256 in erased.sha256]
        if gone:
            self.erase(digests)
        return gone

    def _unlink(self, document_id: str) -> Erased:
        """Take a member off the list; its content goes unless another member has the same."""
        query = "SELECT path, sha256 FROM member JOIN result ON result.id = result WHERE document_id = ?"
        row = self._connection.execute(query, (document_id,)).fetchone()
        if row is None:
            raise UsageError(f"{self.path}: no member {document_id!r}: `skillmatch pool list` shows them")
        self._connection.execute("DELETE FROM member WHERE document_id = ?", (document_id,))
        path, sha256 = row
        self._connection.execute("DELETE FROM file WHERE path = ?", (path,))
        query = "SELECT 1 FROM member JOIN result ON result.id = result WHERE sha256 = ?"
        shared = self._connection.execute(query, (sha256,)).fetchone()
        return Erased(
            document_id=document_id,
            path=None if path is None else Path(os.fsdecode(path)),
            sha256=() if shared else (sha256.hex(),),
        )

    def drop_leftovers(self) -> None:
        """Delete results that no member has any more."""
        with self.using() as connection, transaction(connection):
            connection.execute("DELETE FROM result WHERE id NOT IN (SELECT result FROM member)")
            connection.execute("DELETE FROM file WHERE sha256 NOT IN (SELECT sha256 FROM result)")
            self.segments.tidy()

    def check(self, making: str) -> None:
        """Check that all members were made by the present code, taxonomy and settings.

        Raises
        ------
        MismatchError
            Some were not; the message says how many and what to do.
        """
        query = "SELECT count(*) FROM member JOIN result ON result.id = result WHERE making NOT IN (?, ?)"
        with self.using() as connection:
            [count] = connection.execute(query, (making, GIVEN)).fetchone()
        if count:
            raise MismatchError(
                f"{self.path}: {count} of {len(self)} profiles were made with another version, taxonomy or settings, "
                f"or are damaged: run `skillmatch pool update {self.path}`"
            )

    def stats(self) -> PoolStats:
        """Count what the pool holds."""
        query = (
            "SELECT code, count(*) FROM member JOIN result ON result.id = result "
            "WHERE code IS NOT NULL GROUP BY code ORDER BY code"
        )
        with self.using() as connection:
            failures = tuple(connection.execute(query))
            [pages] = connection.execute("PRAGMA page_count").fetchone()
            [page_bytes] = connection.execute("PRAGMA page_size").fetchone()
        return PoolStats(members=len(self), failures=failures, folders=self.folders(), bytes=pages * page_bytes)


def _walk_order(document_id: str) -> list[str]:
    """Order ids as a folder is walked: by the names on the way."""
    return document_id.split("/")
