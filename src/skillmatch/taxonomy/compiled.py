"""Skills as plain rows, so that files are parsed and checked once and not by each process."""

from __future__ import annotations

import dataclasses
import hashlib
import platform
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from skillmatch.fingerprint import fingerprint_code
from skillmatch.taxonomy.skill import Relation, Skill

ROAD = ("taxonomy", "toml.py", "kept.py")
_DEFAULTS = {field.name: field.default for field in dataclasses.fields(Skill)}


def fingerprint_files(paths: Iterable[Path]) -> str | None:
    """Return 32 hex digits for folders or files of a taxonomy and for the code that reads them.

    None if one of them cannot be read.
    """
    digest = hashlib.sha256(_fingerprint_parser().encode())
    try:
        for path in paths:
            files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
            digest.update(f"{len(files)} {path.name}\n".encode())  # both may name the taxonomy or a category
            for file in files:
                content = file.read_bytes()
                digest.update(f"{file.name} {len(content)}\n".encode() + content)
    except OSError:
        return None
    return digest.hexdigest()[:32]


@cache
def _fingerprint_parser() -> str:
    return f"{platform.python_version()} {fingerprint_code(ROAD, ('tomli',))}"


def to_rows(skills: Iterable[Skill]) -> list[dict[str, object]]:
    """Turn skills into what JSON can hold; what a skill does not state is left out."""
    rows = []
    for skill in skills:
        row = {key: value for key, default in _DEFAULTS.items() if (value := getattr(skill, key)) != default}
        if skill.related:
            row["related"] = [[it.id, it.weight, it.reason] for it in skill.related]
        rows.append(row)
    return rows


def from_rows(rows: Iterable[dict[str, Any]]) -> list[Skill]:
    """Make the skills of rows that have been through JSON or not."""
    skills = []
    for row in rows:
        values: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in row.items()}
        if "related" in values:
            values["related"] = tuple(
                [Relation(id=it, weight=weight, reason=why) for it, weight, why in row["related"]]
            )
        skills.append(Skill(**values))
    return skills
