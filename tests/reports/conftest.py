"""A made-up report, of which every text may be hostile."""

from __future__ import annotations

from dataclasses import replace

from skillmatch.models import (
    Document,
    DocumentWarning,
    Failure,
    Match,
    Mention,
    Part,
    Provenance,
    Report,
    Requirement,
    Role,
    SkillEvidence,
    SkillProfile,
    TaxonomyRef,
)
from skillmatch.reports.views import Reading, Readings

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=y>\x1b[31m\u202e=cmd'


def build_report(name: str) -> Report:
    """Build a report with one match and one failure, in which every text is `name`."""
    mention = Mention(skill_id="x", text=name, start=0, end=1, page=1, section=name, method="alias", confidence=1.0)
    gap = Requirement(
        skill_id="x",
        name=name,
        kind="required",
        status="near",
        credit=0.5,
        reason=name,
        evidence=(mention,),
        score_if_met=80.0,
    )
    match = Match(
        document_id=name,
        job_id=name,
        rank=1,
        score=50.0,
        parts=(Part(name="required", weight=1.0, value=0.5, contribution=50.0),),
        requirements=(gap,),
        missing=(gap,),
        extra_skills=(name,),
        warnings=(DocumentWarning(code="hidden-text", message=name),),
    )
    return Report(
        job_ids=(name,),
        matches=(match,),
        failures=(Failure(document_id=name, stage="read", code="corrupt", message=name),),
        provenance=Provenance(
            skillmatch="0", taxonomy=TaxonomyRef(name="t", version="1", fingerprint="f"), settings="s", background="b"
        ),
    )


def build_ranking(count: int) -> Report:
    """Build a report of many candidates for one job, the best first."""
    [match] = build_report("sql").matches
    matches = tuple(
        replace(match, document_id=f"cv-{number}.pdf", rank=number, score=max(0.0, 90.0 - number / 20))
        for number in range(1, count + 1)
    )
    return replace(build_report("sql"), matches=matches)


def build_readings(job_id: str, document_id: str, text: str) -> Readings:
    """Build the text and profile of one job and one resume, in which the first character is a skill."""
    mention = Mention(skill_id="x", text=text[:1], start=0, end=1, page=1, section=text, method="alias", confidence=1.0)
    skill = SkillEvidence(
        skill_id="x", name=text, category="c", strength=1.0, requirement="required", mentions=(mention,)
    )
    ref = TaxonomyRef(name="t", version="1", fingerprint="f")
    role = Role(title=text, first="2020-01", last=None, months=24, start=0, end=len(text))
    job = SkillProfile(document_id=job_id, kind="job", skills=(skill,), taxonomy=ref)
    resume = SkillProfile(document_id=document_id, kind="resume", skills=(skill,), roles=(role,), taxonomy=ref)
    return Readings(
        jobs={job_id: Reading(document=Document(document_id=job_id, text=text), profile=job)},
        resumes={document_id: Reading(document=Document(document_id=document_id, text=text), profile=resume)},
    )
