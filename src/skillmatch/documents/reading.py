"""Read one document: check the file, pick the reader by content, hold the limits."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from skillmatch.documents.archives import read_member
from skillmatch.documents.compose import compose
from skillmatch.documents.formats import sniff
from skillmatch.documents.readers import parse_as
from skillmatch.documents.sources import Source, list_documents
from skillmatch.errors import DocumentError, DocumentNotFoundError, EmptyDocumentError, LimitError, NoTextError
from skillmatch.models import Document, Failure
from skillmatch.settings import ReadingSettings


def read(
    path: str | os.PathLike[str],
    *,
    settings: ReadingSettings | None = None,
    document_id: str | None = None,
    member: str = "",
) -> Document:
    """Read the visible text of one file.

    Parameters
    ----------
    path
        A regular file, of any name: its content decides how it is read.
    settings
        Limits; the defaults unless given.
    document_id
        The file's name unless given.
    member
        The document to read where the file is a zip archive of documents.

    Raises
    ------
    DocumentError
        The document cannot be used; the subclass and its `code` tell why.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "cv.txt")
    >>> _ = path.write_text("Skills: Welding")
    >>> read(path).text
    'Skills: Welding'
    """
    settings = settings or ReadingSettings()
    data = load(Path(path), settings, member)
    return read_bytes(data, document_id=document_id or Path(path).name, settings=settings)


def read_bytes(data: bytes, *, document_id: str, settings: ReadingSettings | None = None) -> Document:
    """Read the visible text of one document that is already in memory.

    Raises
    ------
    DocumentError
        The document cannot be used; the subclass and its `code` tell why.

    Examples
    --------
    >>> read_bytes("Résumé".encode("cp1252"), document_id="a").text
    'Résumé'
    """
    settings = settings or ReadingSettings()
    if not data:
        raise EmptyDocumentError("the file has no bytes")
    if len(data) > settings.max_bytes:
        raise LimitError(f"{len(data)} bytes are more than max_bytes = {settings.max_bytes}")
    media_type = sniff(data, settings)
    draft = parse_as(media_type, data, settings)
    document = compose(draft, document_id=document_id, media_type=media_type, sha256=hashlib.sha256(data).hexdigest())
    if len(document.text) > settings.max_characters:
        raise LimitError(f"{len(document.text)} characters are more than max_characters = {settings.max_characters}")
    if not any(character.isalnum() for character in document.text):
        raise NoTextError("no letter or digit was found in the document")
    return document


def read_folder(
    path: str | os.PathLike[str], *, settings: ReadingSettings | None = None
) -> Iterator[Document | Failure]:
    """Read the documents of a file or a folder one by one, in sorted order, in this process.

    A document that cannot be used gives a `Failure`. A parser that hangs or runs out of memory takes
    this process with it: `skillmatch.batch` reads each document in a worker with limits.
    """
    for source in list_documents(path, settings=settings):
        try:
            yield read_source(source, settings=settings)
        except DocumentError as error:
            yield Failure(document_id=source.document_id, stage=error.stage, code=error.code, message=str(error))


def read_source(source: Source, *, settings: ReadingSettings | None = None) -> Document:
    """Read a document that `list_documents` found, or that came as bytes.

    Raises
    ------
    DocumentError
        The document cannot be used; the subclass and its `code` tell why.
    """
    if source.problem:
        raise DocumentNotFoundError(source.problem)
    if source.content is not None:
        return read_bytes(source.content, document_id=source.document_id, settings=settings)
    return read(source.path, settings=settings, document_id=source.document_id, member=source.member)


def load(path: Path, settings: ReadingSettings, member: str = "") -> bytes:
    """Return the bytes of a regular file, or of a document in an archive, of allowed size; nothing else is opened.

    Raises
    ------
    DocumentError
        There is no regular file, or it is too large.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DocumentNotFoundError("not a regular file")
        if member:
            return read_member(path, member, settings)
        if status.st_size > settings.max_bytes:
            raise LimitError(f"{status.st_size} bytes are more than max_bytes = {settings.max_bytes}")
        with path.open("rb") as file:
            return file.read(settings.max_bytes + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise DocumentNotFoundError(f"cannot be opened: {getattr(error, 'strerror', error)}") from error
