from __future__ import annotations

import pytest

from skillmatch.trust.wording import find_wordings, weigh_wording


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A young team of digital natives", ["age", "age"]),
        ("Age 25 to 35", ["age"]),
        ("no more than 5 years of experience", ["age"]),
        ("The foreman and his duties", ["gender", "gender"]),
        ("native English speaker wanted", ["origin"]),
        ("US citizens only", ["origin"]),
        ("accent-free English", ["origin"]),
        ("5 years of experience, fluent English", []),
        ("Youngstown office; mailer daemon; malefactor", []),
        ("graduates of any age", []),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, kinds: list[str]) -> None:
    found = find_wordings(text)
    assert [it.kind for it in found] == kinds
    assert all(it.source and it.instead for it in found)


def test_names_of_skills_are_left_alone() -> None:
    assert find_wordings("Young's modulus", [(0, 15)]) == ()
    assert weigh_wording("Logic Apps and force", [(0, 10)]).masculine == ("force",)


def test_coded_words_are_told_apart_with_their_source() -> None:
    found = weigh_wording("An assertive leader; support and empathy, honestly")
    assert found.masculine == ("assertive", "leader")
    assert found.feminine == ("support", "empathy", "honestly")
    assert "Gaucher" in found.source
