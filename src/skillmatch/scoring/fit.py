"""Score how resumes fit a job.

    score = 100 x sum of weight x value over the parts
    parts: required and preferred coverage, experience, relatedness, title

Numbers come first, for all resumes at once; only those that are returned are explained. Every value is computed
from one job and one resume in a fixed order of operations, so a score is the same, bit for bit, whoever else is
ranked with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.errors import MismatchError
from skillmatch.scoring.bulk import BulkCoverage
from skillmatch.scoring.coverage import Coverage
from skillmatch.scoring.experience import rate_experience
from skillmatch.scoring.explain import Scored, explain
from skillmatch.scoring.fields import Fields
from skillmatch.scoring.pool import Pool
from skillmatch.scoring.posting import Posting
from skillmatch.scoring.relatedness import relate
from skillmatch.scoring.title import rate_titles
from skillmatch.settings import ScoringSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.models import Match, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.taxonomy import Taxonomy


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
        self._fields = Fields(taxonomy, background)
        self._latest: Pool | None = None

    def prepare(self, profiles: Iterable[SkillProfile]) -> Pool:
        """Prepare resumes that several jobs are to be matched against.

        The latest pool is kept: the same profiles, by identity and in the same order, are not prepared twice.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        resumes = tuple(profiles)
        known = self._latest.profiles if self._latest is not None else ()
        if self._latest is None or len(known) != len(resumes) or any(map(_differ, known, resumes)):
            self._check(resumes)
            self._latest = Pool(resumes, self.background, self._fields)
        return self._latest

    def match(self, job: SkillProfile, profile: SkillProfile) -> Match:
        """Score and explain one pair; its rank is 1.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        return self.rank(job, [profile])[0]

    def rank(
        self, job: SkillProfile, profiles: Iterable[SkillProfile] | Pool, top: int | None = None
    ) -> tuple[Match, ...]:
        """Rank resumes for a job, the best first; ties are broken by document id.

        Parameters
        ----------
        job
            Profile of the job.
        profiles
            Profiles of the resumes, or what `prepare` made of them.
        top
            Explain and return this many; all when None.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        self._check([job])
        pool = profiles if isinstance(profiles, Pool) else self.prepare(profiles)
        settings = self.settings or ScoringSettings()
        posting = Posting(job, self.background, settings)
        bulk = BulkCoverage(Coverage(self.taxonomy, settings), pool)
        values = self._values(posting, pool, bulk)
        scores = np.zeros(len(pool))
        for name, weight in posting.weights.items():
            scores += 100 * weight * values[name]
        scores = np.minimum(scores, 100.0)
        order = np.lexsort((pool.id_order, -scores))[:top].tolist()
        matches = []
        for rank, row in enumerate(order, start=1):
            scored = Scored(
                candidate=pool.candidate(row),
                values={name: float(column[row]) for name, column in values.items()},
                credits=[bulk.credit(need, row) for need in posting.needs],
                score=float(scores[row]),
            )
            matches.append(explain(posting, scored, rank))
        return tuple(matches)

    def _values(self, posting: Posting, pool: Pool, coverage: BulkCoverage) -> Mapping[str, NDArray[np.float64]]:
        """Return the value of each part that counts, for every resume."""
        values: dict[str, NDArray[np.float64]] = {}
        for name in posting.weights:
            if name == "experience":
                values[name] = rate_experience(posting.years, posting.needs, pool)
            elif name == "relatedness" and posting.query is not None:
                values[name] = relate(posting.query, pool, self.background)
            elif name == "title":
                values[name] = rate_titles(posting.title, pool, self.background)
            else:
                values[name] = coverage.cover(name, posting)
        return values

    def _check(self, profiles: Iterable[SkillProfile]) -> None:
        expected = self.taxonomy.fingerprint
        for profile in profiles:
            if profile.taxonomy.fingerprint != expected:
                raise MismatchError(
                    f"{profile.document_id}: its profile was made with the taxonomy {profile.taxonomy.name} "
                    f"{profile.taxonomy.version} ({profile.taxonomy.fingerprint}), not with {self.taxonomy.name} "
                    f"{self.taxonomy.version} ({expected}): profile it again"
                )


def _differ(one: object, other: object) -> bool:
    return one is not other
