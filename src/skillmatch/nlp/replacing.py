"""Replace stretches of a document; lines and pages move with the text."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Sequence

from skillmatch.models import Document

Replacement = tuple[int, int, str]


def replace_stretches(document: Document, replacements: Sequence[Replacement]) -> Document:
    """Put other words in the place of stretches.

    Parameters
    ----------
    document
        Any document.
    replacements
        Start, end and the new text of each, in order and apart.

    Examples
    --------
    >>> replace_stretches(Document(document_id="cv", text="Jo Doe, nurse"), [(0, 6, "NN")]).text
    'NN, nurse'
    """
    text = document.text
    pieces: list[str] = []
    moves: list[tuple[int, int]] = [(0, 0)]  # offset in the old text, how far what follows has moved
    here = 0
    for start, end, new in replacements:
        pieces += [text[here:start], new]
        here = end
        moves.append((end, moves[-1][1] + len(new) - (end - start)))
    olds = [old for old, _ in moves]

    def move(offset: int) -> int:
        return offset + moves[bisect_right(olds, offset) - 1][1]

    lines = tuple(dataclasses.replace(line, start=move(line.start), end=move(line.end)) for line in document.lines)
    return dataclasses.replace(
        document, text="".join([*pieces, text[here:]]), lines=lines, pages=tuple(map(move, document.pages))
    )
