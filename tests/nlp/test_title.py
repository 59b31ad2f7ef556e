from __future__ import annotations

import pytest

from skillmatch.nlp.title import clean_title, job_title, run_on_title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Senior Data Engineer (m/f/d)", "Senior Data Engineer"),
        ("Backend Developer - Berlin", "Backend Developer"),
        ("Acme Ltd | Project Manager | 2019", "Project Manager"),
        ("REGISTERED NURSE", "REGISTERED NURSE"),
        ("Head of Marketing", "Head of Marketing"),
        ("Sales Associate, Acme", "Sales Associate"),
        ("Managed a team of engineers and consultants in five countries", None),
        ("Food Server Acme Springfield", "Food Server"),
        ("Software Engineer II", "Software Engineer II"),
        ("Director of Sales Europe", "Director of Sales Europe"),
        ("Penetration Tester Sep. 2013", "Penetration Tester"),
        ("Springfield", None),
        ("engineer@example.org", None),
        ("Responsibilities of the manager:", None),
    ],
)
def test_title_is_cut_out_of_its_line(line: str, title: str | None) -> None:
    assert clean_title(line) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Senior Data Engineer (m/f/d)\nAcme\nWe build things.", "Senior Data Engineer"),
        ("Acme is growing.\n\nWe are looking for a Machine Learning Engineer to join us.", "Machine Learning Engineer"),
        ("Job title: Office Manager\nLocation: Springfield", "Office Manager"),
        ("We sell tea.", None),
        ("", None),
    ],
)
def test_title_of_an_ad(text: str, title: str | None) -> None:
    assert job_title(text, 0, len(text)) == title


def test_title_in_text_without_line_ends() -> None:
    assert run_on_title("kept the books in order Senior Accountant Acme Holdings Springfield") == "Senior Accountant"
