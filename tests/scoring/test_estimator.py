"""The conventions of scikit-learn."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, GroupKFold
from sklearn.pipeline import make_pipeline

from skillmatch.models import SkillProfile
from skillmatch.scoring import FitScorer
from skillmatch.settings import ScoringSettings
from tests.scoring.conftest import Evidence, Job, Resume


def test_parameters_are_kept_as_given(scorer: FitScorer) -> None:
    assert scorer.get_params() == {
        "background": scorer.background,
        "settings": None,
        "taxonomy": scorer.taxonomy,
    }
    copy = clone(scorer)
    assert copy is not scorer
    assert all(copy.get_params()[name] is value for name, value in scorer.get_params().items())


def test_parameters_can_be_set(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job, resume = make_job(["python"], title="Audit clerk"), make_resume(["python"], title="Chef")
    changed = clone(scorer).set_params(settings=ScoringSettings(title_weight=0.0))
    assert changed.match(job, resume).score > scorer.match(job, resume).score
    with pytest.raises(ValueError, match="weights"):
        changed.set_params(weights=1)


def test_profiles_become_rows_of_skills(scorer: FitScorer, make_resume: Resume, evidence: Evidence) -> None:
    resumes = [make_resume(["python", evidence("git", strength=0.45)]), make_resume([evidence("java", negated=True)])]
    fitted = clone(scorer).fit(resumes)
    matrix = fitted.transform(resumes)
    names = fitted.get_feature_names_out().tolist()
    assert matrix.shape == (2, len(scorer.taxonomy))
    assert matrix[0, names.index("python")] == 1.0
    assert matrix[0, names.index("git")] == 0.5
    assert matrix[1].sum() == 0
    assert fitted.transform([]).shape == (0, len(scorer.taxonomy))


def test_an_unfitted_one_says_so(scorer: FitScorer, make_resume: Resume) -> None:
    with pytest.raises(NotFittedError):
        clone(scorer).transform([make_resume(["python"])])


def test_it_works_in_a_pipeline(scorer: FitScorer, make_resume: Resume) -> None:
    resumes = [make_resume(["python", "git"]), make_resume(["java"])] * 5
    model = make_pipeline(clone(scorer), LogisticRegression()).fit(resumes, [1, 0] * 5)
    assert model.predict([make_resume(["git"]), make_resume(["java"])]).tolist() == [1, 0]


def test_a_grid_search_finds_the_weights_that_people_used(
    scorer: FitScorer, make_job: Job, make_resume: Resume
) -> None:
    pairs: list[tuple[SkillProfile, SkillProfile]] = []
    grades, groups = [], []
    for number in range(4):
        job = make_job(["python"], title="Audit clerk")
        for title, skills in [("Audit clerk", []), ("Chef", ["python"])]:
            pairs.append((job, make_resume(skills, title=title)))
            grades.append(float(title == "Audit clerk"))
            groups.append(number)
    grid = {"settings": [ScoringSettings(), ScoringSettings(required_weight=0.0, relatedness_weight=0.0)]}
    search = GridSearchCV(clone(scorer), grid, cv=GroupKFold(2)).fit(pairs, grades, groups=groups)
    assert search.best_params_ == {"settings": grid["settings"][1]}
    assert search.best_score_ == 1.0


def test_scores_are_those_of_the_ranking(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    jobs = [make_job(["python"]), make_job(["git", "java"])]
    resumes = [make_resume(it, document_id=str(n)) for n, it in enumerate([["python"], ["git"], []])]
    matrix = scorer.fit_matrix(jobs, resumes)
    for row, job in enumerate(jobs):
        ranked = {match.document_id: match.score for match in scorer.rank(job, resumes)}
        assert matrix[row].tolist() == [ranked[resume.document_id] for resume in resumes]
        assert scorer.predict([(job, resume) for resume in resumes]).tolist() == matrix[row].tolist()
    assert scorer.fit_matrix([], resumes).shape == (0, 3)
    assert scorer.score_profiles(jobs[0], []).shape == (0,)


def test_it_can_be_pickled(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job, resume = make_job(["python"]), make_resume(["python"])
    again = pickle.loads(pickle.dumps(scorer))
    np.testing.assert_array_equal(again.score_profiles(job, [resume]), scorer.score_profiles(job, [resume]))
