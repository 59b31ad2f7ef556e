"""Workers may hang, die or run out of memory: each costs its own item."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import count, islice

import pytest

from skillmatch.errors import CorruptDocumentError
from skillmatch.guard import guarded
from skillmatch.isolation import map_isolated
from skillmatch.models import Failure
from skillmatch.settings import ReadingSettings

LIMITS = ReadingSettings(timeout_s=1.0, memory_bytes=200_000_000)
pytestmark = pytest.mark.usefixtures("forked")


def work(item: str) -> str | Failure:
    def act() -> str:
        if item == "hang":
            time.sleep(60)
        elif item == "abort":
            os.abort()
        elif item == "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        elif item == "memory":
            bytearray(1_000_000_000)
        elif item == "corrupt":
            raise CorruptDocumentError("no end of file")
        elif item == "bug":
            raise KeyError("secret words of a resume")
        elif item == "slow":
            time.sleep(0.3)
        return item.upper()

    return guarded(item, "read", act)


def outcomes(items: list[str], workers: int) -> list[str]:
    results = map_isolated(work, items, name=str, settings=LIMITS, workers=workers)
    return [result.code if isinstance(result, Failure) else result for result in results]


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_each_bad_item_costs_itself_only(workers: int) -> None:
    items = ["a", "hang", "b", "abort", "c", "killed", "d", "memory", "e", "corrupt", "f", "bug", "g"]
    expected = ["A", "limit", "B", "limit", "C", "limit", "D", "limit", "E", "corrupt", "F", "internal", "G"]
    assert outcomes(items, workers) == expected


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_results_come_in_the_order_of_the_input(workers: int) -> None:
    items = ["slow", "a", "b", "slow", "c"]
    assert outcomes(items, workers) == ["SLOW", "A", "B", "SLOW", "C"]


def test_items_are_taken_a_bounded_number_ahead() -> None:
    taken = count()
    results = map_isolated(work, (f"{next(taken)}" for _ in iter(int, 1)), name=str, settings=LIMITS, workers=2)
    assert list(islice(results, 3)) == ["0", "1", "2"]
    results.close()  # type: ignore[attr-defined]
    assert next(taken) < 200


def test_nothing_to_do_is_nothing_done() -> None:
    assert outcomes([], 2) == []


def test_an_internal_error_does_not_quote_the_document() -> None:
    failure = work("bug")
    assert isinstance(failure, Failure)
    assert "secret" not in failure.message
    assert "KeyError" in failure.message


def test_what_is_prepared_is_shared_with_the_workers() -> None:
    loaded: list[str] = []
    results = map_isolated(
        lambda item: [*loaded, item], ["a", "b"], name=str, settings=LIMITS, workers=1, prepare=loaded.append
    )
    assert list(results) == [["a", "a"], ["a", "b"]]


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_an_interrupt_that_comes_while_a_worker_is_forked_is_not_lost() -> None:
    program = """
import os, signal
from skillmatch.isolation import map_isolated
from skillmatch.settings import ReadingSettings
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    print(list(map_isolated(abs, [1], name=str, settings=ReadingSettings(), workers=1)))
except KeyboardInterrupt:
    print("stopped")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.split(), done.stderr) == (["stopped"], "")
