"""`skillmatch lint` and `skillmatch letter`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillmatch.cli.options import (
    Out,
    SettingsFile,
    Taxonomies,
    build_matcher,
    write_out,
)
from skillmatch.cli.single import read_job, read_one

if TYPE_CHECKING:
    pass


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
            members.check(making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model))
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
