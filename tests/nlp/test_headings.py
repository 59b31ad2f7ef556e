from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.headings import SECTION_KINDS, heading_kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Employment History:", "experience"),
        ("P R O J E C T S", "projects"),
        ("Education & Training", "education"),
        ("Technical skills", "skills"),
        ("Areas of Expertise", "skills"),
        ("Core Competencies", "skills"),
        ("Licenses and Certifications", "certifications"),
        ("Languages", "languages"),
        ("Hobbies", "interests"),
        ("References available on request", "references"),
        ("Career Objective", "summary"),
        ("About me", "summary"),
        ("Honors and Awards", "awards"),
        ("2. Publications", "publications"),
        ("What you'll bring", "required"),
        ("What we’re looking for", "required"),
        ("Who you are", "required"),
        ("Your profile", "required"),
        ("Minimum Qualifications", "required"),
        ("Must have", "required"),
        ("Skills required for this position", "required"),
        ("Nice to have", "preferred"),
        ("Preferred qualifications:", "preferred"),
        ("Bonus points if you have", "preferred"),
        ("It would be great if you", "preferred"),
        ("What you'll do", "duties"),
        ("Roles and Responsibilities", "duties"),
        ("A typical day", "duties"),
        ("What we offer", "benefits"),
        ("Perks & benefits", "benefits"),
        ("What's in it for you?", "benefits"),
        ("Core requirements", "required"),
        ("The must-haves", "required"),
        ("Secondary skills", "preferred"),
        ("Our tools", "stack"),
        ("Skill | Level | Years", "skills"),
        ("What we bring", "benefits"),
        ("About us", "about-company"),
        ("Company description", "about-company"),
        ("About the role", "about-role"),
        ("Our tech stack", "stack"),
        ("How to apply", "how-to-apply"),
        ("Equal Opportunity Employer", "equal-opportunity"),
        ("Experience with Java", None),
        ("Senior Software Engineer", None),
        ("Python, SQL", None),
        ("Led a team of five engineers", None),
        ("Project Manager", None),
        ("Machine Learning", None),
        ("Education consultant at Acme", None),
        ("Skilled in Excel", None),
        ("Knowledge of the market", None),
    ],
)
def test_heading_is_known_by_its_words(line: str, kind: str | None) -> None:
    assert heading_kind(line) == kind


@given(st.text(max_size=120))
def test_any_line_is_a_known_kind_or_none(line: str) -> None:
    assert heading_kind(line) in {None, *SECTION_KINDS}
