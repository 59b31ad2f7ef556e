"""What makes a profile, besides the bytes of the document: one fingerprint for all of it.

A profile of other code, another taxonomy or other settings is never served. The code's share is a hash of the
source files on the road from bytes to profile, so that no version number has to be remembered.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING

from skillmatch.fingerprint import fingerprint_code

if TYPE_CHECKING:
    from skillmatch.scoring import Background
    from skillmatch.settings import Settings
    from skillmatch.taxonomy import Taxonomy

COLUMNS_ROAD = ("scoring", "nlp/terms.py", "models.py")
ROAD = ("documents", "nlp", "taxonomy", "guard.py", "kept.py", "models.py")
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
    return fingerprint_code(road, libraries)


def columns_making_of(taxonomy: Taxonomy, background: Background) -> str:
    """Return 16 hex digits for what makes the columns that profiles are ranked by."""
    parts = (_columns_fingerprint(), taxonomy.fingerprint, background.fingerprint)
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


@cache
def _columns_fingerprint() -> str:
    return fingerprint_code(COLUMNS_ROAD)
