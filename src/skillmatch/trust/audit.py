"""An append-only log of what was decided about whom, that shows when it was touched.

Each entry is one line of JSON and holds the hash of the entry before it, so that no line can be changed, dropped or
moved without breaking the chain. What concerns one candidate is sealed with that candidate's key (`keyring`): the
chain is over the sealed form, so that it still holds when the key is dropped and the person erased.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Literal

from skillmatch.errors import RowError, UsageError
from skillmatch.trust.keyring import KeyRing, pseudonym_of, seal, unseal

FIRST = "0" * 64  # what stands for the hash before the first entry
EntryKind = Literal["run", "scored", "failed", "decided", "erased"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: `facts` tell nothing of one person; `subject` is a pseudonym, `sealed` can be read with its key."""

    number: int
    at: str
    kind: EntryKind
    by: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    sealed: str = ""
    previous: str
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """A log that was found whole."""

    entries: int
    head: str
    subjects: int
    erased: int


class AuditLog:
    """A log and its key ring, open for writing.

    Parameters
    ----------
    path
        The log; it is made with the first entry.
    ring
        The keys of its candidates.
    """

    def __init__(self, path: str | Path, ring: KeyRing) -> None:
        self.path = Path(path)
        self.ring = ring
        if self.ring.pending is not None:
            self._recover(self.ring.pending)
        self._number, self._head = _end_of(self.path)
        if (self._number, self._head) != self.ring.end:
            raise RowError(
                f"{self.path}: has {self._number} entries, its key ring knows of {self.ring.end[0]}: "
                "run 'skillmatch trust verify' and put the right log back"
            )

    def _recover(self, pending: tuple[int, str]) -> None:
        """Finish or undo a batch that a crash cut short: it is in the log whole, or not at all."""
        lines = self.path.read_bytes().split(b"\n") if self.path.exists() else [b""]
        if len(lines) - 1 == pending[0] and not lines[-1] and _end_of(self.path) == pending:
            self.ring.settle(*pending)
            return
        count, head = self.ring.end
        kept = b"".join(line + b"\n" for line in lines[:count])
        if len(lines) > count and (not count or _parse(lines[count - 1], f"{self.path}, row {count}").hash == head):
            self.path.write_bytes(kept)
            self.ring.settle(count, head)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Open the log for a batch of entries, all of which are written at the end or none."""
        try:
            log = self.path.open("ab")
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be written: {error.strerror}") from error
        with log as file:
            _lock(file)
            if _end_of(self.path) != (self._number, self._head):
                raise RowError(f"{self.path}: somebody else has written to it: try again")
            writer = Writer(file, self.ring, self._number, self._head)
            yield writer
            self._number, self._head = writer.flush()


class Writer:
    """Adds entries to a log; they are written together when all are there."""

    def __init__(self, file: BinaryIO, ring: KeyRing, number: int, head: str) -> None:
        self._file, self._ring, self._number, self._head = file, ring, number, head
        self._lines: list[bytes] = []

    def add(
        self,
        kind: EntryKind,
        *,
        at: str,
        by: str,
        facts: Mapping[str, Any] | None = None,
        candidate: str = "",
        secret: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Add an entry.

        Parameters
        ----------
        kind
            What happened.
        at
            When, in ISO 8601.
        by
            Who did it: a role or a staff number, in clear.
        facts
            What tells nothing of one person, in clear.
        candidate
            The document's id; the log holds a pseudonym in its place.
        secret
            What concerns the candidate; it is sealed.
        """
        subject, sealed = "", ""
        if candidate:
            key = self._ring.make_key(candidate)
            subject = pseudonym_of(key)
            sealed = seal(key, json.dumps(dict(secret or {}), ensure_ascii=False, sort_keys=True), subject)
        entry = Entry(
            number=self._number + 1, at=at, kind=kind, by=by, facts=dict(facts or {}), subject=subject, sealed=sealed,
            previous=self._head or FIRST,
        )  # fmt: skip
        entry = replace(entry, hash=hash_of(entry))
        self._lines.append(_line(entry))
        self._number, self._head = entry.number, entry.hash
        return entry

    def flush(self) -> tuple[int, str]:
        """Write what was added: the keys first, so that no seal is without its key."""
        self._ring.announce(self._number, self._head)
        self._file.write(b"".join(self._lines))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._ring.settle(self._number, self._head)
        return self._number, self._head


def hash_of(entry: Entry) -> str:
    """Hash all of an entry but its own hash (SHA-256 of its JSON with sorted keys)."""
    data = asdict(entry)
    del data["hash"]
    return hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def read_entries(path: str | Path) -> Iterator[Entry]:
    """Read a log and check the chain on the way.

    Raises
    ------
    UsageError
        There is no such file.
    RowError
        An entry was changed, dropped, added or moved; the message names the first row that shows it.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: no log can be read there: {error.strerror}") from error
    previous, number = FIRST, 0
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        place = f"{path}, row {number}"
        entry = _parse(line, place)
        if entry.number != number:
            raise RowError(f"{place}: holds entry {entry.number}: entries before it were dropped, added or moved")
        if entry.previous != previous:
            raise RowError(f"{place}: does not follow the row before it: one of the two was changed or replaced")
        if entry.hash != hash_of(entry):
            raise RowError(f"{place}: was changed: its hash is not that of what it says")
        previous = entry.hash
        yield entry
    if data and not data.endswith(b"\n"):
        raise RowError(f"{path}, row {number + 1}: is cut off")


def verify(path: str | Path, *, ring: KeyRing | None = None, head: str | None = None) -> Verified:
    """Check a whole log.

    Parameters
    ----------
    path
        The log.
    ring
        Its key ring: with it, entries cut off at the end are missed and all seals are opened.
    head
        The hash of the last entry, noted elsewhere: with it, a log written anew from end to end is found out.

    Raises
    ------
    RowError
        The log is not what was written.
    """
    keys = ring.keys() if ring else {}
    subjects: set[str] = set()
    last, count, erased = "", 0, set[str]()
    for entry in read_entries(path):
        count, last = entry.number, entry.hash
        if entry.subject:
            subjects.add(entry.subject)
            if entry.subject in keys:
                unseal(keys[entry.subject], entry.sealed, entry.subject)
            else:
                erased.add(entry.subject)
    if ring is not None and (count, last) not in (ring.end, ring.pending):
        raise RowError(f"{path}: ends with row {count}, but {ring.end[0]} were written: entries were cut off or added")
    if head is not None and head != last:
        raise RowError(f"{path}: the last hash is {last}, not {head}")
    return Verified(entries=count, head=last, subjects=len(subjects), erased=len(erased) if ring else 0)


def _parse(line: bytes, place: str) -> Entry:
    try:
        return Entry(**json.loads(line))
    except (ValueError, TypeError) as error:
        raise RowError(f"{place}: is not an entry: the log was edited") from error


def _line(entry: Entry) -> bytes:
    return json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _end_of(path: Path) -> tuple[int, str]:
    """Return the number and hash of the last entry, without reading all before it."""
    if not path.exists() or not path.stat().st_size:
        return 0, ""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - (1 << 20)))
        tail = file.read()
    if not tail.endswith(b"\n"):
        raise RowError(f"{path}: its last row is cut off: run 'skillmatch trust verify'")
    entry = _parse(tail[:-1].rpartition(b"\n")[2], f"{path}, last row")
    return entry.number, entry.hash


def _lock(file: BinaryIO) -> None:
    """Keep others from writing at the same time, where the system can."""
    try:
        import fcntl
    except ImportError:  # Windows: two writers at once are found out by the chain
        return
    fcntl.flock(file, fcntl.LOCK_EX)
