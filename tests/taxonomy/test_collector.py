"""The garbage collector is as it was, whatever happens meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from skillmatch.taxonomy.collector import no_collection


@pytest.fixture(params=[True, False], ids=["enabled", "disabled"])
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


def test_collection_is_paused_and_comes_back_as_it_was(before: bool) -> None:
    with no_collection():
        assert not gc.isenabled()
    assert gc.isenabled() is before


def test_an_error_does_not_leave_it_paused(before: bool) -> None:
    with pytest.raises(ValueError, match="broken"), no_collection():
        raise ValueError("broken")
    assert gc.isenabled() is before
