"""A settings file gives what it says, or an error that names the file and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.errors import SettingsError
from skillmatch.settings import ExtractionSettings, ReadingSettings, Settings


def load(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return Settings.from_toml(path)


def test_keys_that_are_left_out_keep_their_defaults(tmp_path: Path) -> None:
    found = load(tmp_path, "[reading]\r\nmax_pages = 3\r\ntimeout_s = 2\r\n[extraction]\r\nfuzzy = false\r\n")
    assert found == Settings(
        reading=ReadingSettings(max_pages=3, timeout_s=2), extraction=ExtractionSettings(fuzzy=False)
    )
    assert load(tmp_path, "") == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not toml", "is not valid TOML"),
        ("x = 1", "unknown key x"),
        ("[scorin]", "unknown key scorin (did you mean scoring?)"),
        ("[reading]\nmax_page = 1", "unknown key reading.max_page (did you mean reading.max_pages?)"),
        ("scoring = 3", "scoring: "),
        ("[scoring]\ntitle_weight = 2", "scoring.title_weight must be between 0 and 1"),
        ("[scoring]\ntitle_weight = nan", "scoring.title_weight must be between 0 and 1"),
        ("[scoring]\ntitle_weight = true", "scoring.title_weight: "),
        ("[extraction]\nfuzzy = 'no'", "extraction.fuzzy: "),
        ("[extraction]\nfuzzy_cutoff = 90", "extraction.fuzzy_cutoff must be between 0 and 1"),
        ("[extraction]\nas_of = 'soon'", "extraction.as_of must be a month"),
        ("[extraction]\nas_of = '2026-13'", "extraction.as_of must be a month"),
        ("[extraction]\nas_of = 2026-01-01", "extraction.as_of must be a month"),
        ("[reading]\nmax_bytes = '10'", "reading.max_bytes: "),
        ("[reading]\nmax_bytes = 1.5", "reading.max_bytes: "),
        ("[reading]\nmax_pages = -1", "reading.max_pages must be more than 0"),
        ("[reading]\nmemory_bytes = 0", "reading.memory_bytes must be more than 0"),
        ("[reading]\ntimeout_s = nan", "reading.timeout_s must be more than 0"),
        ("[reading]\ntimeout_s = inf", "reading.timeout_s must be at most 86400"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, text)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "settings.toml"))


def test_fingerprint_covers_what_changes_a_score_and_no_limits() -> None:
    assert Settings(reading=ReadingSettings(max_pages=3)).fingerprint == Settings().fingerprint
    assert Settings(extraction=ExtractionSettings(fuzzy=False)).fingerprint != Settings().fingerprint
