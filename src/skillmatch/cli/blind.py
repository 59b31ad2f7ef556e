"""`skillmatch trust blind` and `skillmatch trust blind-match`."""

from __future__ import annotations

from functools import partial
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
    tell_failures,
    write_out,
)
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Document, Failure, SkillProfile
    from skillmatch.reports.views import Reading
    from skillmatch.settings import ReadingSettings


KeyFile = Annotated[Path, typer.Option("--key", help="File with the key of the pseudonyms; made if it is not there.")]
Hidden = Annotated[
    list[str] | None,
    typer.Option(
        "--hide", help="Also take out: school, year (of graduation), employer (and its place). Repeat for more."
    ),
]


BlindKey = Annotated[
    Path | None,
    typer.Option(
        "--blind",
        metavar="KEY",
        help="Blind resumes before ranking, and name them by the key in this file; it is made if it is not there.",
    ),
]


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

    total, documents = _blinded(resumes, key, hide, workers, load_settings(settings).reading)
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
    total, documents = _blinded(resumes, key, hide, workers, matcher.settings.reading)
    report = matcher.rank_many(jobs, documents, top=top)
    write_out(render(report, format or (format_of(output) if output else "table")), output)
    tell_failures(report.failures, total + len(jobs))


def blinded_profiles(
    resumes: Path,
    key: Path,
    hide: list[str] | None,
    matcher: SkillMatcher,
    workers: int | None,
    kept: dict[str, Reading],
) -> tuple[Iterator[SkillProfile | Failure], int]:
    """Return the profiles of blinded resumes as they are made, and how many there will be; `kept` gets the texts."""
    from skillmatch.guard import guarded
    from skillmatch.models import Failure, SkillProfile
    from skillmatch.reports.views import Reading

    total, documents = _blinded(resumes, key, hide, workers, matcher.settings.reading)

    def profiles() -> Iterator[SkillProfile | Failure]:
        for document in documents:
            if isinstance(document, Failure):
                yield document
                continue
            found = guarded(document.document_id, "profile", partial(matcher.profile, document, "resume"))
            if isinstance(found, SkillProfile):
                kept[found.document_id] = Reading(document=document, profile=found)
            yield found

    return profiles(), total


def blinded_members(members: Iterable[SkillProfile | Failure], key: Path) -> Iterator[SkillProfile | Failure]:
    """Give the members of a pool pseudonyms."""
    from skillmatch.trust.blind import blind_profile
    from skillmatch.trust.pseudonyms import load_key

    secret = load_key(key)
    return (blind_profile(member, secret) for member in members)


def _blinded(
    resumes: Path, key: Path, hide: list[str] | None, workers: int | None, settings: ReadingSettings
) -> tuple[int, Iterator[Document | Failure]]:
    """Return how many resumes there are, and them as they are read and blinded."""
    from skillmatch.batch import read_paths
    from skillmatch.documents import list_documents
    from skillmatch.nlp.traces import ALWAYS, OPTIONAL
    from skillmatch.trust.blind import blind_documents
    from skillmatch.trust.pseudonyms import load_key

    wrong = sorted(set(hide or ()) - OPTIONAL)
    if wrong:
        raise UsageError(f"--hide {wrong[0]}: choose of {', '.join(sorted(OPTIONAL))}")
    kinds = ALWAYS | {kind for kind in OPTIONAL if kind in (hide or ())}
    total = sum(1 for _ in list_documents(existing(resumes)))
    read = read_paths(resumes, settings, workers=workers)
    return total, blind_documents(read, load_key(key), kinds=kinds)
