"""The reader of each format, loaded when a document needs it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
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

_BY_SUFFIX = {  # what a document of that name is likely to need
    ".pdf": ("pdf", "pdfium", "hidden", "pdf_lines"),
    ".docx": ("docx",),
    ".html": ("html",),
    ".txt": ("text",),
}


class _Reader(Protocol):
    def parse(self, data: bytes, settings: ReadingSettings) -> Draft: ...


def parse_as(media_type: str, data: bytes, settings: ReadingSettings) -> Draft:
    """Read bytes of a known kind; the reader is imported when first needed."""
    reader = cast(_Reader, import_module(f"skillmatch.documents.{_READERS[media_type]}"))
    return reader.parse(data, settings)


def preload(path: Path) -> None:
    """Import what reading a file of such a name is likely to need, so that workers forked from here on share it."""
    for name in _BY_SUFFIX.get(path.suffix.lower(), ()):
        import_module(f"skillmatch.documents.{name}")
