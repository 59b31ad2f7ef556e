"""What makes a profile, besides the bytes of the document: one fingerprint for all of it.

A profile of other code, another taxonomy or other settings is never served. The code's share is a hash of the
source files on the road from bytes to profile, so that no version number has to be remembered.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from skillmatch.scoring import Background
    from skillmatch.settings import Settings
    from skillmatch.taxonomy import Taxonomy

COLUMNS_ROAD = ("scoring", "nlp/terms.py", "models.py")
ROAD = ("documents", "nlp", "taxonomy", "guard.py", "models.py")
LIBRARIES = ("spacy", "rapidfuzz", "pypdfium2", "pdfminer.six", "striprtf", "pytesseract")


def making_of(taxonomy: Taxonomy, settings: Settings, model: str | None = None) -> str:
    """Return 16 hex digits for the code, a hyphen, and 16 for taxonomy, settings of extraction and limits of reading.

    Limits are among it since they decide which documents fail, and so is the fingerprint of a learned model where there
    is one; weights of scoring are not, since they come after.
    """
    parts = {
        "taxonomy": taxonomy.fingerprint,
        "extraction": dataclasses.asdict(settings.extraction),
        "reading": dataclasses.asdict(settings.reading),
        **({"model": model} if model else {}),
    }
    return f"{code_fingerprint()}-{hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]}"


@cache
def code_fingerprint(road: tuple[str, ...] = ROAD, libraries: tuple[str, ...] = LIBRARIES) -> str:
    """Return 16 hex digits for code and the libraries that it uses: by default all that makes profiles."""
    return _fingerprint(road, libraries)


def columns_making_of(taxonomy: Taxonomy, background: Background) -> str:
    """Return 16 hex digits for what makes the columns that profiles are ranked by."""
    parts = (_columns_fingerprint(), taxonomy.fingerprint, background.fingerprint)
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


@cache
def _columns_fingerprint() -> str:
    return _fingerprint(COLUMNS_ROAD, ())


def _fingerprint(road: Iterable[str], libraries: Iterable[str]) -> str:
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
