from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Kind
from skillmatch.nlp.headings import SECTION_KINDS
from skillmatch.nlp.sections import find_parts


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
            "Jo Doe\n\nExperience\nDeveloper, 2020 - 2023\n- Shops\n\nSkills\nJava, SQL\n",
            "resume",
            ["contact", "experience", "skills"],
        ),
        (  # no empty line, or headings of another look: a label of the entry
            "Jo Doe\n\nExperience\nDeveloper, 2020 - 2023\n- Shops\nTechnologies\nJava, SQL\n",
            "resume",
            ["contact", "experience"],
        ),
        (
            "Jo Doe\n\nEXPERIENCE\nDeveloper, 2020 - 2023\n- Shops\n\nSkills\nJava, SQL\n",
            "resume",
            ["contact", "experience"],
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
        (  # a pasted job ad
            "Jo Doe\n\nExperience\nDeveloper, 2020 - 2023\n- Shops\n\nWhat you will do\n- Run Spark\n\n"
            "Requirements\n- SQL\n\nWhat we offer\nTea\n\nEducation\nBSc",
            "resume",
            ["contact", "experience", "other", "other", "other", "education"],
        ),
        (  # one heading of its kind may be a resume's own
            "Jo Doe\n\nExperience\nDeveloper, 2020 - 2023\n\nResponsibilities\n- Shops\n\nRequirements\n- Java",
            "resume",
            ["contact", "experience"],
        ),
        ("Analyst\nRequirements: SQL. Nice to have: R", "job", ["title", "required", "preferred"]),
        ("Analyst\nWho you are\nYou know SQL\nWhat we offer\nTea", "job", ["title", "required", "benefits"]),
        ("Dev\nREQUIREMENTS Five years of Java\nBENEFITS Free tea", "job", ["title", "required", "benefits"]),
        ("Nice to have • SQL • R", "job", ["preferred"]),
        ("The following skills: SQL", "job", ["title"]),
        ("tools\nSQL\nleadership", "job", ["title"]),
        ("Recruitment\nTraining\nCompensation & Benefits\nEmployee Awards", "job", ["title"]),
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


@given(st.text(), st.sampled_from(["resume", "job"]))
def test_parts_cover_the_text_without_gaps(text: str, kind: Kind) -> None:
    parts = find_parts(text, kind)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(part.start <= part.body <= part.end and part.kind in SECTION_KINDS for part in parts)
