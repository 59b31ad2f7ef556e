"""What FastAPI cannot tell from a signature: bodies of two kinds, files of many, and our problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, TypeAdapter

from skillmatch.models import Match, Report
from skillmatch.server import schemas
from skillmatch.server.problems import MEDIA_TYPE, ProblemBody
from skillmatch.server.schemas import MEDIA_TYPES
from skillmatch.taxonomy.skill import Skill

_REF = "#/components/schemas/{model}"
_ALWAYS = (401, 403, 408, 429, 500, 503)
_BODIES = (
    schemas.ExtractRequest, schemas.ExchangeRequest, schemas.MatchRequest, schemas.GapsRequest, schemas.PoolRequest,
    schemas.RankRequest,
)  # fmt: skip
_ANSWERS = (
    schemas.ExtractResponse, schemas.ExchangeResponse, schemas.SkillsResponse, schemas.PoolsResponse,
    schemas.PoolState, schemas.PoolMembers, schemas.PoolAdded, schemas.BatchState, schemas.Health, ProblemBody, Skill,
    Report, Match,
)  # fmt: skip


def takes(whole: type[BaseModel], options: type[BaseModel]) -> dict[str, Any]:
    """Describe a body that is JSON or a form with files."""
    files = {"type": "array", "items": {"type": "string", "format": "binary"}, "minItems": 1}
    names = [name for name in whole.model_fields if name not in options.model_fields]
    chosen = options.model_json_schema().get("properties", {})
    form = {"type": "object", "properties": {**dict.fromkeys(names, files), **chosen}, "required": names}
    content = {
        "application/json": {"schema": {"$ref": _REF.format(model=whole.__name__)}},
        "multipart/form-data": {"schema": {**form, "additionalProperties": False}},
    }
    return {"requestBody": {"required": True, "content": content}}


def gives(model: type, *statuses: int, formats: bool = False, success: int = 200) -> dict[int | str, dict[str, Any]]:
    """Describe what comes back: the model as JSON, files if there are formats, and problems."""
    content: dict[str, Any] = {"application/json": {"schema": {"$ref": _REF.format(model=model.__name__)}}}
    if formats:
        text = {"schema": {"type": "string"}}
        content |= {kind.partition(";")[0]: text for name, kind in MEDIA_TYPES.items() if name != "json"}
    return {success: {"description": "Done", "content": content}, **problems(*statuses)}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the problems that may come back."""
    content = {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="ProblemBody")}}}
    return {status: {"description": "Problem", "content": content} for status in sorted({*_ALWAYS, *statuses})}


def complete(app: FastAPI) -> None:
    """Add the schemas that the descriptions refer to."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = plain()
            known = document.setdefault("components", {}).setdefault("schemas", {})
            known.update(_definitions(_BODIES, "validation"))
            known.update(_definitions(_ANSWERS, "serialization"))
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _definitions(kinds: Iterable[type], mode: Any) -> dict[str, Any]:
    adapters: list[tuple[str, Any, TypeAdapter[Any]]] = [(kind.__name__, mode, TypeAdapter(kind)) for kind in kinds]
    tops, rest = TypeAdapter.json_schemas(adapters, ref_template=_REF)
    found: dict[str, Any] = dict(rest.get("$defs", {}))
    for (name, _), schema in tops.items():
        if "$ref" not in schema:
            found[str(name)] = schema
    return found
