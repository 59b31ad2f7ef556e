"""The data contract: plain frozen dataclasses that every stage hands to the next.

    Document -> SkillProfile -> Match -> Report

They import no library, pickle cheaply and turn to JSON one to one (`skillmatch.schema`).
Additions are minor versions of `SCHEMA_VERSION`, renames are major ones. Offsets are half-open
code points into `Document.text`: ``text[start:end] == mention.text``, always.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from os import PathLike

SCHEMA_VERSION = "1.0"

Kind = Literal["resume", "job"]
RequirementKind = Literal["required", "preferred"]
MentionRequirement = Literal["required", "preferred", "none"]
Method = Literal["exact", "alias", "fuzzy", "pattern", "open"]
Direction = Literal["resumes", "jobs"]
Status = Literal["met", "partial", "implied", "near", "missing", "negated", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWarning:
    """Something about a document that a reader of the result should know.

    `code` is stable (``hidden-text``, ``garbled``, ``no-requirements-found``, ...); `page` counts
    from 1 and is None where it makes no sense.
    """

    code: str
    message: str
    page: int | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a document as it stands on the page.

    `start` and `end` index `Document.text`; `box` is (left, top, right, bottom) in points from the
    top left corner of the page, `size` the height of the type in points; None where the format
    has no geometry. `confidence` is in [0, 1]: below 1 for what was read from a picture.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float] | None = None
    size: float | None = None
    bold: bool = False
    heading: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The visible text of one file, in reading order.

    `pages` holds the offset in `text` at which each page starts. For a text file, `text` is the
    decoded file exactly. `sha256` is of the file's bytes.
    """

    document_id: str
    text: str
    media_type: str = "text/plain"
    sha256: str = ""
    pages: tuple[int, ...] = (0,)
    lines: tuple[Line, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One occurrence of a skill in a document.

    `confidence` is in [0, 1]. `years` is what the text states for this skill, None where it states
    nothing. `reason` says in words why the mention was taken.
    """

    skill_id: str
    text: str
    start: int
    end: int
    page: int
    section: str
    method: Method
    confidence: float
    negated: bool = False
    requirement: MentionRequirement = "none"
    years: float | None = None
    level: str | None = None
    any_of: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillEvidence:
    """What one document says of one skill, over all its mentions.

    `strength` is in [0, 1]: 0 for a negated skill, near 1 for one used in recent dated roles.
    `requirement` is the strongest that the mentions state. `any_of` names a group of which one is
    enough. `years` are stated or summed from dated roles, `last_used` is "YYYY-MM"; None when the
    document does not tell. `implied_by` names skill ids when the skill is not itself mentioned.
    """

    skill_id: str
    name: str
    category: str
    strength: float
    requirement: MentionRequirement = "none"
    any_of: str | None = None
    years: float | None = None
    last_used: str | None = None
    level: str | None = None
    negated: bool = False
    implied_by: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSkill:
    """A term used like a skill that the taxonomy lacks; `confidence` is in [0, 1]."""

    text: str
    start: int
    end: int
    confidence: float
    requirement: MentionRequirement = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """A degree: level (``secondary``, ``bachelor``, ``master``, ``doctorate``, ...) and field."""

    level: str
    field: str | None = None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under one heading; `kind` is one of `skillmatch.nlp.SECTION_KINDS`."""

    kind: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A dated position: `first` and `last` are "YYYY-MM", `last` None for a present one."""

    title: str | None
    first: str
    last: str | None
    months: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyRef:
    """Which taxonomy made a result."""

    name: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillProfile:
    """All that scoring may know of one document.

    `years_total` is total experience in years for a resume and the years asked for in a job.
    `terms` are (lower-case word, count), sorted by word, for text relatedness: no word from contact
    lines is among them.
    """

    document_id: str
    kind: Kind
    title: str | None = None
    skills: tuple[SkillEvidence, ...] = ()
    unknown_skills: tuple[UnknownSkill, ...] = ()
    years_total: float | None = None
    education: tuple[Education, ...] = ()
    roles: tuple[Role, ...] = ()
    sections: tuple[Section, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
    taxonomy: TaxonomyRef
    terms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a score: `contribution` = 100 x `weight` x `value`, both in [0, 1].

    The weights of a match's parts add up to 1: parts without data are left out and the rest
    renormalised.
    """

    name: str
    weight: float
    value: float
    contribution: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a job asks for, against one resume.

    `credit` is in [0, 1]; `score_if_met` is the match's score recomputed with this one fully met, and `rank_if_met` the
    rank with that score, where it was asked for. `evidence` are mentions in the resume.
    """

    skill_id: str
    name: str
    kind: RequirementKind
    any_of: str | None = None
    min_years: float | None = None
    status: Status
    credit: float
    reason: str
    evidence: tuple[Mention, ...] = ()
    score_if_met: float
    rank_if_met: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How one resume fits one job.

    `score` is in [0, 100] and is the sum of the parts' contributions; `margin` is how far it may be off. `rank` counts
    from 1 within the job; resumes at ranks `rank_first` to `rank_last` differ from this one by no more than the margin,
    None where that is not known. `missing` are the requirements with status missing, near or partial, the most
    valuable first. `extra_skills` are skill ids that the job does not ask for.
    """

    document_id: str
    job_id: str
    rank: int
    score: float
    margin: float = 0.0
    rank_first: int | None = None
    rank_last: int | None = None
    parts: tuple[Part, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    missing: tuple[Requirement, ...] = ()
    extra_skills: tuple[str, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One document that could not be used, why, and what to do."""

    document_id: str
    stage: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a report: the same provenance and inputs give the same report, bit for bit.

    `settings`, `background` and `model` are fingerprints; `model` is None where the rules alone found the skills.
    """

    skillmatch: str
    taxonomy: TaxonomyRef
    settings: str
    background: str
    model: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of matching: all matches by job and rank, and every failure.

    With the direction ``jobs`` the matches are by resume, and ranks count its jobs.
    """

    schema: str = SCHEMA_VERSION
    direction: Direction = "resumes"
    job_ids: tuple[str, ...] = ()
    matches: tuple[Match, ...] = ()
    failures: tuple[Failure, ...] = ()
    warnings: tuple[DocumentWarning, ...] = field(default=())
    provenance: Provenance

    def write(self, path: str | PathLike[str], format: str | None = None) -> None:
        """Write the report to a file; the format is that of the suffix unless given.

        Raises
        ------
        UsageError
            The suffix or format is none of those in `skillmatch.reports.FORMATS`.
        """
        from skillmatch.reports import write_report  # the one upward import: convenience for callers

        write_report(self, path, format)
