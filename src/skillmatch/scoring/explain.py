"""Turn the numbers of one pair into a `Match` that explains itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from skillmatch.models import DocumentWarning, Match, Part, Requirement

if TYPE_CHECKING:
    from skillmatch.models import RequirementKind
    from skillmatch.scoring.coverage import Candidate, Credit
    from skillmatch.scoring.posting import Group, Posting

# One standard deviation of a weight and of a piece of evidence, as shares of it: the judged sets do not tell weights
# apart that differ by a tenth, and strengths and confidences are given in steps of about a twentieth.
WEIGHT_NOISE = 0.1
EVIDENCE_NOISE = 0.05
CERTAINTY = 1.64  # standard deviations: nine times in ten

KINDS: tuple[RequirementKind, ...] = ("required", "preferred")
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
LISTED_ONLY = DocumentWarning(
    code="listed-only",
    message="some skills are only listed and not shown in a role or project: all of them together count little",
)


# For each kind of requirement, the share that a resume earns, and what is left of it without what is only listed.
Covers: TypeAlias = "Mapping[RequirementKind, tuple[float, float]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One resume with its part values (by name) and its credits (one for each need of the job).

    `listed` is what skills that are only listed may add to a part.
    """

    candidate: Candidate
    values: Mapping[str, float]
    credits: Sequence[Credit]
    listed: float
    score: float


def explain(posting: Posting, scored: Scored) -> Match:
    """Build the match of one resume; its rank is 1."""
    parts = tuple(
        Part(name=name, weight=weight, value=scored.values[name], contribution=100 * weight * scored.values[name])
        for name, weight in posting.weights.items()
    )
    covers = {kind: _cover(kind, posting, scored) for kind in KINDS}
    requirements = tuple(_requirement(place, posting, scored, covers) for place in range(len(posting.needs)))
    gaps = [requirement for requirement in requirements if requirement.status in GAPS]
    gaps.sort(key=lambda it: (-it.score_if_met, it.kind != "required", it.name, it.skill_id))
    asked = {need.skill_id for need in posting.needs}
    profile = scored.candidate.profile
    extra = sorted(skill.skill_id for skill in profile.skills if not skill.negated and skill.skill_id not in asked)
    return Match(
        document_id=profile.document_id,
        job_id=posting.job.document_id,
        rank=1,
        score=scored.score,
        margin=_margin(posting, scored),
        parts=parts,
        requirements=requirements,
        missing=tuple(gaps),
        extra_skills=tuple(extra),
        warnings=_warnings(posting, scored, covers),
    )


def _margin(posting: Posting, scored: Scored) -> float:
    """Return how far the score may be off: to first order, with all weights and all evidence off independently.

    A part that is worth as much as the whole does not move it, whatever its weight is, and neither does a requirement
    that is met as well as the others.
    """
    whole = math.fsum(weight * scored.values[name] for name, weight in posting.weights.items())
    moves = [WEIGHT_NOISE * weight * (scored.values[name] - whole) for name, weight in posting.weights.items()]
    moves += [
        EVIDENCE_NOISE * weight * scored.values[name]
        for name, weight in posting.weights.items()
        if name not in ("required", "preferred")
    ]
    for group in posting.groups:
        share = posting.weights.get(group.kind, 0.0) * group.weight
        credit, _ = _earned(group, scored)
        moves.append(WEIGHT_NOISE * share * (credit - scored.values.get(group.kind, 0.0)))
        moves.append(EVIDENCE_NOISE * share * credit)
    return 100 * CERTAINTY * math.hypot(*moves)


def _requirement(place: int, posting: Posting, scored: Scored, covers: Covers) -> Requirement:
    """Explain one need; where another of its group earns more, that one counts."""
    need, group = posting.needs[place], posting.group_of[place]
    credit, reason = scored.credits[place], scored.credits[place].reason
    if len(group.places) > 1:
        best = max(group.places, key=lambda it: scored.credits[it].value)
        if scored.credits[best].value > credit.value:
            credit = scored.credits[best]
            names = ", ".join(posting.needs[it].name for it in group.places)
            reason = f"{posting.needs[best].name} counts, one of {names} is enough: {credit.reason}"
    gain = 100 * posting.weights.get(need.kind, 0.0) * _gain(group, scored, covers[need.kind])
    return Requirement(
        skill_id=need.skill_id,
        name=need.name,
        kind=need.kind,
        any_of=need.any_of,
        min_years=need.min_years,
        status=credit.status,
        credit=credit.value,
        reason=reason,
        evidence=credit.evidence,
        score_if_met=min(100.0, scored.score + gain),
    )


def _gain(group: Group, scored: Scored, cover: tuple[float, float]) -> float:
    """Return how much more of its part a resume would earn if a group of needs were fully met at work."""
    value, shown = (
        whole + group.weight * (1.0 - earned) for whole, earned in zip(cover, _earned(group, scored), strict=True)
    )
    return min(1.0, value, shown + scored.listed) - scored.values.get(group.kind, 0.0)


def _cover(kind: RequirementKind, posting: Posting, scored: Scored) -> tuple[float, float]:
    """Return the share that a resume earns of what a job asks for, and what is left without what is only listed."""
    value, shown = 0.0, 0.0
    for group in posting.groups:
        if group.kind == kind:
            earned = _earned(group, scored)
            value += group.weight * earned[0]
            shown += group.weight * earned[1]
    return value, shown


def _earned(group: Group, scored: Scored) -> tuple[float, float]:
    """Return the best credit in a group of needs, and the best without what is only listed."""
    if len(group.places) == 1:
        credit = scored.credits[group.places[0]]
        return credit.value, credit.shown
    found = [scored.credits[place] for place in group.places]
    return max(credit.value for credit in found), max(credit.shown for credit in found)


def _warnings(posting: Posting, scored: Scored, covers: Covers) -> tuple[DocumentWarning, ...]:
    candidate = scored.candidate
    found = list(candidate.profile.warnings)
    if not posting.needs:
        found.append(NO_REQUIREMENTS)
    if not posting.weights:
        found.append(NOTHING_TO_COMPARE)
    if candidate.blind and not any(warning.code == EMPTY_RESUME.code for warning in found):
        found.append(EMPTY_RESUME)
    if any(value > shown + scored.listed for value, shown in covers.values()):
        found.append(LISTED_ONLY)
    return tuple(found)
