"""The formats of the trade."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from skillmatch import SkillMatcher, Taxonomy, read_bytes
from skillmatch.models import Failure, SkillEvidence
from skillmatch.reports.exchange import (
    render_exchange,
    to_hr_open,
    to_job_posting,
    to_json_resume,
    to_occupation,
    write_exchange,
)
from skillmatch.taxonomy.skill import Skill

RESUME = b"""Ada Example
Data Engineer

Skills
Python, SQL
no Docker

Experience
Data Engineer, 2020-01 to 2022-01
Python3
"""
JOB = b"""Data Engineer

Requirements
- Python or Rust
- 3 years of SQL
- 5 years of experience, and a master's degree

Nice to have
- Docker
"""


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    skills = [
        Skill(id="python", name="Python", type="language", category="c", aliases=("python3",), esco="http://esco/1"),
        Skill(id="sql", name="SQL", type="language", category="c"),
        Skill(id="rust", name="Rust", type="language", category="c"),
        Skill(id="docker", name="Docker", type="tool", category="c", onet="Docker"),
    ]
    return SkillMatcher(Taxonomy(skills))


def test_a_json_resume_reads_back_to_the_same_skills(matcher: SkillMatcher) -> None:
    profile = matcher.profile(read_bytes(RESUME, document_id="a"), kind="resume")
    written = to_json_resume(profile, matcher.taxonomy)
    again = matcher.profile(read_bytes(json.dumps(written).encode(), document_id="b"), kind="resume")
    assert {skill.skill_id for skill in again.skills} == {"python", "sql"}


def test_ids_of_other_taxonomies_go_along(matcher: SkillMatcher) -> None:
    profile = matcher.profile(read_bytes(RESUME, document_id="a"), kind="resume")
    skills = {skill["name"]: skill for skill in to_json_resume(profile, matcher.taxonomy)["skills"]}  # type: ignore[attr-defined]
    assert skills["Python"]["esco"] == "http://esco/1"
    assert "esco" not in skills["SQL"]
    assert "Docker" not in skills


def test_a_resume_written_names_nobody(matcher: SkillMatcher) -> None:
    profile = matcher.profile(read_bytes(RESUME, document_id="ada.txt"), kind="resume")
    assert "ada" not in json.dumps(to_json_resume(profile, matcher.taxonomy)).lower()


def test_a_posting_tells_required_from_preferred(matcher: SkillMatcher) -> None:
    posting = to_job_posting(matcher.profile(read_bytes(JOB, document_id="a"), kind="job"), matcher.taxonomy)
    terms = {term["name"]: term for term in posting["skills"]}  # type: ignore[attr-defined]
    assert terms["Python"]["description"] == "required, one of Python, Rust"
    assert (terms["SQL"]["description"], terms["Docker"]["description"]) == ("required, 3 years", "preferred")
    assert terms["Python"]["termCode"] == "python"
    assert posting["@type"] == "JobPosting"
    assert terms["Python"]["identifier"] == ["http://esco/1"]
    assert terms["Docker"]["identifier"] == [{"@type": "PropertyValue", "propertyID": "O*NET", "value": "Docker"}]


@pytest.mark.parametrize("write", [to_job_posting, to_occupation])
def test_what_is_asked_for_reads_back(matcher: SkillMatcher, write: Callable[..., object]) -> None:
    profile = matcher.profile(read_bytes(JOB, document_id="a"), kind="job")
    written = json.dumps(write(profile, matcher.taxonomy)).encode()
    again = matcher.profile(read_bytes(written, document_id="b"), kind="auto")
    assert again.kind == "job"
    assert again.title == profile.title == "Data Engineer"
    assert [asked(it) for it in again.skills] == [asked(it) for it in profile.skills]
    assert again.years_total == profile.years_total == 5
    assert [degree.level for degree in again.education] == [degree.level for degree in profile.education] == ["master"]


def asked(skill: SkillEvidence) -> tuple[object, ...]:
    return skill.skill_id, skill.requirement, skill.years, skill.any_of is not None


def test_hr_open_has_skills_with_years_and_roles_without_employers(matcher: SkillMatcher) -> None:
    record = to_hr_open(matcher.profile(read_bytes(RESUME, document_id="ada.txt"), kind="resume"), matcher.taxonomy)
    assert record["employmentHistories"] == [
        {"positionHistories": [{"title": "Data Engineer"}], "start": "2020-01", "end": "2022-01"}
    ]
    [python, sql] = record["skills"]  # type: ignore[misc]
    assert python == {
        "name": "Python",
        "yearsOfExperience": 2.1,
        "comments": ["custom: python", "ESCO: http://esco/1"],
    }
    assert sql["name"] == "SQL"
    assert "ada" not in json.dumps(record).lower()


def test_a_kind_has_its_format_unless_another_is_asked_for(matcher: SkillMatcher) -> None:
    resume = matcher.profile(read_bytes(RESUME, document_id="a"), kind="resume")
    job = matcher.profile(read_bytes(JOB, document_id="a"), kind="job")
    assert "work" in json.loads(write_exchange(resume, matcher.taxonomy))
    assert json.loads(write_exchange(job, matcher.taxonomy))["@type"] == "JobPosting"
    assert json.loads(write_exchange(resume, matcher.taxonomy, "occupation"))["@type"] == "Occupation"


def test_failures_have_no_line(matcher: SkillMatcher) -> None:
    job = matcher.profile(read_bytes(JOB, document_id="a"), kind="job")
    failure = Failure(document_id="x", stage="read", code="empty", message="empty")
    lines = list(render_exchange([failure, job], matcher.taxonomy, "job-posting"))
    assert [json.loads(line)["@type"] for line in lines] == ["JobPosting"]
