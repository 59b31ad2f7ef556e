"""Names that animals, persons, ships and houses bear are no skills."""

from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Walked two spaniels, Ruby and Django, every morning.", []),
        ("A tortoise called Pascal lives in our classroom.", []),
        ("Our office goldfish, Slack and Jira, want feeding at nine.", []),
        ("The trawler Scala brings in cod for our counter.", []),
        ("Played in a band called Pandas on Saturdays.", []),
        ("Wrote a parser in a language called Haskell.", ["Haskell"]),
        ("My tools are Python, Django and Jira.", ["Django", "Jira", "Python"]),
    ],
)
def test_what_is_called_so_is_no_skill(matcher: SkillMatcher, text: str, names: list[str]) -> None:
    profile = matcher.profile(Document(document_id="case", text=text), kind="resume")
    found = [skill for skill in profile.skills if skill.category != "soft-skills"]
    assert sorted(mention.text for skill in found for mention in skill.mentions) == names
