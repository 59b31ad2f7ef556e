"""Decide what a job ad asks for: zones of the text that are required, preferred or mere description.

The heading gives each section a first answer; cues inside a clause overrule it ("X is a plus", "ideally", "must").
A clause without cue, where no heading helps, goes by its shape: text about the company and its team is description.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import cast

from spacy.tokens import Doc

from skillmatch.models import MentionRequirement
from skillmatch.nlp.clauses import Clause, is_term_list
from skillmatch.nlp.notes import folded_text
from skillmatch.nlp.requirement_cues import (
    ABOUT_US,
    ASKED,
    ASKED_OF_YOU,
    CUE,
    DUTY,
    FINITE,
    MUST,
    NEW_SUBJECT,
    OFFERED,
    OUR_MAIN,
    PLUS_AFTER,
    PLUS_BEFORE,
    WE_DO,
    WE_USE,
)
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

Zone = tuple[int, int, MentionRequirement]
Ruled = tuple[int, int, MentionRequirement, str]  # a clause, what it is as a whole, and the kind of its section
RULED = "requirements"  # keys of `Doc.user_data`
_LAST = "requirements_last"

_BY_SECTION: dict[str, MentionRequirement | None] = {
    "required": "required",
    "skills": "required",
    "experience": "required",
    "education": "required",
    "certifications": "required",
    "languages": "required",
    "preferred": "preferred",
    "duties": "none",
    "benefits": "none",
    "stack": "none",
    "about-company": "none",
    "equal-opportunity": "none",
    "how-to-apply": "none",
    "awards": "none",
    "references": "none",
}
_OVERRULED = frozenset({"duties", "stack"})  # where a plain requirement counts too

_SILENT = frozenset({"benefits", "equal-opportunity", "how-to-apply", "about-company"})  # where cues are chatter
MAX_SUBJECT = 400  # characters that a trailing "is a plus" can rule
MAX_TITLE = 100  # characters
LONE = 3  # clauses; a shorter text is a sentence or a list by itself, not an ad


def rule_clauses(text: str, parts: Sequence[Part], clauses: Sequence[Clause]) -> list[Ruled]:
    """Decide for each clause of a job ad what it is as a whole; `zones_of` refines that by the cues inside."""
    if all(part.kind == "title" for part in parts) and is_term_list(text):
        return [(start, end, "required", "title") for start, end in clauses]
    ruled: list[Ruled] = []
    starts = [part.start for part in parts]
    lone = sum(1 for start, end in clauses if text[start:end].strip()) <= LONE
    before = Carried()
    for start, end in clauses:
        part = parts[max(0, bisect_right(starts, start) - 1)] if parts else None
        kind = part.kind if part else "title"
        if part is not None and start <= part.start:
            before = Carried()
        clause = text[start:end]
        base = _base(clause, kind, lone, before)
        if not ruled and len(clause) <= MAX_TITLE and clean_title(clause):
            base = "required"  # the ad's own title: "Java Developer (m/f/d)"
        ruled.append((start, end, base, kind))
        before = _carry(text, ruled[-1], before)
    return ruled


@dataclass(frozen=True, slots=True)
class Carried:
    """What a clause hands on to the next: `usual` to one without any cue, `listed` to the items after a colon."""

    usual: MentionRequirement = "none"
    listed: MentionRequirement | None = None


def _carry(text: str, ruled: Ruled, before: Carried) -> Carried:
    start, end, base, _ = ruled
    clause = text[start:end].strip()
    if not clause:
        return before
    if clause.endswith(":"):
        last = zones_of(text, ruled)[-1][2]
        return Carried(base, last if last == "preferred" or _is_asking(clause) else None)
    return Carried(base, before.listed if before.listed and not WE_DO.search(clause) else None)


def _is_asking(clause: str) -> bool:
    """Tell a clause that says what a person should bring."""
    if WE_DO.search(clause):
        return False
    asked = ASKED.search(clause) or MUST.search(clause)
    return bool(asked) or bool(ASKED_OF_YOU.search(clause) and not OFFERED.search(clause))


def _base(clause: str, kind: str, lone: bool, before: Carried) -> MentionRequirement:
    """Decide on a clause as a whole."""
    fixed = _BY_SECTION.get(kind)
    if before.listed and not WE_DO.search(clause) and kind not in _SILENT:
        return before.listed
    if fixed == "required":
        return "none" if WE_DO.search(clause) else "required"
    if fixed is not None:
        plain = kind in _OVERRULED and ASKED.search(clause) and not OFFERED.search(clause) and not WE_DO.search(clause)
        return "required" if plain and fixed == "none" else fixed
    if _is_asking(clause):
        return "required"
    described = ABOUT_US.search(clause) is not None
    if lone:
        return "none" if described and not OUR_MAIN.search(clause) else "required"
    return "none" if described or DUTY.match(clause) else before.usual


def zones_of(text: str, ruled: Ruled) -> list[Zone]:
    """Lay the stretches that cues rule over what a clause is as a whole; in order, without gaps."""
    start, end, base, kind = ruled
    if kind in _SILENT or not CUE.search(text[start:end].lower()):
        return [(start, end, base)]
    marks: list[Zone] = [
        (cue.start(), _right_border(text, cue.end(), end), "none") for cue in WE_USE.finditer(text, start, end)
    ]
    previous = start
    for cue in PLUS_AFTER.finditer(text, start, end):
        marks.append((_left_border(text, previous, cue.start()), cue.end(), "preferred"))
        previous = cue.end()
    for cue in PLUS_BEFORE.finditer(text, start, end):
        marks.append((cue.start(), _right_border(text, cue.end(), end), "preferred"))
    zones: list[Zone] = []
    here = start
    for left, right, requirement in sorted(marks):
        if right <= here:
            continue
        if left > here:
            zones.append((here, left, base))
        zones.append((max(left, here), right, requirement))
        here = right
    if here < end:
        zones.append((here, end, base))
    return zones


def _left_border(text: str, start: int, end: int) -> int:
    """Find where the subject of a trailing "is a plus" starts."""
    start = max(start, end - MAX_SUBJECT)
    must = [
        cue.end()
        for cue in re.finditer(
            r"\b(?:required|needed|necessary|mandatory|essential|a must|must[- ]have)\b", text[start:end], re.IGNORECASE
        )
    ]
    start += must[-1] if must else 0
    border = start
    for found in NEW_SUBJECT.finditer(text, start, end):
        if found[0] == "(" and text.find(")", found.end(), end) >= 0:
            continue
        if re.search(r"\w", text[found.end() : end]) and _holds_subject(text[found.end() : end]):
            border = found.start() + (len(found[0]) - len(found[0].lstrip(" ,")))
    for found in re.finditer(r",\s*and\b", text[start:end]):
        if FINITE.search(text, start, start + found.start()):
            border = max(border, start + found.start())
    return border


def _holds_subject(words: str) -> bool:
    """Tell a stretch that names something from "it", "this" or nothing."""
    return (
        re.sub(
            r"\b(?:it|this|that|these|those|all|which|also|would|be|is|are|a|an|not|required)\b|\W",
            "",
            words,
            flags=re.IGNORECASE,
        )
        != ""
    )


def _right_border(text: str, start: int, end: int) -> int:
    """Find where a leading "ideally" stops: at the closing bracket that it stands in, or at the clause's end."""
    depth = 0
    for offset in range(start, min(end, start + 400)):
        depth += {"(": 1, ")": -1}.get(text[offset], 0)
        if depth < 0:
            return offset
    return end


def requirements_of(text: str, ruled: Sequence[Ruled], starts: Iterable[int]) -> Iterator[MentionRequirement]:
    """Yield what a job ad says of places in it; "none" if nothing was ruled, as in a resume."""
    last, zones = -1, list[Zone]()
    for start in starts:
        at = bisect_right(ruled, start, key=itemgetter(0)) - 1
        if at >= 0 and at != last:  # places in one clause mostly come one after the other
            last, zones = at, zones_of(text, ruled[at])
        yield _of_zones(zones, start) if at >= 0 else "none"


def requirement_at(doc: Doc, start_char: int) -> MentionRequirement:
    """Return what the job ad says of a place in it; `skillmatch_context` must have run on the Doc."""
    ruled = cast(Sequence[Ruled], doc.user_data.get(RULED, ()))
    at = bisect_right(ruled, start_char, key=itemgetter(0)) - 1
    if at < 0:
        return "none"
    last = doc.user_data.get(_LAST)
    if last is None or last[0] != at:  # a clause can be as long as the text, and all its terms are asked for in turn
        last = doc.user_data[_LAST] = (at, zones_of(folded_text(doc), ruled[at]))
    return _of_zones(last[1], start_char)


def _of_zones(zones: Sequence[Zone], start: int) -> MentionRequirement:
    return zones[max(0, bisect_right(zones, start, key=itemgetter(0)) - 1)][2]
