"""`skillmatch extract` and `skillmatch read`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
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
    with_progress,
    write_out,
)

if TYPE_CHECKING:
    from skillmatch.models import Document, Failure

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.")]


def extract(
    paths: Paths,
    kind: Annotated[
        Literal["auto", "resume", "job"], typer.Option(help="What the documents are; 'auto' decides by content.")
    ] = "auto",
    format: Annotated[
        Literal["table", "jsonl", "csv"], typer.Option("-f", "--format", help="Output format.")
    ] = "table",
    output: Out = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
) -> None:
    """Print the skills of documents, with where and how each was found.

    Example: skillmatch extract resumes/ -f jsonl -o skills.jsonl
    """
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure
    from skillmatch.reports import jsonl, spreadsheet, table

    total = _count(paths)
    matcher = build_matcher(taxonomy, settings)
    profiles = list(with_progress(profile_paths(paths, matcher, kind=kind, workers=workers), "Extracting", total))
    if format == "jsonl":
        pieces = jsonl.render_profiles(profiles)
    elif format == "csv":
        pieces = spreadsheet.render_profiles(profiles)
    else:
        pieces = iter([table.to_text(table.profiles_view(profiles))])
    write_out(pieces, output)
    tell_failures([profile for profile in profiles if isinstance(profile, Failure)], total)


def read(
    paths: Paths,
    format: Annotated[Literal["text", "jsonl"], typer.Option("-f", "--format", help="Output format.")] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder for one <stem>.txt for each document.")
    ] = None,
    workers: Workers = None,
    settings: SettingsFile = None,
) -> None:
    """Print the text that skillmatch sees in documents, and what it warns of.

    Example: skillmatch read resumes/ -f jsonl -o texts/
    """
    from skillmatch.batch import read_paths
    from skillmatch.models import Failure
    from skillmatch.reports import jsonl

    total = _count(paths)
    limits = load_settings(settings).reading
    documents: Iterable[Document | Failure] = with_progress(
        read_paths(paths, limits, workers=workers), "Reading", total
    )
    if output is not None:
        documents = _save_texts(documents, output)
    failures: list[Failure] = []
    documents = _note_failures(documents, failures)
    if format == "jsonl":
        write_out(jsonl.render_documents(documents), None)
    elif output is None:
        write_out((document.text + "\n" for document in documents if not isinstance(document, Failure)), None)
    else:
        for _ in documents:
            pass
    tell_failures(failures, total)


def _count(paths: list[Path]) -> int:
    from skillmatch.documents import list_documents

    return sum(1 for path in paths for _ in list_documents(existing(path)))


def _note_failures(documents: Iterable[Document | Failure], failures: list[Failure]) -> Iterator[Document | Failure]:
    from skillmatch.models import Failure

    for document in documents:
        if isinstance(document, Failure):
            failures.append(document)
        yield document


def _save_texts(documents: Iterable[Document | Failure], folder: Path) -> Iterator[Document | Failure]:
    """Write the text of each document as it passes; a second document of one stem keeps its whole id as name."""
    from skillmatch.models import Failure
    from skillmatch.reports import write_text

    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for document in documents:
        if not isinstance(document, Failure):
            stem = PurePosixPath(document.document_id).stem
            name = stem if stem not in taken else document.document_id.replace("/", "__")
            taken.add(name)
            write_text(folder / f"{name}.txt", iter([document.text]))
        yield document
