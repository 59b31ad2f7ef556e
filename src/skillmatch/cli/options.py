"""Options and output that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Failure
    from skillmatch.nlp.learned_model import LearnedModel
    from skillmatch.settings import Settings
    from skillmatch.store import Cache
    from skillmatch.taxonomy import Taxonomy

Row = TypeVar("Row")


def _writable(output: Path | None) -> Path | None:
    """Refuse a place that cannot be written before any work is done."""
    if output is None:
        return None
    if output.is_dir():
        raise UsageError(f"{output}: is a folder: name a file")
    if not output.parent.is_dir():
        raise UsageError(f"{output}: cannot be written: no such folder: {output.parent}")
    if not os.access(output if output.exists() else output.parent, os.W_OK):
        raise UsageError(f"{output}: cannot be written: permission denied")
    return output


Out = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="Write to this file instead of standard output.", callback=_writable),
]
Workers = Annotated[
    int | None, typer.Option(min=0, help="Worker processes: the cores at hand by default; 0 uses none.")
]
Taxonomies = Annotated[
    list[str] | None,
    typer.Option(
        "--taxonomy",
        help="Taxonomy file or folder to use instead of the shipped one ('default'); repeat to add more on top.",
    ),
]
StoreFile = Annotated[
    Path | None,
    typer.Option("--store", help="File that keeps profiles, so that no document is read twice; by default a cache."),
]
NoStore = Annotated[bool, typer.Option("--no-store", help="Read every document, and keep nothing.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="Settings in a TOML file.")]
BackgroundFile = Annotated[
    Path | None, typer.Option("--background", help="Word statistics that `skillmatch fit` wrote, for the shipped ones.")
]
ModelFile = Annotated[
    Path | None, typer.Option("--model", help="Find skills also as this model has learnt to: see `skillmatch train`.")
]


def build_matcher(
    taxonomies: list[str] | None, settings: Path | None, background: Path | None = None, model: Path | None = None
) -> SkillMatcher:
    """Build the matcher that the options ask for."""
    from skillmatch.matcher import SkillMatcher
    from skillmatch.scoring import Background

    return SkillMatcher(
        taxonomy=load_taxonomy(taxonomies),
        settings=load_settings(settings),
        background=Background.load(background) if background else None,
        model=load_model(model),
    )


def load_model(path: Path | None) -> LearnedModel | None:
    """Load the model that is named, if any."""
    if path is None:
        return None
    from skillmatch.nlp import LearnedModel

    return LearnedModel.load(path)


def load_taxonomy(paths: list[str] | None) -> Taxonomy:
    """Load the shipped taxonomy, or those that are named."""
    from skillmatch.taxonomy import Taxonomy

    return Taxonomy.load(*paths) if paths else Taxonomy.default()


def load_settings(path: Path | None) -> Settings:
    """Load the settings file, or the defaults."""
    from skillmatch.settings import Settings

    return Settings.from_toml(path) if path else Settings()


def existing(path: Path) -> Path:
    """Return the path.

    Raises
    ------
    UsageError
        There is nothing, or a folder without files.
    """
    try:
        path.stat()
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file or folder") from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be opened: {error.strerror}") from error
    if path.is_dir() and not any(files for _, _, files in os.walk(path, followlinks=False)):
        raise UsageError(f"{path}: no documents in this folder")
    return path


def with_progress(rows: Iterable[Row], label: str, total: int) -> Iterator[Row]:
    """Show progress on standard error while rows pass, if a person is looking."""
    if not sys.stderr.isatty():
        yield from rows
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No refresh thread: workers are forked while rows pass, and a fork beside threads is not safe.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task(label, total=total)
        for row in rows:
            progress.update(task, advance=1, refresh=True)
            yield row


def default_store() -> Path:
    """Return the place of the store in the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("skillmatch") / "profiles.store"


@contextmanager
def open_cache(store: Path | None, no_store: bool, matcher: SkillMatcher) -> Iterator[Cache | None]:
    """Open the store that the options ask for; what was wrong with it is said on standard error."""
    from skillmatch.store import Cache, making_of

    if no_store:
        yield None
        return
    making = making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model)
    path = store if store is not None else default_store()
    with Cache(path, making=making, max_bytes=matcher.settings.reading.max_bytes) as cache:
        try:
            yield cache
        except KeyboardInterrupt:
            tell("what was read until now is kept: the same command goes on from there")
            raise
        finally:
            for note in cache.notes:
                tell(note)


def tell(message: str) -> None:
    """Say one line on standard error, whatever characters are in it."""
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in f"skillmatch: {message}")
    typer.echo(line, err=True)


def write_out(pieces: Iterator[str] | Iterator[bytes], output: Path | None) -> None:
    """Write to the file, or to standard output whatever its encoding.

    A file is there whole or not at all. Devices and pipes are written to and never replaced, and so is what a link
    leads to.
    """
    data = (piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if output is None:
        _print(data)
        return
    try:
        if output.exists() and not output.is_file():
            with output.open("wb") as file:
                file.writelines(data)
        else:
            from skillmatch.reports import write_bytes

            write_bytes(output.resolve(), data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from error


def _print(pieces: Iterator[bytes]) -> None:
    if sys.stdout is None:
        raise UsageError("standard output is closed: name a file with -o")
    for piece in pieces:
        try:
            sys.stdout.buffer.write(piece)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise UsageError(f"standard output cannot be written: {error.strerror}") from error


def tell_failures(failures: Sequence[Failure], total: int) -> None:
    """Say on standard error which documents failed, and leave with status 1 if any did."""
    for failure in failures:
        tell(f"{failure.document_id}: {failure.code}: {failure.message}")
    if failures:
        tell(f"{len(failures)} of {total} documents failed")
        raise typer.Exit(1)
