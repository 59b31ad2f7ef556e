"""The words of a Doc without the white space between them, line by line.

spaCy keeps a line break or a double space as a token of its own, so that a name that runs over a line end would never
match. Matching works on the words alone; `Words.span` leads back to the Doc.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from skillmatch.nlp.normalise import cut_ending
from skillmatch.nlp.notes import folded_text
from skillmatch.nlp.sections import Part, parts_of

MOST = 100_000  # words of which each of these is remembered; keys are hashes, which are the same in every vocabulary
_STEMS: dict[int, str] = {}
_BREAKS: dict[int, int] = {}  # line ends in white space
LONGEST_TERM = 8  # words of a line that is one term
SENTENCE_END = (".", "!", "?")
Known = TypeVar("Known")
BULLETS = ("-", "*", "~", "»", "•", "·", "▪", "●", "○", "■", "►", "✓", "☞", "➢", "–")


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
        Number of the sentence of each word; a blank line or a bullet on the next line ends one too.
    last_of
        The word after the sentence of each word.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        strings, text = doc.vocab.strings, folded_text(doc)
        array = doc.to_array(["ORTH", "NORM", "IS_SPACE", "LENGTH", "SPACY"])
        space = array[:, 2].astype(bool)
        lengths = array[:, 3].astype(np.int64)
        starts = (lengths + array[:, 4].astype(np.int64)).cumsum() - lengths - array[:, 4].astype(np.int64)
        place = (~space).nonzero()[0]
        breaks = np.zeros(len(doc), dtype=np.int64)
        gaps = space.nonzero()[0]
        breaks[gaps] = _remembered(_BREAKS, array[gaps, 0].tolist(), lambda code: strings[code].count("\n"))
        ends = starts + lengths
        line = breaks.cumsum()[place]
        orth, norm = array[place, 0], array[place, 1]
        changes = np.ones(len(place), dtype=bool)
        changes[1:] = line[1:] != line[:-1]
        line_starts = changes.nonzero()[0]
        closes = _is_one_of(norm, [strings[mark] for mark in SENTENCE_END])
        closes[:-1] |= line[1:] - line[:-1] > 1
        bullets = line_starts[_is_one_of(norm[line_starts], [strings[mark] for mark in BULLETS])]
        closes[bullets[bullets > 0] - 1] = True
        self.offsets = starts[place]
        self.place = place
        self._orth: list[int] = orth.tolist()
        self.texts: list[str] = [
            text[start:end] for start, end in zip(self.offsets.tolist(), ends[place].tolist(), strict=True)
        ]
        self.norms: list[int] = norm.tolist()
        self.line: list[int] = line.tolist()
        self.line_starts: list[int] = line_starts.tolist()
        sentence = closes.cumsum() - closes
        opens = np.ones(len(place), dtype=bool)
        opens[1:] = closes[:-1]
        firsts = opens.nonzero()[0]
        self.sentence: list[int] = sentence.tolist()
        self._first_of: NDArray[np.intp] = firsts[sentence]
        self.last_of: list[int] = np.append(firsts[1:], len(place))[sentence].tolist()

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """Return the words of a Doc, made once: the hooks of a Doc are kept with it, but never saved."""
        hook = doc.user_hooks.get("words")
        if hook is not None:
            return cast(Words, hook())
        words = cls(doc)
        doc.user_hooks["words"] = lambda: words
        return words

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
        return Span(self.doc, int(self.place[start]), int(self.place[end - 1]) + 1, label=label, span_id=span_id)

    def places(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the half-open character offsets of ranges of words."""
        ends = self.offsets + np.array([len(text) for text in self.texts], dtype=np.int64)
        return [(int(self.offsets[start]), int(ends[end - 1])) for start, end in ranges]

    @cached_property
    def lowers(self) -> list[str]:
        """The words in small letters."""
        return [text.lower() for text in self.texts]

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The sections of the text, once they were found."""
        return parts_of(self.doc)

    @cached_property
    def kinds(self) -> list[str]:
        """The kind of the section of each word, "" where no section is known."""
        kinds: list[str] = [] if self.parts else [""] * len(self)
        for part, (_, end) in zip(self.parts, self._borders, strict=True):
            kinds += [part.kind] * (end - len(kinds))
        return kinds

    @cached_property
    def is_heading(self) -> list[bool]:
        """Whether each word stands in the heading of its section."""
        found: list[bool] = [] if self.parts else [False] * len(self)
        for body, end in self._borders:
            found += [True] * (body - len(found))
            found += [False] * (end - len(found))
        return found

    @cached_property
    def _borders(self) -> list[tuple[int, int]]:
        """The first word under the heading of each section, and the word after the section."""
        bodies = self.offsets.searchsorted([part.body for part in self.parts]).tolist()
        ends = self.offsets.searchsorted([part.start for part in self.parts[1:]]).tolist()
        return list(zip(bodies, [*ends, len(self)], strict=False))

    @cached_property
    def floors(self) -> list[int]:
        """The first word of the sentence of each word, below the heading of its section."""
        bodies = [0, *(body for body, _ in self._borders)]
        under = np.repeat(bodies, np.diff([*bodies, len(self)]))
        return np.maximum(self._first_of, under).tolist()  # type: ignore[no-any-return]

    @cached_property
    def codes(self) -> frozenset[int]:
        """The hashes of the folded words, each once."""
        return frozenset(self.norms)

    def stems(self, start: int, end: int) -> str:
        """Return the folded words from `start` up to `end` without endings, one space between them."""
        strings = self.doc.vocab.strings
        return " ".join(_remembered(_STEMS, self.norms[start:end], lambda code: cut_ending(strings[code])))

    @cached_property
    def is_bare_list(self) -> bool:
        """Tell whether the whole text is a list of terms, one a line."""
        sizes = [end - start for start, end in pairwise([*self.line_starts, len(self)])]
        return len(sizes) > 2 and max(sizes) <= LONGEST_TERM and not any(self.sentence) and ":" not in self.texts

    def is_joined(self, start: int, end: int) -> bool:
        """Tell whether the original text has a hyphen between the first of these words and the next."""
        original: str = self.doc.user_data.get("text", "")
        place = int(self.offsets[start]) + len(self.texts[start])
        return end - start > 1 and place < len(original) and original[place] in "-‐‑"

    def is_line(self, start: int, end: int) -> bool:
        """Tell whether words are all of a line."""
        return self.starts_line(start) and (end == len(self) or self.starts_line(end))

    def starts_line(self, index: int) -> bool:
        """Tell whether a word is the first of its line."""
        return index == 0 or self.line[index] != self.line[index - 1]

    def opens_sentence(self, index: int) -> bool:
        """Tell whether a word is the first of its sentence or line, where any word has a capital."""
        if self.starts_line(index):
            return True
        before = self.texts[index - 1]
        return not before[0].isalnum() and before not in (",", ";", "/", "&", "(", ":", "+", '"', "'")


def _remembered(known: dict[int, Known], codes: Sequence[int], make: Callable[[int], Known]) -> list[Known]:
    """Return what is known of each code, made for those that are met for the first time."""
    try:
        return list(map(known.__getitem__, codes))
    except KeyError:
        if len(known) > MOST:
            known.clear()
        new = {code: make(code) for code in set(codes)}
        known.update(new)
        return [new[code] for code in codes]


def _is_one_of(codes: NDArray[np.uint64], wanted: Iterable[int]) -> NDArray[np.bool_]:
    """Tell of each code whether it is wanted; a few comparisons are faster than `numpy.isin`."""
    found = np.zeros(len(codes), dtype=bool)
    for code in wanted:
        found |= codes == code
    return found
