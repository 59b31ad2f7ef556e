"""What skills earn that are listed and not shown at work."""

from __future__ import annotations

import pytest

from skillmatch.models import Match, Role
from skillmatch.scoring import FitScorer
from skillmatch.settings import ScoringSettings
from tests.scoring.conftest import Evidence, Job, Resume, mention, role

LISTED_MOST = ScoringSettings().listed_most
ASKED = ["python", "java", "docker", "aws", "git"]


def coverage(match: Match) -> float:
    return next(part.value for part in match.parts if part.name == "required")


def listed(evidence: Evidence, section: str = "skills") -> list[object]:
    return [evidence(skill_id, mentions=(mention(skill_id, section),)) for skill_id in ASKED]


def test_a_list_alone_earns_little_and_the_match_says_so(
    scorer: FitScorer, evidence: Evidence, make_job: Job, make_resume: Resume
) -> None:
    match = scorer.match(make_job(ASKED), make_resume(listed(evidence)))
    assert coverage(match) == LISTED_MOST
    assert [warning.code for warning in match.warnings] == ["listed-only"]
    shown = scorer.match(make_job(ASKED), make_resume(ASKED))
    assert coverage(shown) == 1.0
    assert shown.warnings == ()


def test_a_list_earns_twice_that_under_the_title_of_the_job(
    scorer: FitScorer, evidence: Evidence, make_job: Job, make_resume: Resume
) -> None:
    match = scorer.match(make_job(ASKED, title="Audit clerk"), make_resume(listed(evidence), title="Audit clerk"))
    assert coverage(match) == 2 * LISTED_MOST


def test_a_list_adds_to_what_work_shows(
    scorer: FitScorer, evidence: Evidence, make_job: Job, make_resume: Resume
) -> None:
    shown = coverage(scorer.match(make_job(ASKED), make_resume(["python"])))
    both = coverage(scorer.match(make_job(ASKED), make_resume(["python", *listed(evidence)[1:]])))
    assert both == pytest.approx(shown + LISTED_MOST)


@pytest.mark.parametrize(("roles", "expected"), [((), 1.0), ((role("2020-01", "2021-01", 12),), LISTED_MOST)])
def test_work_in_no_role_is_none_where_roles_have_dates(
    scorer: FitScorer,
    evidence: Evidence,
    make_job: Job,
    make_resume: Resume,
    roles: tuple[Role, ...],
    expected: float,
) -> None:
    match = scorer.match(make_job(ASKED), make_resume(listed(evidence, "experience"), roles=roles))
    assert coverage(match) == expected


def test_a_gap_is_worth_what_filling_it_at_work_gives(
    scorer: FitScorer, evidence: Evidence, make_job: Job, make_resume: Resume
) -> None:
    job, had = make_job(ASKED), listed(evidence)
    match = scorer.match(job, make_resume(had))
    filled = scorer.match(job, make_resume(["python", *had[1:]]))
    told = next(it.score_if_met for it in match.requirements if it.skill_id == "python")
    assert told == pytest.approx(filled.score)
