"""Credit for one requirement."""

from __future__ import annotations

import pytest

from skillmatch.scoring import FitScorer
from tests.scoring.conftest import Evidence, Job, Resume, mention


def test_how_each_kind_of_evidence_is_credited(
    scorer: FitScorer, make_job: Job, make_resume: Resume, evidence: Evidence
) -> None:
    listed = evidence("python", strength=0.45, mentions=(mention("python", "skills"),))
    cases = [
        ("python", [evidence("python")], "met", 1.0, "shown in a role"),
        ("python", [evidence("python", last_used="2024-11")], "met", 1.0, "used in a role until 2024-11"),
        ("python", [listed], "met", 0.5, "in the skills list only"),
        (
            "mysql",
            [evidence("mysql", strength=0.45), evidence("postgresql")],
            "met",
            0.6,
            "shown in a role; PostgreSQL for MySQL: 0.6, same family",
        ),
        ("python", [evidence("django")], "implied", 0.9, "implied by Django"),
        ("python", [evidence("python", implied_by=("django",))], "implied", 0.9, "implied by Django"),
        ("mysql", [evidence("postgresql")], "near", 0.6, "PostgreSQL for MySQL: 0.6, same family"),
        ("postgresql", [evidence("mysql")], "near", 0.6, "MySQL for PostgreSQL: 0.6, same family"),
        ("python", [evidence("java")], "missing", 0.0, "not found"),
        ("python", [evidence("python", negated=True)], "negated", 0.0, "says not to have Python"),
        ("python", [evidence("python", negated=True), evidence("django")], "negated", 0.0, "says not to have Python"),
    ]
    for asked, skills, status, credit, reason in cases:
        found = scorer.match(make_job([asked]), make_resume(skills)).requirements[0]
        assert (found.status, found.credit, found.reason) == (status, pytest.approx(credit), reason)


@pytest.mark.parametrize(
    ("years", "status", "credit", "reason"),
    [
        (5.0, "met", 1.0, "shown in a role; 5 of 4 years"),
        (4.0, "met", 1.0, "shown in a role; 4 of 4 years"),
        (2.0, "partial", 0.5, "shown in a role; 2 of 4 years"),
        (None, "unknown", 0.75, "shown in a role, for how long is not told; 4 years asked"),
    ],
)
def test_years_short_of_those_asked_count_in_part(
    scorer: FitScorer,
    make_job: Job,
    make_resume: Resume,
    evidence: Evidence,
    years: float | None,
    status: str,
    credit: float,
    reason: str,
) -> None:
    job = make_job(["java"], asked_years={"java": 4.0})
    found = scorer.match(job, make_resume([evidence("java", years=years)])).requirements[0]
    assert (found.status, found.credit, found.reason) == (status, credit, reason)


@pytest.mark.parametrize(
    ("phrase", "phrases", "terms", "status", "credit"),
    [
        ("financial reporting", ["Financial  Reporting"], [], "met", 0.6),
        ("access control", ["access controls"], [], "met", 0.6 * 0.966),
        ("data entry", ["data theory"], [], "missing", 0.0),
        ("vendor management", [], ["vendor", "management"], "met", 0.6),
        ("vendor management", [], ["management"], "partial", 0.3),
        ("vendor management", [], ["vendors"], "missing", 0.0),
    ],
)
def test_phrases_that_the_taxonomy_lacks(
    scorer: FitScorer,
    make_job: Job,
    make_resume: Resume,
    phrase: str,
    phrases: list[str],
    terms: list[str],
    status: str,
    credit: float,
) -> None:
    resume = make_resume(["git"], phrases=phrases, terms=dict.fromkeys(terms, 1))
    found = scorer.match(make_job(phrases=[phrase]), resume).requirements[0]
    assert (found.skill_id, found.status) == (f"open:{phrase}", status)
    assert found.credit == pytest.approx(credit, abs=0.01)
