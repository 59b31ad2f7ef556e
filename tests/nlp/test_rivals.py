from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("AWS/Azure", {"aws", "microsoft-azure"}),
        ("Python/R", {"python", "r"}),
        ("MySQL/PostgreSQL", {"mysql", "postgresql"}),
        ("PyTorch/TensorFlow", {"pytorch", "tensorflow"}),
        ("Tableau / Power BI", {"tableau", "microsoft-power-bi"}),
        ("HTML/CSS", set()),
        ("Terraform/Ansible", set()),
        ("Java/J2EE", set()),
        ("Spring/Hibernate", set()),
        ("Docker/Kubernetes", set()),
        ("Jira/Confluence", set()),
        ("HTML or CSS", {"html", "css"}),
        ("one of Terraform/Ansible", {"terraform", "ansible"}),
    ],
)
def test_slash_is_either_among_alternatives_only(matcher: SkillMatcher, text: str, either: set[str]) -> None:
    profile = matcher.profile(Document(document_id="ad", text=f"Requirements\n- Experience with {text}"), kind="job")
    assert {skill.skill_id for skill in profile.skills if skill.any_of} == either
