from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Kind
from skillmatch.nlp.heading_lines import find_headings
from skillmatch.nlp.headings import SECTION_KINDS, heading_kind
from skillmatch.nlp.sections import find_parts


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


def kinds(text: str, kind: Kind) -> list[str]:
    return [part.kind for part in find_parts(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Jo Doe\n\nSummary\nAnalyst.\n\nSKILLS\nSQL\n\nEDUCATION\nBSc",
            "resume",
            ["contact", "summary", "skills", "education"],
        ),
        (
            "Jo Doe\njo@example.org\nAnalyst with more than ten years of work in large banks\nSkills\nSQL",
            "resume",
            ["contact", "summary", "skills"],
        ),
        (
            "Jo Doe\nExperience\nAnalyst\nEnvironment: Java, SQL\nResponsibilities:\n- Reports\nEducation\nBSc",
            "resume",
            ["contact", "experience", "education"],
        ),
        (
            "Jo Doe\nSkills\nLanguages: Java, Go\nTools: Git\nEducation\nBSc",
            "resume",
            ["contact", "skills", "education"],
        ),
        ("Analyst\nRequirements: SQL. Nice to have: R", "job", ["title", "required", "preferred"]),
        ("Analyst\nWho you are\nYou know SQL\nWhat we offer\nTea", "job", ["title", "required", "benefits"]),
        ("Dev\nREQUIREMENTS Five years of Java\nBENEFITS Free tea", "job", ["title", "required", "benefits"]),
        ("Nice to have • SQL • R", "job", ["preferred"]),
        ("The following skills: SQL", "job", ["title"]),
        ("tools\nSQL\nleadership", "job", ["title"]),
        ("", "job", []),
    ],
)
def test_sections_start_at_headings(text: str, kind: Kind, expected: list[str]) -> None:
    assert kinds(text, kind) == expected


def test_headings_are_found_in_text_without_line_ends() -> None:
    text = (
        "We build things in a small and friendly team near the sea. Job description As an analyst you "
        "own the reports of the whole company and "
        "you present them to the board. Your Skills Good knowledge of SQL and of spreadsheets and some "
        "patience with people. Job benefits: tea, fruit"
    )
    assert kinds(text, "job") == ["title", "about-role", "required", "benefits"]


def test_a_line_that_stands_out_is_a_heading_even_if_its_word_is_plain() -> None:
    text = "Dev\nbudget\nStudy\nLeadership\nBSc"
    start = text.index("Leadership")
    assert start not in {heading.start for heading in find_headings(text)}
    assert start in {heading.start for heading in find_headings(text, {start})} or heading_kind("Leadership") is None


@given(st.text(), st.sampled_from(["resume", "job"]))
def test_parts_cover_the_text_without_gaps(text: str, kind: Kind) -> None:
    parts = find_parts(text, kind)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.start <= part.body <= part.end and part.kind in SECTION_KINDS for part in parts)
