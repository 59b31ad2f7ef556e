"""`skillmatch extract` and `skillmatch read`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from skillmatch.cli.options import (
    ModelFile,
    Out,
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    load_model,
    load_settings,
    load_taxonomy,
    tell_failures,
    with_progress,
    write_out,
)

if TYPE_CHECKING:
    from skillmatch.models import Document, Failure

Result = TypeVar("Result")

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.")]


def extract(
    paths: Paths,
    kind: Annotated[
        Literal["auto", "resume", "job"], typer.Option(help="What the documents are; 'auto' decides by content.")
    ] = "auto",
    format: Annotated[
        Literal["table", "jsonl", "csv", "json-resume", "hr-open", "job-posting", "occupation"],
        typer.Option("-f", "--format", help="Output format; the formats of the trade give one line for each document."),
    ] = "table",
    explain: Annotated[
        bool, typer.Option("--explain", help="Say of every possible reading why it was taken, or why not.")
    ] = False,
    output: Out = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    model: ModelFile = None,
) -> None:
    """Print the skills of documents, with where and how each was found.

    Example: skillmatch extract resumes/ -f jsonl -o skills.jsonl
    """
    if explain:
        _explain(paths, kind, format, output, workers, taxonomy, settings, model)
        return
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure
    from skillmatch.reports import exchange, jsonl, spreadsheet, table

    total = _count(paths)
    matcher = build_matcher(taxonomy, settings, model=model)
    profiles = list(with_progress(profile_paths(paths, matcher, kind=kind, workers=workers), "Extracting", total))
    if format == "jsonl":
        pieces = jsonl.render_profiles(profiles)
    elif format == "csv":
        pieces = spreadsheet.render_profiles(profiles)
    elif format == "table":
        pieces = iter([table.to_text(table.profiles_view(profiles))])
    else:
        pieces = exchange.render_exchange(profiles, matcher.taxonomy, format)
    write_out(pieces, output)
    tell_failures([profile for profile in profiles if isinstance(profile, Failure)], total)


def _explain(
    paths: list[Path],
    kind: Literal["auto", "resume", "job"],
    format: str,
    output: Path | None,
    workers: int | None,
    taxonomy: list[str] | None,
    settings: Path | None,
    model: Path | None,
) -> None:
    """Print all readings of documents, those that were dropped too."""
    from skillmatch.batch import read_paths
    from skillmatch.errors import UsageError
    from skillmatch.models import Failure
    from skillmatch.nlp import Profiler
    from skillmatch.nlp.explain import explain
    from skillmatch.reports.readings import render_jsonl, render_text

    if format not in ("table", "jsonl"):
        raise UsageError(f"--explain prints a table or jsonl, not {format}")
    total, chosen, failures = _count(paths), load_settings(settings), list[Failure]()
    profiler = Profiler(load_taxonomy(taxonomy), chosen.extraction, load_model(model))
    render = render_jsonl if format == "jsonl" else render_text

    def pieces() -> Iterator[str]:
        documents = with_progress(read_paths(paths, chosen.reading, workers=workers), "Explaining", total)
        for document in _note_failures(documents, failures):
            if not isinstance(document, Failure):
                yield from render(document.document_id, explain(profiler, document, kind))

    write_out(pieces(), output)
    tell_failures(failures, total)


def read(
    paths: Paths,
    format: Annotated[Literal["text", "jsonl"], typer.Option("-f", "--format", help="Output format.")] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Folder for one <stem>.txt for each document.")
    ] = None,
    layout: Annotated[bool, typer.Option("--layout", help="Print lines with boxes and looks as JSON instead.")] = False,
    warnings: Annotated[bool, typer.Option("--warnings", help="Print what is wrong as JSON instead.")] = False,
    debug_html: Annotated[
        Path | None, typer.Option(help="Draw lines, order and hidden text on the pages in this HTML file instead.")
    ] = None,
    password: Annotated[str, typer.Option(help="Opens encrypted PDFs.")] = "",
    workers: Workers = None,
    settings: SettingsFile = None,
) -> None:
    """Print the text that skillmatch sees in documents, and what it warns of.

    Example: skillmatch read resumes/ -f jsonl -o texts/
    """
    from skillmatch.batch import draw_paths, read_paths
    from skillmatch.errors import UsageError
    from skillmatch.models import Failure

    if sum((layout, warnings, debug_html is not None, format != "text")) > 1:
        raise UsageError("choose one of --format jsonl, --layout, --warnings and --debug-html")
    total = _count(paths)
    limits = load_settings(settings).reading
    limits = replace(limits, password=password) if password else limits
    failures: list[Failure] = []
    if debug_html is not None:
        from skillmatch.documents.debug import to_page

        drawn = with_progress(draw_paths(paths, limits, workers=workers), "Drawing", total)
        noted = _note_failures(drawn, failures)
        write_out(to_page(piece for piece in noted if not isinstance(piece, Failure)), debug_html)
    else:
        documents = _note_failures(
            with_progress(read_paths(paths, limits, workers=workers), "Reading", total), failures
        )
        _print(documents, format, output, layout, warnings)
    tell_failures(failures, total)


def _print(
    documents: Iterable[Document | Failure], format: str, output: Path | None, layout: bool, warnings: bool
) -> None:
    from skillmatch.models import Failure
    from skillmatch.reports import jsonl

    if output is not None:
        documents = _save_texts(documents, output)
    if layout:
        write_out(jsonl.render_layouts(documents), None)
    elif warnings:
        write_out(jsonl.render_warnings(documents), None)
    elif format == "jsonl":
        write_out(jsonl.render_documents(documents), None)
    elif output is None:
        write_out((document.text + "\n" for document in documents if not isinstance(document, Failure)), None)
    else:
        for _ in documents:
            pass


def _count(paths: list[Path]) -> int:
    from skillmatch.documents import list_documents

    return sum(1 for path in paths for _ in list_documents(existing(path)))


def _note_failures(results: Iterable[Result | Failure], failures: list[Failure]) -> Iterator[Result | Failure]:
    from skillmatch.models import Failure

    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
        yield result


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
