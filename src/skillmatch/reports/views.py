"""What the HTML page shows, worked out before the template writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from skillmatch.models import Document, DocumentWarning, Match, Report, Requirement, Role, SkillProfile
from skillmatch.reports.charts import Bin, Span, Step, distribution, timeline, waterfall
from skillmatch.reports.highlight import Piece, Quote, cut, marks_of_job, marks_of_match, quote

COLUMNS = 20  # skills in the heat map, the required ones first
GAINS = 5  # gaps shown as what would raise the score most
QUOTES = 3  # mentions quoted for a requirement
EXTRAS = 40
ROLE_SKILLS = 12

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of one document besides its matches; either part may be missing."""

    document: Document | None = None
    profile: SkillProfile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Texts and profiles by document id: given, the page quotes in context, marks texts and shows roles."""

    jobs: Mapping[str, Reading] = field(default_factory=dict)
    resumes: Mapping[str, Reading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the ranking: the cells are in the order of the job's columns."""

    match: Match
    cells: tuple[Requirement | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """What the page shows of one job."""

    job_id: str
    anchor: str
    rows: tuple[Row, ...]
    columns: tuple[Requirement, ...]
    bins: tuple[Bin, ...]
    warnings: tuple[DocumentWarning, ...]
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A requirement with the places that count for it."""

    requirement: Requirement
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A role with the skills that it names."""

    span: Span
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """What the page shows of one match."""

    match: Match
    steps: tuple[Step, ...]
    gains: tuple[Requirement, ...]
    near: tuple[Asked, ...]
    asked: tuple[Asked, ...]
    extras: tuple[str, ...]
    more_extras: int
    roles: tuple[Worked, ...]
    text: tuple[Piece, ...]


def view_jobs(report: Report, readings: Readings) -> Iterator[JobView]:
    """Work out the overview of each job."""
    matches: dict[str, list[Match]] = {job_id: [] for job_id in report.job_ids}
    for match in report.matches:
        matches.setdefault(match.job_id, []).append(match)
    for number, (job_id, found) in enumerate(matches.items(), 1):
        columns = _columns(found)
        yield JobView(
            job_id=job_id,
            anchor=f"job-{number}",
            rows=tuple(_row(match, columns) for match in found),
            columns=columns,
            bins=distribution([match.score for match in found]),
            warnings=_job_warnings(found),
            text=_job_text(readings.jobs.get(job_id, Reading())),
        )


def view_match(match: Match, reading: Reading) -> MatchView:
    """Work out all that explains one match."""
    asked = sorted(match.requirements, key=lambda it: it.kind != "required")
    explained = tuple(
        Asked(requirement=it, quotes=tuple(quote(mention, reading.document) for mention in it.evidence[:QUOTES]))
        for it in asked
    )
    gains = [gap for gap in match.missing if gap.score_if_met > match.score]
    document, profile = reading.document, reading.profile
    names = {skill.skill_id: skill.name for skill in profile.skills} if profile else {}
    return MatchView(
        match=match,
        steps=waterfall(match.parts),
        gains=tuple(sorted(gains, key=lambda it: -it.score_if_met)[:GAINS]),
        near=tuple(it for it in explained if it.requirement.status in ("near", "partial")),
        asked=explained,
        extras=tuple(names.get(skill_id, skill_id) for skill_id in match.extra_skills[:EXTRAS]),
        more_extras=max(0, len(match.extra_skills) - EXTRAS),
        roles=_roles(profile) if profile else (),
        text=tuple(cut(document.text, marks_of_match(match, profile))) if document else (),
    )


def _columns(matches: Sequence[Match]) -> tuple[Requirement, ...]:
    first = matches[0].requirements if matches else ()
    return tuple(sorted(first, key=lambda it: it.kind != "required")[:COLUMNS])


def _row(match: Match, columns: Sequence[Requirement]) -> Row:
    by_key = {_key(it): it for it in match.requirements}
    return Row(match=match, cells=tuple(by_key.get(_key(column)) for column in columns))


def _key(asked: Requirement) -> Key:
    return asked.skill_id, asked.name, asked.kind


def _job_warnings(matches: Sequence[Match]) -> tuple[DocumentWarning, ...]:
    """Return the warnings that are of the job and so stand at every match."""
    warnings = {it.code: it for match in matches for it in match.warnings if it.code.startswith("no-")}
    return tuple(warnings[code] for code in sorted(warnings))


def _job_text(reading: Reading) -> tuple[Piece, ...]:
    if reading.document is None:
        return ()
    return tuple(cut(reading.document.text, marks_of_job(reading.profile) if reading.profile else []))


def _roles(profile: SkillProfile) -> tuple[Worked, ...]:
    return tuple(Worked(span=span, skills=_skills_in(span.role, profile)) for span in timeline(profile.roles))


def _skills_in(role: Role, profile: SkillProfile) -> tuple[str, ...]:
    named = [
        skill.name
        for skill in profile.skills
        if any(role.start <= mention.start < role.end and not mention.negated for mention in skill.mentions)
    ]
    return tuple(named[:ROLE_SKILLS])
