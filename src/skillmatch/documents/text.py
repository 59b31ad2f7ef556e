"""Read plain text and Markdown: decode, and leave every character as it is."""

from __future__ import annotations

import re

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.errors import LimitError
from skillmatch.settings import ReadingSettings

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 20_000  # bytes that the encoding is guessed from
_TELLING = 12  # bytes beyond ASCII that a guess needs
_TELLING_SHARE = 0.15  # Latin letters with accents are fewer, Greek, Cyrillic and East Asian ones more
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ATX = re.compile(r" {0,3}#{1,6}\s+\S")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*\Z")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)\S.{0,60}\1:?\s*\Z")


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Decode a text file; its lines keep their ends, and Markdown headings are marked."""
    text = decode(data)
    if len(text) > settings.max_characters:
        raise LimitError(f"{len(text)} characters are more than max_characters = {settings.max_characters}")
    raw = [match.group() for match in _LINE.finditer(text) if match.group()]
    following = [*raw[1:], ""][: len(raw)]  # a file may have nothing but a byte order mark
    lines = tuple(
        DraftLine(text=line, heading=_is_heading(line, after)) for line, after in zip(raw, following, strict=True)
    )
    return Draft(text=text, lines=lines)


def decode(data: bytes) -> str:
    r"""Decode text in any common encoding; only a byte order mark is left out.

    Examples
    --------
    >>> decode(b"caf\xe9"), decode(b"\xff\xfeC\x00V\x00")
    ('café', 'CV')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    head = data[:_SAMPLE]
    zeros = head.count(0)
    if zeros >= max(1, len(head) // 5):
        return data.decode("utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = data[error.start : error.start + _SAMPLE]
    good = len(_MULTIBYTE.findall(data[:_SAMPLE]))
    if good and good >= sum(byte >= 0x80 for byte in broken) // 3:
        return data.decode("utf-8", "replace")  # UTF-8 with a few damaged bytes
    return data.decode(_guess(data[:_SAMPLE]), "replace")


def _guess(sample: bytes) -> str:
    """Guess the encoding; Windows-1252 where so few bytes are beyond ASCII that nothing tells it from others."""
    high = sum(byte >= 0x80 for byte in sample)
    if high < _TELLING or high < len(sample) * _TELLING_SHARE:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=["utf_7", "utf_16", "utf_32"]).best()
    return best.encoding if best is not None else "cp1252"


def _is_heading(line: str, after: str) -> bool:
    body = line.rstrip("\r\n")
    if _ATX.match(body) or _BOLD_LINE.match(body):
        return True
    return bool(body.strip()) and len(body) <= 60 and bool(_UNDERLINE.match(after.rstrip("\r\n")))
