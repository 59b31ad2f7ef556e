from __future__ import annotations

import pytest

from skillmatch.nlp.schools import find_schools
from skillmatch.nlp.sections import find_parts


def schools(text: str, *, everywhere: bool = True) -> list[str]:
    return [text[start:end] for start, end in find_schools(text, find_parts(text, "resume"), everywhere=everywhere)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("BSc Economics, University of Leeds, 2013", ["University of Leeds"]),
        ("BSc Economics, UNIVERSITY OF LEEDS, 2013", ["UNIVERSITY OF LEEDS"]),
        ("MSc Computer Science Indian Institute of Technology Madras", ["Indian Institute of Technology Madras"]),
        ("MSc, Universidad Nacional Autónoma de México", ["Universidad Nacional Autónoma de México"]),
        ("MSc Physics, Technische Universität Dresden", ["Technische Universität Dresden"]),
        ("MSc Physics, École Normale Supérieure, Paris", ["École Normale Supérieure", "Paris"]),
        ("Bachelor of Arts : Graphic Design University of Nevada Las Vegas", ["University of Nevada Las Vegas"]),
        ("BSc University of Houston Management Information Systems", ["University of Houston"]),
        ("MSc Physics, Politechnika Warszawska", ["Politechnika Warszawska"]),
        ("MSc Statistics, Yonsei, 2014", ["Yonsei"]),
        ("Springfield High School, 2008", ["Springfield"]),
        ("Bachelor's, college degree in Physics", []),
        ("BA, Communication", []),
        ("BSc Economics (Hons), GPA 3.9", []),
        ("- Thesis on schools and their pupils", []),
    ],
)
def test_schools_beside_degrees(line: str, found: list[str]) -> None:
    assert schools(f"Jo Doe\n\nEducation\n{line}\n") == found


@pytest.mark.parametrize(("everywhere", "found"), [(True, ["Leeds College"]), (False, [])])
def test_an_employer_may_be_a_school(everywhere: bool, found: list[str]) -> None:
    text = "Jo Doe\n\nExperience\nLecturer, Leeds College, 2010 - 2012\nSchool management with MIT tools\n"
    assert schools(text, everywhere=everywhere) == found
