"""`skillmatch trust`: what decisions about people need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.options import (
    Out,
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    load_settings,
    tell,
    tell_failures,
    write_out,
)
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Document, Failure, SkillProfile

trust_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Show that decisions about people can be defended: what counts, what does not, and what was done.",
)

JobFile = Annotated[Path, typer.Option("--job", help="The job description that the resumes are ranked for.")]


@trust_app.command("leak-test")
def leak_test(
    resumes: Annotated[Path, typer.Argument(help="A resume, or a folder of them.")],
    job: JobFile,
    swaps: Annotated[int, typer.Option(min=1, help="Identities tried for each resume.")] = 20,
    seed: Annotated[int, typer.Option(help="Draws other identities when changed.")] = 0,
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Output format.")] = "text",
    output: Out = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Swap the identity in each resume and show whether any result changes; status 1 if one does.

    Example: skillmatch trust leak-test resumes/ --job job.txt
    """
    from skillmatch.batch import read_paths
    from skillmatch.models import Failure
    from skillmatch.trust.leak_report import to_json, to_text
    from skillmatch.trust.leaks import find_leaks

    existing(resumes)
    matcher = build_matcher(taxonomy, settings)
    asked = read_job(job, matcher)
    read = list(read_paths(resumes, matcher.settings.reading, workers=workers))
    documents = [it for it in read if not isinstance(it, Failure)]
    found = find_leaks(asked, documents, matcher, swaps=swaps, seed=seed)
    write_out(iter([to_json(found) if format == "json" else to_text(found)]), output)
    tell_failures([*(it for it in read if isinstance(it, Failure)), *found.failures], len(read))
    if found.leaks:
        raise typer.Exit(1)


def read_job(path: Path, matcher: SkillMatcher) -> SkillProfile:
    """Read one job; one that cannot be read ends the command."""
    return read_one(path, matcher, "job")[1]


def read_one(path: Path, matcher: SkillMatcher, kind: Literal["job", "resume"]) -> tuple[Document, SkillProfile]:
    """Read one document and its profile; one that cannot be read ends the command."""
    from skillmatch.batch import read_paths
    from skillmatch.guard import guarded
    from skillmatch.models import Document, Failure

    if existing(path).is_dir():
        raise UsageError(f"{path} is a folder: give one document")
    [document] = read_paths(path, matcher.settings.reading, workers=1)
    if isinstance(document, Document):
        read = document
        profile = guarded(read.document_id, "profile", lambda: matcher.profile(read, kind))
        if not isinstance(profile, Failure):
            return read, profile
        document = profile
    tell(f"{document.document_id}: {document.code}: {document.message}")
    raise typer.Exit(1)


@trust_app.command("impact")
def impact(
    results: Annotated[Path, typer.Argument(help="Results of `skillmatch match -f jsonl`, of all who applied.")],
    groups: Annotated[Path, typer.Option(help="CSV: document_id, then a column for each attribute (sex, race).")],
    top: Annotated[int | None, typer.Option(min=1, help="Select the best K of each job.")] = None,
    cutoff: Annotated[float | None, typer.Option(help="Select who has this score or more.")] = None,
    format: Annotated[
        Literal["text", "csv", "json", "html"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or text."),
    ] = None,
    output: Out = None,
) -> None:
    """Work out selection rates, impact ratios and what drives a difference; with neither --top nor --cutoff, those
    above the median score count as selected.

    Example: skillmatch trust impact results.jsonl --groups groups.csv --top 10 -o impact.html
    """  # noqa: D205
    from skillmatch.trust import impact_report
    from skillmatch.trust.groups import load_groups
    from skillmatch.trust.impact import work_out
    from skillmatch.trust.results import load_results

    found = load_results(results)
    stated = load_groups(groups)
    assessed = {match.document_id for match in found.matches}
    stated.check(assessed | {failure.document_id for failure in found.failures})
    jobs = sorted({match.job_id for match in found.matches})
    impacts = [
        work_out([it for it in found.matches if it.job_id == job], stated, top=top, cutoff=cutoff) for job in jobs
    ]
    if found.failures:
        tell(f"{len(found.failures)} documents could not be used and were not assessed")
    if not found.explained:
        tell("the results are brief: rank with --detail full to see which requirement drives a difference")
    suffix = output.suffix.lstrip(".") if output else "text"
    chosen = format or (suffix if suffix in ("csv", "json", "html") else "text")
    render = {
        "text": impact_report.to_text,
        "csv": impact_report.to_csv,
        "json": impact_report.to_json,
        "html": impact_report.to_html,
    }
    write_out(iter([render[chosen](impacts)]), output)


KeyFile = Annotated[Path, typer.Option("--key", help="File with the key of the pseudonyms; made if it is not there.")]
Hidden = Annotated[
    list[str] | None, typer.Option("--hide", help="Also take out: school, year (of graduation). Repeat for both.")
]


@trust_app.command("blind")
def blind(
    resumes: Annotated[Path, typer.Argument(help="A resume, or a folder of them.")],
    key: KeyFile,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Folder for one text for each resume.")] = None,
    hide: Hidden = None,
    workers: Workers = None,
    settings: SettingsFile = None,
) -> None:
    """Print resumes without what tells who the person is.

    Example: skillmatch trust blind resumes/ --key blind.key -o texts/
    """
    from skillmatch.models import Failure
    from skillmatch.reports import write_text

    total, documents = _blinded(resumes, key, hide, workers, settings)
    failures = []
    for document in documents:
        if isinstance(document, Failure):
            failures.append(document)
        elif output is None:
            write_out(iter([f"{document.document_id}\n\n{document.text}\n\n"]), None)
        else:
            output.mkdir(parents=True, exist_ok=True)
            write_text(output / f"{document.document_id}.txt", iter([document.text]))
    tell_failures(failures, total)


@trust_app.command("blind-match")
def blind_match(
    job: Annotated[Path, typer.Argument(help="A job description, or a folder of them.")],
    resumes: Annotated[Path, typer.Argument(help="A resume, or a folder of them.")],
    key: KeyFile,
    format: Annotated[
        Literal["table", "jsonl", "csv", "html", "markdown"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or a table."),
    ] = None,
    output: Out = None,
    top: Annotated[int | None, typer.Option(min=1, help="Keep the best N resumes of each job.")] = None,
    hide: Hidden = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Rank resumes that were blinded first: neither scores nor any output can show who somebody is.

    Example: skillmatch trust blind-match job.txt resumes/ --key blind.key -o ranking.html
    """
    from skillmatch.batch import profile_paths
    from skillmatch.reports import format_of, render

    matcher = build_matcher(taxonomy, settings)
    jobs = list(profile_paths(existing(job), matcher, kind="job", workers=workers))
    total, documents = _blinded(resumes, key, hide, workers, settings)
    report = matcher.rank_many(jobs, documents, top=top)
    write_out(render(report, format or (format_of(output) if output else "table")), output)
    tell_failures(report.failures, total + len(jobs))


def _blinded(
    resumes: Path, key: Path, hide: list[str] | None, workers: int | None, settings: Path | None
) -> tuple[int, Iterator[Document | Failure]]:
    """Return how many resumes there are, and them as they are read and blinded."""
    from skillmatch.batch import read_paths
    from skillmatch.documents import list_documents
    from skillmatch.trust.blind import blind_documents
    from skillmatch.trust.pseudonyms import load_key
    from skillmatch.trust.traces import ALWAYS, OPTIONAL

    wrong = sorted(set(hide or ()) - OPTIONAL)
    if wrong:
        raise UsageError(f"--hide {wrong[0]}: choose of {', '.join(sorted(OPTIONAL))}")
    kinds = ALWAYS | {kind for kind in OPTIONAL if kind in (hide or ())}
    total = sum(1 for _ in list_documents(existing(resumes)))
    read = read_paths(resumes, load_settings(settings).reading, workers=workers)
    return total, blind_documents(read, load_key(key), kinds=kinds)


def lint(
    job: Annotated[Path, typer.Argument(help="A job description.")],
    pool: Annotated[Path | None, typer.Option(help="Also tell which must-haves remove most of this pool.")] = None,
    format: Annotated[Literal["text", "json"], typer.Option("-f", "--format", help="Output format.")] = "text",
    output: Out = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Look a job ad over: contradictions, impossible years, needless must-haves, wording; status 1 for problems.

    Example: skillmatch lint job.txt --pool people.pool
    """
    import dataclasses
    import json

    from skillmatch.trust.lint import lint as look_over
    from skillmatch.trust.lint import lint_pool, to_lines

    matcher = build_matcher(taxonomy, settings)
    document, asked = read_one(job, matcher, "job")
    findings = look_over(document, asked, matcher.taxonomy, as_of=matcher.settings.extraction.as_of)
    if pool is not None:
        from skillmatch.cli.pool import open_pool
        from skillmatch.store import making_of

        with open_pool(pool) as members:
            members.check(making_of(matcher.taxonomy, matcher.settings))
            findings += lint_pool(matcher.rank(asked, iter(members)).matches)
    if format == "json":
        rows = [dataclasses.asdict(finding) for finding in findings]
        write_out(
            iter([json.dumps({"job": document.document_id, "findings": rows}, ensure_ascii=False) + "\n"]), output
        )
    else:
        write_out(to_lines(document.document_id, findings), output)
    if any(finding.severity == "problem" for finding in findings):
        raise typer.Exit(1)


def letter(
    job: Annotated[Path, typer.Argument(help="A job description.")],
    resume: Annotated[Path, typer.Argument(help="The candidate's resume.")],
    contact: Annotated[str | None, typer.Option(help="Whom the candidate writes to in order to object.")] = None,
    format: Annotated[
        Literal["markdown", "html"] | None,
        typer.Option("-f", "--format", help="Output format; by default that of the suffix of -o, or Markdown."),
    ] = None,
    output: Out = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Write to a candidate what was asked, found and missing, what would change it, and how to object.

    Example: skillmatch letter job.txt resume.pdf --contact people@example.org -o letter.html
    """
    from skillmatch.trust.letter import NOBODY, build_letter, to_html, to_markdown

    matcher = build_matcher(taxonomy, settings)
    asked, offered = read_job(job, matcher), read_one(resume, matcher, "resume")[1]
    found = build_letter(matcher.match(asked, offered), asked, matcher.provenance, contact=contact or NOBODY)
    as_page = format == "html" or (format is None and output is not None and output.suffix in (".html", ".htm"))
    write_out(iter([to_html(found) if as_page else to_markdown(found)]), output)
