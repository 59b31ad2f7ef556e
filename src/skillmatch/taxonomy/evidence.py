"""Which documents name which skills: the committed proof that a taxonomy was built from documents.

Counts only, no quotation. `skillmatch.discovery.gather_evidence` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from skillmatch.errors import TaxonomyError

FILE = "evidence.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvidence:
    """One document: its name, the hash of its bytes, and how often it names each skill."""

    name: str
    sha256: str
    skills: Mapping[str, int]


def format_evidence(documents: Iterable[DocumentEvidence]) -> str:
    """Return the text of an evidence file: documents by name, skills by id."""
    rows = [
        {"name": one.name, "sha256": one.sha256, "skills": dict(sorted(one.skills.items()))}
        for one in sorted(documents, key=lambda one: one.name)
    ]
    return json.dumps({"schema": SCHEMA, "documents": rows}, indent=1, ensure_ascii=False) + "\n"


def load_evidence(path: Path | None = None) -> tuple[DocumentEvidence, ...]:
    """Read an evidence file, the shipped one by default; without a file there is no evidence.

    Raises
    ------
    TaxonomyError
        The file is not evidence of this schema.
    """
    place = path if path is not None else files("skillmatch.taxonomy_data") / FILE
    if not place.is_file():
        return ()
    try:
        data = json.loads(place.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise TaxonomyError(f"{place}: evidence of schema {data['schema']}, expected {SCHEMA}")
        return tuple(DocumentEvidence(**row) for row in data["documents"])
    except (ValueError, KeyError, TypeError) as error:
        raise TaxonomyError(f"{place}: is not an evidence file") from error
