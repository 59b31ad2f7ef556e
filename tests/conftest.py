"""Fixtures for all tests."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from skillmatch import SkillMatcher


settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so a shell starts what runs in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # or no command that is tested would hear Ctrl-C


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of development data, or skip the test that asks for it."""
    folder = Path(os.environ.get("SKILLMATCH_SHARED", Path(__file__).parents[2] / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip("needs the development data: set SKILLMATCH_SHARED")
    return folder


@pytest.fixture(scope="session", autouse=True)
def private_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep commands that are tested out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork the workers, whatever threads earlier tests left: those started anew take only what pickles."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """Return Chromium, or skip the test that asks for it."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("needs chromium on the path")
    quiet = ("--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-sync", *quiet]
        )
        yield found
        found.close()


@pytest.fixture(scope="session")
def matcher() -> SkillMatcher:
    """Return one matcher with the shipped taxonomy for all tests."""
    from skillmatch import SkillMatcher

    return SkillMatcher()
