"""Years of experience against the years that a job asks for, and how recent the asked-for skills are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillmatch.models import Role, SkillEvidence
    from skillmatch.scoring.coverage import Candidate
    from skillmatch.scoring.requirements import Need

UNTOLD = 0.5  # what years or dates count that a resume does not tell
YEARS_SHARE = 0.75
FADING_MONTHS = 120  # a skill last used this long before the latest role ended is not recent at all


def rate_experience(asked_years: float, needs: Sequence[Need], candidate: Candidate) -> float:
    """Return the value in [0, 1]: years told over years asked, and the recency of the skills asked for."""
    told = candidate.profile.years_total
    years = UNTOLD if told is None else min(1.0, told / asked_years)
    known = [need for need in needs if not need.is_open]
    if not known:
        return years
    # Only roles say when a career was last active: were it skills, a new one would make the others look older.
    latest = max((_end(role) for role in candidate.profile.roles), default=None)
    recent = sum(need.weight * _recency(candidate.skills.get(need.skill_id), latest) for need in known)
    return YEARS_SHARE * years + (1 - YEARS_SHARE) * recent / sum(need.weight for need in known)


def _recency(skill: SkillEvidence | None, latest: int | None) -> float:
    """Return 1 for a skill in use at the end of the latest role, falling to 0 over `FADING_MONTHS`."""
    if skill is None or skill.negated:
        return 0.0
    if skill.last_used is None or latest is None:
        return UNTOLD
    return min(1.0, max(0.0, 1 - (latest - _months(skill.last_used)) / FADING_MONTHS))


def _end(role: Role) -> int:
    """Return the last month of a role; a present one has run for its months so far."""
    return _months(role.first) + role.months if role.last is None else _months(role.last)


def _months(date: str) -> int:
    year, month = date.split("-")[:2]
    return 12 * int(year) + int(month)
