"""Isolated processes for a service: each does one task at a time, and what happens in it cannot stop the service.

A nursery process loads the pipeline once and forks a worker whenever one is needed, since a fork of the service
itself, beside its threads, would not be safe. A worker that misses its deadline is killed, one that dies is replaced,
and each is replaced after some tasks, because a pipeline remembers every word that it has met.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import pickle
import signal
import socket
import struct
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import recv_handle, send_handle
from typing import Protocol, TypeVar

from skillmatch.errors import DocumentError, LimitError, SkillmatchError
from skillmatch.guard import failure_of, guarded
from skillmatch.isolation import available_cores, limit_memory, limit_threads
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure

Result = TypeVar("Result", covariant=True)

TASKS_PER_WORKER = 1_000
START_TIMEOUT_S = 120.0

_LENGTH = struct.Struct("!Q")  # stands before each message between the service and a worker
_BUFFER = 1 << 20  # bytes of a result that are taken in before the worker has to wait


class Task(Protocol[Result]):
    """Something to do in a worker; must pickle, as its result must."""

    @property
    def name(self) -> str:
        """The document id for the failure of a lost worker."""

    def run(self, matcher: SkillMatcher) -> Result:
        """Do it, with the matcher of the worker."""


@dataclass(slots=True)
class _Worker:
    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    tasks: int = 0


class Workers:
    """A pool of workers for asyncio.

    Parameters
    ----------
    matcher
        Its settings give the memory limit of each worker.
    size
        Number of workers: the cores at hand when None.
    """

    def __init__(self, matcher: SkillMatcher, *, size: int | None = None) -> None:
        self._matcher = matcher
        self.size = size or available_cores()
        self.lost = 0
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._nursery: BaseProcess | None = None
        self._ordering = asyncio.Lock()
        self._replacing: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def idle(self) -> int:
        """The number of workers that wait for a task."""
        return self._idle.qsize()

    async def start(self) -> None:
        """Start the nursery and all workers; returns when they are ready."""
        self._found_nursery()
        for _ in range(self.size):
            self._idle.put_nowait(await self._hire())

    async def stop(self) -> None:
        """End all workers and the nursery."""
        self._closed = True
        for replacing in self._replacing:
            replacing.cancel()
        if self._nursery is not None:
            self._control.close()  # the nursery ends its workers, and itself
            await asyncio.to_thread(self._nursery.join, 5)
            self._nursery.kill()
            self._nursery.join()
        while not self._idle.empty():
            await _let_go(self._idle.get_nowait())

    def _found_nursery(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._control, theirs = context.Pipe()
        self._nursery = context.Process(target=_nurse, args=(theirs, self._matcher), name="skillmatch-nursery")
        self._nursery.start()
        theirs.close()

    async def run(self, task: Task[Result], *, timeout_s: float) -> Result | Failure:
        """Do a task in the next free worker; the time limit counts from then.

        Raises
        ------
        SkillmatchError
            The task makes no sense: a pool does not know this member, profiles are of another taxonomy.
        """
        worker = await self._idle.get()
        result: Result | Failure | SkillmatchError
        sound = False
        try:
            result = await asyncio.wait_for(_exchange(worker, task), timeout_s)
            sound = True
        except asyncio.TimeoutError:
            result = failure_of(task.name, LimitError(f"took longer than {timeout_s:g} s"))
        except (EOFError, OSError):
            result = failure_of(task.name, LimitError("ended the process that worked on it"))
        finally:
            if sound and worker.tasks < TASKS_PER_WORKER:
                self._idle.put_nowait(worker)
            elif self._closed:  # whoever still waits is let go: nobody is hired any more
                await _let_go(worker)
            else:
                self.lost += not sound
                replacing = asyncio.create_task(self._replace(worker))
                self._replacing.add(replacing)
                replacing.add_done_callback(self._replacing.discard)
        if isinstance(result, SkillmatchError):
            raise result
        return result

    async def _replace(self, worker: _Worker) -> None:
        self._idle.put_nowait(await self._hire(instead_of=worker))

    async def _hire(self, instead_of: _Worker | None = None) -> _Worker:
        async with self._ordering:
            pid, channel = await asyncio.to_thread(self._order, instead_of)
        if instead_of is not None:
            await _let_go(instead_of)
        reader, writer = await asyncio.open_unix_connection(sock=channel, limit=_BUFFER)
        return _Worker(pid, reader, writer)

    def _order(self, instead_of: _Worker | None) -> tuple[int, socket.socket]:
        """Have the nursery end one worker and start another; a nursery that is lost is founded anew."""
        try:
            return self._ask_nursery(instead_of)
        except (EOFError, OSError):
            if self._closed:
                raise
            if instead_of is not None:
                with suppress(ProcessLookupError):
                    os.kill(instead_of.pid, signal.SIGKILL)
            self._found_nursery()
            return self._ask_nursery(None)

    def _ask_nursery(self, instead_of: _Worker | None) -> tuple[int, socket.socket]:
        self._control.send(None if instead_of is None else instead_of.pid)
        if not self._control.poll(START_TIMEOUT_S):
            raise TimeoutError("the pipeline was not ready in time")
        pid: int = self._control.recv()
        return pid, socket.socket(fileno=recv_handle(self._control))


async def _let_go(worker: _Worker) -> None:
    worker.writer.close()
    with suppress(OSError):
        await worker.writer.wait_closed()


async def _exchange(worker: _Worker, task: Task[Result]) -> Result | Failure | SkillmatchError:
    worker.tasks += 1
    worker.writer.write(_packed(task))
    await worker.writer.drain()
    (length,) = _LENGTH.unpack(await worker.reader.readexactly(_LENGTH.size))
    result: Result | Failure | SkillmatchError = pickle.loads(await worker.reader.readexactly(length))  # noqa: S301
    return result


def _packed(message: object) -> bytes:
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def _nurse(control: Connection, matcher: SkillMatcher) -> None:
    """Start and end workers as told, until the service is gone."""
    _leave_interrupts()
    matcher.build()
    gc.collect()
    gc.freeze()  # or each worker's first collection would touch, and so copy, all that they share
    forks = sys.platform == "linux"
    context = multiprocessing.get_context("fork" if forks else "spawn")
    children: dict[int, BaseProcess] = {}
    with suppress(EOFError, OSError):
        while True:
            ended = children.pop(control.recv(), None)
            if ended is not None:
                ended.kill()
                ended.join()
            ours, theirs = socket.socketpair()
            inherited = [control, ours] if forks else []
            child = context.Process(target=_work, args=(theirs, inherited, matcher), daemon=True)  # type: ignore[attr-defined]
            child.start()
            theirs.close()
            children[child.pid] = child
            control.send(child.pid)
            send_handle(control, ours.fileno(), os.getppid())
            ours.close()
    for child in children.values():
        child.kill()


def _work(channel: socket.socket, inherited: list[Connection | socket.socket], matcher: SkillMatcher) -> None:
    """Do tasks until the channel closes."""
    _leave_interrupts()
    for other in inherited:  # a fork holds the others' ends open, so that their closing would go unseen
        other.close()
    matcher.build()
    limit_memory(matcher.settings.reading.memory_bytes)
    limit_threads()
    with channel, channel.makefile("rb") as asked:
        while len(head := asked.read(_LENGTH.size)) == _LENGTH.size:
            (length,) = _LENGTH.unpack(head)
            if len(data := asked.read(length)) < length:
                return
            task: Task[object] = pickle.loads(data)  # noqa: S301  - from the service
            result = guarded(task.name, "work", lambda it=task: _try(it, matcher))  # type: ignore[misc]
            try:
                channel.sendall(_packed(result))
            except ConnectionError:
                return


def _try(task: Task[Result], matcher: SkillMatcher) -> Result | SkillmatchError:
    """Do a task; what is wrong with the request, not with a document, is a result of its own."""
    try:
        return task.run(matcher)
    except DocumentError:
        raise
    except SkillmatchError as error:
        return error


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which ends the others
