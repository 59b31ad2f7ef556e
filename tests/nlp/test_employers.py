from __future__ import annotations

import pytest

from skillmatch.nlp.employers import find_employers
from skillmatch.nlp.sections import find_parts


def employers(entry: str) -> list[str]:
    text = f"Ann Lee\nann@example.org\n\nExperience\n{entry}\n\nSkills\nPython, SQL\n"
    return [text[start:end] for start, end in find_employers(text, find_parts(text, "resume"))]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("Data Engineer, Tidewater Retail\nMarch 2021 - present\n- Built pipelines in Python", ["Tidewater Retail"]),
        ("Tidewater Retail | Leeds\nData Engineer\n2019 - 2021", ["Tidewater Retail", "Leeds"]),
        ("Data Engineer at Tidewater Retail\n06/2019 - 12/2021", ["Tidewater Retail"]),
        ("Nurse — Royal Hospital of Leeds (2019 – 2021)", ["Royal Hospital of Leeds"]),
        ("Accountant, Müller & Co.\n2019 - 2021\n- Audits at Müller & Co with SAP", ["Müller & Co", "Müller & Co"]),
        ("Data Engineer\n2019 - 2021\n- Python and SQL on AWS", []),
    ],
)
def test_employers_are_found_beside_titles_and_dates(entry: str, found: list[str]) -> None:
    assert employers(entry) == found
