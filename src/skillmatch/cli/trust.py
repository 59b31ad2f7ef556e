"""`skillmatch trust`: what decisions about people need."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.audit import decide, erase, expire, record, show, verify
from skillmatch.cli.blind import blind, blind_match
from skillmatch.cli.options import (
    Out,
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    tell,
    tell_failures,
    write_out,
)
from skillmatch.cli.single import read_job

if TYPE_CHECKING:
    pass

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


trust_app.command("blind")(blind)
trust_app.command("blind-match")(blind_match)
trust_app.command("record")(record)
trust_app.command("decide")(decide)
trust_app.command("show")(show)
trust_app.command("verify")(verify)
trust_app.command("erase")(erase)
trust_app.command("expire")(expire)
