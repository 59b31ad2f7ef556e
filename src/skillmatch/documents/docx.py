"""Read Word documents (DOCX) as they print: everything visible, in order, and nothing else.

The text of a part is walked element by element, because the object models of the libraries leave
out text boxes, nested tables, content controls, tracked insertions or headers.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.containers import Container
from skillmatch.documents.docx_styles import Look, Styles
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.repair import repair_line
from skillmatch.errors import CorruptDocumentError
from skillmatch.models import DocumentWarning

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from skillmatch.settings import ReadingSettings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED_NAMES = "del moveFrom instrText delText rPr pPr sectPr tblPr trPr tcPr"
_SKIPPED = frozenset((_FALLBACK, *(W + name for name in _SKIPPED_NAMES.split())))
_CHARACTERS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_SHAPES = frozenset(
    ("{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp", "{urn:schemas-microsoft-com:vml}shape")
)
_BANNER_LINES = 2  # of a text box that is a heading or a note where it stands, not a sidebar
_MAX_DEPTH = 300  # elements within elements; Word itself stays far below 100


@dataclass(slots=True)
class _Paragraph:
    """A paragraph under work: its visible pieces, and the text boxes anchored in it."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[DraftLine] = field(default_factory=list)


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read header, body, notes and footer of a Word document."""
    container = Container(data, settings)
    if _MAIN not in container.names:
        raise CorruptDocumentError("an office document without a text part")
    walker = _Walker(Styles.load(container))
    lines: list[DraftLine] = []
    main = container.read_xml(_MAIN)
    headers, footers = _references(container, main)
    notes = [name for name in ("word/footnotes.xml", "word/endnotes.xml") if name in container.names]
    for name in headers:
        lines += walker.iter_lines(container.read_xml(name), None, 0)
    lines += walker.iter_lines(main, None, 0)
    lines += walker.sidebars
    for name in (*notes, *footers):
        lines += walker.iter_lines(container.read_xml(name), None, 0)
    warnings = tuple(
        DocumentWarning(code="hidden-text", message=reason, detail=" ".join("".join(pieces).split()))
        for reason, pieces in sorted(walker.hidden.items())
    )
    return Draft(lines=mark_headings(tuple(lines)), warnings=warnings)


def _references(container: Container, main: Element) -> tuple[list[str], list[str]]:
    """Return the header and footer parts that the sections use, each once."""
    relations = "word/_rels/document.xml.rels"
    if relations not in container.names:
        return [], []
    targets = {item.get("Id"): item.get("Target", "") for item in container.read_xml(relations)}
    found: tuple[list[str], list[str]] = ([], [])
    for place, tag in enumerate(("headerReference", "footerReference")):
        for reference in main.iter(W + tag):
            name = posixpath.normpath(posixpath.join("word", targets.get(reference.get(_REL_ID), ""))).lstrip("/")
            if name in container.names and name not in found[place]:
                found[place].append(name)
    return found


class _Walker:
    """Walks the elements of a part; what a reader cannot see goes to `hidden`, by reason."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.hidden: dict[str, list[str]] = {}
        self.sidebars: list[DraftLine] = []  # long text boxes stand beside the text and must not cut a section in two

    def iter_lines(self, element: Element, background: str | None, depth: int) -> Iterator[DraftLine]:
        """Yield the lines of block elements; `background` is the colour behind them, None for paper."""
        if depth > _MAX_DEPTH:
            raise CorruptDocumentError("elements nested too deeply")
        for child in element:
            if child.tag == W + "p":
                yield from self._paragraph(child, background, depth + 1)
            elif child.tag == W + "tr":
                yield from self._row(child, background, depth + 1)
            elif child.tag not in _SKIPPED:
                yield from self.iter_lines(child, background, depth + 1)

    def _row(self, row: Element, background: str | None, depth: int) -> Iterator[DraftLine]:
        """Yield the lines of a table row: one if each cell holds one line at most, else cell by cell."""
        cells: list[list[DraftLine]] = []
        for cell in _cells(row, depth):
            fill = self._styles.fill(cell.find(W + "tcPr"))
            cells.append(list(self.iter_lines(cell, fill or background, depth + 1)))
        filled = [cell for cell in cells if cell]
        if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
            yield DraftLine(text="\t".join(cell[0].text for cell in filled), bold=all(c[0].bold for c in filled))
        else:
            for lines in filled:
                yield from lines

    def _paragraph(self, element: Element, background: str | None, depth: int) -> Iterator[DraftLine]:
        properties = element.find(W + "pPr")
        base = self._styles.paragraph(properties)
        paragraph = _Paragraph()
        self._collect(element, paragraph, base, self._styles.fill(properties) or background, depth)
        text = "".join(piece for piece, _ in paragraph.pieces)
        looks = [look for piece, look in paragraph.pieces if piece.strip()]
        if len(paragraph.boxes) <= _BANNER_LINES:
            yield from paragraph.boxes
        else:
            self.sidebars += paragraph.boxes
        for number, part in enumerate(text.split("\n")):
            clean = repair_line(part)
            if clean:
                bullet = "• " if base.bullet and not number and not base.heading else ""
                yield DraftLine(
                    text=bullet + clean,
                    size=max((look.size for look in looks if look.size), default=None),
                    bold=all(look.bold for look in looks),
                    heading=base.heading,
                )

    def _collect(self, element: Element, paragraph: _Paragraph, look: Look, background: str | None, depth: int) -> None:
        """Gather the pieces of text below an element of a paragraph."""
        if depth > _MAX_DEPTH:
            raise CorruptDocumentError("elements nested too deeply")
        if element.tag == W + "r":
            look = self._styles.run(element.find(W + "rPr"), look)
        for child in element:
            if child.tag == W + "txbxContent":
                paragraph.boxes += self.iter_lines(child, background, depth + 1)
            elif child.tag in _SKIPPED:
                continue
            elif child.tag == W + "t" or child.tag in _CHARACTERS:
                self._add(
                    paragraph, child.text or "" if child.tag == W + "t" else _CHARACTERS[child.tag], look, background
                )
            else:
                shape = child.tag in _SHAPES
                self._collect(child, paragraph, look, "unknown" if shape else background, depth + 1)

    def _add(self, paragraph: _Paragraph, text: str, look: Look, background: str | None) -> None:
        reason = look.hidden_on(background)
        if reason and text.strip():
            self.hidden.setdefault(reason, []).append(text + " ")
        elif not reason:
            paragraph.pieces.append((text, look))


def _cells(row: Element, depth: int) -> Iterator[Element]:
    """Yield the cells of a row, also those inside content controls; not those of nested tables."""
    if depth > _MAX_DEPTH:
        raise CorruptDocumentError("elements nested too deeply")
    for child in row:
        if child.tag == W + "tc":
            yield child
        elif child.tag not in _SKIPPED and child.tag != W + "tbl":
            yield from _cells(child, depth + 1)
