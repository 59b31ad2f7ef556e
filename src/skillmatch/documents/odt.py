"""Read OpenDocument text (ODT): headings, paragraphs, lists, tables and frames in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.containers import Container
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.repair import repair_line
from skillmatch.errors import CorruptDocumentError
from skillmatch.models import DocumentWarning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from skillmatch.settings import ReadingSettings

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_BODY = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}body"
_SKIPPED = frozenset(
    (_TEXT + "tracked-changes", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation", _TEXT + "note-citation")
)
_CHARACTERS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n", _TEXT + "s": " "}
_MAX_DEPTH = 200


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the body of an OpenDocument text."""
    container = Container(data, settings)
    root = container.read_xml("content.xml")
    body = root.find(_BODY)
    if body is None:
        raise CorruptDocumentError("an OpenDocument file without a body")
    walker = _Walker(_hidden_styles(root))
    lines = mark_headings(tuple(walker.iter_lines(body, 0)))
    detail = " ".join("".join(walker.hidden).split())
    warnings = (DocumentWarning(code="hidden-text", message="hidden by its style", detail=detail),) if detail else ()
    return Draft(lines=lines, warnings=warnings)


def _hidden_styles(root: Element) -> frozenset[str]:
    """Return the automatic styles whose text is hidden, white or too small to read."""
    hidden = set()
    for style in root.iter(_STYLE + "style"):
        for properties in style.iter(_STYLE + "text-properties"):
            size = properties.get(_FORMAT + "font-size", "")
            tiny = size.endswith("pt") and size[:-2].replace(".", "", 1).isdigit() and float(size[:-2]) <= 2
            white = properties.get(_FORMAT + "color", "").lower() == "#ffffff"
            white = white and properties.get(_FORMAT + "background-color", "transparent") == "transparent"
            if tiny or white or properties.get(_TEXT + "display") == "none":
                hidden.add(style.get(_STYLE + "name", ""))
    return frozenset(hidden)


class _Walker:
    """Walks the body; what cannot be seen goes to `hidden`."""

    def __init__(self, hidden_styles: frozenset[str]) -> None:
        self._hidden_styles = hidden_styles
        self.hidden: list[str] = []

    def iter_lines(self, element: Element, depth: int) -> Iterator[DraftLine]:
        """Yield the lines of block elements."""
        if depth > _MAX_DEPTH:
            raise CorruptDocumentError("elements nested too deeply")
        for child in element:
            if child.tag in (_TEXT + "p", _TEXT + "h"):
                for part in "".join(self._pieces(child, depth + 1, False)).split("\n"):
                    text = repair_line(part)
                    if text:
                        bullet = "• " if element.tag == _TEXT + "list-item" else ""
                        yield DraftLine(text=bullet + text, heading=child.tag == _TEXT + "h")
            elif child.tag not in _SKIPPED:
                yield from self.iter_lines(child, depth + 1)

    def _pieces(self, element: Element, depth: int, hidden: bool) -> Iterator[str]:
        """Yield the visible text of a paragraph; frames in it stand on lines of their own."""
        if depth > _MAX_DEPTH:
            raise CorruptDocumentError("elements nested too deeply")
        hidden = hidden or element.get(_TEXT + "style-name", "") in self._hidden_styles
        yield from self._show(element.text, hidden)
        for child in element:
            if child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag not in _SKIPPED:
                block = child.tag in (_TEXT + "p", _TEXT + "h")
                yield "\n" if block else ""
                yield from self._pieces(child, depth + 1, hidden)
                yield "\n" if block else ""
            yield from self._show(child.tail, hidden)

    def _show(self, text: str | None, hidden: bool) -> Iterator[str]:
        if text and hidden:
            self.hidden.append(text + " ")
        elif text:
            yield text
