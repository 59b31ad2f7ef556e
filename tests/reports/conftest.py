"""A made-up report, of which every text may be hostile."""

from __future__ import annotations

from skillmatch.models import (
    DocumentWarning,
    Failure,
    Match,
    Mention,
    Part,
    Provenance,
    Report,
    Requirement,
    TaxonomyRef,
)

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
