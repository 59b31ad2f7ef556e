"""Run work on documents in processes that may hang, abort or run out of memory.

Each worker has one document at a time, a deadline for it and an address-space limit. A worker that
misses the deadline is killed, one that dies is replaced; either costs its own document only.
Results come in the order of the input.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from skillmatch.errors import LimitError
from skillmatch.guard import failure_of
from skillmatch.models import Failure
from skillmatch.settings import ReadingSettings

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 32  # results kept per worker while an earlier, slower document is worked on


def available_cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_isolated(
    work: Callable[[Item], Result | Failure],
    items: Iterable[Item],
    *,
    name: Callable[[Item], str],
    settings: ReadingSettings,
    workers: int | None = None,
    prepare: Callable[[Item], None] | None = None,
) -> Iterator[Result | Failure]:
    """Apply `work` to each item in worker processes: a `Crew` for one call."""
    with Crew(work, name=name, settings=settings, workers=workers, prepare=prepare) as crew:
        yield from crew.map(items)


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: BaseProcess
    channel: Connection
    index: int = -1
    item: Item | None = None
    deadline: float = 0.0


class Crew(Generic[Item, Result]):
    """Worker processes that live as long as the context: started when first needed, replaced when lost.

    Parameters
    ----------
    work
        Called in a worker; must pickle where processes are not forked.
    name
        The document id of an item, for the failure row of a lost worker.
    settings
        Gives `timeout_s` and `memory_bytes` for each document.
    workers
        Number of processes: the cores at hand when None; 0 works in this process, without isolation.
    prepare
        Called in this process with the first item of a worker before that is forked, to load what both need.
    """

    def __init__(
        self,
        work: Callable[[Item], Result | Failure],
        *,
        name: Callable[[Item], str],
        settings: ReadingSettings,
        workers: int | None = None,
        prepare: Callable[[Item], None] | None = None,
    ) -> None:
        self._prepare = prepare
        self._work, self._name, self._settings = work, name, settings
        # Forked workers share the loaded pipeline and start at once; a fork beside other threads is not safe.
        forks = sys.platform == "linux" and threading.active_count() == 1
        self._context = multiprocessing.get_context("fork" if forks else "spawn")
        self._size = available_cores() if workers is None else workers
        self._started = 0
        self._idle: list[_Worker[Item]] = []
        self._busy: dict[Connection, _Worker[Item]] = {}

    def __enter__(self) -> Crew[Item, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in (*self._idle, *self._busy.values()):
            self._end(worker)

    def map(self, items: Iterable[Item]) -> Iterator[Result | Failure]:
        """Give the result for each item, in order; items are taken lazily, a bounded number ahead."""
        if self._size == 0:
            yield from map(self._work, items)
            return
        self._started = 0
        source = enumerate(items)
        done: dict[int, Result | Failure] = {}
        following, exhausted = 0, False
        while True:
            while not exhausted and len(self._busy) < self._size and self._started - following < AHEAD * self._size:
                entry = next(source, None)
                if entry is None:
                    exhausted = True
                else:
                    self._start(*entry)
            while following in done:
                yield done.pop(following)
                following += 1
            if not self._busy and exhausted:
                return
            if self._busy:
                done.update(self._collect())

    def _start(self, index: int, item: Item) -> None:
        if self._prepare is not None and not self._idle:
            self._prepare(item)
        worker = self._idle.pop() if self._idle else self._spawn()
        worker.index, worker.item = index, item
        worker.deadline = time.monotonic() + self._settings.timeout_s
        self._started = index + 1
        self._busy[worker.channel] = worker
        with suppress(OSError):  # it died while idle: `_collect` will see the closed channel
            worker.channel.send(item)

    def _spawn(self) -> _Worker[Item]:
        ours, theirs = self._context.Pipe()
        others = [ours, *(worker.channel for worker in (*self._idle, *self._busy.values()))]
        inherited = others if self._context.get_start_method() == "fork" else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, inherited, self._work, self._settings.memory_bytes), daemon=True
        )
        with _interrupts_held():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _collect(self) -> Iterator[tuple[int, Result | Failure]]:
        """Wait for results, deaths and deadlines."""
        nearest = min(worker.deadline for worker in self._busy.values())
        ready = wait(list(self._busy), timeout=max(0.0, nearest - time.monotonic()))
        for channel in ready:
            assert isinstance(channel, Connection)  # noqa: S101
            worker = self._busy.pop(channel)
            try:
                result = channel.recv()
            except (EOFError, OSError):
                self._end(worker)
                yield worker.index, self._lost(worker, "ended the process that read it")
            else:
                self._idle.append(worker)
                yield worker.index, result
        now = time.monotonic()
        for worker in [worker for worker in self._busy.values() if worker.deadline <= now]:
            del self._busy[worker.channel]
            self._end(worker)
            yield worker.index, self._lost(worker, f"took longer than {self._settings.timeout_s:g} s")

    def _lost(self, worker: _Worker[Item], what: str) -> Failure:
        assert worker.item is not None  # noqa: S101
        return failure_of(self._name(worker.item), LimitError(what))

    def _end(self, worker: _Worker[Item]) -> None:
        worker.channel.close()
        worker.process.kill()
        worker.process.join()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait: an exception in what Python runs after a fork is printed and forgotten."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, which does not fork
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    channel: Connection,
    inherited: list[Connection],
    work: Callable[[Item], Result | Failure],
    memory_bytes: int,
) -> None:
    """Work until the channel closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends its workers
    gc.freeze()  # or the first collection copies all that is shared with the parent
    gc.enable()  # the parent may have paused it
    for other in inherited:  # a fork holds the others' ends open, so that their closing would go unseen
        other.close()
    limit_memory(memory_bytes)
    limit_threads()
    while True:
        try:
            channel.send(work(channel.recv()))
        except (EOFError, ConnectionError):  # the parent is gone, perhaps killed: nobody waits for the result
            return


def limit_memory(more_bytes: int) -> None:
    """Refuse this process more than `more_bytes` beyond the address space that it has now."""
    try:
        import resource
    except ImportError:  # not on this platform
        return
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
            now = int(statm.read().split()[0]) * resource.getpagesize()
    except OSError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (now + more_bytes, resource.RLIM_INFINITY))


def limit_threads() -> None:
    """Keep BLAS to one thread: the workers are the parallelism."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1)
