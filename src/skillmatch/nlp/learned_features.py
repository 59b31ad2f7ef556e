"""What a learned model sees of each word of a document.

The word and its neighbours, its form, where it stands, and above all what the rules make of it: a model that is
told their readings needs a few dozen labelled documents, not thousands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc, Span

from skillmatch.nlp.notes import SKILLS, UNKNOWN, get_spans
from skillmatch.nlp.requirements import NOTHING, RULED, Rules, requirements_of
from skillmatch.nlp.sections import parts_of
from skillmatch.nlp.words import Words

VERSION = 1  # of what the features mean: a model that was trained with others cannot be used
LONGEST = 100  # words of a piece; a longer line is cut, so that time grows with length alone
FAR = 6  # words behind a cue from where on distance says nothing
_CUE = re.compile(
    r"experience|knowledge|proficien|familiar|expertise|skill|versed|understanding|degree|fluen|background|certifi"
    r"|use|using|such|including|like|e\.g"
)
_REPEATED = re.compile(r"(.)\1{2,}")


class WordsSeen:
    """The words of a Doc with what the components before have found out about them.

    Parameters
    ----------
    doc
        `skillmatch_context` and `skillmatch_open` must have run.
    types
        Skill id to type of skill.

    Attributes
    ----------
    words
        The words.
    pieces
        First word of each piece of text, and the word after its last: a line, or part of a long one.
    """

    def __init__(self, doc: Doc, types: Mapping[str, str]) -> None:
        self.words = words = Words.of(doc)
        doc.user_hooks.pop("words", None)
        self.pieces = [
            (start, min(start + LONGEST, stop))
            for first, stop in pairwise([*words.line_starts, len(words)])
            for start in range(first, stop, LONGEST)
        ]
        self._norms = [doc.vocab.strings[norm] for norm in words.norms]
        self._lower = [text.lower() for text in words.texts]
        self._shapes = [_shape(text) for text in words.texts]
        self._counts = Counter(self._lower)
        parts = parts_of(doc)
        starts = [part.start for part in parts]
        offsets = words.offsets.tolist()
        self._sections = [parts[bisect_right(starts, it) - 1].kind if parts else "other" for it in offsets]
        self._asked = list(requirements_of(Rules(*doc.user_data.get(RULED, NOTHING)), offsets))
        self._read = ["-"] * len(words)
        for span in get_spans(doc, UNKNOWN):
            self._mark(span, "open")
        for span in sorted(get_spans(doc, SKILLS), key=lambda it: (it.start, it.end, it.id_)):
            self._mark(span, types[span.id_])

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return the words of a span of the Doc."""
        first, last = np.searchsorted(self.words.place, (span.start, span.end))
        return int(first), int(last)

    def features(self) -> Iterator[list[str]]:
        """Yield the features of each word; every one counts the same."""
        for start, stop in self.pieces:
            named = sum(self._read[place][0] == "B" for place in range(start, stop))
            line = [f"line={min((stop - start) // 4, 8)}", f"named={min(named, 4)}"]
            cue, since = "-", FAR * 2
            for place in range(start, stop):
                if _CUE.match(self._lower[place]):
                    cue, since = self._lower[place][:6], 0
                near = self._neighbours(place, start, stop)
                yield [*line, f"cue={cue}|{min(since, FAR) // 2}", *near, *self._place(place, start, stop, line[1])]
                since += 1

    def _mark(self, span: Span, kind: str) -> None:
        first, last = self.range_of(span)
        for place in range(first, last):
            self._read[place] = ("B" if place == first else "I") + kind

    def _neighbours(self, place: int, start: int, stop: int) -> list[str]:
        """Return the features of a word and two words on each side."""
        lower, read = self._lower, self._read
        found: list[str] = []
        for step in range(-2, 3):
            other = place + step
            if not start <= other < stop:
                found.append(f"w{step}=<>")
                continue
            found += (f"w{step}={lower[other]}", f"r{step}={read[other]}")
            if abs(step) < 2:
                found += (f"s{step}={self._shapes[other]}", f"n{step}={self._norms[other]}")
        word = lower[place]
        if place > start:
            before = lower[place - 1]
            found += (f"ww={before}|{word}", f"rr={read[place - 1]}|{read[place]}", f"rw={read[place - 1]}|{word}")
        if place + 1 < stop:
            found += (f"wn={word}|{lower[place + 1]}", f"rn={read[place]}|{read[place + 1]}")
            if place > start:
                found.append(f"between={before}|{lower[place + 1]}")
        return found

    def _place(self, place: int, start: int, stop: int, named: str) -> list[str]:
        """Return the features of the form of a word and of where it stands."""
        word, shape, read = self._lower[place], self._shapes[place], self._read[place]
        section, asked = self._sections[place], self._asked[place]
        edge = "first" if place == start else "last" if place + 1 == stop else "inside"
        found = [
            "any",
            f"{named}|{read}",
            f"section={section}",
            f"section={section}|{read}",
            f"section={section}|{shape}",
            f"asked={asked}",
            f"asked={asked}|{read}",
            f"{edge}|{shape[:2]}",
            f"often={min(self._counts[word], 5)}|{shape[:1]}",
        ]
        for size in range(2, min(5, len(word))):
            found += (f"begins={word[:size]}", f"ends={word[-size:]}")
        return found


def _shape(text: str) -> str:
    """Return the form of a word: capitals as X, small letters as x, digits as d, runs cut to two."""
    signs = ("X" if it.isupper() else "x" if it.islower() else "d" if it.isdigit() else it for it in text[:12])
    return _REPEATED.sub(r"\1\1", "".join(signs))
