"""Read every resume as if it were the same person's: what tells who somebody is becomes the same marks for all.

Two resumes that differ in nothing but the identity are one text here, so skills, titles, years, words and scores are
the same by construction; what the finders of identities miss can still differ. Offsets lead back to the document.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from skillmatch.models import Document, Education, Role
from skillmatch.nlp.heading_lines import Heading
from skillmatch.nlp.personal import PRONOUNS
from skillmatch.nlp.replacing import Replacement, replace_stretches
from skillmatch.nlp.sections import Part
from skillmatch.nlp.traces import ALWAYS, TraceKind, find_traces

_Placed = TypeVar("_Placed", Education, Role)

MARK = "█"  # no letter: it is no word, no part of a skill, and no term

_KINDS: frozenset[TraceKind] = ALWAYS | {"school"}
_OCCUPATIONS = {
    "salesman": "salesperson", "saleswoman": "salesperson", "chairman": "chairperson", "chairwoman": "chairperson",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "businessman": "businessperson",
    "businesswoman": "businessperson", "waitress": "waiter",
}  # fmt: skip
_NO_WORK = frozenset(["mr", "mrs", "ms", "miss", "mister", "sir", "madam", "male", "female"])
_NEUTRAL = {**_OCCUPATIONS, **dict.fromkeys(_NO_WORK | PRONOUNS, MARK)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Neutral:
    """A document without identity: what was replaced, and how far each stretch behind that has moved."""

    document: Document
    original: str
    replaced: tuple[Replacement, ...] = ()
    starts: tuple[int, ...] = (0,)
    moves: tuple[int, ...] = (0,)

    def back(self, offset: int) -> int:
        """Return the offset in the original text."""
        return offset + self.moves[bisect_right(self.starts, offset) - 1]

    def forth(self, headings: Sequence[Heading]) -> list[Heading]:
        """Return the headings of the original where they stand here; who is in a heading takes it away."""
        ends = [end for _, end, _ in self.replaced]
        moved: list[Heading] = []
        for heading in headings:
            number = bisect_left(ends, heading.start + 1)
            if number == len(ends) or self.replaced[number][0] >= heading.end:
                by = self.moves[number]
                moved.append(replace(heading, start=heading.start - by, end=heading.end - by))
        return moved

    def placed(self, found: _Placed) -> _Placed:
        """Give what was found in the neutral text the offsets of the original."""
        return replace(found, start=self.back(found.start), end=self.back(found.end)) if self.replaced else found


def neutralise(document: Document, parts: Sequence[Part], is_skill: Callable[[str], bool]) -> Neutral:
    r"""Take the identity out of a resume.

    Parameters
    ----------
    document
        A resume.
    parts
        Its sections.
    is_skill
        See `find_traces`.

    Examples
    --------
    >>> from skillmatch.nlp.sections import find_parts
    >>> text = "Jo Doe\njo@example.org\n\nSkills\nSQL"
    >>> document = Document(document_id="cv", text=text)
    >>> neutral = neutralise(document, find_parts(text, "resume"), {"SQL"}.__contains__)
    >>> neutral.document.text
    '█\n█\n\nSkills\nSQL'
    >>> text[neutral.back(neutral.document.text.find("SQL")) :]
    'SQL'
    """
    stretches = _stretches(document, parts, is_skill)
    starts, moves = [0], [0]
    for start, end, new in stretches:
        starts.append(start - moves[-1] + len(new))
        moves.append(moves[-1] + (end - start) - len(new))
    return Neutral(
        document=replace_stretches(
            replace(document, lines=()), stretches
        ),  # lines told where headings are: known by now
        original=document.text,
        replaced=tuple(stretches),
        starts=tuple(starts),
        moves=tuple(moves),
    )


def _stretches(document: Document, parts: Sequence[Part], is_skill: Callable[[str], bool]) -> list[Replacement]:
    """Return what becomes what; marks that only spaces and dashes part become one, so that names cannot be counted."""
    text = document.text
    stretches: list[Replacement] = []
    for trace in find_traces(document, kinds=_KINDS, parts=parts, is_skill=is_skill, everywhere=False):
        word = text[trace.start : trace.end].rstrip(".").lower()
        if trace.kind == "gender" and word not in _NEUTRAL and word.isalpha():
            continue  # "women" in "women's health" is what the work is about
        new = _in_case(_NEUTRAL.get(word, MARK), text[trace.start]) if trace.kind == "gender" else MARK
        last = stretches[-1] if stretches else None
        if last and last[2] == new == MARK and not text[last[1] : trace.start].strip(" -"):
            stretches[-1] = (last[0], trace.end, MARK)
        else:
            stretches.append((trace.start, trace.end, new))
    return stretches


def _in_case(word: str, first: str) -> str:
    return word.capitalize() if first.isupper() else word
