"""What one resume earns for one requirement, and why.

The best of these counts: the skill itself; a skill that implies it; a related skill, by the taxonomy's
weight; a like-spelt phrase or the words themselves for what the taxonomy lacks. A credit depends on this
requirement and this resume only, so neither other requirements nor other candidates can change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from skillmatch.models import Mention, SkillEvidence, SkillProfile, Status
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.requirements import Need
    from skillmatch.settings import ScoringSettings
    from skillmatch.taxonomy import Taxonomy

SAME_PHRASE = (
    90.0  # rapidfuzz ratio: "risk analysis" and "risk analyses" 92, "cost accounting" and "cost accountant" 87
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Credit in [0, 1] with its status and reason; `evidence` are mentions in the resume."""

    value: float
    status: Status
    reason: str
    evidence: tuple[Mention, ...] = ()


class Candidate:
    """One resume with what scoring looks up in it."""

    __slots__ = ("blind", "phrases", "profile", "skills", "terms")

    def __init__(self, profile: SkillProfile) -> None:
        self.profile = profile
        self.skills: Mapping[str, SkillEvidence] = {skill.skill_id: skill for skill in profile.skills}
        self.terms = frozenset(term for term, _ in profile.terms)
        self.phrases = tuple(sorted({" ".join(it.text.casefold().split()) for it in profile.unknown_skills}))
        codes = {warning.code for warning in profile.warnings}
        self.blind = bool(codes & {"empty-profile", "language"}) or not (profile.skills or profile.unknown_skills)


class Coverage:
    """Finds the best credit for a requirement."""

    def __init__(self, taxonomy: Taxonomy, background: Background, settings: ScoringSettings) -> None:
        self._taxonomy = taxonomy
        self._background = background
        self._settings = settings

    def credit(self, need: Need, candidate: Candidate) -> Credit:
        """Return the best credit; ties go to the plainest evidence."""
        if need.is_open:
            found = self._open_credit(need, candidate)
        else:
            own = candidate.skills.get(need.skill_id)
            if own is not None and own.negated:
                return Credit(
                    value=0.0, status="negated", reason=f"says not to have {need.name}", evidence=own.mentions
                )
            best = [self._own_credit(need, own)] if own is not None else []
            best += [self._implied_credit(need, candidate), self._related_credit(need, candidate)]
            found = max(best, key=lambda credit: credit.value)
        if found.value == 0 and candidate.blind:
            return Credit(value=0.0, status="unknown", reason="too little could be read in this resume to tell")
        return found

    def _shown(self, skill: SkillEvidence) -> float:
        """Return how much of a credit the evidence earns: all when used in a recent role, less when only listed."""
        return self._settings.listed_credit + (1 - self._settings.listed_credit) * skill.strength

    def _own_credit(self, need: Need, skill: SkillEvidence) -> Credit:
        value = self._shown(skill)
        if skill.implied_by:
            value *= self._settings.implied_credit
            return Credit(value=value, status="implied", reason=f"implied by {self._names(skill.implied_by)}")
        if need.min_years and skill.years is None:
            value *= self._settings.untold_years_credit
            reason = f"found, but for how long is not told; {need.min_years:g} years asked"
            return Credit(value=value, status="unknown", reason=reason, evidence=skill.mentions)
        if need.min_years and skill.years is not None and skill.years < need.min_years:
            value *= skill.years / need.min_years
            reason = f"{skill.years:g} of {need.min_years:g} years"
            return Credit(value=value, status="partial", reason=reason, evidence=skill.mentions)
        return Credit(value=value, status="met", reason="found", evidence=skill.mentions)

    def _implied_credit(self, need: Need, candidate: Candidate) -> Credit:
        best = Credit(value=0.0, status="missing", reason="not found")
        for skill_id, skill in candidate.skills.items():
            if not skill.negated and need.skill_id in self._taxonomy.implied.get(skill_id, ()):
                value = self._settings.implied_credit * self._shown(skill)
                if value > best.value:
                    best = Credit(
                        value=value, status="implied", reason=f"implied by {skill.name}", evidence=skill.mentions
                    )
        return best

    def _related_credit(self, need: Need, candidate: Candidate) -> Credit:
        best = Credit(value=0.0, status="missing", reason="not found")
        for skill_id, relation in self._taxonomy.related.get(need.skill_id, {}).items():
            skill = candidate.skills.get(skill_id)
            if skill is not None and not skill.negated:
                value = relation.weight * self._shown(skill)
                if value > best.value:
                    words = relation.reason.replace("-", " ")
                    reason = f"{skill.name} for {need.name}: {relation.weight:g}, {words}"
                    best = Credit(value=value, status="near", reason=reason, evidence=skill.mentions)
        return best

    def _open_credit(self, need: Need, candidate: Candidate) -> Credit:
        """Compare a phrase that the taxonomy lacks with the resume's phrases, then with its words."""
        phrase = " ".join(need.name.casefold().split())
        most = self._settings.open_credit
        likeness = max((fuzz.ratio(phrase, other) for other in candidate.phrases), default=0.0)
        if likeness >= SAME_PHRASE:
            return Credit(value=most * likeness / 100, status="met", reason="the same phrase, not in the taxonomy")
        mass = sum(self._background.rarity(term) for term in need.terms)
        shared = [term for term in need.terms if term in candidate.terms]
        value = most * sum(self._background.rarity(term) for term in shared) / mass
        if not shared:
            return Credit(value=0.0, status="missing", reason="not found")
        status: Status = "met" if len(shared) == len(need.terms) else "partial"
        return Credit(value=value, status=status, reason=f"by its words: {', '.join(dict.fromkeys(shared))}")

    def _names(self, skill_ids: tuple[str, ...]) -> str:
        return ", ".join(self._taxonomy[it].name if it in self._taxonomy else it for it in skill_ids)
