"""Look into zip archives of documents; nothing of them is written to disk."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from skillmatch.errors import CorruptDocumentError, DocumentNotFoundError, EncryptedDocumentError, LimitError
from skillmatch.settings import ReadingSettings

_MAGIC = b"PK\x03\x04"
_END = struct.Struct("<4s4xHHII")  # up to the size and place of the directory, at the end of the file
_END_MAGIC = b"PK\x05\x06"
_MAX_COMMENT = 65_535
_ENTRY_BYTES = 1_024  # of the directory for each member: more than any sane name takes
_ATTACHED = "__MACOSX/"  # what one system adds to its archives: attributes of files, no documents
_OFFICE = ("[Content_Types].xml", "word/document.xml", "META-INF/", "xl/", "ppt/", "Index/Document.iwa")
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def is_document(names: Iterable[str]) -> bool:
    """Tell the parts of one office document from the members of an archive."""
    return any(name.startswith(_OFFICE) for name in names)


def list_members(path: Path, settings: ReadingSettings) -> tuple[str, ...]:
    """List the documents in an archive, sorted; none if the file is no archive, or is to be refused as a whole."""
    if not _has_small_directory(path, settings.max_members):
        return ()
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except _DAMAGE:
        return ()
    names = {member.filename for member in members}
    if is_document(names) or _refusal(members, settings) is not None:
        return ()
    return tuple(sorted(name for name in names if not name.endswith("/") and not name.startswith(_ATTACHED)))


def read_member(path: Path, member: str, settings: ReadingSettings) -> bytes:
    """Return the bytes of one document in an archive.

    Raises
    ------
    DocumentError
        The archive or the member cannot be read, or is larger than allowed.
    """
    try:
        status = path.stat()
        archive = _open(path, status.st_size, status.st_mtime_ns, os.getpid())
        size = archive.getinfo(member).file_size
        if size > settings.max_bytes:
            raise LimitError(f"{size} bytes are more than max_bytes = {settings.max_bytes}")
        return archive.read(member)  # never more than its declared size
    except KeyError as error:
        raise DocumentNotFoundError("no longer in its archive") from error
    except _DAMAGE as error:
        raise CorruptDocumentError("a member of an archive that cannot be expanded") from error


def check_archive(members: Iterable[zipfile.ZipInfo], settings: ReadingSettings) -> None:
    """Raise the error for which a whole archive is refused; none if it may be opened."""
    refusal = _refusal(members, settings)
    if refusal is not None:
        raise refusal


@lru_cache(maxsize=1)
def _open(path: Path, _size: int, _changed: int, _process: int) -> zipfile.ZipFile:
    """Keep an archive open while its members are read one after another; a forked process opens its own."""
    return zipfile.ZipFile(path)


def _refusal(members: Iterable[zipfile.ZipInfo], settings: ReadingSettings) -> Exception | None:
    members = tuple(members)
    if any(member.flag_bits & 1 for member in members):
        return EncryptedDocumentError("a zip archive behind a password")
    if len(members) > settings.max_members:
        return LimitError(f"{len(members)} members are more than max_members = {settings.max_members}")
    expanded = sum(member.file_size for member in members)
    if expanded > settings.max_expanded_bytes:
        return LimitError(f"{expanded} bytes expanded: max_expanded_bytes = {settings.max_expanded_bytes}")
    return None


def _has_small_directory(path: Path, max_members: int) -> bool:
    """Tell whether a file is a zip archive with a directory that is safe to load, without loading it."""
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                return False
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - _MAX_COMMENT - _END.size - 2))
            tail = file.read()
    except OSError:
        return False
    place = tail.rfind(_END_MAGIC)
    if place < 0 or place + _END.size > len(tail):
        return False
    _, _, members, directory, _ = _END.unpack_from(tail, place)
    return bool(members <= max_members and directory <= max_members * _ENTRY_BYTES)
