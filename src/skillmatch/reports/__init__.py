"""Write reports: table, JSON Lines, CSV, HTML.

render(report, "csv")                  the text
write_report(report, "report.html")    the file, whole or not at all
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Literal

from skillmatch.errors import UsageError
from skillmatch.models import Report

Detail = Literal["brief", "full"]

FORMATS = {"table": "table", "jsonl": "jsonl", "csv": "spreadsheet", "html": "html"}
_SUFFIXES = {".txt": "table", ".jsonl": "jsonl", ".csv": "csv", ".html": "html", ".htm": "html"}


def render(report: Report, format: str = "table", *, detail: Detail = "full") -> Iterator[str]:
    """Render a report piece by piece; ``brief`` leaves out requirements and evidence where rows can do without.

    Raises
    ------
    UsageError
        The format is none of `FORMATS`.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    module = import_module(f"skillmatch.reports.{FORMATS[format]}")
    function: Callable[[Report, Detail], Iterator[str]] = module.render
    return function(report, detail)


def format_of(path: str | os.PathLike[str]) -> str:
    """Tell the format from a file's suffix.

    Raises
    ------
    UsageError
        No format has this suffix.

    Examples
    --------
    >>> format_of("ranking.csv")
    'csv'
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(f"{path}: no format has the suffix {suffix!r}: use one of {', '.join(_SUFFIXES)}")
    return _SUFFIXES[suffix]


def write_report(
    report: Report, path: str | os.PathLike[str], format: str | None = None, *, detail: Detail = "full"
) -> None:
    """Write a report to a file; an interrupted write leaves the old file as it was."""
    write_text(path, render(report, format or format_of(path), detail=detail))


def write_text(path: str | os.PathLike[str], pieces: Iterator[str]) -> None:
    """Write pieces of text to a temporary file beside `path`, then put it in place."""
    target = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
