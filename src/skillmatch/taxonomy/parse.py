"""Parse one taxonomy file; every problem is kept with its place, none stops the rest."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.check import Problem
from skillmatch.taxonomy.skill import Relation, RelationReason, Skill, SkillType
from skillmatch.toml import load_toml

SCHEMA = 1
KEYS = tuple(field.name for field in dataclasses.fields(Skill) if field.name != "category")  # in the order of files
LISTS = ("aliases", "exact", "context", "unless", "broader", "implies")
_TEXTS = frozenset({"id", "name", "type", "description", "replaced_by", "esco", "onet"})
_TEXT_LISTS = frozenset({*LISTS, "remove"})
_KNOWN = (*KEYS, "remove")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one table of a file states of a skill; `values` are checked and hold only the keys that stand there."""

    id: str
    category: str
    path: Path
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SkillFile:
    """The entries of one file and what is wrong with it."""

    path: Path
    category: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def parse_file(path: Path) -> SkillFile:
    """Read the entries of one file; a file that cannot be read or is not TOML is a problem like any other."""
    try:
        data = load_toml(path, TaxonomyError)
    except TaxonomyError as error:
        message = str(error).removeprefix(f"{path}: ")
        return SkillFile(path, path.stem, (), (Problem(path, "", message),))
    problems = [Problem(path, "", message) for message in _wrong_head(data)]
    category = data.get("category")
    category = category if isinstance(category, str) and category else path.stem
    tables = data.get("skill", [])
    entries = []
    for table in tables if isinstance(tables, list) else []:
        table = table if isinstance(table, dict) else {}
        skill_id = str(table.get("id", ""))
        wrong = check_table(table)
        problems += [Problem(path, skill_id, message) for message in wrong]
        if not wrong:
            entries.append(Entry(id=skill_id, category=category, path=path, values=table_values(table)))
    return SkillFile(path, category, tuple(entries), tuple(problems))


def _wrong_head(data: Mapping[str, Any]) -> list[str]:
    wrong = []
    if data.get("schema") != SCHEMA:
        wrong.append(f"schema must be {SCHEMA}, found {data.get('schema')!r}")
    if not isinstance(data.get("category"), str) or not data["category"]:
        wrong.append('category is missing: state it at the top, as in category = "databases"')
    if not isinstance(data.get("skill", []), list):
        wrong.append("a skill starts with [[skill]], in two brackets")
    wrong += [f"unknown key {key}{_near(key, ['skill'])}" for key in data if key not in ("schema", "category", "skill")]
    return wrong


def check_table(table: Mapping[str, Any]) -> list[str]:
    """Say what keeps a table of a file, as TOML gives it, from being an entry."""
    wrong = [] if table.get("id") else ["id is missing"]
    for key, value in table.items():
        if key in _TEXTS:
            if not isinstance(value, str) or not value:
                wrong.append(f"{key} must be a text in quotes")
        elif key in _TEXT_LISTS:
            if not (isinstance(value, list) and all(map(_is_text, value))):
                wrong.append(f"{key} must be a list of texts in quotes")
        elif key not in _KNOWN:
            wrong.append(f"unknown key {key}{_near(key, _KNOWN)}")
        elif (key == "since" and type(value) is not int) or (key == "retired" and not isinstance(value, bool)):
            wrong.append(f"{key} must be {'a year' if key == 'since' else 'true or false'}")
    kind = table.get("type")
    if isinstance(kind, str) and kind not in get_args(SkillType):
        wrong.append(f"type must be one of {', '.join(get_args(SkillType))}, found {kind!r}")
    related = table.get("related", [])
    if not isinstance(related, list) or not all(_is_relation(item) for item in related):
        reasons = ", ".join(get_args(RelationReason))
        wrong.append(f"related must be a list of {{ id, weight between 0 and 1, reason (one of {reasons}) }}")
    return wrong


def _near(key: str, known: tuple[str, ...] | list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def _is_text(item: object) -> bool:
    return isinstance(item, str)


def _is_relation(item: object) -> bool:
    return (
        isinstance(item, dict)
        and set(item) == {"id", "weight", "reason"}
        and isinstance(item["id"], str)
        and isinstance(item["weight"], float)
        and 0 < item["weight"] < 1
        and item["reason"] in get_args(RelationReason)
    )


def table_values(table: Mapping[str, Any]) -> dict[str, object]:
    """Turn a table without problems into the values of an entry: lists become tuples, relations `Relation`."""
    values: dict[str, object] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    if "related" in table:
        values["related"] = tuple(Relation(**item) for item in table["related"])
    return values
