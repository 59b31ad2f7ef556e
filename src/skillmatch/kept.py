"""What follows from data files and code alone, kept in the user's cache folder so that it is worked out once.

A file holds JSON below its own SHA-256: it can run no code, and one that is cut off or was changed is made anew. Where
nothing can be written, all is worked out each time.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

MOST = 4  # files of one kind, some megabytes each: the newest stay


def recall(kind: str, key: str) -> object:
    """Return what was kept under a key, None if there is nothing sound.

    Parameters
    ----------
    kind
        What it is, in letters.
    key
        What it was made of and by: a fingerprint.
    """
    try:
        digest, _, body = _place(kind, key).read_bytes().partition(b"\n")
        return json.loads(body) if digest == _digest(body) else None
    except (OSError, ValueError):
        return None


def keep(kind: str, key: str, value: object) -> None:
    """Keep what JSON can hold, if that can be done; other processes see all of it or nothing."""
    place = _place(kind, key)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                body = json.dumps(value, separators=(",", ":")).encode()
                file.write(_digest(body) + b"\n" + body)
            Path(name).replace(place)
        except OSError:
            Path(name).unlink(missing_ok=True)
        known = sorted(place.parent.glob(f"{kind}-*.json"), key=lambda it: it.stat().st_mtime_ns)
        for old in known[:-MOST]:
            old.unlink(missing_ok=True)


def _place(kind: str, key: str) -> Path:
    return user_cache_path("skillmatch") / "derived" / f"{kind}-{key}.json"


def _digest(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode()
