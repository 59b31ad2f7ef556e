"""Decide what a job ad asks for: zones of the text that are required, preferred or mere description.

The heading gives each section a first answer; cues inside a clause overrule it ("X is a plus", "ideally", "must").
A clause without cue, where no heading helps, goes by its shape: text about the company and its team is description.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from spacy.tokens import Doc

from skillmatch.models import MentionRequirement
from skillmatch.nlp.clauses import Clause, is_term_list, lower_case
from skillmatch.nlp.legends import find_legend, marked
from skillmatch.nlp.requirement_cues import (
    ABOUT_US,
    ABOUT_YOU,
    ASKED,
    ASKED_OF_YOU,
    DUTY,
    KNOWN,
    LIST_ITEM,
    MUST,
    OFFERED,
    OUR_MAIN,
    OURS,
    WE_DO,
    YOU_MEET,
    YOU_NEED,
    YOUR_PART,
)
from skillmatch.nlp.requirement_labels import labelled
from skillmatch.nlp.requirement_zones import Zone, lay_zones
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import is_job_title

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
_SILENT = frozenset({"benefits", "equal-opportunity", "how-to-apply", "not-required"})  # where cues are chatter
MAX_TITLE = 100  # characters
LABEL_LENGTH = 45  # characters of a line above a list
LONE = 3  # clauses; a shorter text is a sentence or a list by itself, not an ad
LONE_LENGTH = 300  # characters


class Rules(NamedTuple):
    """What holds in each clause of a job ad as a whole; `clauses` is empty for a resume.

    `lone` tells a text that is no ad but a sentence: there, what the work is done with is required.
    """

    lower: str = ""
    clauses: Sequence[Ruled] = ()
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """What a clause hands on to the next: `usual` to one without any cue, `listed` to the items after a colon."""

    usual: MentionRequirement = "none"
    listed: MentionRequirement | None = None


NOTHING = Rules()


def rule_clauses(text: str, parts: Sequence[Part], clauses: Sequence[Clause]) -> Rules:
    """Decide for each clause of a job ad what it is as a whole; its zones refine that by the cues inside."""
    lower = lower_case(text)
    if all(part.kind == "title" for part in parts) and is_term_list(text):
        return Rules(lower, [(start, end, "required", "title") for start, end in clauses])
    short = sum(1 for start, end in clauses if text[start:end].strip()) <= LONE
    lone = short and len(text) <= LONE_LENGTH
    asks = lone and (any(YOU_NEED.search(lower, *clause) for clause in clauses) or YOUR_PART.search(lower) is not None)
    legend = find_legend(lower)
    ruled: list[Ruled] = []
    starts = [part.start for part in parts]
    before = Carried()
    for start, end in clauses:
        part = parts[max(0, bisect_right(starts, start) - 1)] if parts else None
        kind = part.kind if part else "title"
        if part is not None and start <= part.start:
            before = Carried()
        if not ruled and end - start <= MAX_TITLE and is_job_title(text[start:end]):
            ruled.append((start, end, "required", kind))  # the ad's own title: "Java Developer (m/f/d)"
            continue
        if legend and (said := marked(lower[start:end], legend)):
            ruled.append((start, end, said, kind))
            continue
        ours = asks and OURS.match(lower, start, end) and not YOU_NEED.search(lower, start, end)
        base = "none" if ours else _base(lower[start:end], kind, before, short=short, lone=lone)
        ruled.append((start, end, base, kind))
        before = _carry(lower, ruled[-1], before)
    return Rules(lower, ruled, lone=lone)


def _carry(lower: str, ruled: Ruled, before: Carried) -> Carried:
    start, end, base, _ = ruled
    clause = lower[start:end].strip()
    if not clause:
        return before
    is_line = lower[max(start - 1, 0) : start] in ("", "\n") and clause[0].isalpha() and clause[-1].isalpha()
    heads = is_line and len(clause) <= LABEL_LENGTH and LIST_ITEM.match(lower, end)
    if heads and (said := labelled(f"{clause}:")):
        return Carried(base, said)
    if clause.endswith(":"):
        last = zones_of(Rules(lower), ruled)[-1][2]
        return Carried(base, last if last == "preferred" or _is_asking(clause) else None)
    return Carried(base, before.listed if before.listed and not WE_DO.search(clause) else None)


def _is_asking(clause: str) -> bool:
    """Tell a clause that says what a person should bring."""
    if WE_DO.search(clause):
        return False
    if ASKED.search(clause) or MUST.search(clause) or KNOWN.search(clause):
        return True
    return bool(ASKED_OF_YOU.search(clause) and not OFFERED.search(clause))


def _base(clause: str, kind: str, before: Carried, *, short: bool, lone: bool) -> MentionRequirement:
    """Decide on a clause as a whole; `short` is said of a text of few clauses, `lone` of one that is short at all."""
    if kind in _SILENT:
        return "none"
    if said := labelled(clause):
        return said
    if kind == "about-company":
        return "required" if (ABOUT_YOU.match(clause) and _is_asking(clause)) or KNOWN.search(clause) else "none"
    fixed = "required" if lone and kind == "stack" else _BY_SECTION.get(kind)
    if before.listed and not WE_DO.search(clause) and not YOU_MEET.search(clause):
        return before.listed
    if fixed == "required":
        return "none" if WE_DO.search(clause) else "required"
    if fixed is not None:
        if fixed == "preferred" and YOU_MEET.search(clause):
            return "none"
        plain = kind in _OVERRULED and ASKED.search(clause) and not OFFERED.search(clause) and not WE_DO.search(clause)
        return "required" if plain else fixed
    return _unsectioned(clause, before, short=short, lone=lone)


def _unsectioned(clause: str, before: Carried, *, short: bool, lone: bool) -> MentionRequirement:
    """Decide on a clause by its own words, where no heading helps."""
    if not short and YOU_MEET.search(clause):
        return "none"
    if lone or _is_asking(clause):
        return "required"
    described = ABOUT_US.search(clause) is not None
    if short:
        return "none" if described and not OUR_MAIN.search(clause) else "required"
    return "none" if described or DUTY.match(clause) else before.usual


def zones_of(rules: Rules, ruled: Ruled) -> list[Zone]:
    """Lay the stretches that cues rule over what a clause is as a whole; in order, without gaps."""
    start, end, base, kind = ruled
    return [(start, end, base)] if kind in _SILENT else lay_zones(rules.lower, start, end, base, lone=rules.lone)


def requirements_of(rules: Rules, starts: Iterable[int]) -> Iterator[MentionRequirement]:
    """Yield what a job ad says of places in it; "none" if nothing was ruled, as in a resume."""
    last, zones = -1, list[Zone]()
    for start in starts:
        at = bisect_right(rules.clauses, start, key=itemgetter(0)) - 1
        if at >= 0 and at != last:  # places in one clause mostly come one after the other
            last, zones = at, zones_of(rules, rules.clauses[at])
        yield _of_zones(zones, start) if at >= 0 else "none"


def requirement_at(doc: Doc, start_char: int) -> MentionRequirement:
    """Return what the job ad says of a place in it; `skillmatch_context` must have run on the Doc."""
    rules = Rules(*doc.user_data.get(RULED, NOTHING))  # a Doc that was saved holds a plain list
    at = bisect_right(rules.clauses, start_char, key=itemgetter(0)) - 1
    if at < 0:
        return "none"
    last = doc.user_data.get(_LAST)
    if last is None or last[0] != at:  # a clause can be as long as the text, and all its terms are asked for in turn
        last = doc.user_data[_LAST] = (at, zones_of(rules, rules.clauses[at]))
    return _of_zones(last[1], start_char)


def _of_zones(zones: Sequence[Zone], start: int) -> MentionRequirement:
    return zones[max(0, bisect_right(zones, start, key=itemgetter(0)) - 1)][2]
