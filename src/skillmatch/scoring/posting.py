"""A job prepared for scoring: what it asks for, and how much each part of the score weighs for it.

Which parts count is decided by the job alone: one that states no years has no experience part, and the weights
of the others are scaled to add up to 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillmatch.nlp.terms import count_terms
from skillmatch.scoring.relatedness import build_query
from skillmatch.scoring.requirements import list_needs

if TYPE_CHECKING:
    from skillmatch.models import RequirementKind, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.requirements import Need
    from skillmatch.settings import ScoringSettings

# So many requirements, or words, earn a part half of its weight, and many earn it all: a job that states one skill
# and two pages of text is judged by the text more than by the skill, and by a title of one word least.
ENOUGH_SKILLS = 1.0
ENOUGH_WORDS = 2.0

# Codes of warnings about a job: it is not English, so what was found in it is chance; it is a bare list of terms.
FOREIGN = "language"
TERMS_ONLY = "terms-only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Needs of which one is enough, by their places; `weight` is the share that they have in their part."""

    kind: RequirementKind
    places: tuple[int, ...]
    weight: float


class Posting:
    """A job with its needs, its groups of them, and the weight of each part by name."""

    def __init__(self, job: SkillProfile, background: Background, settings: ScoringSettings) -> None:
        self.job = job
        self.needs = list_needs(job, background)
        self.groups = _group(self.needs)
        self.query = build_query(job, background)
        self.years = job.years_total or 0.0
        self.title = job.title or ""
        self.weights = self.weigh(settings)
        self.group_of = {place: group for group in self.groups for place in group.places}

    def weigh(self, settings: ScoringSettings) -> Mapping[str, float]:
        """Return the weight of each part that counts, adding up to 1."""
        codes = {warning.code for warning in self.job.warnings}
        told = 0.0 if FOREIGN in codes else settings.terms_only_trust if TERMS_ONLY in codes else 1.0
        asked = {
            kind: told * _trust(sum(group.kind == kind for group in self.groups), ENOUGH_SKILLS)
            for kind in ("required", "preferred")
        }
        related = settings.relatedness_weight + settings.required_weight * (1 - asked["required"])
        weights = {
            "required": settings.required_weight * asked["required"],
            "preferred": settings.preferred_weight * asked["preferred"],
            "experience": settings.experience_weight if self.years > 0 else 0.0,
            "relatedness": related * _trust(self.query.size if self.query else 0, ENOUGH_WORDS),
            "title": settings.title_weight * told * _trust(len(count_terms(self.title)), ENOUGH_WORDS),
        }
        total = sum(weights.values())
        return {name: weight / total for name, weight in weights.items() if weight > 0}


def _trust(count: int, enough: float) -> float:
    return count / (count + enough)


def _group(needs: Sequence[Need]) -> tuple[Group, ...]:
    """Group the needs; a group weighs as much as its heaviest member."""
    places: dict[tuple[RequirementKind, str], list[int]] = {}
    for place, need in enumerate(needs):
        places.setdefault((need.kind, need.group), []).append(place)
    weights = {key: max(needs[place].weight for place in members) for key, members in places.items()}
    totals = {kind: sum(weight for key, weight in weights.items() if key[0] == kind) for kind, _ in weights}
    return tuple(
        Group(kind=key[0], places=tuple(members), weight=weights[key] / totals[key[0]])
        for key, members in places.items()
    )
