"""The reader of each format, loaded when a document needs it."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from skillmatch.documents.compose import Draft
from skillmatch.documents.formats import DOCX, EMAIL, HTML, JSON, MARKDOWN, ODT, PDF, RTF, TEXT
from skillmatch.settings import ReadingSettings

_READERS = {
    PDF: "pdf",
    DOCX: "docx",
    ODT: "odt",
    RTF: "rtf",
    EMAIL: "eml",
    HTML: "html",
    TEXT: "text",
    MARKDOWN: "text",
    JSON: "json_resume",
}


class _Reader(Protocol):
    def parse(self, data: bytes, settings: ReadingSettings) -> Draft: ...


def parse_as(media_type: str, data: bytes, settings: ReadingSettings) -> Draft:
    """Read bytes of a known kind; the reader is imported when first needed."""
    reader = cast(_Reader, import_module(f"skillmatch.documents.{_READERS[media_type]}"))
    return reader.parse(data, settings)
