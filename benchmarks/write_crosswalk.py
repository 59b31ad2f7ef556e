"""Write the `esco` and `onet` ids into taxonomy files: counterparts by exact label, for a person to review.

    python benchmarks/write_crosswalk.py SHARED taxonomy [--list]

A label links when it is one of our forms, and no other counterpart has it. In ESCO only preferred labels count, since
alternative ones name what is merely near ("ActionScript" for computer programming). A link by both names goes before
one by an alias of ours, and aliases that meet several counterparts link none. Labels in `crosswalk_rejected.txt` were
reviewed and turned down. Links that stand already are kept. `--list` prints new links and writes nothing.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from skillmatch.taxonomy import Skill, Taxonomy
from skillmatch.taxonomy.check import fold_form
from skillmatch.taxonomy.files import write_files
from skillmatch.taxonomy.format import format_entries, head_of
from skillmatch.taxonomy.importers import import_skills
from skillmatch.taxonomy.load import list_files
from skillmatch.taxonomy.parse import Entry, parse_file

FOLDERS = {"esco": "esco-1.2.0", "onet": "onet"}
MIN_LENGTH = 3  # an alias as short as two letters is the abbreviation of many things
_BRACKET = re.compile(r"\s*\([^()]+\)$")


def names_of(skill: Skill) -> Iterator[tuple[int, str]]:
    """Yield the forms of a skill with their rank: 0 for its name, 1 for others."""
    yield 0, fold_form(skill.name)
    bare = _BRACKET.sub("", skill.name)
    if bare != skill.name:
        yield 0, fold_form(bare)
    for form in (*skill.aliases, *skill.exact):
        if len(form) >= MIN_LENGTH:
            yield 1, fold_form(form)


def read_rejected() -> set[str]:
    lines = (Path(__file__).parent / "crosswalk_rejected.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def link(ours: Iterable[Skill], theirs: Iterable[Skill], key: str) -> dict[str, str]:
    """Return the id of the counterpart of each skill that has one; no counterpart is used twice."""
    owners: dict[str, dict[str, int]] = {}
    for other in theirs:
        for rank, form in names_of(other):
            found = owners.setdefault(form, {})
            found[str(getattr(other, key))] = min(rank, found.get(str(getattr(other, key)), rank))
    pairs = []
    for skill in ours:
        found: dict[int, set[str]] = {}
        for rank, form in names_of(skill):
            for other_id, other_rank in owners.get(form, {}).items():
                if (other_rank == 0 or (key == "onet" and rank == 0)) and len(owners[form]) == 1:
                    found.setdefault(rank + other_rank, set()).add(other_id)
        best = min(found, default=0)
        if len(found.get(best, ())) == 1:  # a skill whose aliases are several of theirs is wider than each
            pairs.append((best, skill.id, min(found[best])))
    links: dict[str, str] = {}
    taken: set[str] = set()
    for _, skill_id, other_id in sorted(pairs):
        if skill_id not in links and other_id not in taken:
            links[skill_id] = other_id
            taken.add(other_id)
    return links


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("taxonomy", type=Path)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    taxonomy = Taxonomy.load(arguments.taxonomy)
    rejected = read_rejected()
    links: dict[str, dict[str, str]] = {}
    for key, folder in FOLDERS.items():
        imported = import_skills(key, arguments.shared / "data" / "taxonomies" / folder).skills
        theirs = [skill for skill in imported if skill.name not in rejected]
        found = link((skill for skill in taxonomy if not skill.retired), theirs, key)
        names = {str(getattr(other, key)): other.name for other in theirs}
        standing = sum(getattr(skill, key) is not None for skill in taxonomy)
        print(f"{key}: {len(found)} of {len(taxonomy)} skills have a counterpart; {standing} links stand already")
        for skill_id, other_id in sorted(found.items()):
            if getattr(taxonomy[skill_id], key) is None:
                links.setdefault(skill_id, {})[key] = other_id
                if arguments.list:
                    print(f"{key}\t{skill_id}\t{taxonomy[skill_id].category}\t{names[other_id]}")
    if not arguments.list:
        write_files({path: linked(path, links) for path in list_files(arguments.taxonomy)})


def linked(path: Path, links: dict[str, dict[str, str]]) -> str:
    parsed = parse_file(path)
    entries = [
        Entry(id=one.id, category=one.category, path=path, values={**links.get(one.id, {}), **one.values})
        for one in parsed.entries
    ]
    return head_of(path) + format_entries(entries, parsed.category)


if __name__ == "__main__":
    main()
