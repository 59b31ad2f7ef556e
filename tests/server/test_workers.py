"""Workers: whatever a task does to its process, the next one is served."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from skillmatch.errors import UsageError
from skillmatch.models import Failure
from skillmatch.server.workers import Workers
from tests.server.conftest import build_matcher


@dataclass
class Act:
    """A task that misbehaves as told."""

    what: str
    name: str = "cv.pdf"

    def run(self, matcher: object) -> object:
        if self.what == "die":
            os._exit(1)
        if self.what == "hang":
            time.sleep(60)
        if self.what == "fill":
            return bytearray(20 << 30)
        if self.what == "refuse":
            raise UsageError("no such member")
        if self.what == "write":
            return self.name.encode()
        if self.what == "break":
            raise RuntimeError("a line of the resume")
        return os.getpid()


Working = Callable[[Callable[[Workers], Awaitable[None]]], None]


@pytest.fixture(scope="module")
def working(importable: None) -> Iterator[Working]:
    """Return what runs a test with one worker, which all tests here share."""
    loop = asyncio.new_event_loop()
    workers = Workers(build_matcher(), size=1)
    loop.run_until_complete(workers.start())
    yield lambda act: loop.run_until_complete(act(workers))
    loop.run_until_complete(workers.stop())
    loop.close()


def test_each_misbehaviour_costs_one_task(working: Working) -> None:
    async def act(workers: Workers) -> None:
        before = workers.lost
        for what, message in (("die", "ended the process"), ("hang", "took longer"), ("fill", "more memory")):
            failure = await workers.run(Act(what), timeout_s=1 if what == "hang" else 30)
            assert isinstance(failure, Failure)
            assert (failure.document_id, failure.code) == ("cv.pdf", "limit")
            assert message in failure.message
            assert isinstance(await workers.run(Act("work"), timeout_s=30), int)
        assert workers.lost == before + 2

    working(act)


def test_what_is_wrong_with_a_request_is_raised(working: Working) -> None:
    async def act(workers: Workers) -> None:
        before = workers.lost
        with pytest.raises(UsageError, match="no such member"):
            await workers.run(Act("refuse"), timeout_s=30)
        failure = await workers.run(Act("break"), timeout_s=30)
        assert isinstance(failure, Failure)
        assert failure.code == "internal"
        assert "line of the resume" not in failure.message
        assert workers.lost == before

    working(act)


def test_a_lost_nursery_is_founded_anew(working: Working) -> None:
    async def act(workers: Workers) -> None:
        assert workers._nursery is not None
        assert workers._nursery.pid is not None
        os.kill(workers._nursery.pid, signal.SIGKILL)
        assert isinstance(await workers.run(Act("die"), timeout_s=30), Failure)
        assert isinstance(await workers.run(Act("work"), timeout_s=30), int)

    working(act)


def test_a_caller_who_leaves_does_not_leave_a_busy_worker(working: Working) -> None:
    async def act(workers: Workers) -> None:
        asked = asyncio.create_task(workers.run(Act("hang"), timeout_s=300))
        await asyncio.sleep(0.2)
        asked.cancel()
        assert isinstance(await workers.run(Act("work"), timeout_s=30), int)

    working(act)


def test_workers_are_replaced_after_some_tasks(working: Working, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillmatch.server.workers.TASKS_PER_WORKER", 2)

    async def act(workers: Workers) -> None:
        before = workers.lost
        await workers.run(Act("die"), timeout_s=30)  # so that a fresh one counts from zero
        pids = [await workers.run(Act("work"), timeout_s=30) for _ in range(4)]
        assert pids[0] == pids[1] != pids[2] == pids[3]
        assert workers.lost == before + 1

    working(act)


def test_a_stop_in_the_middle_of_work_starts_nothing_anew(importable: None) -> None:
    async def whole() -> None:
        workers = Workers(build_matcher(), size=1)
        await workers.start()
        asked = asyncio.create_task(workers.run(Act("hang"), timeout_s=300))
        await asyncio.sleep(0.2)
        asked.cancel()
        await workers.stop()
        await asyncio.sleep(0.2)

    before = set(multiprocessing.active_children())
    asyncio.run(whole())
    assert set(multiprocessing.active_children()) <= before


def test_results_larger_than_any_buffer_arrive(working: Working) -> None:
    async def act(workers: Workers) -> None:
        assert await workers.run(Act("write", name="x" * 3_000_000), timeout_s=30) == b"x" * 3_000_000

    working(act)


def test_nothing_is_left_running(importable: None) -> None:
    async def whole() -> list[int]:
        workers = Workers(build_matcher(), size=1)
        await workers.start()
        pids = [await workers.run(Act("work"), timeout_s=30), workers._nursery.pid]  # type: ignore[union-attr]
        await workers.stop()
        return pids  # type: ignore[return-value]

    pids = asyncio.run(whole())
    deadline = time.monotonic() + 60
    while alive := [pid for pid in pids if Path(f"/proc/{pid}").exists()]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)
