"""Write taxonomy files in one form, so that a change of one skill is one hunk.

Skills are sorted by id, keys stand in one order, empty ones are left out, lists are wrapped at
120 columns. Comments at the head of a file are kept; a comment elsewhere is refused, since it would
be lost (`description` is the place for what a reader should know).
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable
from pathlib import Path

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.parse import SCHEMA, known_keys, parse_file
from skillmatch.taxonomy.skill import Relation, Skill

WIDTH = 120


def format_file(path: Path) -> str:
    """Return the formatted text of a taxonomy file.

    Raises
    ------
    TaxonomyError
        The file has problems, or comments that would be lost.
    """
    parsed = parse_file(path)
    if parsed.problems:
        raise TaxonomyError("\n".join(map(str, parsed.problems)))
    return _head(path) + format_skills(parsed.skills, parsed.category)


def format_skills(skills: Iterable[Skill], category: str) -> str:
    """Return the text of a file that holds these skills.

    Examples
    --------
    >>> print(format_skills([Skill(id="sql", name="SQL", type="language", category="databases")], "databases"))
    schema = 1
    category = "databases"
    <BLANKLINE>
    [[skill]]
    id = "sql"
    name = "SQL"
    type = "language"
    <BLANKLINE>
    """
    entries = [_entry(skill) for skill in sorted(skills, key=lambda skill: skill.id)]
    return "\n".join([f"schema = {SCHEMA}\ncategory = {_text(category)}\n", *entries])


def _entry(skill: Skill) -> str:
    lines = ["[[skill]]"]
    for key in known_keys():
        value = getattr(skill, key)
        if value is None or value == () or value is False or value == "":
            continue
        if isinstance(value, tuple):
            lines.append(_list(key, [_item(item) for item in value]))
        elif isinstance(value, str):
            lines.append(f"{key} = {_text(value)}")
        else:
            lines.append(f"{key} = {str(value).lower()}")
    return "\n".join(lines) + "\n"


def _list(key: str, items: list[str]) -> str:
    line = f"{key} = [{', '.join(items)}]"
    if len(line) <= WIDTH:
        return line
    # Items hold spaces of their own, so they are glued for wrapping and parted again.
    glued = " ".join(f"{item},".replace(" ", "\0") for item in items)
    indent = "    "
    wrapped = textwrap.wrap(
        glued, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join([f"{key} = [", *wrapped, "]"]).replace("\0", " ")


def _item(item: str | Relation) -> str:
    if isinstance(item, str):
        return _text(item)
    return f'{{ id = "{item.id}", weight = {item.weight}, reason = "{item.reason}" }}'


def _text(text: str) -> str:
    """Quote as TOML: JSON's escapes are a subset of TOML's, but for DEL and surrogates, which no name has."""
    return json.dumps(text, ensure_ascii=False)


def _head(path: Path) -> str:
    """Return the comment lines at the top; refuse comments below them."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    head = 0
    while head < len(lines) and lines[head].startswith("#"):
        head += 1
    for number, line in enumerate(lines[head:], head + 1):
        if line.lstrip().startswith("#"):
            raise TaxonomyError(
                f"{path}:{number}: formatting would lose this comment: move it to the head or to a description"
            )
    return "".join(f"{line}\n" for line in lines[:head])
