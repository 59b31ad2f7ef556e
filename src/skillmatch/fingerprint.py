"""Tell one state of our code from another, so that no version number has to be remembered when code changes."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable


def fingerprint_code(road: Iterable[str], libraries: Iterable[str] = ()) -> str:
    """Return 16 hex digits for source files or folders of this package and for the libraries that they use."""
    digest = hashlib.sha256()
    for name in road:
        _add(digest, name, files("skillmatch") / name)
    for library in libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()[:16]


def _add(digest: hashlib._Hash, name: str, place: Traversable) -> None:
    if place.is_dir():
        for entry in sorted(place.iterdir(), key=lambda it: it.name):
            if entry.name != "__pycache__":
                _add(digest, f"{name}/{entry.name}", entry)
    else:
        content = place.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode() + content)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
