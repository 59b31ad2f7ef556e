"""Tuning the weights on judgments."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from sklearn.base import clone

from skillmatch.errors import UsageError
from skillmatch.scoring import FitScorer, Judgment, tune
from skillmatch.scoring.agreement import agreement, mean_agreement
from tests.scoring.conftest import Job, Resume


def judge(make_job: Job, make_resume: Resume, jobs: int, *, by_title: bool) -> list[Judgment]:
    """Grade a resume with the title and one with the skills of each job, as one who looks at one of them would."""
    found = []
    for number in range(jobs):
        job = dataclasses.replace(make_job(["python", "git"], title="Audit clerk"), document_id=f"job-{number}")
        titled = make_resume(["python"], title="Audit clerk", document_id="titled")
        skilled = make_resume(["python", "git"], title="Chef", document_id="skilled")
        found += [
            Judgment(job=job, resume=titled, grade=float(by_title)),
            Judgment(job=job, resume=skilled, grade=float(not by_title)),
        ]
    return found


def test_weights_that_people_use_are_found(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    start = dataclasses.replace(scorer.settings_or_default, title_weight=0.2)
    tuning = tune(judge(make_job, make_resume, 10, by_title=True), clone(scorer).set_params(settings=start))
    assert (tuning.before, tuning.after, tuning.is_certain) == (-1.0, 1.0, True)
    tuned = tuning.settings
    assert tuned.title_weight / tuned.required_weight > start.title_weight / start.required_weight


def test_good_weights_are_kept(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    tuning = tune(judge(make_job, make_resume, 10, by_title=False), scorer)
    assert tuning.settings == scorer.settings_or_default
    assert (tuning.gain, tuning.is_certain) == (0.0, False)


def test_too_few_jobs_are_refused(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    alike = [
        dataclasses.replace(it, grade=1.0, job=dataclasses.replace(it.job, document_id=f"x{it.job.document_id}"))
        for it in judge(make_job, make_resume, 10, by_title=True)
    ]
    with pytest.raises(UsageError, match="4 jobs"):
        tune([*judge(make_job, make_resume, 4, by_title=True), *alike], scorer)


def test_agreement_is_that_of_ranks() -> None:
    assert agreement(np.array([1.0, 1, 2, 3]), np.array([1.0, 1, 5, 4])) == pytest.approx(7 / 9)
    assert agreement(np.array([1.0, 2]), np.array([3.0, 3])) == 0.0
    assert agreement(np.array([2.0, 2]), np.array([1.0, 3])) is None
    assert mean_agreement([(np.array([2.0, 2]), np.array([1.0, 3]))]) == 0.0
