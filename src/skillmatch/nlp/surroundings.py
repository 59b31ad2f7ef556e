"""What stands around a name: its neighbours in a list, its sentence, its line, its section."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property, lru_cache

from skillmatch.nlp.abbreviations import spelt_out
from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.legends import Legend, find_legend
from skillmatch.nlp.notes import folded_text
from skillmatch.nlp.words import SENTENCE_END, Words
from skillmatch.nlp.written import NAMED

WORDS = 20_000  # of which is remembered what they do to a name beside
REACH = 14  # words on each side in which context counts
LIST_REACH = 8  # words back to the skill that makes a list one of skills
HOPS = 4  # separators between two items of a list: "Java) • (", "(a little) ☞"
BRACKET = 8  # words inside brackets that a list may have after an item: "R (less than 1 year), SQL"
# Categories whose names make a document one about software.
_SOFTWARE = """
    programming-languages frameworks databases devops cloud big-data mobile web machine-learning data-visualization
    security operating-systems embedded networking
"""
SOFTWARE = frozenset(_SOFTWARE.split())
_LINKS = frozenset(["and", "or", "nor", "plus", "as", "well"])


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
        self._open_starts: dict[int, Candidate] = {}
        self._open_ends: dict[int, Candidate] = {}
        self._ids: set[str] = set()
        self._named: set[str] = set()
        self.is_software = False  # whether a name of a thing of software is sure so far
        self.is_job = words.doc.user_data.get("kind") == "job"
        self.explains = bool(words.doc.user_data.get("explain"))
        self.dropped: list[tuple[Candidate, str]] = []

    def drop(self, candidate: Candidate, reason: str) -> None:
        """Note why a reading is not taken."""
        self.dropped.append((candidate, reason))

    def doubt(self, candidate: Candidate) -> None:
        """Note a reading that is to be weighed."""
        self._open_starts[candidate.start] = candidate
        self._open_ends[candidate.end] = candidate

    @property
    def named(self) -> int:
        """Number of different names of things among the skills that are sure so far."""
        return len(self._named)

    @property
    def field(self) -> int:
        """Number of different skills that are sure so far."""
        return len(self._ids)

    def add(self, candidate: Candidate) -> None:
        """Count a reading as sure, so that it is company for others."""
        self._starts[candidate.start] = candidate
        self._ends[candidate.end] = candidate
        self._ids.add(candidate.form.skill.id)
        skill = candidate.form.skill
        if skill.type in NAMED:
            self._named.add(skill.id)
        self.is_software = self.is_software or (skill.category in SOFTWARE and skill.type in NAMED)
        sentence = self.words.sentence[candidate.start]
        self._versions[sentence] = self._versions.get(sentence, 0) + 1

    def version(self, start: int) -> int:
        """Return a number that grows with each reading accepted in the sentence of a word."""
        return self._versions.get(self.words.sentence[start], 0)

    def before(self, start: int, *, doubtful: bool = False) -> Candidate | None:
        """Return the skill that stands before a word in the same list, or the reading that is still in doubt."""
        ends = self._open_ends if doubtful else self._ends
        place, hops = start, 0
        while place > 0 and hops <= HOPS:
            if place in ends:
                return ends[place]
            text = self.words.texts[place - 1]
            if text == ")":
                place = self._other_bracket(place - 1, -1)
                continue
            if not _is_separator(text):
                return None
            place, hops = place - 1, hops + 1
        return None

    def after(self, end: int, *, doubtful: bool = False) -> Candidate | None:
        """Return the skill that stands after a word in the same list, or the reading that is still in doubt."""
        starts = self._open_starts if doubtful else self._starts
        place, hops = end, 0
        while place < len(self.words) and hops <= HOPS:
            if place in starts:
                return starts[place]
            text = self.words.texts[place]
            if text == "(" and place > end - 1 and (closing := self._other_bracket(place, 1)) > place:
                if inside := next((starts[i] for i in range(place, closing) if i in starts), None):
                    return inside
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

    def doubtful_in(self, first: int, last: int) -> list[Candidate]:
        """Return the readings between two words that are still in doubt."""
        opened = self._open_starts
        places = [place for place in range(first, last) if place in opened and place not in self._starts]
        return [opened[place] for place in places if opened[place].form.skill.type in NAMED]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the words around, at most `REACH` on each side, inside sentence, paragraph and section."""
        first, last = self.words.floors[start], self.words.last_of[end - 1]
        return (first if first > start - REACH else start - REACH), (last if last < end + REACH else end + REACH)

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

    def is_last_of_list(self, start: int) -> bool:
        """Tell whether words end a list in which a skill stands earlier: "data cleaning, analysis and charts"."""
        texts, place, marks = self.words.texts, start, 0
        first = max(self.sentence(start, start + 1)[0], start - LIST_REACH)
        if start == first or texts[start - 1] not in ("and", "or", "&", ",", "/"):
            return False
        while place > first:
            place -= 1
            marks += texts[place] in (",", "and", "or", "&", "/")
            if place + 1 in self._ends and marks > 1 and texts[place + 1] in (",", "and", "or", "&", "/"):
                return True
        return False

    def ends_line(self, end: int) -> bool:
        """Tell whether a line ends before the word at `end`."""
        return end >= len(self.words) or self.words.starts_line(end)

    def is_item(self, start: int, end: int, longest: int) -> bool:
        """Tell whether words begin or end a line of at most `longest` words."""
        line, here = self.words.line, self.words.line[start]
        if start >= longest and line[start - longest] == here:
            return False  # most words of prose
        first = bisect_left(line, here, max(start - longest, 0), start)
        last = bisect_right(line, here, end, min(end + longest + 1, len(line)))
        return last - first <= longest and (line[-1] > 0 or len(line) <= longest)

    def lead(self, start: int, size: int) -> str:
        """Return up to `size` words before a word in small letters, inside the sentence."""
        first = self.words.floors[start]
        return " ".join(self.words.lowers[first if first > start - size else start - size : start])

    def next_word(self, end: int) -> str:
        """Return the word at `end` in small letters, "" after the last."""
        return self.words.lowers[end] if end < len(self.words.lowers) else ""

    def in_skills_section(self, start: int) -> bool:
        """Tell whether a word stands in a list of skills by its heading."""
        return self.kind_at(start) in ("skills", "stack")

    @cached_property
    def abbreviations(self) -> dict[str, frozenset[int]]:
        """The words, as hashes of their folded forms, that the document says abbreviations are short for."""
        return spelt_out(self.words)

    @cached_property
    def legend(self) -> Legend:
        """What single letters stand for here: "E = essential"."""
        return find_legend(folded_text(self.words.doc).lower())

    def kind_at(self, start: int) -> str:
        """Return the kind of the section in which a word stands, "" where there is none."""
        return self.words.kinds[start]

    def has_section(self, kinds: Collection[str]) -> bool:
        """Tell whether the document has a section of one of these kinds."""
        return any(part.kind in kinds for part in self.words.parts)

    def is_heading(self, start: int) -> bool:
        """Tell whether a word belongs to the heading of a section."""
        return self.words.is_heading[start]

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


@lru_cache(WORDS)
def _is_separator(text: str) -> bool:
    """Tell whether a word only parts the items of a list; numbers are versions."""
    return (not text[0].isalpha() and text not in SENTENCE_END and text[0] != ".") or text.lower() in _LINKS
