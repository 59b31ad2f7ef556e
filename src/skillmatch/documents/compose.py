"""Put the lines that a reader found together into one `Document`."""

from __future__ import annotations

from dataclasses import dataclass

from skillmatch.models import Document, DocumentWarning, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A line before its place in the text is known.

    `page` counts from 1, `box` and `size` are as in `models.Line`. `gap` asks for an empty line before.
    """

    text: str
    page: int = 1
    box: tuple[float, float, float, float] | None = None
    size: float | None = None
    bold: bool = False
    heading: bool = False
    gap: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader made of the bytes.

    `text` is set where the text must stay as it is in the file (`lines` then are its own lines, in
    order, with their line ends); otherwise the text is composed from `lines`.
    """

    lines: tuple[DraftLine, ...] = ()
    text: str | None = None
    pages: int = 1
    warnings: tuple[DocumentWarning, ...] = ()


def compose(draft: Draft, *, document_id: str, media_type: str, sha256: str) -> Document:
    """Join lines to the text and give each its offsets."""
    parts: list[str] = []
    lines: list[Line] = []
    starts: list[int] = [0]
    offset = 0
    for draft_line in draft.lines:
        while len(starts) < draft_line.page:
            starts.append(offset)
        if draft_line.gap and parts:
            parts.append("\n")
            offset += 1
        body = draft_line.text.rstrip("\r\n")
        end = draft_line.text[len(body) :] if draft.text is not None else "\n"
        lines.append(
            Line(
                start=offset,
                end=offset + len(body),
                page=draft_line.page,
                box=draft_line.box,
                size=draft_line.size,
                bold=draft_line.bold,
                heading=draft_line.heading,
                confidence=draft_line.confidence,
            )
        )
        parts += (body, end)
        offset += len(body) + len(end)
    starts += [offset] * (draft.pages - len(starts))
    return Document(
        document_id=document_id,
        text=draft.text if draft.text is not None else "".join(parts),
        media_type=media_type,
        sha256=sha256,
        pages=tuple(starts),
        lines=tuple(lines),
        warnings=draft.warnings,
    )
