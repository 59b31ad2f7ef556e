from __future__ import annotations

import pytest

from skillmatch.nlp.roles import find_roles, total_years
from skillmatch.nlp.sections import find_parts

AS_OF = "2024-06"


def roles(text: str) -> list[tuple[str | None, str, str | None, int]]:
    found = find_roles(text, find_parts(text, "resume"), AS_OF)
    return [(role.title, role.first, role.last, role.months) for role in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Experience\nData Analyst, Acme\nJan 2020 - Mar 2021\nReports.", [("Data Analyst", "2020-01", "2021-03", 15)]),
        ("Experience\nJan 2020 - Mar 2021\nData Analyst\nAcme", [("Data Analyst", "2020-01", "2021-03", 15)]),
        ("Experience\nAcme | Data Analyst | 01/2020 - 03/2021", [("Data Analyst", "2020-01", "2021-03", 15)]),
        (
            "WORK EXPERIENCE\n\nTest Engineer\n\nAcme -  Springfield\n\nMay 2023 to Present\n\n• Tests",
            [("Test Engineer", "2023-05", None, 14)],
        ),
        ("Experience\nAcme Holdings\n2015 - 2018", [(None, "2015-01", "2017-12", 36)]),
        (
            "Experience\nLead Developer\nMar 2022 - Present\n- Java\nDeveloper\nJan 2020 - Feb 2022\n- "
            "Perl\nEducation\nBSc 2015 - 2019",
            [("Lead Developer", "2022-03", None, 28), ("Developer", "2020-01", "2022-02", 26)],
        ),
        ("Experience\nAnalyst\n2022 - 2019", []),
        ("Experience\nAnalyst\nJan 2030 - Mar 2031", []),
        ("Education\nBSc, 2015 - 2019", []),
    ],
)
def test_dated_roles(text: str, expected: list[tuple[str | None, str, str | None, int]]) -> None:
    assert roles(text) == expected


def test_overlapping_roles_count_once() -> None:
    text = "Experience\nAnalyst\nJan 2020 - Dec 2021\nConsultant\nJul 2021 - Dec 2022"
    assert total_years(find_roles(text, find_parts(text, "resume"), AS_OF), AS_OF) == 3.0


def test_each_role_ends_where_the_next_is_named() -> None:
    text = "Experience\nLead\nMar 2022 - Present\n- Java\nDeveloper\nJan 2020 - Feb 2022\n- Perl"
    first, second = find_roles(text, find_parts(text, "resume"), AS_OF)
    assert "Java" in text[first.start : first.end]
    assert "Perl" not in text[first.start : first.end]
    assert text[second.start : second.end].startswith("Developer")
