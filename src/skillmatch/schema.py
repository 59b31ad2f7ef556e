"""The data contract as JSON: one row per object, and its JSON Schema.

Every JSON Lines row is one object with a ``type``: ``match``, ``profile``, ``document``, ``failure`` or ``report``.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from skillmatch.errors import MismatchError
from skillmatch.models import SCHEMA_VERSION, Failure, Match, Report, SkillProfile

Contract = TypeVar("Contract", SkillProfile, Match, Failure, Report)


_ADAPTERS: dict[type, TypeAdapter[Any]] = {kind: TypeAdapter(kind) for kind in (SkillProfile, Match, Failure, Report)}


def to_data(value: SkillProfile | Match | Failure | Report) -> dict[str, Any]:
    """Convert to plain dicts, lists, strings and numbers, ready for JSON."""
    data: dict[str, Any] = _ADAPTERS[type(value)].dump_python(value, mode="json")
    return data


def to_json(value: SkillProfile | Match | Failure | Report) -> str:
    """Convert to one line of JSON (UTF-8, no spaces)."""
    return _ADAPTERS[type(value)].dump_json(value).decode()


def from_json(text: str | bytes, kind: type[Contract]) -> Contract:
    """Read back what `to_json` wrote.

    Raises
    ------
    MismatchError
        The JSON is not of this kind, or of another major version of the contract.
    """
    try:
        value: Contract = _ADAPTERS[kind].validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise MismatchError(f"not a {kind.__name__} of schema {SCHEMA_VERSION}: {place}: {first['msg']}") from error
    return value


def json_schema() -> dict[str, Any]:
    """Build the JSON Schema of the contract: a row is one of its kinds."""
    schema: dict[str, Any] = TypeAdapter(SkillProfile | Match | Failure | Report).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skillmatch",
        "version": SCHEMA_VERSION,
        **schema,
    }


def format_schema() -> str:
    """Return the text of the committed schema file."""
    return json.dumps(json_schema(), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    from pathlib import Path

    (Path(__file__).parent / "schema.json").write_text(format_schema(), encoding="utf-8")
