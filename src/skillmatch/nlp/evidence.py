"""Sum the mentions of one skill up to what a document says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from skillmatch.models import Kind, Mention, MentionRequirement, Role, SkillEvidence
from skillmatch.nlp.dates import format_month, months_of
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


class Places:
    """The roles of a document, which are in order and apart, and what a skill that each of them shows is worth.

    Parameters
    ----------
    roles
        The roles.
    as_of
        The month that roles without an end last to.
    """

    def __init__(self, roles: Sequence[Role], as_of: str) -> None:
        self._starts = [role.start for role in roles]
        self._ends = [role.end for role in roles]
        self.months = [role_months(role, as_of) for role in roles]
        self._uses: dict[frozenset[int | None], tuple[float | None, str | None]] = {}
        latest = max((last for _, last in self.months), default=0)
        self.worths = [
            IN_PROJECT + (IN_ROLE - IN_PROJECT) * 0.5 ** ((latest - last) / 12 / HALF_LIFE) for _, last in self.months
        ]

    def role_of(self, mention: Mention) -> int | None:
        """Return the number of the role that a mention stands in."""
        at = bisect_right(self._starts, mention.start) - 1
        return at if at >= 0 and mention.start < self._ends[at] else None

    def use(self, roles: frozenset[int | None]) -> tuple[float | None, str | None]:
        """Return the years in some roles, and their last month; most skills are shown by the same roles as others."""
        if roles not in self._uses:
            spans = [self.months[role] for role in roles if role is not None]
            years = round(months_of(spans) / 12, 1) if spans else None
            self._uses[roles] = (years, format_month(max([last for _, last in spans])) if spans else None)
        return self._uses[roles]


def gather(skill: Skill, mentions: Sequence[Mention], kind: Kind, places: Places) -> SkillEvidence:
    """Make the evidence of one skill from its mentions, which are in order of the text.

    Strength is 0 if every mention is negated and the best confidence in a job ad. In a resume it is that confidence
    times ``best + (1 - best) * REPEAT * (1 - 1 / n)``: ``best`` is the worth of the best place that shows the skill,
    n the number of places (a role, or a section) that do.
    """
    plain = [mention for mention in mentions if not mention.negated]
    roles = [places.role_of(mention) for mention in plain]
    years, last_used = places.use(frozenset(roles))
    stated = [mention.years for mention in plain if mention.years is not None]
    levels = [mention.level for mention in plain if mention.level is not None]
    asked = [mention.requirement for mention in plain]
    return SkillEvidence(
        skill_id=skill.id,
        name=skill.name,
        category=skill.category,
        strength=_strength(plain, roles, kind, places),
        requirement=max(asked, key=_ORDER.__getitem__, default="none"),
        any_of=_group(plain),
        years=max(stated) if stated else years,
        last_used=last_used,
        level=max(levels, key=_LEVELS.index, default=None),
        negated=not plain,
        mentions=tuple(mentions),
    )


def _group(mentions: Sequence[Mention]) -> str | None:
    """Return the any-of group; None if a mention of the same weight asks for the skill by itself."""
    if not any(mention.any_of for mention in mentions):
        return None  # as in every resume
    top = max((_ORDER[mention.requirement] for mention in mentions), default=0)
    groups = [mention.any_of for mention in mentions if _ORDER[mention.requirement] == top]
    return groups[0] if groups and all(groups) else None


def _strength(mentions: Sequence[Mention], roles: Sequence[int | None], kind: Kind, places: Places) -> float:
    if not mentions:
        return 0.0
    confidence = max([mention.confidence for mention in mentions])
    if kind == "job":
        return round(confidence, 3)
    worths: dict[int | str, float] = {}
    for mention, role in zip(mentions, roles, strict=True):
        if role is not None:
            worths[role] = places.worths[role]
        else:
            section = mention.section
            worths[section] = _SHOWN.get(section, IN_PROJECT if section == "experience" else ELSEWHERE)
    best = max(worths.values())
    return round(confidence * (best + (1 - best) * REPEAT * (1 - 1 / len(worths))), 3)
