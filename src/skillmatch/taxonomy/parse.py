"""Parse one taxonomy file; every problem is kept with its place, none stops the rest."""

from __future__ import annotations

import dataclasses
import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.check import Problem
from skillmatch.taxonomy.skill import Relation, RelationReason, Skill, SkillType
from skillmatch.toml import load_toml

SCHEMA = 1
_TEXTS = ("id", "name", "type", "description", "replaced_by", "esco", "onet")
_LISTS = ("aliases", "exact", "context", "unless", "broader", "implies")
_KEYS = (*_TEXTS, *_LISTS, "related", "retired", "since")


@dataclass(frozen=True, slots=True)
class SkillFile:
    """The skills of one file and what is wrong with it."""

    path: Path
    category: str
    skills: tuple[Skill, ...]
    problems: tuple[Problem, ...]


def parse_file(path: Path) -> SkillFile:
    """Read the skills of one file.

    Raises
    ------
    TaxonomyError
        The file cannot be read or is not TOML. Anything less becomes a `Problem`.
    """
    data = load_toml(path, TaxonomyError)
    problems: list[Problem] = []
    category = data.get("category", "")
    if data.get("schema") != SCHEMA:
        problems.append(Problem(path, "", f"schema must be {SCHEMA}, found {data.get('schema')!r}"))
    if not isinstance(category, str) or not category:
        problems.append(Problem(path, "", "category is missing"))
        category = path.stem
    skills = []
    for entry in data.get("skill", []):
        skill_id = str(entry.get("id", ""))
        wrong = _wrong_keys(entry)
        problems += [Problem(path, skill_id, message) for message in wrong]
        if not wrong:
            skills.append(_build_skill(entry, category))
    return SkillFile(path, category, tuple(skills), tuple(problems))


def _wrong_keys(entry: dict[str, Any]) -> list[str]:
    """Say what keeps an entry from being a skill."""
    wrong = [f"{key} is missing" for key in ("id", "name", "type") if not entry.get(key)]
    for key, value in entry.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            wrong.append(f"unknown key {key}" + (f" (did you mean {near[0]}?)" if near else ""))
        elif key in _TEXTS and not isinstance(value, str):
            wrong.append(f"{key} must be a text in quotes")
        elif key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            wrong.append(f"{key} must be a list of texts in quotes")
        elif (key == "since" and not isinstance(value, int)) or (key == "retired" and not isinstance(value, bool)):
            wrong.append(f"{key} has the wrong type")
    if isinstance(entry.get("type"), str) and entry["type"] not in get_args(SkillType):
        wrong.append(f"type must be one of {', '.join(get_args(SkillType))}, found {entry['type']!r}")
    related = entry.get("related", [])
    if not isinstance(related, list) or not all(_is_relation(item) for item in related):
        reasons = ", ".join(get_args(RelationReason))
        wrong.append(f"related must be a list of {{ id, weight between 0 and 1, reason (one of {reasons}) }}")
    return wrong


def _is_relation(item: object) -> bool:
    return (
        isinstance(item, dict)
        and set(item) == {"id", "weight", "reason"}
        and isinstance(item["id"], str)
        and isinstance(item["weight"], float)
        and 0 < item["weight"] < 1
        and item["reason"] in get_args(RelationReason)
    )


def _build_skill(entry: dict[str, Any], category: str) -> Skill:
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in entry.items()}
    values["related"] = tuple(Relation(**item) for item in entry.get("related", []))
    return Skill(category=category, **values)


def known_keys() -> tuple[str, ...]:
    """Return the keys of an entry in the order in which files state them."""
    return tuple(field.name for field in dataclasses.fields(Skill) if field.name != "category")
