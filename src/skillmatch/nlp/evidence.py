"""Sum the mentions of one skill up to what a document says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from skillmatch.models import Kind, Mention, MentionRequirement, Role, SkillEvidence
from skillmatch.nlp.dates import format_month, months_of, parse_month
from skillmatch.nlp.roles import role_months
from skillmatch.taxonomy import Skill

# Strength is the best single showing of a skill, raised towards 1 by further ones. A role counts full when it is the
# resume's latest and halves in weight over `HALF_LIFE` years before that, down to what a project is worth.
IN_ROLE = 0.9
IN_PROJECT = 0.7
LISTED = 0.5
ELSEWHERE = 0.45
HALF_LIFE = 8.0  # years
REPEAT = 0.5  # share of the distance to 1 that endless repetition can win; n mentions win REPEAT * (1 - 1 / n)

_SHOWN = {
    "projects": IN_PROJECT,
    "publications": IN_PROJECT,
    "volunteering": IN_PROJECT,
    "certifications": 0.65,
    "education": 0.6,
    "summary": 0.5,
    "skills": LISTED,
}
_ORDER: Mapping[MentionRequirement, int] = {"none": 0, "preferred": 1, "required": 2}
_LEVELS = ("beginner", "intermediate", "advanced", "expert")


def gather(skill: Skill, mentions: Sequence[Mention], kind: Kind, roles: Sequence[Role], as_of: str) -> SkillEvidence:
    """Make the evidence of one skill from its mentions, which are in order of the text.

    Strength is 0 if every mention is negated and the best confidence in a job ad. In a resume it is that confidence
    times ``best + (1 - best) * REPEAT * (1 - 1 / n)``: ``best`` is the worth of the best place that shows the skill,
    n the number of places (a role, or a section) that do.
    """
    plain = [mention for mention in mentions if not mention.negated]
    years, last_used = _use(plain, roles, as_of)
    stated = [mention.years for mention in plain if mention.years is not None]
    levels = [mention.level for mention in plain if mention.level is not None]
    return SkillEvidence(
        skill_id=skill.id,
        name=skill.name,
        category=skill.category,
        strength=_strength(plain, kind, roles, as_of),
        requirement=max((mention.requirement for mention in plain), key=_ORDER.__getitem__, default="none"),
        any_of=_group(plain),
        years=max(stated) if stated else years,
        last_used=last_used,
        level=max(levels, key=_LEVELS.index, default=None),
        negated=not plain,
        mentions=tuple(mentions),
    )


def _group(mentions: Sequence[Mention]) -> str | None:
    """Return the any-of group; None if a mention of the same weight asks for the skill by itself."""
    top = max((_ORDER[mention.requirement] for mention in mentions), default=0)
    groups = [mention.any_of for mention in mentions if _ORDER[mention.requirement] == top]
    return groups[0] if groups and all(groups) else None


def _use(mentions: Sequence[Mention], roles: Sequence[Role], as_of: str) -> tuple[float | None, str | None]:
    """Return the years in roles that show a skill, and the last month of them."""
    shown = {role.start: role for mention in mentions if (role := _role_of(mention, roles))}
    if not shown:
        return None, None
    spans = [role_months(role, as_of) for role in shown.values()]
    return round(months_of(spans) / 12, 1), format_month(max(last for _, last in spans))


def _role_of(mention: Mention, roles: Sequence[Role]) -> Role | None:
    """Return the role that a mention stands in; roles are in order and apart."""
    at = bisect_right(roles, mention.start, key=attrgetter("start")) - 1
    return roles[at] if at >= 0 and mention.start < roles[at].end else None


def _strength(mentions: Sequence[Mention], kind: Kind, roles: Sequence[Role], as_of: str) -> float:
    if not mentions:
        return 0.0
    confidence = max(mention.confidence for mention in mentions)
    if kind == "job":
        return round(confidence, 3)
    latest = max((parse_month(role.last or as_of) for role in roles), default=0)
    places: dict[str, float] = {}
    for mention in mentions:
        role = _role_of(mention, roles)
        if role is not None:
            age = (latest - parse_month(role.last or as_of)) / 12
            places[f"role {role.start}"] = IN_PROJECT + (IN_ROLE - IN_PROJECT) * 0.5 ** (age / HALF_LIFE)
        else:
            places[mention.section] = _SHOWN.get(
                mention.section, IN_PROJECT if mention.section == "experience" else ELSEWHERE
            )
    best = max(places.values())
    return round(confidence * (best + (1 - best) * REPEAT * (1 - 1 / len(places))), 3)
