"""`skillmatch taxonomy`: the taxonomy as code."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from skillmatch.cli.options import Taxonomies, load_taxonomy

taxonomy_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look into the taxonomy, check it and edit it."
)

Folders = Annotated[list[Path] | None, typer.Argument(help="Taxonomy files or folders; the shipped one by default.")]


@taxonomy_app.command()
def stats(taxonomy: Taxonomies = None) -> None:
    """Count skills, aliases and relations by category.

    Example: skillmatch taxonomy stats
    """
    from skillmatch.taxonomy.stats import count

    loaded = load_taxonomy(taxonomy)
    print(f"{loaded.name} {loaded.version} ({loaded.fingerprint})\n")
    print(f"{'category':26}{'skills':>8}{'aliases':>9}{'relations':>11}")
    for row in count(loaded):
        print(f"{row.category:26}{row.skills:8}{row.aliases:9}{row.relations:11}")


@taxonomy_app.command()
def check(paths: Folders = None) -> None:
    """Report every problem of taxonomy files at once.

    Example: skillmatch taxonomy check my-skills.toml
    """
    from skillmatch.taxonomy import Taxonomy

    loaded = Taxonomy.load(*paths) if paths else Taxonomy.default()
    print(f"{len(loaded)} skills, no problems")


@taxonomy_app.command(name="format")
def format_files(
    paths: Folders = None,
    only_check: Annotated[bool, typer.Option("--check", help="Change nothing; exit with 1 if a file would.")] = False,
) -> None:
    """Put taxonomy files into their one form: sorted, wrapped, keys in order.

    Example: skillmatch taxonomy format my-skills.toml
    """
    from skillmatch.reports import write_text
    from skillmatch.taxonomy.format import format_file

    with as_file(files("skillmatch.taxonomy_data")) as shipped:
        found = [
            file for path in paths or [shipped] for file in (sorted(path.glob("*.toml")) if path.is_dir() else [path])
        ]
    unformatted = 0
    for file in found:
        if file.name == "taxonomy.toml":
            continue
        text = format_file(file)
        if text != file.read_text(encoding="utf-8"):
            unformatted += 1
            print(f"{'would format' if only_check else 'formatted'} {file}")
            if not only_check:
                write_text(file, iter([text]))
    if only_check and unformatted:
        raise typer.Exit(1)


@taxonomy_app.command()
def search(
    query: Annotated[str, typer.Argument(help="A part of a name, or a misspelt one.")],
    limit: Annotated[int, typer.Option(min=1, help="Show this many skills.")] = 10,
    taxonomy: Taxonomies = None,
) -> None:
    """Find skills by name or alias.

    Example: skillmatch taxonomy search kubernets
    """
    from skillmatch.taxonomy.search import search as find

    for skill, score in find(load_taxonomy(taxonomy), query, limit=limit):
        forms = ", ".join((*skill.aliases, *skill.exact)[:6])
        print(f"{score:.2f}  {skill.id:28}{skill.name:32}{skill.category:24}{forms}")
