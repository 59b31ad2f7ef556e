"""Merge reviewed proposals into a taxonomy folder: formatted, checked as a whole, and all files or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from skillmatch.errors import TaxonomyError, UsageError
from skillmatch.taxonomy.files import write_files
from skillmatch.taxonomy.format import format_entries, head_of
from skillmatch.taxonomy.load import META, Taxonomy, list_files
from skillmatch.taxonomy.parse import Entry, parse_file
from skillmatch.taxonomy.proposals import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was merged: how many new skills and aliases, into which files."""

    skills: int
    aliases: int
    files: tuple[Path, ...]


def accept_proposals(
    proposals: Iterable[Proposal], folder: Path, *, base: Sequence[str | Path] = ("default",)
) -> Accepted:
    """Merge the accepted ones into a folder, one file for each category.

    Parameters
    ----------
    proposals
        Those without `accept` are left out.
    folder
        Made if it is not there. One with a ``taxonomy.toml`` is a taxonomy by itself; any other adds to `base`, so that
        an alias of a skill of `base` becomes a short entry of its own.
    base
        What the folder adds to.

    Raises
    ------
    TaxonomyError
        The result would have problems (a form that another skill has, ...); all are listed and nothing is written.
    UsageError
        Nothing is accepted.
    """
    chosen = [proposal for proposal in proposals if proposal.accept]
    if not chosen:
        raise UsageError("no proposal is accepted: set accept = true on what should enter")
    alone = (folder / META).is_file()
    known = None if alone else Taxonomy.load(*base)
    files = {path.stem: list(_entries(path)) for path in (list_files(folder) if folder.is_dir() else ())}
    taken = [one.id for one in chosen if one.alias_of is None and known is not None and one.id in known]
    if taken:
        raise TaxonomyError(
            f"these ids are taken: {', '.join(taken)}: choose others, or use alias_of\nnothing was written"
        )
    changed = {_merge(files, proposal, known) for proposal in chosen}
    texts: dict[Path, str | bytes] = {}
    for stem in sorted(changed):
        path = folder / f"{stem}.toml"
        entries = files[stem]
        texts[path] = (head_of(path) if path.exists() else "") + format_entries(entries, entries[0].category)
    _check(folder, texts, () if alone else base)
    folder.mkdir(parents=True, exist_ok=True)
    write_files(texts)
    aliases = sum(proposal.alias_of is not None for proposal in chosen)
    return Accepted(skills=len(chosen) - aliases, aliases=aliases, files=tuple(texts))


def _entries(path: Path) -> tuple[Entry, ...]:
    parsed = parse_file(path)
    if parsed.problems:
        raise TaxonomyError(f"{path}: mend this file first: skillmatch taxonomy check {path}")
    return parsed.entries


def _merge(files: dict[str, list[Entry]], proposal: Proposal, known: Taxonomy | None) -> str:
    """Put one proposal into the entries of its file; return the stem of the file."""
    if proposal.alias_of is None:
        values: dict[str, object] = {"id": proposal.id, "name": proposal.name, "type": proposal.type}
        if proposal.description:
            values["description"] = proposal.description
        return _add(files, proposal.category, proposal.id, values)
    for stem, entries in files.items():
        for place, entry in enumerate(entries):
            if entry.id == proposal.alias_of:
                entries[place] = _with_alias(entry, proposal.name)
                return stem
    category = known[proposal.alias_of].category if known and proposal.alias_of in known else proposal.category
    return _add(files, category, proposal.alias_of, {"id": proposal.alias_of, "aliases": (proposal.name,)})


def _add(files: dict[str, list[Entry]], category: str, skill_id: str, values: dict[str, object]) -> str:
    entries = files.setdefault(category, [])
    stated = entries[0].category if entries else category
    entries.append(Entry(id=skill_id, category=stated, path=Path(f"{category}.toml"), values=values))
    return category


def _with_alias(entry: Entry, alias: str) -> Entry:
    aliases = entry.values.get("aliases", ())
    before = aliases if isinstance(aliases, tuple) else ()
    values = {**entry.values, "aliases": (*before, alias)}
    return Entry(id=entry.id, category=entry.category, path=entry.path, values=values)


def _check(folder: Path, texts: dict[Path, str | bytes], base: Sequence[str | Path]) -> None:
    """Load what the folder would hold, in a copy."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / folder.name
        if folder.is_dir():
            shutil.copytree(
                folder, copy, ignore=lambda _, names: [name for name in names if not name.endswith(".toml")]
            )
        copy.mkdir(exist_ok=True)
        for path, text in texts.items():
            (copy / path.name).write_text(str(text), encoding="utf-8")
        try:
            Taxonomy.load(*base, copy)
        except TaxonomyError as error:
            raise TaxonomyError(str(error).replace(str(copy), str(folder)) + "\nnothing was written") from error
