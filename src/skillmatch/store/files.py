"""Tell whether a file is still the one that was read, without opening it."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

from skillmatch.documents.reading import load
from skillmatch.errors import DocumentError
from skillmatch.settings import ReadingSettings

SETTLED_S = 2.0  # a change this close to the last one may leave the times as they are (FAT counts in 2 s)


def sign(path: Path) -> str | None:
    """Return what changes when a file does: size, times and inode; None if there is none.

    The time of the last change of the inode cannot be set back, so a copy with an old date is seen too.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def is_settled(path: Path) -> bool:
    """Tell whether the next change of a file is sure to change its times."""
    try:
        status = path.stat()
    except OSError:
        return False
    return abs(time.time() - max(status.st_mtime, status.st_ctime)) > SETTLED_S


def digest(path: Path, max_bytes: int, member: str = "") -> bytes | None:
    """Return the SHA-256 of a file, or of a member of an archive; None if it cannot be read or is larger."""
    try:
        return hashlib.sha256(load(path, ReadingSettings(max_bytes=max_bytes), member)).digest()
    except DocumentError:
        return None


def stored_path(path: Path) -> bytes:
    """Return the absolute path as the bytes that the system knows it by."""
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100  (Path.resolve asks the disk for every folder)
