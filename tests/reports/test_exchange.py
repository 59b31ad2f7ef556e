"""The formats of the trade."""

from __future__ import annotations

import json

import pytest

from skillmatch import SkillMatcher, Taxonomy, read_bytes
from skillmatch.reports.exchange import to_job_posting, to_json_resume
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
JOB = b"Data Engineer\n\nRequirements\n- Python\n- 3 years of SQL\nNice to have\n- Docker\n"


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    skills = [
        Skill(id="python", name="Python", type="language", category="c", aliases=("python3",), esco="http://esco/1"),
        Skill(id="sql", name="SQL", type="language", category="c"),
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
    assert (terms["Python"]["description"], terms["Docker"]["description"]) == ("required", "preferred")
    assert terms["Python"]["termCode"] == "python"
    assert posting["@type"] == "JobPosting"
