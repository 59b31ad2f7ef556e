"""Open the SQLite file of a store: private, in WAL mode, brought up to the present schema.

Every error of SQLite leaves this module as a `StoreError` (or `DamagedStoreError`) that names the file.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from skillmatch.errors import DamagedStoreError, StoreError

APPLICATION_ID = 0x534B4D54  # "SKMT": tells a store from any other SQLite file
PAGE_BYTES = 16_384  # of records of about 2 KB, few fit a page of 4 KB, and the rest of it would be lost
BUSY_S = 30.0  # two runs may share a store; each holds the lock for one row at a time

# One script for each version of the schema; `user_version` counts those that a file has had.
MIGRATIONS = (
    """
    CREATE TABLE dictionary (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE result (
        id INTEGER PRIMARY KEY,
        sha256 BLOB NOT NULL,
        kind TEXT NOT NULL,
        making TEXT NOT NULL,
        code TEXT,
        record BLOB NOT NULL,
        UNIQUE (sha256, kind, making)
    );
    CREATE TABLE file (path BLOB PRIMARY KEY, signature TEXT NOT NULL, sha256 BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX file_sha256 ON file (sha256);
    CREATE TABLE folder (path BLOB PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE member (
        document_id TEXT PRIMARY KEY,
        result INTEGER NOT NULL REFERENCES result (id),
        folder BLOB,
        path BLOB
    ) WITHOUT ROWID;
    CREATE INDEX member_result ON member (result);
    """,
    # Records by column, with a lexicon. No release wrote others, so they are not translated: updates make them anew.
    """
    DELETE FROM member;
    DELETE FROM file;
    DELETE FROM result;
    DROP TABLE dictionary;
    CREATE TABLE lexicon (id INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE segment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, making TEXT NOT NULL, members INTEGER NOT NULL, content BLOB NOT NULL
    );
    ALTER TABLE member ADD COLUMN segment INTEGER REFERENCES segment (id);
    CREATE INDEX member_segment ON member (segment);
    CREATE INDEX result_failed ON result (code) WHERE code IS NOT NULL;
    """,
    # Columns of the results that a run has found, beside those of a pool's members.
    """
    ALTER TABLE result ADD COLUMN segment INTEGER;
    CREATE INDEX result_segment ON result (segment) WHERE segment IS NOT NULL;
    """,
)

_DAMAGED = ("malformed", "not a database", "encrypted")
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_AT = 68  # where SQLite's header has the application id


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise SQLite's errors as ours."""
    try:
        yield
    except sqlite3.Error as error:
        kind = DamagedStoreError if any(word in str(error) for word in _DAMAGED) else StoreError
        raise kind(f"{path}: {error}") from error


def open_database(path: Path) -> sqlite3.Connection:
    """Open a store's file, or make it.

    Raises
    ------
    DamagedStoreError
        The file was a store, and is damaged.
    StoreError
        It cannot be opened, is no store or that of another program, or was made by a newer version.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # profiles are personal
    except OSError as error:
        if not os.path.isfile(path):  # noqa: PTH113  (Path.is_file raises where the folder is closed to us)
            raise StoreError(f"{path}: cannot be made: {error.strerror}") from error
    if _is_foreign(path):
        raise StoreError(f"{path}: is no store of skillmatch: name another file, or delete this one")
    with translated(path):
        connection = sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _is_foreign(path: Path) -> bool:
    """Tell whether a file was never a store: a document that is named by mistake must not be set aside."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return False  # SQLite says what is wrong
    ours = header[_APPLICATION_AT:][:4] == APPLICATION_ID.to_bytes(4, "big")
    return not (header.startswith(_MAGIC) or ours or not header.strip(b"\0"))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(
        "PRAGMA secure_delete = ON"
    )  # overwrites what is removed; nothing of 1,000 rows of 20,000 was left
    found = _version(connection, path)
    if found < len(MIGRATIONS):
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")  # of a new file; an old one keeps its own
        connection.execute("PRAGMA journal_mode = WAL")
        with transaction(connection):
            for script in MIGRATIONS[_version(connection, path) :]:  # asked again: another run may have been first
                for statement in script.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("PRAGMA synchronous = NORMAL")  # safe in WAL mode: a power cut costs the last rows, not the file


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return how many migrations the file has had, after checking that it is ours."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise StoreError(f"{path}: is the database of another program: name another file")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: was made by a newer skillmatch (store version {version}, this one knows {len(MIGRATIONS)}): "
            "upgrade, or name another file"
        )
    return int(version)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make several changes at once or none; the lock for writing is taken first, so nobody comes between."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # SQLite rolls back by itself when the disk is full
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def set_aside(path: Path) -> Path:
    """Rename a damaged file, so that a new one can be made; its journal goes, since it is of no use alone."""
    aside = path.with_name(f"{path.name}.damaged")
    path.replace(aside)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return aside


def has_damage(path: Path) -> bool:
    """Tell whether SQLite's own check of every page finds anything wrong."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.DatabaseError:
        return True
