"""What a job asks for, from its profile."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillmatch.nlp.terms import iter_terms

if TYPE_CHECKING:
    from skillmatch.models import RequirementKind, SkillProfile
    from skillmatch.scoring.background import Background

OPEN = "open:"  # prefix of the id of a requirement that the taxonomy lacks
MIN_RARITY = 0.3  # an everyday word still counts when a job asks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One skill that a job asks for.

    `weight` is positive: repetition in the job, saturating, times the idf of the name's words. `terms`
    are those words; `group` is the same for skills of which one is enough. `is_open` marks a phrase that
    the taxonomy lacks.
    """

    skill_id: str
    name: str
    kind: RequirementKind
    group: str
    any_of: str | None
    min_years: float | None
    weight: float
    terms: tuple[str, ...]
    is_open: bool


def list_needs(job: SkillProfile, background: Background) -> tuple[Need, ...]:
    """List the requirements of a job in the order of its profile, phrases that the taxonomy lacks last."""
    needs = []
    for skill in job.skills:
        if skill.requirement != "none" and not skill.negated and not skill.implied_by:
            terms = tuple(iter_terms(skill.name))
            needs.append(
                Need(
                    skill_id=skill.skill_id,
                    name=skill.name,
                    kind=skill.requirement,
                    group=skill.any_of or skill.skill_id,
                    any_of=skill.any_of,
                    min_years=skill.years,
                    weight=_rarity(terms, background) * (1 + math.log(max(1, len(skill.mentions)))),
                    terms=terms,
                    is_open=False,
                )
            )
    seen: set[str] = set()
    for unknown in job.unknown_skills:
        skill_id = OPEN + " ".join(unknown.text.casefold().split())
        terms = tuple(iter_terms(unknown.text))
        if unknown.requirement != "none" and skill_id not in seen and terms:
            seen.add(skill_id)
            needs.append(
                Need(
                    skill_id=skill_id,
                    name=unknown.text,
                    kind=unknown.requirement,
                    group=skill_id,
                    any_of=None,
                    min_years=None,
                    weight=_rarity(terms, background) * unknown.confidence,
                    terms=terms,
                    is_open=True,
                )
            )
    return tuple(needs)


def _rarity(terms: tuple[str, ...], background: Background) -> float:
    mean = math.fsum(background.rarity(term) for term in terms) / len(terms) if terms else 1.0
    return max(MIN_RARITY, mean)
