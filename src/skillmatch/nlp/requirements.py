"""Decide what a job ad asks for: zones of the text that are required, preferred or mere description.

The heading gives each section a first answer; cues inside a clause overrule it ("X is a plus", "ideally", "must").
A clause without cue, where no heading helps, goes by its shape: text about the company and its team is description.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import cast

from spacy.tokens import Doc

from skillmatch.models import MentionRequirement
from skillmatch.nlp.clauses import Clause
from skillmatch.nlp.sections import Part

Zone = tuple[int, int, MentionRequirement]
ZONES = "requirement_zones"  # key of `Doc.user_data`

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
_OVERRULED = frozenset({"duties", "about-role", "title", "other", "stack"})  # where a plain requirement counts too

_PLUS_AFTER = re.compile(
    r"\b(?:(?:is|are|be|being|would be|will be|'s|as|considered)\s+)?(?:also |all |both |highly |strongly |definitely |really |just |seen as |considered )*"
    r"(?:(?:an? |the )?(?:big |huge |strong |definite |real |distinct |added |major |significant )*(?:plus(?:es)?|bonus|advantage(?! of)|asset|nice[- ]to[- ]have)(?! points)"
    r"|preferred|preferable|desirable|desired|beneficial|advantageous|ideal|optional|appreciated|welcomed?|helpful|useful|(?:a )?nice to have|not (?:strictly|necessarily|absolutely) (?:required|necessary|needed)|not (?:mandatory|essential|a must)|good to have|valued|a merit|meriting)\b",
    re.IGNORECASE,
)
_PLUS_BEFORE = re.compile(
    r"\b(?:ideally|preferably|preferabl[ey]|bonus(?: points)?(?: for| if)?|nice[- ]to[- ]haves?|good[- ]to[- ]have|a plus if|plus points?(?: for)?|extra (?:points|credit)(?: for)?|would be (?:great|nice|good|ideal|a plus|an advantage) if"
    r"|(?:great|nice|good|a bonus|an advantage|a plus) if|it is an advantage|we(?:'d| would) (?:love|like) (?:it )?if|desirable:|preferred:|optionally|(?:we|they) prefer|even better if|you may also|interest in|added (?:plus|bonus))\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:must(?:[- ]haves?)?|required|requires?|mandatory|essential|necessary|needed|needs? to|is key|are key|crucial|imperative|indispensable|a prerequisite|expected|at (?:least|minimum))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:experienced?(?: with| in| of| using| as)|(?:years?|yrs) (?:of|in|with)|(?:\w+ )?(?:knowledge|understanding|grasp|command|mastery|familiarity|proficien(?:cy|t)|expertise|fluen(?:t|cy)|skilled|background) (?:of|in|with|on)|(?:strong|good|excellent|solid|proven|great|advanced|fluent|proficient) [\w ,/+#.-]{0,40}?(?:skills?|experience|knowledge|command)"
    r"|skills? (?:in|with)|familiar with|comfortable (?:with|in)|(?:ability|able) to|you (?:should|must|have|need|bring|are|will have|will understand|know|possess|can)|(?:ideal|successful) candidate|candidates?|(?:bachelor|master|degree|phd)|well[- ]versed|competent|hands[- ]on|track record|(?:we are|we're) looking for|we (?:expect|need|require|seek)|experience)\b",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(
    r"\b(?:we|our|us|we're|we've|we'll|join|together|the team|company|customers|clients|you will (?:be|work|have|learn|use|join|get|help|own|find)|you'll|your (?:ideas|team|tasks|role|colleagues)|opportunity|opportunities|benefits?|offer|for example)\b",
    re.IGNORECASE,
)
_WE_DO = re.compile(
    r"^[\W\d]*(?:(?:and|so|here|currently|today|as|in fact|at the moment|at \S+),? )*(?:we|our)\b(?! (?:are looking|expect|need|require|seek|ideal|look|want|'re looking|would like|'d like|prefer|value))",
    re.IGNORECASE,
)
_WE_USE = re.compile(
    r"\b(?:currently |today |at the moment )?we(?: are|'re| have)?(?: currently| mostly| mainly| primarily| also| already)* (?:use|using|work with|working with|run on|rely on|build on)\b",
    re.IGNORECASE,
)
_NEW_SUBJECT = re.compile(
    r"[;:(]|\s[-–—]\s|\b(?:but|while|whereas)\b|,?\s*(?<!or )(?<!and )\b(?:any other|other)\b|,\s*(?:and )?(?=(?:knowledge|experience|familiarity|exposure|understanding|any)\b)",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:you (?:have|bring|must|should|need|are|know)|must|required|needed|mandatory|essential|should)\b",
    re.IGNORECASE,
)


def find_zones(text: str, parts: Sequence[Part], clauses: Sequence[Clause]) -> list[Zone]:
    """Cut a job ad into zones that are required, preferred or neither.

    Returns
    -------
    Zones in order, without gaps, that cover the text.
    """
    zones: list[Zone] = []
    starts = [part.start for part in parts]
    lone = sum(1 for start, end in clauses if text[start:end].strip()) <= 3
    inherited: MentionRequirement = "none"
    for start, end in clauses:
        part = parts[max(0, bisect_right(starts, start) - 1)] if parts else None
        kind = part.kind if part else "title"
        if part is not None and start <= part.start:
            inherited = "none"
        base = _base(text[start:end], kind, lone, inherited)
        if _BY_SECTION.get(kind) is None and text[start:end].strip():
            inherited = base
        zones += _by_cues(text, (start, end), base, kind)
    return zones


def _base(clause: str, kind: str, lone: bool, inherited: MentionRequirement) -> MentionRequirement:
    """Decide on a clause as a whole."""
    fixed = _BY_SECTION.get(kind)
    if fixed == "required":
        return "none" if _WE_DO.search(clause) else "required"
    if fixed is not None:
        asked = kind in _OVERRULED and (_MUST.search(clause) is not None and _ASKED.search(clause) is not None)
        return "required" if asked else fixed
    if not _WE_DO.search(clause) and (_MUST.search(clause) or _ASKED.search(clause)):
        return "required"
    if lone:
        return (
            "none" if _ABOUT_US.search(clause) and not re.search(r"\bour (?:main|primary) \w+", clause) else "required"
        )
    return "none" if _ABOUT_US.search(clause) else inherited


def _by_cues(text: str, clause: Clause, base: MentionRequirement, kind: str) -> list[Zone]:
    """Lay the preferred stretches of one clause over its base."""
    if kind in {"benefits", "equal-opportunity", "how-to-apply", "about-company"}:
        return [(*clause, base)]
    start, end = clause
    marks: list[Zone] = [
        (cue.start(), _right_border(text, cue.end(), end), "none") for cue in _WE_USE.finditer(text, start, end)
    ]
    previous = start
    for cue in _PLUS_AFTER.finditer(text, start, end):
        marks.append((_left_border(text, previous, cue.start()), cue.end(), "preferred"))
        previous = cue.end()
    for cue in _PLUS_BEFORE.finditer(text, start, end):
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
    must = [
        cue.end()
        for cue in re.finditer(
            r"\b(?:required|needed|necessary|mandatory|essential|a must|must[- ]have)\b", text[start:end], re.IGNORECASE
        )
    ]
    start += must[-1] if must else 0
    border = start
    for found in _NEW_SUBJECT.finditer(text, start, end):
        if found[0] == "(" and text.find(")", found.end(), end) >= 0:
            continue
        if re.search(r"\w", text[found.end() : end]) and _holds_subject(text[found.end() : end]):
            border = found.start() + (len(found[0]) - len(found[0].lstrip(" ,")))
    for found in re.finditer(r",\s*and\b", text[start:end]):
        if _FINITE.search(text, start, start + found.start()):
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


def requirement_at(doc: Doc, start_char: int) -> MentionRequirement:
    """Return what the job ad says of a place in it; "none" in a resume.

    `skillmatch_context` must have run on the Doc.
    """
    zones = cast(Sequence[Zone], doc.user_data.get(ZONES, ()))
    at = bisect_right(zones, start_char, key=itemgetter(0)) - 1
    return zones[at][2] if at >= 0 else "none"
