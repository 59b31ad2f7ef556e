"""The words of a Doc without the white space between them, line by line.

spaCy keeps a line break or a double space as a token of its own, so that a name that runs over a line end would never
match. Matching works on the words alone; `Words.span` leads back to the Doc.
"""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc, Span


class Words:
    """The tokens of a Doc that are not white space.

    Attributes
    ----------
    doc
        The whole Doc.
    words
        A Doc of the words only; equals `doc` where there is no white space token.
    place
        Index in `doc` of each word, shape (n_words,).
    line
        Number of the line on which each word stands, shape (n_words,); a blank line counts too.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        array = doc.to_array(["ORTH", "IS_SPACE"])
        orth, space = array[:, 0], array[:, 1].astype(bool)
        if not space.any():
            self.words, self.place = doc, np.arange(len(doc))
            self.line = np.zeros(len(doc), dtype=np.int64)
            return
        breaks = {int(code): doc.vocab.strings[int(code)].count("\n") for code in np.unique(orth[space])}
        lines = np.zeros(len(doc), dtype=np.int64)
        spaces = np.flatnonzero(space)
        lines[spaces] = [breaks[code] for code in orth[spaces].tolist()]
        self.place = np.flatnonzero(~space)
        self.line = np.cumsum(lines)[self.place]
        self.words = Doc(doc.vocab, words=orth[self.place].tolist())

    def __len__(self) -> int:
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end`, one space between them."""
        return " ".join([self.words[i].text for i in range(start, end)])

    def norm(self, start: int, end: int) -> str:
        """Return the folded words from `start` up to `end`, one space between them."""
        return " ".join([self.words[i].norm_ for i in range(start, end)])

    def span(self, start: int, end: int, *, label: str, span_id: str) -> Span:
        """Make the span of the Doc that runs over these words."""
        return Span(self.doc, int(self.place[start]), int(self.place[end - 1]) + 1, label=label, span_id=span_id)

    def line_bounds(self, index: int) -> tuple[int, int]:
        """Return the first word of the line of word `index`, and the one after its last."""
        number = self.line[index]
        return int(np.searchsorted(self.line, number, "left")), int(np.searchsorted(self.line, number, "right"))
