"""Tell the format of a document from its bytes; names and suffixes lie."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO

from skillmatch.documents.archives import check_archive, is_document
from skillmatch.errors import CorruptDocumentError, EncryptedDocumentError, WrongTypeError
from skillmatch.settings import ReadingSettings

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML = "text/html"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
JSON = "application/json"
ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
EMAIL = "message/rfc822"

_PDF_HEADER_WITHIN = 1024  # viewers accept junk before the header up to here
_FOREIGN = (  # kinds that people do send, named so that the message helps
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|script|div|p|span|"
    rb"h[1-6]|ul|ol|li|table|section|article|main|header|img|br|b|a|em|strong|center|font)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    rb"^(?:\xef\xbb\xbf)?#{1,6} +\S|^(?:\*\*|__)\S.*(?:\*\*|__)\s*$|^\S.*\n(?:={3,}|-{3,})\s*$", re.M
)
_EMAIL_FIELD = re.compile(
    rb"(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|delivered-to|content-type|"
    rb"x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|reply-to|sender|list-[\w-]+):",
    re.IGNORECASE,
)
_EMAIL_FIELDS = 4  # header fields that an e-mail begins with
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")


def sniff(data: bytes, settings: ReadingSettings | None = None) -> str:
    """Return the media type of a document.

    Raises
    ------
    WrongTypeError
        The bytes are of no kind that we read, or an archive within another.
    EncryptedDocumentError, CorruptDocumentError, LimitError
        A container that cannot or may not be looked into.

    Examples
    --------
    >>> sniff(b"<!doctype html><p>Welding")
    'text/html'
    """
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data, settings or ReadingSettings())
    _refuse_foreign(data)
    if data.startswith(b"{\\rtf"):
        return RTF
    if _is_email(data):
        return EMAIL
    head = data[:100_000].removeprefix(_TEXT_BOMS[0])
    if _HTML.match(head):
        return HTML
    if head.lstrip()[:1] in (b"{", b"[") and _is_json(data):
        return JSON
    return MARKDOWN if _MARKDOWN.search(head) else TEXT


def _refuse_foreign(data: bytes) -> None:
    """Raise the error that names what is neither text nor a document that we read."""
    for magic, name in _FOREIGN:
        if data.startswith(magic) and not data.startswith(_TEXT_BOMS):
            raise WrongTypeError(f"this is {name}")
    if data.startswith(_OLE):
        if _ENCRYPTED_OFFICE in data:
            raise EncryptedDocumentError("an office document behind a password")
        raise WrongTypeError("this is an old office document (before 2007)")
    if _is_binary(data):
        raise WrongTypeError("the bytes are neither text nor a known kind of document")


def _sniff_zip(data: bytes, settings: ReadingSettings) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise CorruptDocumentError("a zip container (DOCX is one) whose directory cannot be read") from error
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        return DOCX
    if "content.xml" in names and "META-INF/manifest.xml" in names and data[30:38] == b"mimetype":
        if ODT.encode() not in data[:120]:
            raise WrongTypeError("this is an OpenDocument file, but not a text")
        return ODT
    for folder, kind in (("xl/", "a spreadsheet"), ("ppt/", "a presentation")):
        if any(name.startswith(folder) for name in names):
            raise WrongTypeError(f"this is {kind}")
    if "[Content_Types].xml" in names:
        raise CorruptDocumentError("an office document without a text part")
    if not is_document(names):
        check_archive(members, settings)
        raise WrongTypeError("a zip archive inside another document, or by itself without its path: unpack it")
    raise WrongTypeError("this is a zip container of another program")


def _is_binary(data: bytes) -> bool:
    """Tell bytes that no text encoding explains by their control characters."""
    head = data[:65_536]
    if head.startswith(_TEXT_BOMS):
        return False
    zeros = head.count(0)
    if zeros and max(head[::2].count(0), head[1::2].count(0)) == zeros and zeros >= len(head) // 5:
        return False  # UTF-16 without a mark: Latin letters have every other byte zero
    return sum(byte in _BINARY for byte in head) > len(head) // 500


def _is_email(data: bytes) -> bool:
    """Tell an e-mail by the header fields that it begins with, MIME-Version or Message-ID among them."""
    head, _, _ = data[:50_000].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")
    lines = [line for line in head.split(b"\n") if line[:1] not in (b" ", b"\t")]
    if not lines or not all(re.match(rb"[!-9;-~]+:", line) for line in lines):
        return False
    told = {match.group().lower() for line in lines if (match := _EMAIL_FIELD.match(line))}
    return len(told) >= _EMAIL_FIELDS and bool(told & {b"mime-version:", b"message-id:"})


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
