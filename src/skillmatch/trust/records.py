"""What goes into an audit log: rankings, decisions, and the end of keeping them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from skillmatch.errors import UsageError
from skillmatch.trust.audit import AuditLog, read_entries
from skillmatch.trust.keyring import pseudonym_of, unseal
from skillmatch.trust.results import Results


def record_ranking(
    log: AuditLog, results: Results, *, at: str, by: str, inputs: Mapping[str, str] | None = None
) -> int:
    """Record a ranking: what made it, then each score, sealed for its candidate.

    Parameters
    ----------
    log
        Where to.
    results
        The ranking.
    at, by
        When, and who ran it.
    inputs
        SHA-256 of the documents, by id.

    Returns
    -------
    How many entries were added.
    """
    hashes = inputs or {}
    with log.writing() as writer:
        counts = {"matches": len(results.matches), "failures": len(results.failures)}
        jobs = {job: hashes.get(job) for job in sorted({match.job_id for match in results.matches})}
        run = writer.add("run", at=at, by=by, facts={"provenance": results.provenance, "jobs": jobs, "counts": counts})
        for match in results.matches:
            secret = {
                "job": match.job_id,
                "document": match.document_id,
                "input": hashes.get(match.document_id),
                "score": match.score,
                "rank": match.rank,
                "parts": {part.name: part.contribution for part in match.parts},
            }
            facts = {"run": run.number}
            writer.add("scored", at=at, by=by, facts=facts, candidate=match.document_id, secret=secret)
        for failure in results.failures:
            lost = {"document": failure.document_id, "input": hashes.get(failure.document_id)}
            why = {"run": run.number, "code": failure.code}
            writer.add("failed", at=at, by=by, facts=why, candidate=failure.document_id, secret=lost)
    return 1 + len(results.matches) + len(results.failures)


def record_decision(
    log: AuditLog,
    document_id: str,
    job_id: str,
    decision: str,
    *,
    at: str,
    by: str,
    reason: str,
    override: bool = False,
) -> None:
    """Record what a person decided about a candidate; an override goes against the ranking.

    Raises
    ------
    UsageError
        The log knows no such candidate.
    """
    if log.ring.key_of(document_id) is None:
        raise UsageError(f"{document_id}: no ranking in {log.path} is of this document")
    secret = {"job": job_id, "document": document_id, "decision": decision, "reason": reason}
    with log.writing() as writer:
        facts = {"override": override}
        writer.add("decided", at=at, by=by, facts=facts, candidate=document_id, secret=secret)


def history_of(log: AuditLog, document_id: str) -> Iterator[dict[str, Any]]:
    """Give all that the log holds of one candidate, opened.

    Raises
    ------
    UsageError
        The log knows no such candidate.
    """
    key = log.ring.key_of(document_id)
    if key is None:
        raise UsageError(f"{document_id}: nothing is kept of this document")
    for entry in read_entries(log.path):
        if entry.subject == pseudonym_of(key):
            opened = json.loads(unseal(key, entry.sealed, entry.subject))
            rest = {name: value for name, value in asdict(entry).items() if name not in ("sealed", "previous", "hash")}
            yield {**rest, "opened": opened}


def erase(log: AuditLog, document_id: str, *, at: str, by: str) -> None:
    """Drop a candidate's key: the entries stay and can be read by nobody.

    Raises
    ------
    UsageError
        The log knows no such candidate.
    """
    key = log.ring.key_of(document_id)
    if key is None or not log.ring.erase(pseudonym_of(key)):
        raise UsageError(f"{document_id}: nothing is kept of this document")
    with log.writing() as writer:
        writer.add("erased", at=at, by=by, facts={"candidates": 1, "why": "request"})


def expire(log: AuditLog, before: str, *, at: str, by: str) -> int:
    """Drop the keys of all candidates whose last entry is from before a date.

    Returns
    -------
    How many people were erased.
    """
    last: dict[str, str] = {}
    for entry in read_entries(log.path):
        if entry.subject:
            last[entry.subject] = max(entry.at, last.get(entry.subject, ""))
    gone = [name for name, when in sorted(last.items()) if when < before and log.ring.erase(name)]
    if gone:
        with log.writing() as writer:
            writer.add("erased", at=at, by=by, facts={"candidates": len(gone), "why": f"kept until {before}"})
    return len(gone)
