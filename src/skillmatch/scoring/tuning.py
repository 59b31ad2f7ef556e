"""Tune the weights of the parts on people's judgments, and tell whether that can be trusted.

Weights are chosen on some jobs and measured on others. Judged sets are small: fifty jobs leave an interval of a tenth,
so the answer is often that they cannot tell the tuned weights from the shipped ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from skillmatch.errors import UsageError
from skillmatch.scoring.agreement import agreement
from skillmatch.settings import ScoringSettings

if TYPE_CHECKING:
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.fit import FitScorer
    from skillmatch.scoring.posting import Posting

TUNED = ("required_weight", "experience_weight", "relatedness_weight", "title_weight", "terms_only_trust")
FACTORS = (1.0, 0.5, 1.5)  # what each is multiplied by; the first wins where all rank alike
FOLDS = 5
ROUNDS = 2000  # of the bootstrap
SEED = 0

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What a person thinks of a pair; a greater grade is better, on any scale."""

    job: SkillProfile
    resume: SkillProfile
    grade: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """Tuned settings, and Spearman's rho with people on jobs that they were not chosen on.

    `before` is the agreement of the settings that tuning started from, `gain` the mean difference over the `jobs` with
    its 95 % interval from `low` to `high`.
    """

    settings: ScoringSettings
    jobs: int
    before: float
    after: float
    gain: float
    low: float
    high: float

    @property
    def is_certain(self) -> bool:
        """Whether the judgments can tell that the tuned settings are better."""
        return self.low > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The part values of one job's judged resumes, and their grades."""

    posting: Posting
    parts: Mapping[str, Floats]
    grades: Floats

    def agree(self, settings: ScoringSettings) -> float:
        """Return the agreement that settings reach."""
        scores = np.zeros(len(self.grades))
        for name, weight in self.posting.weigh(settings).items():
            if name in self.parts:
                scores += weight * self.parts[name]
        return agreement(self.grades, scores) or 0.0


def tune(judgments: Sequence[Judgment], scorer: FitScorer) -> Tuning:
    """Choose the weights that rank the judged resumes most as people did.

    Parameters
    ----------
    judgments
        Several resumes for each of several jobs.
    scorer
        Its settings are what tuning starts from.

    Raises
    ------
    UsageError
        Fewer than `FOLDS` jobs have resumes of different grades.
    """
    judged = list(_prepare(judgments, scorer))
    if len(judged) < FOLDS:
        raise UsageError(f"{len(judged)} jobs have resumes of different grades: at least {FOLDS} are needed")
    grid = list(_variants(scorer.settings_or_default))
    table = np.array([[job.agree(settings) for job in judged] for settings in grid])
    held_out = np.arange(len(judged)) % FOLDS
    after = np.zeros(len(judged))
    for fold in range(FOLDS):
        chosen = int(table[:, held_out != fold].mean(axis=1).argmax())
        after[held_out == fold] = table[chosen, held_out == fold]
    gains = after - table[0]
    drawn = np.random.default_rng(SEED).choice(gains, (ROUNDS, len(gains))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return Tuning(
        settings=grid[int(table.mean(axis=1).argmax())],
        jobs=len(judged),
        before=float(table[0].mean()),
        after=float(after.mean()),
        gain=float(gains.mean()),
        low=float(low),
        high=float(high),
    )


def _prepare(judgments: Sequence[Judgment], scorer: FitScorer) -> Iterator[Judged]:
    """Score the judged resumes of each job, in the order of job ids; jobs without different grades tell nothing."""
    by_job: dict[str, list[Judgment]] = {}
    for judgment in judgments:
        by_job.setdefault(judgment.job.document_id, []).append(judgment)
    for _, found in sorted(by_job.items()):
        if len({judgment.grade for judgment in found}) > 1:
            scores = scorer.score_parts(found[0].job, [judgment.resume for judgment in found])
            grades = np.array([judgment.grade for judgment in found])
            yield Judged(posting=scores.posting, parts=scores.parts, grades=grades)


def _variants(start: ScoringSettings) -> Iterator[ScoringSettings]:
    """Vary the weights around those given, which come first."""
    for factors in product(FACTORS, repeat=len(TUNED)):
        values = {name: min(1.0, getattr(start, name) * by) for name, by in zip(TUNED, factors, strict=True)}
        yield dataclasses.replace(start, **values)
