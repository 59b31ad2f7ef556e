"""Find the documents in a folder, safely: links may loop or lead outside, and not all files are regular."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from skillmatch.documents.archives import list_members
from skillmatch.errors import UsageError
from skillmatch.settings import ReadingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place where a document should be: a path, or the bytes themselves as `content`.

    `member` names a document in the zip archive at `path`. `problem` says why the path must not be
    opened (a pipe, a broken link, a link that leads out of the folder); empty when it may be.
    """

    document_id: str
    path: Path = Path()
    member: str = ""
    problem: str = ""
    content: bytes | None = field(default=None, repr=False)


def list_documents(path: str | os.PathLike[str], *, settings: ReadingSettings | None = None) -> Iterator[Source]:
    """List the documents of a file or a folder, in sorted order.

    The id of a single file is its name, that of a file in a folder its path from there with ``/``, and
    that of a document in a zip archive begins with the id of the archive. Links are followed inside the
    folder only, each folder is entered once, and what is no regular file is listed with its `problem`, so
    that it can be reported and is never opened. An archive that cannot be used is listed as it is.

    Parameters
    ----------
    path
        A file or a folder.
    settings
        Limits on archives; the defaults unless given.

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
        yield from _walk(root, "", root.resolve(), {root.resolve()}, settings or ReadingSettings())
    else:
        yield from _documents_at(root, _printable(root.name), _problem(root), settings or ReadingSettings())


def _walk(folder: Path, prefix: str, root: Path, entered: set[Path], settings: ReadingSettings) -> Iterator[Source]:
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield Source(document_id=prefix.rstrip("/"), path=folder, problem=f"folder cannot be listed: {error.strerror}")
        return
    for path in paths:
        document_id = prefix + _printable(path.name)
        if not path.is_dir():
            yield from _documents_at(path, document_id, _problem(path, root), settings)
            continue
        target = path.resolve()
        if target.is_relative_to(root) and target not in entered:
            entered.add(target)
            yield from _walk(path, document_id + "/", root, entered, settings)


def _documents_at(path: Path, document_id: str, problem: str, settings: ReadingSettings) -> Iterator[Source]:
    """Yield the one document that a file is, or those of an archive."""
    members = () if problem else list_members(path, settings)
    for member in members:
        yield Source(document_id=f"{document_id}/{member}", path=path, member=member)
    if not members:
        yield Source(document_id=document_id, path=path, problem=problem)


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
