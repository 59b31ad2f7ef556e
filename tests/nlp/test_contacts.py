from __future__ import annotations

import pytest

from skillmatch.nlp.contacts import apart_places, link_places, mask
from skillmatch.nlp.sections import find_parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("write to a.b+c@mail.example.org please", ["a.b+c@mail.example.org"]),
        ("call +1 (555) 010-9999 now", ["+1 (555) 010-9999"]),
        ("see https://example.org/java and www.example.org", ["https://example.org/java", "www.example.org"]),
        ("github.com/someone", ["github.com/someone"]),
        ("Java 8, 2015 - 2018, 10 000 users, 3.14", []),
        ("user@ home @ 5", []),
    ],
)
def test_addresses_are_found(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in link_places(text)] == found


def test_a_mask_keeps_the_length_of_a_text() -> None:
    assert mask("mail a@b.org or c@d.org now", [(5, 12), (8, 12), (16, 23)]) == "mail         or         now"


def test_sections_about_people_are_apart() -> None:
    text = "Ada Lovelace\n\nSkills\nSQL\n\nReferences\nCharles Babbage\n"
    assert [text[start:end].split()[0] for start, end in apart_places(find_parts(text, "resume"))] == [
        "Ada",
        "References",
    ]
