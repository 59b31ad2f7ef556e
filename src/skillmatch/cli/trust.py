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
    tell,
    tell_failures,
    write_out,
)
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import SkillProfile

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
    """Read one job; a job that cannot be read ends the command."""
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure

    if existing(path).is_dir():
        raise UsageError(f"{path} is a folder: give one job description")
    [asked] = profile_paths(path, matcher, kind="job", workers=1)
    if isinstance(asked, Failure):
        tell(f"{asked.document_id}: {asked.code}: {asked.message}")
        raise typer.Exit(1)
    return asked
