"""Fixtures for all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development data, or skip the test that asks for it."""
    folder = Path(os.environ.get("SKILLMATCH_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("needs the development data: set SKILLMATCH_SHARED")
    return folder
