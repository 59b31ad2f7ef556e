from __future__ import annotations

import pytest

from skillmatch.nlp.education import find_education


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B.Sc. in Biology", [("bachelor", "Biology")]),
        ("Bachelor of Science in Computer Science, 2015", [("bachelor", "Computer Science")]),
        ("Master's degree in Statistics", [("master", "Statistics")]),
        ("MSc Data Science, University of Springfield", [("master", "Data Science")]),
        ("M.Tech in Electrical Engineering", [("master", "Electrical Engineering")]),
        ("Ph.D. in Physics", [("doctorate", "Physics")]),
        ("PhD, Economics", [("doctorate", "Economics")]),
        ("MBA", [("master", None)]),
        ("Bachelor's or Master's degree in Mathematics", [("bachelor", "Mathematics"), ("master", "Mathematics")]),
        ("B.E. in Mechanical Engineering\nSpringfield", [("bachelor", "Mechanical Engineering")]),
        ("High School Diploma", [("secondary", None)]),
        ("Associate degree in Nursing", [("associate", "Nursing")]),
        ("Diploma in Civil Engineering", [("vocational", "Civil Engineering")]),
        ("BSc - Springfield", [("bachelor", None)]),
        ("Scrum Master", []),
        ("master the basics", []),
        ("mastered Excel", []),
        ("MS Excel and MS Word", []),
        ("BE proactive", []),
    ],
)
def test_degrees(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(degree.level, degree.field) for degree in find_education(text, [(0, len(text))])] == expected
