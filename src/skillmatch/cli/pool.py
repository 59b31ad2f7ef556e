"""`skillmatch pool`: people kept at hand for new jobs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillmatch.cli.options import (
    ModelFile,
    NoStore,
    Out,
    SettingsFile,
    StoreFile,
    Taxonomies,
    Workers,
    build_matcher,
    default_store,
    existing,
    tell,
    write_out,
)
from skillmatch.cli.progress import Watch
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from skillmatch.filling import Changes
    from skillmatch.store import Pool

pool_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Keep the profiles of folders in one file, and rank them for new jobs: skillmatch match JOB --pool FILE.",
)

PoolFile = Annotated[Path, typer.Argument(metavar="FILE", help="The pool's file.")]


@pool_app.command()
def add(
    file: PoolFile,
    folders: Annotated[list[Path], typer.Argument(help="Resumes, or folders of them.")],
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    model: ModelFile = None,
) -> None:
    """Add folders of resumes to a pool, which is made if it is not there.

    Example: skillmatch pool add people.pool resumes/
    """
    from skillmatch.filling import add_folders
    from skillmatch.store import Pool

    found = [existing(folder) for folder in folders]
    matcher = build_matcher(taxonomy, settings, model=model)
    with Pool(file) as pool, Watch("Reading resumes", found) as watch:
        _tell_changes(pool, add_folders(pool, found, matcher, workers=workers, watch=watch.note))


@pool_app.command()
def update(
    file: PoolFile,
    watch: Annotated[bool, typer.Option("--watch", help="Stay, and update whenever a file changes.")] = False,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    model: ModelFile = None,
) -> None:
    """Profile what is new or changed in a pool's folders, and erase those whose files are gone.

    Example: skillmatch pool update people.pool
    """
    from skillmatch.filling import iter_changes, update_pool

    matcher = build_matcher(taxonomy, settings, model=model)
    with open_pool(file) as pool:
        for _ in iter_changes(pool.folders()) if watch else [None]:
            with Watch("Reading resumes", pool.folders()) as seen:
                changes = update_pool(pool, matcher, workers=workers, watch=seen.note)
            if changes.any or not watch:
                _tell_changes(pool, changes)


@pool_app.command()
def remove(
    file: PoolFile,
    documents: Annotated[list[str], typer.Argument(help="Ids as `skillmatch pool list` prints them.")],
    store: StoreFile = None,
    no_store: NoStore = False,
) -> None:
    """Erase people from a pool and from the store of other runs, without a trace in either file.

    Example: skillmatch pool remove people.pool jane-doe.pdf
    """
    from skillmatch.store import Store

    with open_pool(file) as pool:
        erased = pool.remove(documents)
    cached = 0
    path = store if store is not None else default_store()
    if not no_store and path.exists():
        with Store(path) as cache:
            digests = [bytes.fromhex(sha256) for person in erased for sha256 in person.sha256]
            cached = cache.erase(digests, [person.path for person in erased if person.path])
    for person in erased:
        print(f"erased {person.document_id}" + ("" if person.sha256 else " (others have the same content and keep it)"))
        if person.path and person.path.exists():
            tell(f"{person.path} is still there: delete it, or the next update adds it again")
    print(f"{len(erased)} members erased from {file}, {cached} results from the store of other runs")


@pool_app.command(name="list")
def list_members(file: PoolFile) -> None:
    """Print the ids of a pool's members, with the code of those that failed.

    Example: skillmatch pool list people.pool
    """
    with open_pool(file) as pool:
        write_out((f"{document_id}\t{code or 'ok'}\n" for document_id, code in pool.members()), None)


@pool_app.command()
def stats(file: PoolFile) -> None:
    """Count what a pool holds.

    Example: skillmatch pool stats people.pool
    """
    with open_pool(file) as pool:
        found = pool.stats()
    print(f"{'members':20}{found.members:>12}")
    for code, count in found.failures:
        print(f"{'failed: ' + code:20}{count:>12}")
    print(f"{'megabytes':20}{found.bytes / 1e6:>12.1f}")
    for folder in found.folders:
        print(f"follows {folder}")


@pool_app.command()
def export(file: PoolFile, output: Out = None) -> None:
    """Write the profiles of a pool as JSON Lines, as `skillmatch extract -f jsonl` does.

    Example: skillmatch pool export people.pool -o profiles.jsonl
    """
    from skillmatch.reports import jsonl

    with open_pool(file) as pool:
        write_out(jsonl.render_profiles(pool), output)


def open_pool(path: Path) -> Pool:
    """Open a pool that is there.

    Raises
    ------
    UsageError
        There is no such file.
    """
    from skillmatch.store import Pool

    if not path.is_file():
        raise UsageError(f"{path}: no such pool: make it with `skillmatch pool add {path} FOLDER`")
    return Pool(path)


def _tell_changes(pool: Pool, changes: Changes) -> None:
    print(
        f"{pool.path}: {len(pool)} members: {changes.added} added, {changes.changed} changed, "
        f"{changes.unchanged} unchanged, {len(changes.removed)} removed"
    )
    for code, count in pool.stats().failures:
        tell(f"{count} failed: {code}")
