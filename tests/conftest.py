"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from skillmatch import SkillMatcher


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development data, or skip the test that asks for it."""
    folder = Path(os.environ.get("SKILLMATCH_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("needs the development data: set SKILLMATCH_SHARED")
    return folder


@pytest.fixture(scope="session")
def matcher() -> SkillMatcher:
    """Return one matcher with the shipped taxonomy for all tests."""
    from skillmatch import SkillMatcher

    return SkillMatcher()
