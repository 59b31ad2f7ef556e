"""What stands around a name: its neighbours in a list, its sentence, its line, its section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.sections import Part, parts_of
from skillmatch.nlp.words import SENTENCE_END, Words

REACH = 14  # words on each side in which context counts
HOPS = 4  # separators between two items of a list: "Java) • (", "(a little) ☞"
BRACKET = 8  # words inside brackets that a list may have after an item: "R (less than 1 year), SQL"
_LINKS = frozenset(["and", "or", "plus", "as", "well"])


class Surroundings:
    """What disambiguation asks of a document; grows as readings are accepted.

    Parameters
    ----------
    words
        The words of the document.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self._starts: dict[int, Candidate] = {}
        self._ends: dict[int, Candidate] = {}
        self._versions: dict[int, int] = {}

    def add(self, candidate: Candidate) -> None:
        """Count a reading as sure, so that it is company for others."""
        self._starts[candidate.start] = candidate
        self._ends[candidate.end] = candidate
        sentence = self.words.sentence[candidate.start]
        self._versions[sentence] = self._versions.get(sentence, 0) + 1

    def version(self, start: int) -> int:
        """Return a number that grows with each reading accepted in the sentence of a word."""
        return self._versions.get(self.words.sentence[start], 0)

    def before(self, start: int) -> Candidate | None:
        """Return the skill that stands before a word in the same list."""
        place, hops = start, 0
        while place > 0 and hops <= HOPS:
            if place in self._ends:
                return self._ends[place]
            text = self.words.texts[place - 1]
            if text == ")":
                place = self._other_bracket(place - 1, -1)
                continue
            if not _is_separator(text):
                return None
            place, hops = place - 1, hops + 1
        return None

    def after(self, end: int) -> Candidate | None:
        """Return the skill that stands after a word in the same list."""
        place, hops = end, 0
        while place < len(self.words) and hops <= HOPS:
            if place in self._starts:
                return self._starts[place]
            text = self.words.texts[place]
            if text == "(" and place > end - 1 and (closing := self._other_bracket(place, 1)) > place:
                if any(inside in self._starts for inside in range(place, closing)):
                    return next(self._starts[i] for i in range(place, closing) if i in self._starts)
                place = closing + 1
                continue
            if not _is_separator(text):
                return None
            place, hops = place + 1, hops + 1
        return None

    def company(self, start: int, end: int) -> list[Candidate]:
        """Return the other skills of the same sentence."""
        first, last = self.sentence(start, end)
        places = (*range(first, start), *range(end, last))
        return [self._starts[place] for place in places if place in self._starts]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the words around, at most `REACH` on each side, inside the sentence and the paragraph."""
        sentence = self.words.sentence
        first, last = max(start - REACH, 0), min(end + REACH, len(sentence))
        return bisect_left(sentence, sentence[start], first, start), bisect_right(
            sentence, sentence[end - 1], end, last
        )

    def opens_sentence(self, start: int) -> bool:
        """Tell whether a word is the first of its sentence or line, where any word has a capital."""
        if self.words.starts_line(start):
            return True
        before = self.words.texts[start - 1]
        return not before[0].isalnum() and before not in (",", "/", "&", "(", ":", "+", '"', "'")

    def is_capitals(self, start: int, end: int) -> bool:
        """Tell whether the words around are all in capitals, so that capitals say nothing."""
        letters = [text for text in self._texts_around(start, end) if text.isalpha() and len(text) > 1]
        return len(letters) >= 2 and all(text.isupper() for text in letters)

    def is_small(self, start: int, end: int) -> bool:
        """Tell whether the words around have no capital at all, so that small letters say nothing."""
        letters = [text for text in self._texts_around(start, end) if text.isalpha()]
        return len(letters) >= 4 and all(text.islower() for text in letters)

    def listed(self, start: int, end: int) -> bool:
        """Tell whether words stand in a list with other skills, parted from them by a mark or a line end."""
        before, after = self.before(start), self.after(end)
        return (before is not None and before.end < start) or (after is not None and after.start > end)

    def is_item(self, start: int, end: int, longest: int) -> bool:
        """Tell whether words begin or end a line of at most `longest` words."""
        line = self.words.line
        first = bisect_left(line, line[start], max(start - longest, 0), start)
        last = bisect_right(line, line[start], end, min(end + longest + 1, len(line)))
        return last - first <= longest and (line[-1] > 0 or len(line) <= longest)

    def lead(self, start: int, size: int) -> str:
        """Return up to `size` words before a word, in small letters, inside the sentence."""
        first = max(self.sentence(start, start + 1)[0], start - size)
        return " ".join(self.words.texts[first:start]).lower()

    def next_word(self, end: int) -> str:
        """Return the word at `end` in small letters, "" after the last."""
        return self.words.texts[end].lower() if end < len(self.words) else ""

    def in_skills_section(self, start: int) -> bool:
        """Tell whether a word stands in a list of skills by its heading."""
        return self.kind_at(start) in ("skills", "stack")

    def kind_at(self, start: int) -> str:
        """Return the kind of the section in which a word stands, "" where there is none."""
        return self._part_at(start).kind if self._parts else ""

    def has_section(self, kinds: Collection[str]) -> bool:
        """Tell whether the document has a section of one of these kinds."""
        return any(part.kind in kinds for part in self._parts)

    def is_heading(self, start: int) -> bool:
        """Tell whether a word belongs to the heading of a section."""
        return bool(self._parts) and self.words.offsets[start] < self._part_at(start).body

    def _part_at(self, start: int) -> Part:
        place = bisect_right(self._part_starts, self.words.offsets[start]) - 1
        return self._parts[max(place, 0)]

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return parts_of(self.words.doc)

    @cached_property
    def _part_starts(self) -> list[int]:
        return [part.start for part in self._parts]

    def _texts_around(self, start: int, end: int) -> list[str]:
        texts, line = self.words.texts, self.words.line
        places = (*range(max(start - 6, 0), start), *range(end, min(end + 6, len(texts))))
        return [texts[place] for place in places if line[place] == line[start]]

    def _other_bracket(self, place: int, step: int) -> int:
        """Return the place of the bracket that answers the one at `place`, or `place` if none is near."""
        wanted = "(" if step < 0 else ")"
        last = min(max(place + step * BRACKET, -1), len(self.words))
        for other in range(place + step, last, step):
            if self.words.texts[other] == wanted:
                return other
        return place if step > 0 else 0


def _is_separator(text: str) -> bool:
    """Tell whether a word only parts the items of a list; numbers are versions."""
    return (not text[0].isalpha() and text not in SENTENCE_END and text[0] != ".") or text.lower() in _LINKS
