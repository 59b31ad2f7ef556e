"""Look a job ad over before anybody is measured by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Document, Match, Mention, SkillEvidence, SkillProfile
from skillmatch.taxonomy import Taxonomy
from skillmatch.trust.wording import find_wordings, weigh_wording

Severity = Literal["problem", "warning", "note"]

MANY = 9  # must-haves; none of 25 real ads has more
TILT = 3  # gender-coded words of one kind more than of the other
HALF = 0.5  # of the pool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at: a problem is wrong in itself, a warning costs applicants, a note is for thought.

    `line` counts from 1 in the text of the document, None for the ad as a whole.
    """

    code: str
    severity: Severity
    message: str
    line: int | None = None
    source: str = ""


def lint(document: Document, profile: SkillProfile, taxonomy: Taxonomy, *, as_of: str) -> tuple[Finding, ...]:
    """Find what is contradictory, impossible, doubled, needless or unwelcoming in a job ad.

    Parameters
    ----------
    document, profile
        The ad and what was read from it.
    taxonomy
        Knows since when a technology exists and what implies what.
    as_of
        "YYYY-MM": the present, for years that nobody can have.

    Returns
    -------
    Findings by line; those of the whole ad come first.
    """
    found = [
        *(_unread(profile)),
        *_contradictions(document, profile),
        *_impossible(document, profile, taxonomy, int(as_of[:4])),
        *_doubled(document, profile),
        *_needless(document, profile, taxonomy),
        *_overlong(profile),
        *_wordings(document, profile),
    ]
    return tuple(sorted(found, key=lambda it: (it.line or 0, it.code, it.message)))


def lint_pool(matches: Sequence[Match]) -> tuple[Finding, ...]:
    """Find the must-haves that remove most of a pool, given its matches with one job."""
    if not matches:
        return ()
    lost: dict[str, set[str]] = {}
    names: dict[str, list[str]] = {}
    for match in matches:
        for asked in match.requirements:
            if asked.kind == "required":
                key = asked.any_of or asked.skill_id
                lost.setdefault(key, set())
                if asked.name not in names.setdefault(key, []):
                    names[key].append(asked.name)
                if asked.credit == 0:
                    lost[key].add(match.document_id)
    left = len(matches) - len(set().union(*lost.values()))
    findings = [
        Finding(
            code="pool",
            severity="warning" if len(missing) > HALF * len(matches) else "note",
            message=_removes(" or ".join(names[key]), missing, lost, key, len(matches), left),
        )
        for key, missing in sorted(lost.items(), key=lambda it: (-len(it[1]), it[0]))
        if missing
    ]
    return tuple(findings)


def _removes(name: str, missing: set[str], lost: dict[str, set[str]], key: str, size: int, left: int) -> str:
    others = set().union(*(people for other, people in lost.items() if other != key))
    share = 100 * len(missing) / size
    return (
        f"{name} removes {len(missing)} of {size} in the pool ({share:.0f} %); "
        f"without it {left + len(missing - others)} meet every must-have, with it {left}"
    )


def _unread(profile: SkillProfile) -> Iterator[Finding]:
    for warning in profile.warnings:
        if warning.code == "no-requirements-found":
            yield Finding(code="no-requirements", severity="problem", message=warning.message)


def _contradictions(document: Document, profile: SkillProfile) -> Iterator[Finding]:
    for skill in profile.skills:
        required = _mentions(skill, "required")
        preferred = _mentions(skill, "preferred")
        refused = [it for it in skill.mentions if it.negated]
        if required and preferred:
            yield Finding(
                code="contradiction",
                severity="problem",
                message=f"{skill.name} is required, and only preferred in line {_line(document, preferred[0])}",
                line=_line(document, required[0]),
            )
        if required and refused:
            yield Finding(
                code="contradiction",
                severity="problem",
                message=f"{skill.name} is required, and not needed in line {_line(document, refused[0])}",
                line=_line(document, required[0]),
            )
        stated = sorted({it.years for it in skill.mentions if it.years is not None and not it.negated})
        if len(stated) > 1:
            years = " and ".join(f"{it:g}" for it in stated)
            first = next(it for it in skill.mentions if it.years is not None)
            yield Finding(
                code="contradiction",
                severity="problem",
                message=f"{years} years of {skill.name} are asked for",
                line=_line(document, first),
            )


def _impossible(document: Document, profile: SkillProfile, taxonomy: Taxonomy, year: int) -> Iterator[Finding]:
    for skill in profile.skills:
        since = taxonomy[skill.skill_id].since
        asked = [it for it in skill.mentions if it.years is not None and not it.negated]
        if since is None or not asked:
            continue
        longest = max(asked, key=lambda it: it.years or 0)
        if (longest.years or 0) > year - since:
            yield Finding(
                code="impossible-years",
                severity="problem",
                message=f"{longest.years:g} years of {skill.name}, which exists since {since}: at most {year - since}",
                line=_line(document, longest),
            )


def _doubled(document: Document, profile: SkillProfile) -> Iterator[Finding]:
    for skill in profile.skills:
        for kind in ("required", "preferred"):
            asked = _mentions(skill, kind)
            forms = sorted({it.text for it in asked}, key=str.lower)
            if len({form.lower() for form in forms}) > 1:
                yield Finding(
                    code="duplicate",
                    severity="note",
                    message=f"{' and '.join(forms)} count as one skill: {skill.name}",
                    line=_line(document, asked[1]),
                )


def _needless(document: Document, profile: SkillProfile, taxonomy: Taxonomy) -> Iterator[Finding]:
    required = {it.skill_id: it for it in profile.skills if it.requirement == "required" and it.any_of is None}
    for skill_id, skill in required.items():
        stated = _mentions(skill, "required")
        plain = [it for it in stated if it.years is None]
        sources = [other for other in required if skill_id in taxonomy[other].implies]
        if sources and stated and len(plain) == len(stated):
            names = " and ".join(required[it].name for it in sorted(sources))
            yield Finding(
                code="implied",
                severity="note",
                message=f"{skill.name} goes without saying: {names} is evidence of it",
                line=_line(document, stated[0]),
            )


def _overlong(profile: SkillProfile) -> Iterator[Finding]:
    """Count must-haves; those of which one is enough count once."""
    required = {it.any_of or it.skill_id for it in profile.skills if it.requirement == "required"}
    if len(required) > MANY:
        yield Finding(
            code="many-must-haves",
            severity="warning",
            message=f"{len(required)} must-haves: keep those without which the work cannot start",
        )


def _wordings(document: Document, profile: SkillProfile) -> Iterator[Finding]:
    named = [skill for skill in profile.skills if skill.category != "soft-skills"]  # those are ordinary words
    places = [(it.start, it.end) for skill in named for it in skill.mentions]
    text = document.text
    for wording in find_wordings(text, places):
        quote = " ".join(text[wording.start : wording.end].split())
        yield Finding(
            code=f"wording-{wording.kind}",
            severity="warning",
            message=f"{quote!r} {wording.title}: {wording.instead}",
            line=_line_of(text, wording.start),
            source=wording.source,
        )
    balance = weigh_wording(text, places)
    tilt = len(balance.masculine) - len(balance.feminine)
    if tilt > TILT:
        words = ", ".join(sorted(set(balance.masculine)))
        yield Finding(
            code="wording-coded",
            severity="note",
            message=f"{len(balance.masculine)} words read as masculine ({words}), {len(balance.feminine)} as feminine",
            source=balance.source,
        )


def _mentions(skill: SkillEvidence, kind: str) -> list[Mention]:
    return [it for it in skill.mentions if it.requirement == kind and not it.negated]


def _line(document: Document, mention: Mention) -> int:
    return _line_of(document.text, mention.start)


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def to_lines(document_id: str, findings: Iterable[Finding]) -> Iterator[str]:
    """Write findings as a compiler does: document, line, severity, code and message."""
    for it in findings:
        place = f"{document_id}:{it.line}" if it.line else document_id
        yield f"{place}: {it.severity}: {it.code}: {it.message}" + (f" [{it.source}]" if it.source else "") + "\n"
