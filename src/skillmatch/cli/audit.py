"""`skillmatch trust record|decide|show|verify|erase|expire`: the audit log."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillmatch.cli.options import Out, tell, write_out
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from skillmatch.models import Report
    from skillmatch.trust.audit import AuditLog

AuditFile = Annotated[
    Path | None, typer.Option("--audit", metavar="FILE", help="Also record the ranking in this audit log.")
]
AuditKeys = Annotated[
    Path | None, typer.Option("--audit-keys", metavar="FILE", help="Its key ring; FILE.keys unless given.")
]
AuditBy = Annotated[
    str, typer.Option("--by", help="With --audit: who ranks, a role or a staff number; it stands in the log in clear.")
]
LogFile = Annotated[Path, typer.Option("--log", help="The log.")]
Keys = Annotated[Path, typer.Option("--keys", help="Its key ring: keep it apart from the log.")]
By = Annotated[
    str, typer.Option("--by", help="Who does this: a role or a staff number; it stands in the log in clear.")
]


def record(
    results: Annotated[Path, typer.Argument(help="Results of `skillmatch match -f jsonl`.")],
    log: LogFile,
    keys: Keys,
    by: By,
    inputs: Annotated[
        list[Path] | None, typer.Option(help="Folder of the resumes or jobs: their hashes are kept. Repeat for more.")
    ] = None,
) -> None:
    """Record a ranking in the audit log.

    Example: skillmatch trust record results.jsonl --log audit.jsonl --keys audit.keys --by recruiter-7
    """
    from skillmatch.trust.records import record_ranking
    from skillmatch.trust.results import load_results

    found = load_results(results)
    count = record_ranking(_open(log, keys), found, at=_now(), by=by, inputs=_hashes(inputs or []))
    tell(f"{count} entries added to {log}")


def record_report(report: Report, log: Path, keys: Path | None, by: str, folders: list[Path]) -> None:
    """Record a ranking that was just made; the keys lie beside the log unless named."""
    from dataclasses import asdict

    from skillmatch.trust.records import record_ranking
    from skillmatch.trust.results import Results

    found = Results(matches=report.matches, failures=report.failures, provenance=asdict(report.provenance))
    ring = keys or log.with_name(log.name + ".keys")
    count = record_ranking(_open(log, ring), found, at=_now(), by=by, inputs=_hashes(folders))
    tell(f"{count} entries added to {log}; its keys are in {ring}: keep them apart")


def decide(
    document: Annotated[str, typer.Argument(help="The document's id, as in the results.")],
    decision: Annotated[str, typer.Argument(help="What was decided: interview, reject, ...")],
    job: Annotated[str, typer.Option(help="The job's id, as in the results.")],
    log: LogFile,
    keys: Keys,
    by: By,
    reason: Annotated[str, typer.Option(help="Why; it is sealed.")] = "",
    override: Annotated[bool, typer.Option("--override", help="It goes against the ranking.")] = False,
) -> None:
    """Record what a person decided about a candidate.

    Example: skillmatch trust decide ann.pdf interview --job job.txt --log audit.jsonl --keys audit.keys --by manager-2
    """
    from skillmatch.trust.records import record_decision

    record_decision(_open(log, keys), document, job, decision, at=_now(), by=by, reason=reason, override=override)


def show(
    document: Annotated[str, typer.Argument(help="The document's id, as in the results.")],
    log: LogFile,
    keys: Keys,
    output: Out = None,
) -> None:
    """Print all that the audit log holds of one candidate, as JSON Lines.

    Example: skillmatch trust show ann.pdf --log audit.jsonl --keys audit.keys
    """
    import json

    from skillmatch.trust.records import history_of

    rows = history_of(_open(log, keys), document)
    write_out((json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows), output)


def verify(
    log: Annotated[Path, typer.Argument(help="The log.")],
    keys: Annotated[
        Path | None, typer.Option("--keys", help="Its key ring: with it, entries cut off at the end are missed.")
    ] = None,
    head: Annotated[str | None, typer.Option(help="The last hash, noted elsewhere at an earlier check.")] = None,
) -> None:
    """Find any change, gap or reordering in an audit log.

    Example: skillmatch trust verify audit.jsonl --keys audit.keys
    """
    from skillmatch.trust.audit import verify as check
    from skillmatch.trust.keyring import KeyRing

    found = check(log, ring=KeyRing(keys) if keys else None, head=head)
    gone = f", {found.erased} of them erased" if keys else ""
    write_out(
        iter([f"{found.entries} entries, {found.subjects} candidates{gone}: whole\nlast hash {found.head}\n"]), None
    )


def erase(
    document: Annotated[str, typer.Argument(help="The document's id, as in the results.")],
    log: LogFile,
    keys: Keys,
    by: By,
) -> None:
    """Make all entries of one candidate unreadable for ever; the log stays whole.

    Example: skillmatch trust erase ann.pdf --log audit.jsonl --keys audit.keys --by privacy-1
    """
    from skillmatch.trust.records import erase as drop

    drop(_open(log, keys), document, at=_now(), by=by)


def expire(
    before: Annotated[str, typer.Option(help="YYYY-MM-DD: erase whose last entry is older.")],
    log: LogFile,
    keys: Keys,
    by: By,
) -> None:
    """Erase everybody whose last entry is older than a date.

    Example: skillmatch trust expire --before 2025-01-01 --log audit.jsonl --keys audit.keys --by privacy-1
    """
    from skillmatch.trust.records import expire as drop

    try:
        day = date.fromisoformat(before).isoformat()
    except ValueError as error:
        raise UsageError(f"--before {before}: give a date as YYYY-MM-DD") from error
    tell(f"{drop(_open(log, keys), day, at=_now(), by=by)} candidates erased")


def _open(log: Path, keys: Path) -> AuditLog:
    from skillmatch.trust.audit import AuditLog
    from skillmatch.trust.keyring import KeyRing

    return AuditLog(log, KeyRing(keys))


def _now() -> str:
    """Return the time in UTC: a log has to know it, and nothing else in skillmatch does."""
    return datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _hashes(folders: list[Path]) -> dict[str, str]:
    """Hash the documents of folders, by id."""
    import hashlib

    from skillmatch.documents import list_documents

    sources = (source for folder in folders for source in list_documents(folder) if not source.problem)
    return {source.document_id: hashlib.sha256(source.path.read_bytes()).hexdigest() for source in sources}
