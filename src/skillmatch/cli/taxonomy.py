"""`skillmatch taxonomy`: the taxonomy as code."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, Literal

import typer

from skillmatch.cli.options import (
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    load_settings,
    load_taxonomy,
    tell_failures,
)

taxonomy_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look into the taxonomy, check it, edit it and build it from documents.",
)

Folders = Annotated[list[str] | None, typer.Argument(help="Taxonomy files or folders; the shipped one by default.")]
OutPath = Annotated[Path, typer.Option("-o", "--output", help="Where to write.")]


@taxonomy_app.command()
def stats(taxonomy: Taxonomies = None) -> None:
    """Count skills, aliases and relations by category.

    Example: skillmatch taxonomy stats
    """
    from skillmatch.taxonomy.parse import SCHEMA
    from skillmatch.taxonomy.stats import count

    loaded = load_taxonomy(taxonomy)
    print(f"{loaded.name} {loaded.version} (schema {SCHEMA}, fingerprint {loaded.fingerprint})\n")
    print(f"{'category':26}{'skills':>8}{'aliases':>9}{'relations':>11}{'esco':>7}{'onet':>7}")
    for row in count(loaded):
        print(f"{row.category:26}{row.skills:8}{row.aliases:9}{row.relations:11}{row.esco:7}{row.onet:7}")


@taxonomy_app.command()
def check(paths: Folders = None) -> None:
    """Report every problem of taxonomy files at once; several are checked as one, later ones on top.

    Example: skillmatch taxonomy check default my-skills.toml
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
    from skillmatch.taxonomy.files import write_files
    from skillmatch.taxonomy.format import format_file
    from skillmatch.taxonomy.load import list_files

    with as_file(files("skillmatch.taxonomy_data")) as shipped:
        found = [
            file
            for path in map(Path, paths or [str(shipped)])
            for file in (list_files(path) if path.is_dir() else [path])
        ]
    texts: dict[Path, str | bytes] = {file: format_file(file) for file in found}
    changed = {file: text for file, text in texts.items() if text != file.read_bytes().decode("utf-8")}
    for file in changed:
        print(f"{'would format' if only_check else 'formatted'} {file}")
    if only_check and changed:
        raise typer.Exit(1)
    write_files(changed)


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


@taxonomy_app.command()
def show(skill_id: Annotated[str, typer.Argument(help="Id of a skill.")], taxonomy: Taxonomies = None) -> None:
    """Show all that is known of a skill: forms, relations both ways, evidence in documents.

    Example: skillmatch taxonomy show python
    """
    from skillmatch.taxonomy.evidence import load_evidence
    from skillmatch.taxonomy.show import describe

    print(describe(load_taxonomy(taxonomy), skill_id, load_evidence()), end="")


@taxonomy_app.command()
def diff(
    old: Annotated[str, typer.Argument(help="Taxonomy file or folder; 'default' is the shipped one.")],
    new: Annotated[list[str], typer.Argument(help="The other one; several are taken together, later ones on top.")],
    impact: Annotated[
        Path | None, typer.Option(help="Documents: also list those whose skills the change touches.")
    ] = None,
    settings: SettingsFile = None,
    workers: Workers = None,
) -> None:
    """List what two taxonomies differ in: skills added, removed and renamed, forms that moved.

    Example: skillmatch taxonomy diff default default my-skills.toml --impact resumes/
    """
    from skillmatch.taxonomy import Taxonomy
    from skillmatch.taxonomy.diff import compare

    before, after = Taxonomy.load(old), Taxonomy.load(*new)
    for change in compare(before, after):
        print(change)
    if impact is not None:
        from skillmatch.discovery import Impact, find_impact

        rows = list(find_impact(existing(impact), before, after, load_settings(settings), workers=workers))
        for row in rows:
            if isinstance(row, Impact):
                signed = [*(f"+{skill}" for skill in row.gained), *(f"-{skill}" for skill in row.lost)]
                print(f"{'document':13}{row.document_id}: {' '.join(signed)}")
        tell_failures([row for row in rows if not isinstance(row, Impact)], len(rows))


@taxonomy_app.command()
def build(
    documents: Annotated[list[Path], typer.Argument(help="Files or folders of resumes, jobs or other texts.")],
    output: OutPath,
    limit: Annotated[int, typer.Option(min=1, help="Propose this many terms at most.")] = 1000,
    min_count: Annotated[int, typer.Option(min=1, help="Leave out terms that stand in fewer places.")] = 2,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    workers: Workers = None,
) -> None:
    """Read documents and propose the skills that the taxonomy lacks, for you to review.

    Example: skillmatch taxonomy build resumes/ -o proposals.toml
    """
    from skillmatch.discovery import propose
    from skillmatch.taxonomy.files import write_files
    from skillmatch.taxonomy.proposals import format_proposals

    matcher = build_matcher(taxonomy, settings)
    found = propose(map(existing, documents), matcher, limit=limit, min_count=min_count, workers=workers)
    ref = matcher.taxonomy.ref
    source = f"{ref.name} {ref.version} ({ref.fingerprint})"
    write_files({output: format_proposals(found.proposals, found.evidence, source=source)})
    print(f"{len(found.proposals)} proposals from {len(found.evidence)} documents in {output}")
    tell_failures(found.failures, len(found.evidence) + len(found.failures))


@taxonomy_app.command()
def accept(
    proposals: Annotated[Path, typer.Argument(help="A file of proposals that you have reviewed.")],
    into: Annotated[Path, typer.Option(help="Taxonomy folder to merge into; made if it is not there.")] = Path(
        "my-taxonomy"
    ),
    taxonomy: Taxonomies = None,
) -> None:
    """Merge the proposals with `accept = true` into a taxonomy folder.

    Example: skillmatch taxonomy accept proposals.toml --into my-taxonomy
    """
    from skillmatch.taxonomy.accept import accept_proposals
    from skillmatch.taxonomy.proposals import read_proposals

    done = accept_proposals(read_proposals(proposals), into, base=taxonomy or ["default"])
    print(f"{done.skills} skills and {done.aliases} aliases into {', '.join(map(str, done.files))}")


@taxonomy_app.command(name="import")
def import_(
    format: Annotated[
        Literal["csv", "esco", "lightcast", "onet", "rsd", "xlsx"], typer.Argument(help="What the source is.")
    ],
    source: Annotated[Path, typer.Argument(help="File, folder or zip.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="A .toml file for all, or a folder with a file for each category.")
    ],
    hot_only: Annotated[bool, typer.Option("--hot-only", help="O*NET: only what it calls a Hot Technology.")] = False,
) -> None:
    """Turn another skill list into a taxonomy.

    Example: skillmatch taxonomy import esco esco.zip -o esco/
    """
    from skillmatch.taxonomy.files import write_taxonomy
    from skillmatch.taxonomy.importers import import_skills

    found = import_skills(format, source, hot_only=hot_only)
    written = write_taxonomy(output, found.skills, name=found.name, version=found.version, head=found.head)
    for note in found.notes:
        typer.echo(f"skillmatch: {note}", err=True)
    print(f"{len(found.skills)} skills in {written} {'file' if written == 1 else 'files'}: {output}")


@taxonomy_app.command()
def export(
    format: Annotated[Literal["csv", "skos", "xlsx"], typer.Argument(help="What to write.")],
    output: OutPath,
    taxonomy: Taxonomies = None,
) -> None:
    """Write the taxonomy for a spreadsheet or for tools of the semantic web.

    Example: skillmatch taxonomy export csv -o skills.csv
    """
    from skillmatch.taxonomy.files import write_files
    from skillmatch.taxonomy.skos import to_turtle
    from skillmatch.taxonomy.table import to_csv, to_xlsx

    loaded = load_taxonomy(taxonomy)
    content = to_turtle(loaded) if format == "skos" else (to_csv if format == "csv" else to_xlsx)(loaded.stated)
    write_files({output: content})
    print(f"{len(loaded.stated)} skills in {output}")
