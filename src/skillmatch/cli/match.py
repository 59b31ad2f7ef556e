"""`skillmatch match` and `skillmatch gaps`."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.audit import AuditBy, AuditFile, AuditKeys, record_report
from skillmatch.cli.blind import BlindKey, Hidden, blinded_members, blinded_profiles
from skillmatch.cli.options import (
    BackgroundFile,
    ModelFile,
    NoStore,
    Out,
    SettingsFile,
    StoreFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    open_cache,
    tell_failures,
    write_out,
)
from skillmatch.cli.pool import open_pool
from skillmatch.cli.progress import Watch
from skillmatch.cli.spark import rank_on_spark, spread_over
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Failure, Report, SkillProfile
    from skillmatch.reports.views import Reading


def match(
    job: Annotated[Path, typer.Argument(help="A job description, or a folder of them.")],
    resumes: Annotated[Path | None, typer.Argument(help="A resume, or a folder of them; or give --pool.")] = None,
    format: Annotated[
        Literal["table", "jsonl", "csv", "xlsx", "html", "markdown", "parquet"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or a table."),
    ] = None,
    output: Out = None,
    top: Annotated[int | None, typer.Option(min=1, help="Keep the best N resumes of each job.")] = None,
    direction: Annotated[
        Literal["resumes", "jobs"], typer.Option(help="'jobs' ranks the jobs for each resume instead.")
    ] = "resumes",
    detail: Annotated[
        Literal["brief", "full"], typer.Option(help="'brief' leaves out requirements and evidence.")
    ] = "full",
    texts: Annotated[
        bool, typer.Option("--texts", help="HTML: also show the documents' texts with what was found, and the roles.")
    ] = False,
    pool: Annotated[Path | None, typer.Option(help="Rank the members of this pool: see `skillmatch pool`.")] = None,
    engine: Annotated[
        Literal["local", "spark"], typer.Option(help="'spark' works on a cluster, and keeps profiles in --profiles.")
    ] = "local",
    master: Annotated[str | None, typer.Option(help="Spark: local[2], spark://host:7077, yarn, ...")] = None,
    profiles: Annotated[
        str | None,
        typer.Option(help="Spark: table in Parquet, at a path or URL that all workers see; kept in step with RESUMES."),
    ] = None,
    blind: BlindKey = None,
    hide: Hidden = None,
    audit: AuditFile = None,
    audit_keys: AuditKeys = None,
    by: AuditBy = "unnamed",
    workers: Workers = None,
    store: StoreFile = None,
    no_store: NoStore = False,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    background: BackgroundFile = None,
    model: ModelFile = None,
) -> None:
    """Rank every resume for every job and list what each one lacks.

    A run that was stopped goes on where it was when the same command is given again.

    Example: skillmatch match jobs/ resumes/ -f jsonl -o ranking.jsonl --top 20
    """
    from skillmatch.batch import profile_paths
    from skillmatch.reports import render_bytes
    from skillmatch.resumes import Resumes

    existing(job)
    spread = spread_over(engine, master, profiles, pool or blind or (direction == "jobs") or texts)
    if spread is None:
        _check_use(resumes, pool, hide if blind is None or resumes is None else None)
    chosen = _format(format, output)
    if texts and (chosen != "html" or resumes is None):
        raise UsageError("--texts goes with HTML and a folder of resumes: a pool keeps no texts")
    if direction == "jobs" and chosen not in ("table", "jsonl", "csv"):
        raise UsageError(f"--direction jobs goes with the formats table, jsonl and csv, not {chosen}")
    matcher = build_matcher(taxonomy, settings, background, model)
    kept: dict[str, SkillProfile] = {}
    watch: Watch | None = None
    blinded: dict[str, Reading] = {}
    with ExitStack() as stack:
        cache = stack.enter_context(open_cache(store, no_store, matcher))
        if pool is not None:
            people, total = _members(pool, blind, matcher, stack)
        elif resumes is not None and blind is not None:
            people, total = blinded_profiles(resumes, blind, hide, matcher, workers, blinded)
        elif resumes is not None and spread is None:
            watch = stack.enter_context(Watch("Reading resumes", [existing(resumes)]))
            people = Resumes(resumes, matcher, workers=workers, cache=cache, watch=watch.note)
        jobs = list(profile_paths(job, matcher, kind="job", workers=workers, cache=cache))
        if spread is not None:
            report, total = rank_on_spark(matcher, jobs, resumes, spread, top)
        else:
            report = matcher.rank_many(jobs, _keeping(people, kept) if texts else people, top=top, direction=direction)
    if texts and resumes is not None:
        shown = {match.document_id: kept[match.document_id] for match in report.matches}
        texts_of = {name: blinded[name] for name in shown} if blind else _texts(resumes, shown.values(), matcher)
        write_out(_page(report, matcher, (job, jobs), texts_of, detail=detail), output)
    else:
        write_out(render_bytes(report, chosen, detail=detail), output)
    if audit is not None:
        record_report(report, audit, audit_keys, by, [job, *([resumes] if resumes and not blind else [])])
    tell_failures(report.failures, (total if watch is None else watch.done) + len(jobs))


def _check_use(resumes: Path | None, pool: Path | None, useless: list[str] | None) -> None:
    """Refuse a call without people, with two kinds of them, or with an option that would do nothing."""
    if resumes is None and pool is None:
        raise UsageError("Missing argument RESUMES: name a folder of resumes, or a pool with --pool")
    if resumes is not None and pool is not None:
        raise UsageError("give a folder of resumes or a pool, not both")
    if useless:
        raise UsageError("--hide goes with --blind and a folder of resumes")


def gaps(
    job: Annotated[Path, typer.Argument(help="A job description.")],
    resume: Annotated[Path, typer.Argument(help="A resume.")],
    format: Annotated[
        Literal["table", "json", "md", "html"],
        typer.Option("-f", "--format", help="Output format; 'html' is a page for the candidate."),
    ] = "table",
    among: Annotated[
        Path | None, typer.Option(help="Folder of other resumes: also tell the rank among them if a gap were filled.")
    ] = None,
    output: Out = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    background: BackgroundFile = None,
    model: ModelFile = None,
) -> None:
    """Explain one pair: what is met, near or missing, and what each gap costs.

    Example: skillmatch gaps job.txt resume.pdf
    """
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure
    from skillmatch.reports import render
    from skillmatch.reports.table import match_view, to_text
    from skillmatch.schema import to_json
    from skillmatch.scoring import rank_gaps

    if among is not None and format not in ("table", "json"):
        raise UsageError(f"--among goes with the formats table and json, not {format}")
    matcher = build_matcher(taxonomy, settings, background, model)
    [asked] = profile_paths(_one(job), matcher, kind="job", workers=1)
    [offered] = profile_paths(_one(resume), matcher, kind="resume", workers=1)
    failed = [profile for profile in (asked, offered) if isinstance(profile, Failure)]
    if isinstance(asked, Failure) or isinstance(offered, Failure):
        tell_failures(failed, 2)
        return
    if format == "html":
        report = matcher.rank(asked, [offered])
        readings = _texts(resume, [offered], matcher)
        write_out(_page(report, matcher, (job, [asked]), readings, candidate=offered.document_id), output)
        return
    if format == "md":
        write_out(render(matcher.rank(asked, [offered]), "markdown"), output)
        return
    found = matcher.match(asked, offered)
    if among is not None:
        others = (it for it in profile_paths(existing(among), matcher, kind="resume") if _is_other(it, offered))
        found = rank_gaps(found, [match.score for match in matcher.rank(asked, others).matches])
    write_out(iter([to_json(found) + "\n" if format == "json" else to_text(match_view(found))]), output)


def _keeping(
    profiles: Iterable[SkillProfile | Failure], kept: dict[str, SkillProfile]
) -> Iterator[SkillProfile | Failure]:
    """Let profiles pass, and keep them."""
    from skillmatch.models import SkillProfile

    for profile in profiles:
        if isinstance(profile, SkillProfile):
            kept[profile.document_id] = profile
        yield profile


def _page(
    report: Report,
    matcher: SkillMatcher,
    jobs: tuple[Path, Iterable[SkillProfile | Failure]],
    resumes: Mapping[str, Reading],
    *,
    detail: Literal["brief", "full"] = "full",
    candidate: str | None = None,
) -> Iterator[str]:
    """Render the HTML page with the texts of the documents, which are read again."""
    from skillmatch.reports.html import render_page
    from skillmatch.reports.views import Readings

    readings = Readings(jobs=_texts(*jobs, matcher), resumes=resumes)
    return render_page(report, detail=detail, readings=readings, candidate=candidate)


def _texts(path: Path, profiles: Iterable[SkillProfile | Failure], matcher: SkillMatcher) -> dict[str, Reading]:
    """Read the texts of the documents that have a profile."""
    from skillmatch.batch import read_paths
    from skillmatch.models import Document, SkillProfile
    from skillmatch.reports.views import Reading

    known = {profile.document_id: profile for profile in profiles if isinstance(profile, SkillProfile)}
    return {
        document.document_id: Reading(document=document, profile=known[document.document_id])
        for document in read_paths(path, matcher.settings.reading)
        if isinstance(document, Document) and document.document_id in known
    }


def _format(format: str | None, output: Path | None) -> str:
    """Return the format that is asked for by name, or by the suffix of the file."""
    from skillmatch.reports import BINARY, format_of

    chosen = format or (format_of(output) if output else "table")
    if chosen in BINARY and output is None and sys.stdout.isatty():
        raise UsageError(f"{chosen} is nothing for a terminal: name a file with -o")
    return chosen


def _members(
    path: Path, blind: Path | None, matcher: SkillMatcher, stack: ExitStack
) -> tuple[Iterable[SkillProfile | Failure], int]:
    """Return a pool, its members under pseudonyms if asked for, and how many there are."""
    from skillmatch.store import making_of

    pool = stack.enter_context(open_pool(path))
    pool.check(making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model))
    return pool if blind is None else blinded_members(pool, blind), len(pool)


def _is_other(result: SkillProfile | Failure, offered: SkillProfile) -> bool:
    """Tell the resumes of other people from one that is the same document under the same name."""
    return Path(result.document_id).name != Path(offered.document_id).name


def _one(path: Path) -> Path:
    if existing(path).is_dir():
        raise typer.BadParameter(f"{path} is a folder: give one document")
    return path
