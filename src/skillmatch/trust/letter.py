"""Write to a candidate what was asked, what was found and where, what was missing, and how to object.

A letter holds one person's data: no rank, no name and no figure of anybody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, Template

from skillmatch.models import Match, Mention, Provenance, Requirement, SkillProfile
from skillmatch.reports.markdown import escape
from skillmatch.reports.plain import plain

NOBODY = "the people to whom you sent your application"
_QUOTED = 3  # places named for one requirement
_STATUS = {
    "met": "Found",
    "partial": "Partly found",
    "implied": "Follows from what you name",
    "near": "Something close was found",
    "missing": "Not found",
    "negated": "Your resume says that you do not have it",
    "unknown": "Could not be told",
}
_SECTIONS = {
    "skills": "your skills",
    "experience": "your work experience",
    "projects": "your projects",
    "education": "your education",
    "certifications": "your certificates",
    "summary": "your profile",
    "contact": "the top of your resume",
}
_PARTS = {
    "required": "what the job must have",
    "preferred": "what the job would like",
    "experience": "years of experience",
    "relatedness": "how close the words of your resume are to those of the job",
    "title": "how close your job titles are to that of the job",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One requirement in words."""

    name: str
    must: bool
    result: str
    why: str
    places: tuple[str, ...] = ()
    gain: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that a letter says; both formats are made from this."""

    job: str
    resume: str
    score: float
    parts: tuple[tuple[str, float, float], ...]
    items: tuple[Item, ...]
    remarks: tuple[str, ...]
    contact: str
    versions: str

    @property
    def changes(self) -> tuple[Item, ...]:
        """What would change the result, the most first."""
        return tuple(sorted((it for it in self.items if it.gain >= 0.05), key=lambda it: (-it.gain, it.name)))


def build_letter(match: Match, job: SkillProfile, provenance: Provenance, *, contact: str = NOBODY) -> Letter:
    """Put the result of one pair into words.

    Parameters
    ----------
    match
        The result.
    job
        The profile of the job: its title is named.
    provenance
        What made the result.
    contact
        Whom to write to.
    """
    made = provenance
    return Letter(
        job=plain(job.title or match.job_id),
        resume=plain(match.document_id),
        score=match.score,
        parts=tuple((_PARTS.get(it.name, it.name), it.contribution, 100 * it.weight) for it in match.parts),
        items=tuple(_item(group, match.score) for group in _grouped(match)),
        remarks=tuple(plain(it.message) for it in match.warnings),
        contact=contact,
        versions=f"skillmatch {made.skillmatch}, taxonomy {made.taxonomy.version} ({made.taxonomy.fingerprint}), "
        f"settings {made.settings}, background {made.background}"
        f"{f', model {made.model}' if made.model else ''}",
    )


def to_markdown(letter: Letter) -> str:
    """Write a letter in Markdown."""
    return "\n".join(_lines(letter))


def to_html(letter: Letter) -> str:
    """Write a letter as one page that needs no network and no script."""
    return _template().render(letter=letter)


def _grouped(match: Match) -> Iterator[tuple[Requirement, ...]]:
    """Put together requirements of which one is enough; must-haves come first."""
    groups: dict[str, list[Requirement]] = {}
    for asked in sorted(match.requirements, key=lambda it: it.kind != "required"):
        groups.setdefault(asked.any_of or f"{asked.skill_id} {asked.kind}", []).append(asked)
    yield from map(tuple, groups.values())


def _item(group: tuple[Requirement, ...], score: float) -> Item:
    best = max(group, key=lambda it: it.credit)
    name = " or ".join(plain(it.name) for it in group)
    if best.min_years:
        name += f", {best.min_years:g} years or more"
    return Item(
        name=name,
        must=best.kind == "required",
        result=_STATUS[best.status],
        why="" if best.reason in ("found", "not found") else plain(best.reason),
        places=tuple(_place(it) for it in best.evidence[:_QUOTED]),
        gain=best.score_if_met - score,
    )


def _place(mention: Mention) -> str:
    where = _SECTIONS.get(mention.section, "your resume")
    return f"“{plain(mention.text)}” in {where}, page {mention.page}"


def _lines(letter: Letter) -> Iterator[str]:
    yield f"# Your application: {escape(letter.job)}\n"
    yield (
        "A program compared your resume with what the job asks for. People decide; this letter tells you what "
        "the program told them.\n"
    )
    yield f"Your resume: {escape(letter.resume)}. Its score is **{letter.score:.0f} of 100**, the sum of these parts:\n"
    yield from (f"- {name}: {points:.0f} of {most:.0f}" for name, points, most in letter.parts)
    for title, must in (("What the job must have", True), ("What the job would like", False)):
        items = [it for it in letter.items if it.must == must]
        if items:
            yield f"\n## {title}\n"
        for it in items:
            yield f"- **{escape(it.name)}**: {it.result}" + (f" ({escape(it.why)})" if it.why else "")
            yield from (f"  - {escape(place)}" for place in it.places)
    yield "\n## What would change the result\n"
    if letter.changes:
        yield "If it is true and your resume does not say it yet:\n"
        for it in letter.changes:
            yield f"- {escape(it.name)}: the score would be {letter.score + it.gain:.0f}"
    else:
        yield "Nothing that the job names is missing."
    if letter.remarks:
        yield "\n## What we noticed when reading your resume\n"
        yield from (f"- {escape(it)}" for it in letter.remarks)
    yield "\n## If you think that this is wrong\n"
    yield (
        f"Write to {escape(letter.contact)}. You may say what was overlooked or misread, ask that a person looks at it "
        "again, ask which data about you are kept, and object to the result. You need give no reason.\n"
    )
    yield (
        "Your name, age, gender, origin, photo and address are not meant to count, and the applications of others "
        "changed nothing here. If you think that they did, say so.\n"
    )
    yield f"Made by {escape(letter.versions)}.\n"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("skillmatch.trust", "."), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("letter.html.j2")
