"""Score how resumes fit a job.

    score = 100 x sum of weight x value over the parts
    parts: required and preferred coverage, experience, relatedness, title

Which parts count is decided by the job alone: one that states no years has no experience part, and the
weights of the others are scaled to add up to 1. Every value is computed from one job and one resume in a
fixed order of operations, so a score is the same, bit for bit, whoever else is ranked with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from skillmatch.errors import MismatchError
from skillmatch.scoring.coverage import Candidate, Coverage
from skillmatch.scoring.experience import rate_experience
from skillmatch.scoring.explain import Scored, add_up, cover, explain
from skillmatch.scoring.relatedness import build_query, relate, weigh_terms
from skillmatch.scoring.requirements import list_needs
from skillmatch.scoring.title import Titles
from skillmatch.settings import ScoringSettings

if TYPE_CHECKING:
    from skillmatch.models import Match, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.scoring.relatedness import Query
    from skillmatch.scoring.requirements import Need
    from skillmatch.taxonomy import Taxonomy


ENOUGH_SKILLS = 1.0  # so many requirements, or words, earn a part half of its weight, many all of it: a job that
ENOUGH_WORDS = 5.0  # states one skill and two pages of text is judged by the text more than by the skill


class FitScorer:
    """Scores and ranks profiles of resumes against profiles of jobs.

    Parameters
    ----------
    taxonomy
        The one that the profiles were made with.
    background
        Word statistics for relatedness and for the weights of requirements.
    settings
        Weights and credits; the defaults when None.
    """

    def __init__(self, *, taxonomy: Taxonomy, background: Background, settings: ScoringSettings | None = None) -> None:
        self.taxonomy = taxonomy
        self.background = background
        self.settings = settings

    def match(self, job: SkillProfile, profile: SkillProfile) -> Match:
        """Score and explain one pair; its rank is 1.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        return self.rank(job, [profile])[0]

    def rank(self, job: SkillProfile, profiles: Iterable[SkillProfile], top: int | None = None) -> tuple[Match, ...]:
        """Rank resumes for a job, the best first; ties are broken by document id.

        Parameters
        ----------
        job
            Profile of the job.
        profiles
            Profiles of the resumes.
        top
            Explain and return this many; all when None.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        resumes = list(profiles)
        self._check([job, *resumes])
        posting = _Posting(job, self.background, self.settings or ScoringSettings())
        coverage = Coverage(self.taxonomy, self.background, posting.settings)
        scored = posting.score(resumes, coverage)
        scored.sort(key=lambda it: (-it.score, it.candidate.profile.document_id))
        return tuple(
            explain(job, posting.needs, posting.shares, it, rank) for rank, it in enumerate(scored[:top], start=1)
        )

    def _check(self, profiles: Iterable[SkillProfile]) -> None:
        expected = self.taxonomy.fingerprint
        for profile in profiles:
            if profile.taxonomy.fingerprint != expected:
                raise MismatchError(
                    f"{profile.document_id}: its profile was made with the taxonomy {profile.taxonomy.name} "
                    f"{profile.taxonomy.version} ({profile.taxonomy.fingerprint}), not with {self.taxonomy.name} "
                    f"{self.taxonomy.version} ({expected}): profile it again"
                )


class _Posting:
    """A job prepared for scoring: its needs, and the share of each part that it gives data for."""

    def __init__(self, job: SkillProfile, background: Background, settings: ScoringSettings) -> None:
        self.settings = settings
        self.background = background
        self.needs: tuple[Need, ...] = list_needs(job, background)
        self.query: Query | None = build_query(job, background)
        self.years = job.years_total or 0.0
        self.title = Titles(job.title or "", background)
        weights = {
            "required": settings.required_weight * _trust(self._count("required"), ENOUGH_SKILLS),
            "preferred": settings.preferred_weight * _trust(self._count("preferred"), ENOUGH_SKILLS),
            "experience": settings.experience_weight if self.years > 0 else 0.0,
            "relatedness": settings.relatedness_weight * _trust(self.query.size if self.query else 0, ENOUGH_WORDS),
            "title": settings.title_weight if self.title else 0.0,
        }
        total = sum(weights.values())
        self.shares = {name: weight / total for name, weight in weights.items() if weight > 0}

    def _count(self, kind: str) -> int:
        return len({need.group for need in self.needs if need.kind == kind})

    def score(self, resumes: Sequence[SkillProfile], coverage: Coverage) -> list[Scored]:
        """Score every resume, in the order given."""
        related = [0.0] * len(resumes)
        if self.query is not None:
            related = relate(self.query, weigh_terms([it.terms for it in resumes], self.background)).tolist()
        return [self._score(Candidate(resume), value, coverage) for resume, value in zip(resumes, related, strict=True)]

    def _score(self, candidate: Candidate, related: float, coverage: Coverage) -> Scored:
        earned = [coverage.credit(need, candidate) for need in self.needs]
        values: dict[str, float] = {}
        for name in self.shares:
            if name in ("required", "preferred"):
                values[name] = cover(self.needs, earned, name)
            elif name == "experience":
                values[name] = rate_experience(self.years, self.needs, candidate)
            elif name == "relatedness":
                values[name] = related
            else:
                values[name] = self.title.rate(candidate.profile)
        return Scored(candidate=candidate, values=values, credits=earned, score=add_up(self.shares, values))


def _trust(count: int, enough: float) -> float:
    return count / (count + enough)
