"""How well a resume shows a skill, and where, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillmatch.models import Role, SkillEvidence, SkillProfile

FULL_STRENGTH = 0.9  # what use in the latest role is worth: no resume has to repeat itself
LONE = 0.2  # what a listed skill is worth that neither work nor title of the resume bears out, as a share

AT_WORK = {
    "experience": "shown in a role",
    "projects": "shown in a project",
    "publications": "shown in a publication",
    "volunteering": "shown in voluntary work",
    "certifications": "certified",
}
NAMED = {"education": "named in education", "skills": "in the skills list", "summary": "named in the summary"}


def is_shown(skill: SkillEvidence, profile: SkillProfile) -> bool:
    """Tell a skill that stands with work or training from one that is only named or listed.

    Where roles have dates, what stands under a heading of work but in no role is no work: so does a pasted job ad.
    """
    if skill.last_used is not None:
        return True
    sections = {mention.section for mention in skill.mentions if not mention.negated}
    return bool(sections & AT_WORK.keys() - ({"experience"} if profile.roles else set()))


def rate_showing(skill: SkillEvidence, support: float, *, shown: bool) -> float:
    """Return what a skill earns by itself, in [0, 1].

    Parameters
    ----------
    skill
        From a resume.
    support
        How much the resume is of the skill's field, in [0, 1]; counts only for a skill that is not shown.
    shown
        See `is_shown`.
    """
    earned = min(1.0, skill.strength / FULL_STRENGTH)
    return earned if shown else earned * (LONE + (1 - LONE) * support)


def describe_showing(skill: SkillEvidence, profile: SkillProfile, support: float) -> str:
    """Say where a skill stands in a resume and, if it was used in roles, until when."""
    if skill.last_used is not None:
        roles = (_role_of(mention.start, profile) for mention in skill.mentions if not mention.negated)
        present = any(role is not None and role.last is None for role in roles)
        return "used in a present role" if present else f"used in a role until {skill.last_used}"
    sections = [mention.section for mention in skill.mentions if not mention.negated]
    shown = next((AT_WORK[it] for it in AT_WORK if it in sections), None)
    if shown is not None:
        return shown
    named = next((NAMED[it] for it in NAMED if it in sections), "named")
    return f"{named} only" if support == 1 else f"{named} only, and the titles are of another field"


def _role_of(start: int, profile: SkillProfile) -> Role | None:
    return next((role for role in reversed(profile.roles) if role.start <= start < role.end), None)
