"""The fingerprint of what makes profiles moves with all that can change one, and with nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from skillmatch import Settings, SkillMatcher, Taxonomy, fingerprint
from skillmatch.settings import ExtractionSettings, ReadingSettings, ScoringSettings
from skillmatch.store import making, making_of


@pytest.mark.parametrize(
    ("settings", "same"),
    [
        (Settings(), True),
        (Settings(scoring=ScoringSettings(title_weight=0.2)), True),
        (Settings(extraction=ExtractionSettings(fuzzy=False)), False),
        (Settings(reading=ReadingSettings(max_pages=3)), False),
    ],
)
def test_settings_that_matter_change_it(small_matcher: SkillMatcher, settings: Settings, same: bool) -> None:
    taxonomy = small_matcher.taxonomy
    assert (making_of(taxonomy, settings) == making_of(taxonomy, Settings())) is same


def test_a_skill_more_changes_it(small_matcher: SkillMatcher) -> None:
    skills = list(small_matcher.taxonomy)
    more = Taxonomy([*skills, dataclasses.replace(skills[0], id="other", name="Other")])
    assert making_of(more, Settings()) != making_of(small_matcher.taxonomy, Settings())


def test_a_changed_source_file_changes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in making.ROAD:
        (tmp_path / name).mkdir() if "." not in name else (tmp_path / name).write_text("")
    (tmp_path / "nlp" / "skills.py").write_text("A = 1\n")
    monkeypatch.setattr(fingerprint, "files", lambda package: tmp_path)
    making.code_fingerprint.cache_clear()
    before = making.code_fingerprint()
    (tmp_path / "nlp" / "skills.py").write_text("A = 2\n")
    making.code_fingerprint.cache_clear()
    after = making.code_fingerprint()
    making.code_fingerprint.cache_clear()
    assert before != after


def test_the_road_is_there() -> None:
    package = Path(making.__file__).parents[1]
    assert all((package / name).exists() for name in making.ROAD)
