"""Score how resumes fit a job.

score = 100 x sum of weight x value over the parts
parts: required and preferred coverage, experience, relatedness, title
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from skillmatch.errors import MismatchError
from skillmatch.scoring.agreement import mean_agreement
from skillmatch.scoring.coverage import Coverage
from skillmatch.scoring.estimator import Estimator
from skillmatch.scoring.fields import Fields
from skillmatch.scoring.pool import Pool
from skillmatch.scoring.posting import Posting
from skillmatch.scoring.scores import Scores
from skillmatch.scoring.standing import settle_ranks
from skillmatch.settings import ScoringSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from skillmatch.models import Match, SkillProfile
    from skillmatch.scoring.background import Background
    from skillmatch.taxonomy import Taxonomy


class FitScorer(Estimator):
    """Scores and ranks profiles of resumes against profiles of jobs.

    It follows the conventions of scikit-learn: as a transformer it turns profiles into a matrix of skills, as a
    predictor it scores pairs of a job and a resume, for `Pipeline`, `GridSearchCV` and the like.

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

    def prepare(self, profiles: Iterable[SkillProfile]) -> Pool:
        """Prepare resumes that several jobs are to be matched against.

        The latest pool is kept: the same profiles, by identity and in the same order, are not prepared twice.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        resumes = tuple(profiles)
        latest = self._latest
        if latest is None or len(latest) != len(resumes) or any(map(_differ, self._resumes, resumes)):
            latest = self._latest = self.lay_out(resumes)
            self._resumes = resumes
        return latest

    def lay_out(self, profiles: Iterable[SkillProfile]) -> Pool:
        """Prepare resumes without keeping them.

        Raises
        ------
        MismatchError
            A profile was made with another taxonomy.
        """
        resumes = tuple(profiles)
        self._check(resumes)
        return Pool.build(resumes, self.background, self._fields)

    def post(self, job: SkillProfile) -> Posting:
        """Prepare a job that several pools are to be compared with.

        Raises
        ------
        MismatchError
            The profile was made with another taxonomy.
        """
        self._check([job])
        return Posting(job, self.background, self._coverage.settings)

    def compare(self, posting: Posting, pool: Pool) -> Scores:
        """Return the scores of a pool for a job."""
        return Scores(posting, pool, self._coverage, self.background)

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
        return settle_ranks(self.score_parts(job, profiles).best(top))

    def score_profiles(self, job: SkillProfile, profiles: Iterable[SkillProfile] | Pool) -> NDArray[np.float64]:
        """Return the scores of resumes for a job, in [0, 100] and in the order given."""
        return self.score_parts(job, profiles).totals

    def fit_matrix(self, jobs: Iterable[SkillProfile], profiles: Iterable[SkillProfile] | Pool) -> NDArray[np.float64]:
        """Return all scores of many jobs and many resumes, shape (n_jobs, n_profiles)."""
        pool = profiles if isinstance(profiles, Pool) else self.prepare(profiles)
        rows = [self.score_parts(job, pool).totals for job in jobs]
        return np.array(rows).reshape(len(rows), len(pool))

    def fit(self, X: object, y: object = None) -> FitScorer:  # noqa: N803
        """Learn nothing: the skills of the taxonomy are the features, and nobody's score depends on others."""
        self.skill_ids_ = tuple(sorted(skill.id for skill in self.taxonomy))
        return self

    def transform(self, X: Iterable[SkillProfile]) -> csr_matrix:  # noqa: N803
        """Return what each profile earns for each skill by itself, in [0, 1], shape (n_profiles, n_skills).

        Raises
        ------
        NotFittedError
            `fit` was not called.
        """
        from scipy.sparse import csr_matrix

        pool = self.prepare(X)
        features = self.get_feature_names_out()
        found = [(number, pool.skills.get(it)) for number, it in enumerate(features)]
        columns = [(number, column) for number, column in found if column is not None]
        values = [np.where(column.negated, 0.0, column.earned) for _, column in columns]
        rows = [column.rows for _, column in columns]
        places = [np.full(len(column.rows), number) for number, column in columns]
        cells = (np.concatenate([*values, []]), (np.concatenate([*rows, []]), np.concatenate([*places, []])))
        return csr_matrix(cells, shape=(len(pool), len(features)))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Return the skill ids of the columns."""
        if not hasattr(self, "skill_ids_"):
            from sklearn.exceptions import NotFittedError

            raise NotFittedError("this FitScorer is not fitted yet: call fit")
        return np.array(self.skill_ids_, dtype=object)

    def predict(self, X: Sequence[tuple[SkillProfile, SkillProfile]]) -> NDArray[np.float64]:  # noqa: N803
        """Return the scores of pairs of a job and a resume."""
        scores = np.zeros(len(X))
        for job, places in _by_job(X).values():
            scores[places] = self.score_profiles(job, [X[place][1] for place in places])
        return scores

    def score(self, X: Sequence[tuple[SkillProfile, SkillProfile]], y: Sequence[float]) -> float:  # noqa: N803
        """Return how well the scores of pairs agree with people's grades: Spearman's rho, the mean over jobs."""
        grades, scores = np.asarray(y, dtype=np.float64), self.predict(X)
        return mean_agreement([(grades[places], scores[places]) for _, places in _by_job(X).values()])

    @property
    def settings_or_default(self) -> ScoringSettings:
        """The settings that scores are made with."""
        return self.settings if self.settings is not None else ScoringSettings()

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage(self.taxonomy, self.settings_or_default)

    @cached_property
    def _fields(self) -> Fields:
        return Fields(self.taxonomy, self.background)

    @cached_property
    def _latest(self) -> Pool | None:
        return None

    @cached_property
    def _resumes(self) -> tuple[SkillProfile, ...]:
        """The profiles of the latest pool."""
        return ()

    def score_parts(self, job: SkillProfile, profiles: Iterable[SkillProfile] | Pool) -> Scores:
        """Return the scores of resumes for a job with the value of each part, in the order given."""
        pool = profiles if isinstance(profiles, Pool) else self.prepare(profiles)
        return self.compare(self.post(job), pool)

    def _check(self, profiles: Iterable[SkillProfile]) -> None:
        expected = self.taxonomy.fingerprint
        for profile in profiles:
            if profile.taxonomy.fingerprint != expected:
                raise MismatchError(
                    f"{profile.document_id}: its profile was made with the taxonomy {profile.taxonomy.name} "
                    f"{profile.taxonomy.version} ({profile.taxonomy.fingerprint}), not with {self.taxonomy.name} "
                    f"{self.taxonomy.version} ({expected}): profile it again"
                )


def _by_job(pairs: Sequence[tuple[SkillProfile, SkillProfile]]) -> dict[int, tuple[SkillProfile, list[int]]]:
    """Group pairs by the identity of their job: the job, and the places of its pairs."""
    groups: dict[int, tuple[SkillProfile, list[int]]] = {}
    for place, (job, _) in enumerate(pairs):
        groups.setdefault(id(job), (job, []))[1].append(place)
    return groups


def _differ(one: object, other: object) -> bool:
    return one is not other
