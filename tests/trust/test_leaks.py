from __future__ import annotations

import dataclasses
import random

import pytest

from skillmatch import SkillMatcher, SkillProfile
from skillmatch.documents import read_bytes
from skillmatch.trust.identities import draw_identity
from skillmatch.trust.leak_report import to_json, to_text
from skillmatch.trust.leaks import LeakTest, compare, find_leaks, traces_to_swap
from skillmatch.trust.swapping import swap_identity

JOB = b"Data Engineer\n\nRequirements\n- Python and SQL\n- 3 years of Apache Kafka\n"
RESUME = b"""Amara Okafor
amara.okafor@example.com | +44 20 7946 0101
Data Engineer

Skills
Python, SQL, Apache Kafka

Experience
Data Engineer, Tidewater Retail, 2019 - 2023
- She built pipelines in Python and Kafka
"""


@pytest.fixture(scope="module")
def job(matcher: SkillMatcher) -> SkillProfile:
    return matcher.profile(read_bytes(JOB, document_id="job"), "job")


@pytest.fixture(scope="module")
def resume(matcher: SkillMatcher) -> SkillProfile:
    return matcher.profile(read_bytes(RESUME, document_id="cv.txt"), "resume")


@pytest.mark.parametrize("culture", ["english", "turkish", "arabic", "korean", "hispanic"])
def test_another_identity_changes_nothing(
    culture: str, job: SkillProfile, resume: SkillProfile, matcher: SkillMatcher
) -> None:
    document = read_bytes(RESUME, document_id="cv.txt")
    identity = draw_identity(random.Random(5), culture)
    swapped = swap_identity(document, traces_to_swap(document, matcher), identity)
    assert identity.name in swapped.text
    assert identity.email in swapped.text
    assert "Amara" not in swapped.text
    assert compare(job, resume, matcher.profile(swapped, "resume"), matcher, identity) is None


def test_all_swaps_and_traces_are_counted(job: SkillProfile, matcher: SkillMatcher) -> None:
    test = find_leaks(job, [read_bytes(RESUME, document_id="cv.txt")], matcher, swaps=3)
    assert (test.documents, test.swaps, test.nameless) == (1, 3, ())
    assert dict(test.swapped) == {"name": 1, "email": 1, "phone": 1, "gender": 1}


def test_a_clean_test_says_so() -> None:
    text = to_text(LeakTest(job_id="job.txt", documents=2, swaps=40, swapped=(("name", 2),)))
    assert text.splitlines()[-1] == "no difference in any score, rank or explanation"


def test_a_difference_is_found_and_its_cause_named(
    job: SkillProfile, resume: SkillProfile, matcher: SkillMatcher
) -> None:
    fewer = tuple(skill for skill in resume.skills if skill.skill_id != "python")
    leak = compare(
        job,
        resume,
        dataclasses.replace(resume, skills=fewer),
        matcher,
        draw_identity(random.Random(0)),
        {"other": 50.0, "cv.txt": 90.0},
    )
    assert leak is not None
    assert leak.cause == "skills -python"
    assert "score" in leak.what
    assert leak.swapped_score < leak.score
    assert leak.rank <= leak.swapped_rank


def test_a_difference_in_explanation_alone_is_a_leak(
    job: SkillProfile, resume: SkillProfile, matcher: SkillMatcher
) -> None:
    skills = tuple(
        dataclasses.replace(skill, mentions=skill.mentions[:1]) if skill.skill_id == "python" else skill
        for skill in resume.skills
    )
    leak = compare(job, resume, dataclasses.replace(resume, skills=skills), matcher, draw_identity(random.Random(0)))
    assert leak is not None
    assert leak.what == "requirements"
    assert leak.score == leak.swapped_score


def test_a_resume_without_a_name_is_told_of(job: SkillProfile, matcher: SkillMatcher) -> None:
    test = find_leaks(job, [read_bytes(b"Skills\nPython, SQL\n", document_id="bare.txt")], matcher, swaps=2)
    assert test.nameless == ("bare.txt",)
    assert "no name was found in 1: bare.txt" in to_text(test)
    assert '"nameless": [' in to_json(test)
