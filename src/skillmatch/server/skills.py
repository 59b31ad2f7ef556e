"""The routes of the taxonomy."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import TypeAdapter
from starlette.responses import Response

from skillmatch.server.answers import Serving
from skillmatch.server.openapi import gives
from skillmatch.server.schemas import SkillHit, SkillsResponse
from skillmatch.taxonomy.skill import Skill

_SKILL = TypeAdapter(Skill)

router = APIRouter(prefix="/v1/skills", tags=["skills"])


@router.get("", responses=gives(SkillsResponse, 422), response_class=Response)
async def find_skills(
    service: Serving,
    q: Annotated[str, Query(min_length=1, max_length=200, description="A part of a name, or a misspelt one")],
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Response:
    """Find skills by name or alias."""
    hits = [SkillHit(skill=skill, similarity=similarity) for skill, similarity in await service.find_skills(q, limit)]
    return Response(SkillsResponse(skills=hits).model_dump_json(), media_type="application/json")


@router.get("/{skill_id}", responses=gives(Skill, 404, 422), response_class=Response)
async def get_skill(service: Serving, skill_id: Annotated[str, Path(max_length=200)]) -> Response:
    """Tell all that the taxonomy states of one skill."""
    return Response(_SKILL.dump_json(service.get_skill(skill_id)), media_type="application/json")
