"""Names of persons are no skills, though their words are."""

from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ruby Phillips looked after a Ruby script and a Perl module.", ["Perl", "Ruby"]),
        ("Wrote Julia code for Julia Mertens's ocean model.", ["Julia"]),
        ("Julia Haskell, ward sister, St Helena Hospital", []),
        ("Please address the letter to Sister Perl on the second floor.", []),
        ("Leave your phone with Constable Pascal at the lodge.", []),
        ("Ruby will show you around; she runs the bakery.", []),
        ("Skills: Ruby, Julia, Pascal", ["Julia", "Pascal", "Ruby"]),
    ],
)
def test_persons_are_no_skills(matcher: SkillMatcher, text: str, names: list[str]) -> None:
    profile = matcher.profile(Document(document_id="case", text=text), kind="job")
    assert sorted(mention.text for skill in profile.skills for mention in skill.mentions) == names
