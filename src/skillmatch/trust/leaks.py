"""Show that who somebody is does not count: other identities in the same resumes give the same results.

A swap changes name, pronouns, contacts, address, dates of birth, nationality and schools and nothing else. The score,
the rank and every explanation must stay what they were, bit for bit; a difference is a leak, and its cause is named.
"""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass

from skillmatch.guard import guarded
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Document, Failure, Match, Mention, SkillProfile
from skillmatch.nlp.traces import ALWAYS, Trace, TraceKind, find_traces
from skillmatch.trust.identities import Identity, draw_identity
from skillmatch.trust.swapping import swap_identity

KINDS: frozenset[TraceKind] = frozenset({*ALWAYS - {"detail"}, "school"})
_SHOWN = 6  # words named in a cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """One swap that changed a result: `what` differs, and which part of the profile is the `cause`."""

    document_id: str
    culture: str
    gender: str
    what: str
    cause: str
    score: float
    swapped_score: float
    rank: int
    swapped_rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeakTest:
    """What a leak test found.

    `swapped` counts the places of each kind that were found in the resumes. `nameless` are resumes in which no
    name was found: for those the test says nothing of names.
    """

    job_id: str
    documents: int
    swaps: int
    swapped: tuple[tuple[TraceKind, int], ...] = ()
    nameless: tuple[str, ...] = ()
    leaks: tuple[Leak, ...] = ()
    failures: tuple[Failure, ...] = ()


def find_leaks(
    job: SkillProfile,
    documents: Sequence[Document],
    matcher: SkillMatcher,
    *,
    swaps: int = 20,
    seed: int = 0,
) -> LeakTest:
    """Swap the identity of each resume and compare all results with those of the original.

    Parameters
    ----------
    job
        The job that the resumes are ranked for.
    documents
        The resumes.
    matcher
        Reads and scores them, as in any ranking.
    swaps
        Identities tried for each resume, drawn with `seed`.
    """
    profiles: dict[str, SkillProfile] = {}
    failures: list[Failure] = []
    for document in documents:
        result = guarded(document.document_id, "profile", lambda it=document: matcher.profile(it, "resume"))  # type: ignore[misc]
        if isinstance(result, Failure):
            failures.append(result)
        else:
            profiles[document.document_id] = result
    scores = {match.document_id: match.score for match in matcher.rank(job, profiles.values()).matches}
    rng = random.Random(seed)  # noqa: S311  (a repeatable draw, no secret)
    counts: Counter[TraceKind] = Counter()
    nameless: list[str] = []
    leaks: list[Leak] = []
    for document in (it for it in documents if it.document_id in profiles):
        profile = profiles[document.document_id]
        traces = traces_to_swap(document, matcher)
        counts.update(trace.kind for trace in traces)
        if not any(trace.kind == "name" for trace in traces):
            nameless.append(document.document_id)
        for _ in range(swaps):
            identity = draw_identity(rng)
            swapped = matcher.profile(swap_identity(document, traces, identity), "resume")
            leak = compare(job, profile, swapped, matcher, identity, scores)
            if leak is not None:
                leaks.append(leak)
    return LeakTest(
        job_id=job.document_id,
        documents=len(profiles),
        swaps=swaps * len(profiles),
        swapped=tuple(sorted(counts.items())),
        nameless=tuple(nameless),
        leaks=tuple(leaks),
        failures=tuple(failures),
    )


def traces_to_swap(document: Document, matcher: SkillMatcher) -> tuple[Trace, ...]:
    """Find the traces of a resume that a swap replaces; a word of the name that may be a skill stays."""
    return find_traces(document, kinds=KINDS, is_skill=matcher.taxonomy.is_form, everywhere=False)


def compare(
    job: SkillProfile,
    before: SkillProfile,
    after: SkillProfile,
    matcher: SkillMatcher,
    identity: Identity,
    scores: dict[str, float] | None = None,
) -> Leak | None:
    """Compare the results of a resume under two identities; None if they are the same.

    `scores` of all candidates give the ranks; offsets into the text may move with the length of a name.
    """
    old, new = _placeless(matcher.match(job, before)), _placeless(matcher.match(job, after))
    if old == new:
        return None
    names = [field.name for field in dataclasses.fields(Match) if getattr(old, field.name) != getattr(new, field.name)]
    others = [score for name, score in (scores or {}).items() if name != before.document_id]
    return Leak(
        document_id=before.document_id,
        culture=identity.culture,
        gender=identity.gender,
        what=", ".join(names),
        cause=_cause(before, after, matcher.background.index),
        score=old.score,
        swapped_score=new.score,
        rank=1 + sum(score > old.score for score in others),
        swapped_rank=1 + sum(score > new.score for score in others),
    )


def _placeless(match: Match) -> Match:
    """Drop the offsets of evidence: they move when a name is longer."""

    def bare(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        return tuple(dataclasses.replace(it, start=0, end=0) for it in mentions)

    return dataclasses.replace(
        match,
        requirements=tuple(dataclasses.replace(it, evidence=bare(it.evidence)) for it in match.requirements),
        missing=tuple(dataclasses.replace(it, evidence=bare(it.evidence)) for it in match.missing),
    )


def _cause(before: SkillProfile, after: SkillProfile, known: Container[str]) -> str:
    """Name what differs in the two profiles, the likeliest cause first; words count if the background knows them."""
    causes: list[str] = []
    old, new = ({skill.skill_id for skill in it.skills} for it in (before, after))
    if old != new:
        causes.append(f"skills {_signed(new - old, old - new)}")
    if before.title != after.title:
        causes.append(f"title {before.title!r} became {after.title!r}")
    if before.years_total != after.years_total:
        causes.append(f"years {before.years_total} became {after.years_total}")
    if [it.level for it in before.education] != [it.level for it in after.education]:
        causes.append("education")
    if [(it.title, it.first, it.last) for it in before.roles] != [(it.title, it.first, it.last) for it in after.roles]:
        causes.append("roles")
    if [it.kind for it in before.sections] != [it.kind for it in after.sections]:
        causes.append(f"sections {[it.kind for it in before.sections]} became {[it.kind for it in after.sections]}")
    words, others = ({word: count for word, count in it.terms if word in known} for it in (before, after))
    if words != others:
        added = {word for word, count in others.items() if count > words.get(word, 0)}
        causes.append(f"words {_signed(added, {word for word, count in words.items() if count > others.get(word, 0)})}")
    return "; ".join(causes) or "attributes of a skill"


def _signed(added: set[str], lost: set[str]) -> str:
    signs = [*(f"+{word}" for word in sorted(added)), *(f"-{word}" for word in sorted(lost))]
    return " ".join(signs[:_SHOWN]) + (f" and {len(signs) - _SHOWN} more" if len(signs) > _SHOWN else "")
