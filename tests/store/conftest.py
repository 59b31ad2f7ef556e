"""A small taxonomy, its matcher, and a folder of small resumes."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, Taxonomy, read_bytes
from skillmatch.taxonomy import Skill

NAMES = ("Airflow", "Docker", "Java", "Kafka", "Kubernetes", "PostgreSQL", "Python", "Terraform")


@pytest.fixture(scope="session")
def small_matcher() -> SkillMatcher:
    skills = [Skill(id=name.lower(), name=name, type="tool", category="tools") for name in NAMES]
    return SkillMatcher(Taxonomy(skills))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of resumes, one of which is bad and one in a folder of its own."""
    place = tmp_path / "resumes"
    (place / "more").mkdir(parents=True)
    (place / "ada.txt").write_text("Ada Example\n\nSkills\nPython, Kafka, Docker\n")
    (place / "bob.txt").write_text("Bob Example\n\nSkills\nJava, PostgreSQL\n")
    (place / "more" / "eve.txt").write_text("Eve Example\n\nSkills\nPython, Airflow, Kubernetes\n")
    (place / "none.pdf").write_bytes(b"%PDF-1.4\nthis is all\n")
    return place


@pytest.fixture
def profile(small_matcher: SkillMatcher) -> SkillProfile:
    text = "Zoë Example\n\nExperience\nEngineer, Jan 2019 - Dec 2021\nPython and Kafka.\n\nSkills\nPostgreSQL\n"
    return small_matcher.profile(read_bytes(text.encode(), document_id="zoe.txt"), kind="resume")
