"""A document's text with its skills marked, and single mentions quoted in their context."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skillmatch.models import Document, Match, Mention, SkillProfile

CONTEXT = 60  # characters quoted on either side of a mention
MAX_CHARACTERS = 60_000  # of a text that is shown: more than anybody reads on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text to mark: `kind` is its class on the page, `label` what it stands for."""

    start: int
    end: int
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A mention with what stands before and after it on its line."""

    before: str
    text: str
    after: str
    place: str


def marks_of_match(match: Match, profile: SkillProfile | None) -> list[Mark]:
    """Mark what counts for a requirement by its status, and the other skills of the resume."""
    marks = [
        Mark(start=mention.start, end=mention.end, kind=asked.status, label=f"{asked.name}: {asked.status}")
        for asked in match.requirements
        for mention in asked.evidence
    ]
    if profile is not None:
        marks += [
            Mark(start=mention.start, end=mention.end, kind="extra", label=f"{skill.name}: not asked for")
            for skill in profile.skills
            if skill.skill_id in match.extra_skills
            for mention in skill.mentions
        ]
    return marks


def marks_of_job(profile: SkillProfile) -> list[Mark]:
    """Mark what a job asks for, required or preferred."""
    return [
        Mark(start=mention.start, end=mention.end, kind=skill.requirement, label=f"{skill.name}: {skill.requirement}")
        for skill in profile.skills
        if skill.requirement != "none"
        for mention in skill.mentions
    ]


def cut(text: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut a text into marked and other pieces; of marks that overlap the first and longest is kept.

    Examples
    --------
    >>> found = Mark(start=4, end=7, kind="met", label="SQL: met")
    >>> [piece.text for piece in cut("Use SQL daily", [found])]
    ['Use ', 'SQL', ' daily']
    """
    shown = min(len(text), MAX_CHARACTERS)
    at = 0
    for mark in sorted(marks, key=lambda it: (it.start, -it.end, it.kind, it.label)):
        if not at <= mark.start < mark.end <= shown:
            continue
        if mark.start > at:
            yield Piece(text=text[at : mark.start])
        yield Piece(text=text[mark.start : mark.end], mark=mark)
        at = mark.end
    if at < shown:
        yield Piece(text=text[at:shown])
    if shown < len(text):
        yield Piece(text=f"\n... {len(text) - shown} more characters")


def quote(mention: Mention, document: Document | None) -> Quote:
    """Quote a mention, in its line if the document is at hand."""
    place = f"{mention.section}, page {mention.page}" if mention.section else f"page {mention.page}"
    if document is None or document.text[mention.start : mention.end] != mention.text:
        return Quote(before="", text=mention.text, after="", place=place)
    before = document.text[max(0, mention.start - CONTEXT) : mention.start].rpartition("\n")[2]
    after = document.text[mention.end : mention.end + CONTEXT].partition("\n")[0]
    if len(before) == CONTEXT:
        before = "…" + before.partition(" ")[2]
    if len(after) == CONTEXT:
        after = after.rpartition(" ")[0] + "…"
    return Quote(before=before.lstrip(), text=mention.text, after=after.rstrip(), place=place)
