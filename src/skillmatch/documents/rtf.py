"""Read RTF through striprtf."""

from __future__ import annotations

import re

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.repair import repair_line
from skillmatch.errors import CorruptDocumentError, LimitError, MissingExtraError
from skillmatch.settings import ReadingSettings

_HIDDEN = re.compile(rb"\{[^{}]*\\v(?![a-z0-9])[^{}]*\}")


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the text of an RTF document, without groups that are marked as hidden.

    Raises
    ------
    MissingExtraError
        striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtraError("RTF needs striprtf: pip install skillmatch[rtf]") from error
    source = _HIDDEN.sub(b"", data).decode("cp1252", "replace")
    if len(source) > 10 * settings.max_characters:
        raise LimitError("the RTF source is more than ten times max_characters")
    try:
        text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, KeyError, IndexError, LookupError, TypeError) as error:
        raise CorruptDocumentError("RTF that cannot be followed") from error
    cleaned = (repair_line(line.replace("|", "\t").strip("\t")) for line in text.split("\n"))
    return Draft(lines=mark_headings(tuple(DraftLine(text=line) for line in cleaned if line)))
