"""Turn the numbers of one pair into a `Match` that explains itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillmatch.models import DocumentWarning, Match, Part, Requirement

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.coverage import Candidate, Credit
    from skillmatch.scoring.requirements import Need

GAPS = ("missing", "near", "partial")

NO_REQUIREMENTS = DocumentWarning(
    code="no-requirements-found", message="no requirement was found in this job: scores rest on the other parts alone"
)
NOTHING_TO_COMPARE = DocumentWarning(
    code="nothing-to-compare", message="this job has no words that can be compared: the score says nothing"
)
EMPTY_RESUME = DocumentWarning(
    code="empty-profile", message="no skill was found in this resume: check that it could be read"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One resume with its part values (by name) and its credits (one for each need of the job)."""

    candidate: Candidate
    values: Mapping[str, float]
    credits: Sequence[Credit]
    score: float


def cover(needs: Sequence[Need], credits: Sequence[Credit], kind: str) -> float:
    """Return the share of what a job asks for that is earned; of a group, the best member counts once."""
    weights, best = _group(needs, credits, kind)
    return math.fsum(weights[group] * best[group] for group in weights) / math.fsum(weights.values())


def add_up(shares: Mapping[str, float], values: Mapping[str, float]) -> float:
    """Return the score in [0, 100]: the sum of the parts' contributions."""
    return min(100.0, math.fsum(100 * share * values[name] for name, share in shares.items()))


def explain(job: SkillProfile, needs: Sequence[Need], shares: Mapping[str, float], scored: Scored, rank: int) -> Match:
    """Build the match of one resume."""
    parts = tuple(
        Part(name=name, weight=share, value=scored.values[name], contribution=100 * share * scored.values[name])
        for name, share in shares.items()
    )
    requirements = _requirements(needs, shares, scored)
    gaps = [requirement for requirement in requirements if requirement.status in GAPS]
    gaps.sort(key=lambda it: (-it.score_if_met, it.kind != "required", it.name, it.skill_id))
    asked = {need.skill_id for need in needs}
    profile = scored.candidate.profile
    extra = sorted(skill.skill_id for skill in profile.skills if not skill.negated and skill.skill_id not in asked)
    return Match(
        document_id=profile.document_id,
        job_id=job.document_id,
        rank=rank,
        score=scored.score,
        parts=parts,
        requirements=requirements,
        missing=tuple(gaps),
        extra_skills=tuple(extra),
        warnings=_warnings(needs, shares, scored.candidate),
    )


def _requirements(needs: Sequence[Need], shares: Mapping[str, float], scored: Scored) -> tuple[Requirement, ...]:
    members: dict[tuple[str, str], list[int]] = {}
    for place, need in enumerate(needs):
        members.setdefault((need.kind, need.group), []).append(place)
    rows = []
    for need, own in zip(needs, scored.credits, strict=True):
        places = members[need.kind, need.group]
        best = max(places, key=lambda place: scored.credits[place].value)
        credit, reason = own, own.reason
        if scored.credits[best].value > own.value:
            credit = scored.credits[best]
            names = ", ".join(needs[place].name for place in places)
            reason = f"{needs[best].name} counts, one of {names} is enough: {credit.reason}"
        rows.append(
            Requirement(
                skill_id=need.skill_id,
                name=need.name,
                kind=need.kind,
                any_of=need.any_of,
                min_years=need.min_years,
                status=credit.status,
                credit=credit.value,
                reason=reason,
                evidence=credit.evidence,
                score_if_met=_score_if_met(need, needs, shares, scored),
            )
        )
    return tuple(rows)


def _score_if_met(need: Need, needs: Sequence[Need], shares: Mapping[str, float], scored: Scored) -> float:
    weights, best = _group(needs, scored.credits, need.kind)
    best[need.group] = 1.0
    value = math.fsum(weights[group] * best[group] for group in weights) / math.fsum(weights.values())
    return add_up(shares, {**scored.values, need.kind: value})


def _group(needs: Sequence[Need], credits: Sequence[Credit], kind: str) -> tuple[dict[str, float], dict[str, float]]:
    """Return weight and best credit by group, over the needs of one kind."""
    weights: dict[str, float] = {}
    best: dict[str, float] = {}
    for need, credit in zip(needs, credits, strict=True):
        if need.kind == kind:
            weights[need.group] = max(need.weight, weights.get(need.group, 0.0))
            best[need.group] = max(credit.value, best.get(need.group, 0.0))
    return weights, best


def _warnings(needs: Sequence[Need], shares: Mapping[str, float], candidate: Candidate) -> tuple[DocumentWarning, ...]:
    found = list(candidate.profile.warnings)
    if not needs:
        found.append(NO_REQUIREMENTS)
    if not shares:
        found.append(NOTHING_TO_COMPARE)
    if candidate.blind and not any(warning.code == EMPTY_RESUME.code for warning in found):
        found.append(EMPTY_RESUME)
    return tuple(found)
