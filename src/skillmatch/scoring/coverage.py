"""What one resume earns for one requirement, and why.

The best of these counts: the skill itself; a skill that implies it; a related skill, by the taxonomy's
weight; a like-spelt phrase or the words themselves for what the taxonomy lacks. A credit depends on this
requirement and this resume only, so neither other requirements nor other candidates can change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from skillmatch.models import Mention, SkillEvidence, SkillProfile, Status
    from skillmatch.scoring.requirements import Need
    from skillmatch.settings import ScoringSettings
    from skillmatch.taxonomy import Taxonomy

SAME_PHRASE = 90.0  # rapidfuzz ratio: "risk analysis", "risk analyses" 92; "cost accounting", "cost accountant" 87


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Credit in [0, 1] with its status and reason; `evidence` are mentions in the resume."""

    value: float
    status: Status
    reason: str
    evidence: tuple[Mention, ...] = ()


SHOWN = 0.6  # least strength of a skill that is shown in use and not only listed

MISSING = Credit(value=0.0, status="missing", reason="not found")
UNKNOWN = Credit(value=0.0, status="unknown", reason="too little could be read in this resume to tell")


def fold_phrase(text: str) -> str:
    """Fold case and spaces."""
    return " ".join(text.casefold().split())


class Candidate:
    """One resume with what scoring looks up in it."""

    __slots__ = ("blind", "phrases", "profile", "skills", "terms")

    def __init__(self, profile: SkillProfile) -> None:
        self.profile = profile
        self.skills: Mapping[str, SkillEvidence] = {skill.skill_id: skill for skill in profile.skills}
        self.terms = frozenset(term for term, _ in profile.terms)
        self.phrases = tuple(sorted({fold_phrase(it.text) for it in profile.unknown_skills}))
        codes = {warning.code for warning in profile.warnings}
        self.blind = bool(codes & {"empty-profile", "language"}) or not (profile.skills or profile.unknown_skills)


class Coverage:
    """Finds the best credit for a requirement."""

    def __init__(self, taxonomy: Taxonomy, settings: ScoringSettings) -> None:
        self.taxonomy = taxonomy
        self.settings = settings
        self._implying: dict[str, tuple[str, ...]] = {}

    def implying(self, skill_id: str) -> tuple[str, ...]:
        """Return the skills that having is evidence of this one, sorted."""
        if skill_id not in self._implying:
            found = (other for other, implied in self.taxonomy.implied.items() if skill_id in implied)
            self._implying[skill_id] = tuple(sorted(found))
        return self._implying[skill_id]

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
            others = (self._implied_credit(need, candidate), self._related_credit(need, candidate))
            found = max(others, key=lambda credit: credit.value)
            if own is not None:
                found = _join(self._own_credit(need, own), found)
        if found.value == 0 and candidate.blind:
            return UNKNOWN
        return found

    def _own_credit(self, need: Need, skill: SkillEvidence) -> Credit:
        value = skill.strength
        if skill.implied_by:
            value *= self.settings.implied_credit
            return Credit(value=value, status="implied", reason=f"implied by {self._names(skill.implied_by)}")
        if need.min_years and skill.years is None:
            value *= self.settings.untold_years_credit
            reason = f"found, but for how long is not told; {need.min_years:g} years asked"
            return Credit(value=value, status="unknown", reason=reason, evidence=skill.mentions)
        if need.min_years and skill.years is not None and skill.years < need.min_years:
            value *= skill.years / need.min_years
            reason = f"{skill.years:g} of {need.min_years:g} years"
            return Credit(value=value, status="partial", reason=reason, evidence=skill.mentions)
        reason = "found" if value >= SHOWN else "found, but only listed"
        return Credit(value=value, status="met", reason=reason, evidence=skill.mentions)

    def _implied_credit(self, need: Need, candidate: Candidate) -> Credit:
        best = MISSING
        for skill_id in self.implying(need.skill_id):
            skill = candidate.skills.get(skill_id)
            if skill is not None and not skill.negated:
                value = self.settings.implied_credit * skill.strength
                if value > best.value:
                    best = Credit(
                        value=value, status="implied", reason=f"implied by {skill.name}", evidence=skill.mentions
                    )
        return best

    def _related_credit(self, need: Need, candidate: Candidate) -> Credit:
        best = MISSING
        for skill_id, relation in self.taxonomy.related.get(need.skill_id, {}).items():
            skill = candidate.skills.get(skill_id)
            if skill is not None and not skill.negated:
                value = relation.weight * skill.strength
                if value > best.value:
                    words = relation.reason.replace("-", " ")
                    reason = f"{skill.name} for {need.name}: {relation.weight:g}, {words}"
                    best = Credit(value=value, status="near", reason=reason, evidence=skill.mentions)
        return best

    def _open_credit(self, need: Need, candidate: Candidate) -> Credit:
        """Compare a phrase that the taxonomy lacks with the resume's phrases, then with its words."""
        phrase = fold_phrase(need.name)
        most = self.settings.open_credit
        alike = process.extractOne(phrase, candidate.phrases, scorer=fuzz.ratio, score_cutoff=SAME_PHRASE)
        likeness = alike[1] / 100 if alike else 0.0
        shared = [term for term in need.terms if term in candidate.terms]
        value = sum(need.rarity[term] for term in shared) * most / need.mass
        if likeness and most * likeness >= value:
            return Credit(value=most * likeness, status="met", reason="the same phrase, not in the taxonomy")
        if not shared:
            return MISSING
        status: Status = "met" if len(shared) == len(need.terms) else "partial"
        return Credit(value=value, status=status, reason=f"by its words: {', '.join(dict.fromkeys(shared))}")

    def _names(self, skill_ids: tuple[str, ...]) -> str:
        return ", ".join(self.taxonomy[it].name if it in self.taxonomy else it for it in skill_ids)


def _join(own: Credit, other: Credit) -> Credit:
    """Let other evidence raise the credit of a skill that is found, without calling it anything less than found."""
    if own.value >= other.value:
        return own
    return Credit(value=other.value, status=own.status, reason=f"{own.reason}; {other.reason}", evidence=own.evidence)
