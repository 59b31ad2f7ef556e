"""Find the documents in a folder, safely: links may loop or lead outside, and not all files are regular."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skillmatch.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place where a document should be.

    `problem` says why the path must not be opened (a pipe, a broken link, a link that leads out of
    the folder); empty when it may be.
    """

    document_id: str
    path: Path
    problem: str = ""


def list_documents(path: str | os.PathLike[str]) -> Iterator[Source]:
    """List the documents of a file or a folder, in sorted order.

    The id of a single file is its name, that of a file in a folder its path from there with ``/``.
    Links are followed inside the folder only, each folder is entered once, and what is no regular
    file is listed with its `problem`, so that it can be reported and is never opened.

    Raises
    ------
    UsageError
        There is nothing at the path.

    Examples
    --------
    >>> [source.document_id for source in list_documents(__file__)]
    ['sources.py']
    """
    root = Path(path)
    if not os.path.lexists(root):
        raise UsageError(f"{root}: no such file or folder")
    if root.is_dir():
        yield from _walk(root, "", root.resolve(), {root.resolve()})
    else:
        yield Source(document_id=_printable(root.name), path=root, problem=_problem(root))


def _walk(folder: Path, prefix: str, root: Path, entered: set[Path]) -> Iterator[Source]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Source(document_id=prefix.rstrip("/"), path=folder, problem=f"folder cannot be listed: {error.strerror}")
        return
    for path in paths:
        document_id = prefix + _printable(path.name)
        if not path.is_dir():
            yield Source(document_id=document_id, path=path, problem=_problem(path, root))
            continue
        target = path.resolve()
        if target.is_relative_to(root) and target not in entered:
            entered.add(target)
            yield from _walk(path, document_id + "/", root, entered)


def _problem(path: Path, root: Path | None = None) -> str:
    """Say why a path must not be opened; empty if it may be."""
    try:
        mode = path.stat().st_mode
    except OSError as error:  # a broken link, a loop of links
        return f"cannot be opened: {error.strerror}"
    if not stat.S_ISREG(mode):
        return "not a regular file"
    if root and path.is_symlink() and not path.resolve().is_relative_to(root):
        return "a link that leads out of the folder"
    return ""


def _printable(name: str) -> str:
    """Escape the bytes of a name that are no UTF-8, so that ids can be written anywhere."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
