"""The words of a Doc without the white space between them, line by line.

spaCy keeps a line break or a double space as a token of its own, so that a name that runs over a line end would never
match. Matching works on the words alone; `Words.span` leads back to the Doc.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Span

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
    norms
        Hash of the folded form of each word (`Token.norm`).
    place
        Index in `doc` of each word.
    line
        Number of the line on which each word stands; blank lines count.
    sentence
        Number of the sentence of each word; a blank line ends one too.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        array = doc.to_array(["ORTH", "NORM", "IS_SPACE"])
        orth, norm, space = array[:, 0], array[:, 1], array[:, 2].astype(bool)
        breaks = np.zeros(len(doc), dtype=np.int64)
        spaces = np.flatnonzero(space)
        count = {code: doc.vocab.strings[code].count("\n") for code in set(orth[spaces].tolist())}
        breaks[spaces] = [count[code] for code in orth[spaces].tolist()]
        place = np.flatnonzero(~space)
        line = np.cumsum(breaks)[place]
        ends = np.isin(norm[place], [doc.vocab.strings[mark] for mark in SENTENCE_END])
        ends[:-1] |= np.diff(line) > 1
        self._orth: list[int] = orth[place].tolist()
        strings = doc.vocab.strings
        self.texts = [strings[code] for code in self._orth]
        self.norms: list[int] = norm[place].tolist()
        self.place: list[int] = place.tolist()
        self.line: list[int] = line.tolist()
        self.sentence: list[int] = (np.cumsum(ends) - ends).tolist()

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

    def offset(self, index: int) -> int:
        """Return the first character of a word in the text of the Doc."""
        return self.doc[self.place[index]].idx

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
