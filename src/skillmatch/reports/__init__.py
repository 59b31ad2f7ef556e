"""Write reports: table, JSON Lines, CSV, XLSX, HTML, Markdown, Parquet.

render(report, "csv")                  the text
render_bytes(report, "xlsx")           the bytes of any format
write_report(report, "report.html")    the file, whole or not at all
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal

from skillmatch.errors import UsageError
from skillmatch.models import Report

Detail = Literal["brief", "full"]

FORMATS = {
    "table": "table",
    "jsonl": "jsonl",
    "csv": "spreadsheet",
    "xlsx": "workbook",
    "html": "html",
    "markdown": "markdown",
    "parquet": "parquet",
}
BINARY = frozenset(["xlsx", "parquet"])
_SUFFIXES = {
    ".txt": "table",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".parquet": "parquet",
}


def render(report: Report, format: str = "table", *, detail: Detail = "full") -> Iterator[str]:
    """Render a report as text, piece by piece; ``brief`` leaves out requirements where rows can do without.

    Raises
    ------
    UsageError
        The format is none of `FORMATS`, or not made of text.
    """
    if format in BINARY:
        raise UsageError(f"the format {format!r} is not text: use write_report or render_bytes")
    function: Callable[[Report, Detail], Iterator[str]] = _module(format).render
    return function(report, detail)


def render_bytes(report: Report, format: str, *, detail: Detail = "full") -> Iterator[bytes]:
    """Render a report in any format, as the bytes of its file.

    Raises
    ------
    UsageError
        The format is none of `FORMATS`.
    MissingExtraError
        The format needs a library that is not installed.
    """
    if format in BINARY:
        function: Callable[[Report, Detail], Iterator[bytes]] = _module(format).render
        return function(report, detail)
    return (piece.encode("utf-8", "backslashreplace") for piece in render(report, format, detail=detail))


def _module(format: str) -> ModuleType:
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    return import_module(f"skillmatch.reports.{FORMATS[format]}")


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
    write_bytes(path, render_bytes(report, format or format_of(path), detail=detail))


def write_text(path: str | os.PathLike[str], pieces: Iterator[str]) -> None:
    """Write pieces of text to a temporary file beside `path`, then put it in place."""
    write_bytes(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))


def write_bytes(path: str | os.PathLike[str], pieces: Iterator[bytes]) -> None:
    """Write pieces of a file to a temporary one beside `path`, then put it in place."""
    target = Path(path)
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
