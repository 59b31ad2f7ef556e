"""The words of a Doc without the white space between them, line by line.

spaCy keeps a line break or a double space as a token of its own, so that a name that runs over a line end would never
match. Matching works on the words alone; `Words.span` leads back to the Doc.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Span

from skillmatch.nlp.notes import folded_text

LONGEST_TERM = 8  # words of a line that is one term
SENTENCE_END = (".", "!", "?")


class Words:
    """The tokens of a Doc that are not white space.

    Attributes
    ----------
    doc
        The whole Doc.
    texts
        The words.
    offsets
        First character of each word in the text of the Doc.
    norms
        Hash of the folded form of each word (`Token.norm`).
    place
        Index in `doc` of each word.
    line
        Number of the line on which each word stands; blank lines count.
    line_starts
        First word of each line that has words.
    sentence
        Number of the sentence of each word; a blank line ends one too.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        array = doc.to_array(["ORTH", "NORM", "IS_SPACE", "LENGTH", "SPACY"])
        orth, norm, space, length = array[:, 0], array[:, 1], array[:, 2].astype(bool), array[:, 3].astype(np.int64)
        ends = np.cumsum(length + array[:, 4].astype(np.int64))
        starts = np.concatenate(([0], ends[:-1])) if len(ends) else ends
        breaks = np.zeros(len(doc), dtype=np.int64)
        spaces = np.flatnonzero(space)
        count = {code: doc.vocab.strings[code].count("\n") for code in set(orth[spaces].tolist())}
        breaks[spaces] = [count[code] for code in orth[spaces].tolist()]
        place = np.flatnonzero(~space)
        line = np.cumsum(breaks)[place]
        closes = np.isin(norm[place], [doc.vocab.strings[mark] for mark in SENTENCE_END])
        closes[:-1] |= np.diff(line) > 1
        text = folded_text(doc)
        self.offsets: list[int] = starts[place].tolist()
        self.texts = [
            text[start:end] for start, end in zip(self.offsets, (starts + length)[place].tolist(), strict=True)
        ]
        self.norms: list[int] = norm[place].tolist()
        self.place: list[int] = place.tolist()
        self.line: list[int] = line.tolist()
        self.line_starts: list[int] = np.flatnonzero(np.diff(line, prepend=-1)).tolist()
        self.sentence: list[int] = (np.cumsum(closes) - closes).tolist()
        self._orth: list[int] = orth[place].tolist()

    def __len__(self) -> int:
        return len(self.norms)

    def to_doc(self) -> Doc:
        """Return a Doc of the words alone, for a matcher."""
        if len(self) == len(self.doc):
            return self.doc
        return Doc(self.doc.vocab, words=self._orth)  # type: ignore[arg-type]  # hashes, which it takes too, are faster

    def text(self, start: int, end: int) -> str:
        """Return the words from `start` up to `end`, one space between them."""
        return " ".join(self.texts[start:end])

    def span(self, start: int, end: int, *, label: str, span_id: str) -> Span:
        """Make the span of the Doc that runs over these words."""
        return Span(self.doc, self.place[start], self.place[end - 1] + 1, label=label, span_id=span_id)

    @cached_property
    def is_bare_list(self) -> bool:
        """Tell whether the whole text is a list of terms, one a line."""
        sizes = Counter(self.line).values()
        return len(sizes) > 2 and max(sizes) <= LONGEST_TERM and not any(self.sentence) and ":" not in self.texts

    def is_line(self, start: int, end: int) -> bool:
        """Tell whether words are all of a line."""
        return self.starts_line(start) and (end == len(self) or self.starts_line(end))

    def starts_line(self, index: int) -> bool:
        """Tell whether a word is the first of its line."""
        return index == 0 or self.line[index] != self.line[index - 1]
