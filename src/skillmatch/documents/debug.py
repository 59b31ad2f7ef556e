"""Draw what was read on pictures of the pages, for people who want to see why."""

from __future__ import annotations

import base64
import html
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from skillmatch.documents.reading import read_bytes
from skillmatch.errors import DocumentError
from skillmatch.settings import ReadingSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skillmatch.models import Document, Line

_SCALE = 1.5  # pixels for each point
_COLORS = ("#0a58ca", "#b35900", "#1a7f37", "#8250df", "#0b7285", "#a61e4d")
_STYLE = """body{font:14px system-ui,sans-serif;margin:2em;background:#eee;color:#111}
figure{margin:1em 0}svg{background:#fff;box-shadow:0 1px 4px #999;max-width:100%;height:auto}
.hidden{fill:#d00;fill-opacity:.3;stroke:#d00}.line{fill-opacity:.06}.path{fill:none;stroke-opacity:.5}
text{font:7px sans-serif}pre{background:#fff;padding:1em;white-space:pre-wrap}"""


def draw(data: bytes, *, document_id: str, settings: ReadingSettings | None = None) -> str:
    """Draw one document as a piece of HTML.

    The lines of a PDF are framed on pictures of its pages, numbered in reading order, with one colour for
    each run down the page; glyphs that nobody can see are red. Other formats show their lines only.
    """
    settings = settings or ReadingSettings()
    pieces = [f"<h1>{html.escape(document_id)}</h1>"]
    try:
        document = read_bytes(data, document_id=document_id, settings=settings)
    except DocumentError as error:
        return "".join((*pieces, f"<p>{error.code}: {html.escape(str(error))}</p>"))
    for warning in document.warnings:
        place = f", page {warning.page}" if warning.page else ""
        words = f"{warning.code}{place}: {warning.message}: {warning.detail}"
        pieces.append(f"<p>{html.escape(words)}</p>")
    if document.media_type == "application/pdf":
        pieces += _figures(data, document, settings)
    else:
        pieces.append(f"<pre>{html.escape(document.text)}</pre>")
    return "".join(pieces)


def to_page(pieces: Iterable[str]) -> Iterator[str]:
    """Put drawn documents into one HTML page that needs no other file."""
    yield f'<!doctype html><html lang="en"><meta charset="utf-8"><title>skillmatch read</title><style>{_STYLE}</style>'
    yield from pieces
    yield "</html>\n"


def _figures(data: bytes, document: Document, settings: ReadingSettings) -> Iterator[str]:
    from skillmatch.documents.doubts import REASONS
    from skillmatch.documents.hidden import look
    from skillmatch.documents.pdfium import iter_pages
    from skillmatch.documents.render import picture_of

    try:
        for page in iter_pages(data, settings):
            reason = look(page).reason
            hidden = [
                _box(page.glyphs.boxes[place].tolist(), 'class="hidden"', REASONS[reason[place]])
                for place in reason.nonzero()[0].tolist()
            ]
            lines = [line for line in document.lines if line.page == page.number]
            picture = base64.b64encode(_png(picture_of(page, _SCALE))).decode("ascii")
            yield (
                f'<figure><svg viewBox="0 0 {page.width:g} {page.height:g}" width="{page.width * _SCALE:.0f}">'
                f'<image width="{page.width:g}" height="{page.height:g}" href="data:image/png;base64,{picture}"/>'
                f"{''.join(_order(lines, document.text))}{''.join(hidden)}</svg></figure>"
            )
    except DocumentError as error:  # another library read it
        yield f"<p>{html.escape(str(error))}</p><pre>{html.escape(document.text)}</pre>"


def _order(lines: list[Line], text: str) -> Iterator[str]:
    """Frame and number the lines; a line that stands above the one before begins another run."""
    run = 0
    points: list[str] = []
    last: tuple[float, float, float, float] | None = None
    for number, line in enumerate(lines, 1):
        if line.box is None:
            continue
        left, top, _, bottom = line.box
        if last is not None and bottom < last[1] + 1:
            run += 1
        last = line.box
        color = _COLORS[run % len(_COLORS)]
        weight = 1.5 if line.heading else 0.4
        look = f'class="line" fill="{color}" stroke="{color}" stroke-width="{weight}"'
        yield _box(list(line.box), look, f"{number}: {text[line.start : line.end]}")
        yield f'<text x="{left - 2:.1f}" y="{bottom - 1:.1f}" text-anchor="end" fill="{color}">{number}</text>'
        points.append(f"{left:.1f},{(top + bottom) / 2:.1f}")
    if points:
        yield f'<polyline class="path" stroke="{_COLORS[0]}" points="{" ".join(points)}"/>'


def _box(sides: list[float], look: str, title: str) -> str:
    left, top, right, bottom = sides
    size = f'width="{max(0.0, right - left):.1f}" height="{max(0.0, bottom - top):.1f}"'
    return f'<rect x="{left:.1f}" y="{top:.1f}" {size} {look}><title>{html.escape(title)}</title></rect>'


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Write an RGB picture as PNG."""
    height, width = pixels.shape[:2]
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
