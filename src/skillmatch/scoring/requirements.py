"""What a job asks for, from its profile."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring.words import locate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skillmatch.models import RequirementKind, SkillEvidence, SkillProfile, UnknownSkill
    from skillmatch.scoring.background import Background

OPEN = "open:"  # prefix of the id of a requirement that the taxonomy lacks
MIN_RARITY = 0.3  # an everyday word still counts when a job asks for it


def fold_phrase(text: str) -> str:
    """Fold case and spaces."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One skill that a job asks for.

    `weight` is positive: repetition in the job, saturating, times the idf of the name's words. `terms` are those
    words, `rarity` has the idf of each as a share of the greatest, `mass` is their sum. `group` is the same for
    skills of which one is enough. `is_open` marks a phrase that the taxonomy lacks; `field` is its direction in the
    background.
    """

    skill_id: str
    name: str
    kind: RequirementKind
    group: str
    any_of: str | None
    min_years: float | None
    weight: float
    terms: tuple[str, ...]
    rarity: Mapping[str, float]
    mass: float
    is_open: bool
    field: NDArray[np.float64] | None


def list_needs(job: SkillProfile, background: Background) -> tuple[Need, ...]:
    """List the requirements of a job in the order of its profile, phrases that the taxonomy lacks last."""
    needs = [
        _build_need(skill.skill_id, skill.name, skill.requirement, background, skill=skill)
        for skill in job.skills
        if skill.requirement != "none" and not skill.negated and not skill.implied_by
    ]
    phrases: dict[str, UnknownSkill] = {}
    for unknown in job.unknown_skills:
        if unknown.requirement != "none" and any(iter_terms(unknown.text)):
            phrases.setdefault(OPEN + fold_phrase(unknown.text), unknown)
    needs += [
        _build_need(skill_id, unknown.text, unknown.requirement, background, confidence=unknown.confidence)
        for skill_id, unknown in phrases.items()
        if unknown.requirement != "none"
    ]
    return tuple(needs)


def _build_need(
    skill_id: str,
    name: str,
    kind: RequirementKind,
    background: Background,
    *,
    skill: SkillEvidence | None = None,
    confidence: float = 1.0,
) -> Need:
    terms = tuple(iter_terms(name))
    rarity = {term: background.rarity(term) for term in terms}
    mass = sum(rarity[term] for term in terms)
    mentions = len(skill.mentions) if skill is not None else 1
    return Need(
        skill_id=skill_id,
        name=name,
        kind=kind,
        group=(skill.any_of if skill is not None else None) or skill_id,
        any_of=skill.any_of if skill is not None else None,
        min_years=skill.years if skill is not None else None,
        weight=max(MIN_RARITY, mass / len(terms) if terms else 1.0) * (1 + math.log(max(1, mentions))) * confidence,
        terms=terms,
        rarity=rarity,
        mass=mass,
        is_open=skill is None,
        field=locate([terms], background)[0] if skill is None else None,
    )
