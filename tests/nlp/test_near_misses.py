"""Names that are also words, letters, people or companies are found where they are skills and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skillmatch.models import Document
from skillmatch.toml import load_toml

if TYPE_CHECKING:
    from skillmatch import SkillMatcher

CASES = Path(__file__).parents[1] / "near_misses.toml"


def _sentences() -> Iterator[object]:
    """Yield skill, sentence and whether the sentence names the skill; pending ones are known to fail."""
    for case in load_toml(CASES, ValueError)["case"]:
        marks = [pytest.mark.xfail(reason=case["pending"], strict=True)] if "pending" in case else []
        for key in ("match", "no_match"):
            for sentence in case.get(key, []):
                yield pytest.param(case["skill"], sentence, key == "match", marks=marks)


@pytest.mark.parametrize(("skill_id", "sentence", "named"), tuple(_sentences()))
def test_skill_is_found_where_it_is_named_only(
    matcher: SkillMatcher, skill_id: str, sentence: str, named: bool
) -> None:
    profile = matcher.profile(Document(document_id="near miss", text=sentence))
    found = {skill.skill_id for skill in profile.skills if not skill.negated and skill.mentions}
    assert (skill_id in found) is named


def test_every_case_names_a_skill_of_the_taxonomy(matcher: SkillMatcher) -> None:
    unknown = {case["skill"] for case in load_toml(CASES, ValueError)["case"]} - {
        skill.id for skill in matcher.taxonomy
    }
    assert not unknown
