"""Show a person how a run goes, and how it went; programs see nothing of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from skillmatch.cli.options import tell

if TYPE_CHECKING:
    from rich.progress import Progress

    from skillmatch.run import Done

SLOWEST = 3


class Watch:
    """Counts finished documents: a moving bar on a terminal, and a summary at the end.

    Parameters
    ----------
    label
        What the run does.
    folders
        What it works on: counted beforehand only if a person is looking.

    Attributes
    ----------
    done
        Number of documents that are finished.
    """

    def __init__(self, label: str, folders: Iterable[Path]) -> None:
        self._label, self._folders = label, folders
        self._bar: Progress | None = None
        self._total = self.done = self._found = 0
        self._failures: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._slowest: list[tuple[float, str]] = []

    def __enter__(self) -> Watch:
        if sys.stderr.isatty():
            from skillmatch.documents import list_documents

            self._total = sum(1 for folder in self._folders for _ in list_documents(folder))
            self._bar = _bar()
            self._bar.start()
            self._bar.add_task(self._label, total=self._total, rate="", failed="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
            if kind is None or kind is KeyboardInterrupt:
                for line in self.summary():
                    tell(line)

    def note(self, done: Done) -> None:
        """Count one finished document."""
        from skillmatch.models import Failure

        self.done += 1
        if isinstance(done.result, Failure):
            self._failures[done.result.code] += 1
        elif done.result is not None and done.seconds is not None:
            self._warnings.update({warning.code for warning in done.result.warnings})
        if done.seconds is None:
            self._found += 1
        else:
            self._slowest = sorted([*self._slowest, (done.seconds, done.document_id)], reverse=True)[:SLOWEST]
        if self._bar is not None:
            failed = self._failures.total()
            speed = self._bar.tasks[0].speed
            self._bar.update(
                self._bar.tasks[0].id,
                advance=1,
                refresh=True,
                rate=f"{speed:.0f}/s" if speed else "",
                failed=f"{failed} failed" if failed else "",
            )

    def summary(self) -> list[str]:
        """Say how many documents were good, what was wrong with the others, and which were slow."""
        failed = self._failures.total()
        lines = [f"{self.done} of {self._total} documents: {self.done - failed} ok, {failed} failed"]
        lines += [f"  failed: {_counts(self._failures)}"] if failed else []
        told = "warnings of those read now" if self._found else "warnings"
        lines += [f"  {told}: {_counts(self._warnings)}"] if self._warnings else []
        lines += [f"  found in the store: {self._found}"] if self._found else []
        if self._slowest:
            lines.append("  slowest: " + ", ".join(f"{name} {seconds:.1f} s" for seconds, name in self._slowest))
        return lines


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    texts = (TextColumn("{task.description}"), TextColumn("{task.fields[rate]}"), TextColumn("{task.fields[failed]}"))
    columns = (texts[0], BarColumn(), MofNCompleteColumn(), *texts[1:], TimeRemainingColumn())
    # No refresh thread: workers are forked while documents pass, and a fork beside threads is not safe.
    return Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in sorted(counter.items(), key=lambda it: (-it[1], it[0])))
