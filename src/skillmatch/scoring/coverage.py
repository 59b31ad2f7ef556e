"""What one resume earns for one requirement, and why.

The best of these counts: the skill itself; a skill that implies it; a related skill, by the taxonomy's
weight; a like-spelt phrase or the words themselves for what the taxonomy lacks. A credit depends on this
requirement and this resume only, so neither other requirements nor other candidates can change it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from skillmatch.scoring.requirements import fold_phrase
from skillmatch.scoring.showing import LONE, describe_showing, is_shown, rate_showing

if TYPE_CHECKING:
    from skillmatch.models import Mention, SkillEvidence, SkillProfile, Status
    from skillmatch.scoring.requirements import Need
    from skillmatch.settings import ScoringSettings
    from skillmatch.taxonomy import Taxonomy

SAME_PHRASE = 90.0  # rapidfuzz ratio: "risk analysis", "risk analyses" 92; "cost accounting", "cost accountant" 87


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Credit in [0, 1] with its status and reason; `evidence` are mentions in the resume.

    `shown` is the credit that is left without what is only listed.
    """

    value: float
    status: Status
    reason: str
    evidence: tuple[Mention, ...] = ()
    shown: float = 0.0


MISSING = Credit(value=0.0, status="missing", reason="not found")
UNKNOWN = Credit(value=0.0, status="unknown", reason="too little could be read in this resume to tell")


class Candidate:
    """One resume with what scoring looks up in it.

    `shown` are the ids of the skills that its work bears out, `support` says for each skill how much the resume is of
    that field.
    """

    __slots__ = ("blind", "phrases", "profile", "shown", "skills", "support", "terms")

    def __init__(self, profile: SkillProfile, supports: Sequence[float]) -> None:
        self.profile = profile
        self.skills: Mapping[str, SkillEvidence] = {skill.skill_id: skill for skill in profile.skills}
        self.support = {skill.skill_id: support for skill, support in zip(profile.skills, supports, strict=True)}
        self.shown = frozenset(skill.skill_id for skill in profile.skills if is_shown(skill, profile))
        self.terms = frozenset(term for term, _ in profile.terms)
        self.phrases = tuple(sorted({fold_phrase(it.text) for it in profile.unknown_skills}))
        codes = {warning.code for warning in profile.warnings}
        self.blind = bool(codes & {"empty-profile", "language"}) or not (profile.skills or profile.unknown_skills)

    def earned(self, skill: SkillEvidence) -> float:
        """Return what a skill earns by itself."""
        return rate_showing(skill, self.support[skill.skill_id], shown=skill.skill_id in self.shown)


class Coverage:
    """Finds the best credit for a requirement."""

    def __init__(self, taxonomy: Taxonomy, settings: ScoringSettings) -> None:
        self.taxonomy = taxonomy
        self.settings = settings

    def implying(self, skill_id: str) -> tuple[str, ...]:
        """Return the skills that having is evidence of this one, sorted."""
        return self.taxonomy.implying.get(skill_id, ())

    def credit(self, need: Need, candidate: Candidate, support: float = 1.0) -> Credit:
        """Return the best credit; ties go to the plainest evidence.

        `support` is how much the resume is of the field of a phrase that the taxonomy lacks.
        """
        if need.is_open:
            found = self._open_credit(need, candidate, support)
        else:
            own = candidate.skills.get(need.skill_id)
            if own is not None and own.negated:
                return Credit(
                    value=0.0, status="negated", reason=f"says not to have {need.name}", evidence=own.mentions
                )
            found = self._other_credit(need, candidate)
            if own is not None:
                found = _join(self._own_credit(need, own, candidate), found)
        if found.value == 0 and candidate.blind:
            return UNKNOWN
        return found

    def _own_credit(self, need: Need, skill: SkillEvidence, candidate: Candidate) -> Credit:
        value, status = candidate.earned(skill), "met"
        shown = skill.skill_id in candidate.shown
        if skill.implied_by:
            value *= self.settings.implied_credit
            reason = f"implied by {self._names(skill.implied_by)}"
            return Credit(value=value, status="implied", reason=reason, shown=value * shown)
        reason = describe_showing(skill, candidate.profile, candidate.support[skill.skill_id])
        if need.min_years and skill.years is None:
            value *= self.settings.untold_years_credit
            status, reason = "unknown", f"{reason}, for how long is not told; {need.min_years:g} years asked"
        elif need.min_years and skill.years is not None:
            if skill.years < need.min_years:
                value *= skill.years / need.min_years
                status = "partial"
            reason = f"{reason}; {skill.years:g} of {need.min_years:g} years"
        return Credit(value=value, status=status, reason=reason, evidence=skill.mentions, shown=value * shown)  # type: ignore[arg-type]

    def _other_credit(self, need: Need, candidate: Candidate) -> Credit:
        """Return the best credit that other skills earn, with what those at work earn among them."""
        found = [*self._implied_credits(need, candidate), *self._related_credits(need, candidate)]
        best = max(found, key=lambda credit: credit.value, default=MISSING)
        shown = max((credit.shown for credit in found), default=0.0)
        return dataclasses.replace(best, shown=shown) if best.value > 0 else MISSING

    def _implied_credits(self, need: Need, candidate: Candidate) -> Iterator[Credit]:
        for skill_id in self.implying(need.skill_id):
            skill = candidate.skills.get(skill_id)
            if skill is not None and not skill.negated:
                value = self.settings.implied_credit * candidate.earned(skill)
                reason, shown = f"implied by {skill.name}", value * (skill_id in candidate.shown)
                yield Credit(value=value, status="implied", reason=reason, evidence=skill.mentions, shown=shown)

    def _related_credits(self, need: Need, candidate: Candidate) -> Iterator[Credit]:
        for skill_id, relation in self.taxonomy.related.get(need.skill_id, {}).items():
            skill = candidate.skills.get(skill_id)
            if skill is not None and not skill.negated:
                value = self.settings.related_credit * relation.weight * candidate.earned(skill)
                words = relation.reason.replace("-", " ")
                reason, shown = (
                    f"{skill.name} for {need.name}: {relation.weight:g}, {words}",
                    skill_id in candidate.shown,
                )
                yield Credit(value=value, status="near", reason=reason, evidence=skill.mentions, shown=value * shown)

    def _open_credit(self, need: Need, candidate: Candidate, support: float) -> Credit:
        """Compare a phrase that the taxonomy lacks with the resume's phrases, then with its words.

        Where in the resume they stand is not known, so they count as listed.
        """
        phrase = fold_phrase(need.name)
        most = self.settings.open_credit * (LONE + (1 - LONE) * support)
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
    shown = max(own.shown, other.shown)
    if own.value >= other.value:
        return dataclasses.replace(own, shown=shown)
    reason = f"{own.reason}; {other.reason}"
    return dataclasses.replace(own, value=other.value, reason=reason, shown=shown)
