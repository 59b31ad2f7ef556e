"""A mention covers the name with its version or vendor, and nothing else."""

from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Two years of Power BI.", "Power BI"),
        ("Databases: Oracle 12c/19c, DB2", "Oracle 12c/19c"),
        ("Angular 15/React/Node", "Angular 15"),
        ("Angular 15 / RxJS", "Angular 15"),
        ("Java 8/11 and SQL", "Java 8/11"),
        ("Wrote Helm charts", "Helm"),
        ("Knows the Linux command line", "Linux"),
        ("Made PowerPoint slides", "PowerPoint"),
        ("Excel spreadsheets, Access databases", "Excel"),
        ("Excel spreadsheets, Access databases", "Access"),
        ("SAP CONSULTANT", "SAP"),
        ("Docker engineers in production", "Docker"),
        ("A good work ethic", "work ethic"),
        ("A problem-solving attitude", "problem-solving"),
        ("You are an empathetic listener", "empathetic"),
        ("A can-do attitude", "can-do attitude"),
        ("Reliable and punctual people", "punctual"),
        ("Kubernetes 1.29 on bare metal", "Kubernetes 1.29"),
        ("SQL Server 2019 and SSIS", "SQL Server 2019"),
    ],
)
def test_mention_covers_the_name_and_its_version(matcher: SkillMatcher, text: str, mention: str) -> None:
    profile = matcher.profile(Document(document_id="edge", text=text))
    assert mention in {found.text for skill in profile.skills for found in skill.mentions}


@pytest.mark.parametrize("text", ["Java 24/7 on call", "Java 5 years", "Kubernetes 2 people"])
def test_other_numbers_are_no_versions(matcher: SkillMatcher, text: str) -> None:
    profile = matcher.profile(Document(document_id="edge", text=text))
    assert text.split()[0] in {found.text for skill in profile.skills for found in skill.mentions}
