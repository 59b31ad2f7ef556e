"""Write taxonomy files in one form, so that a change of one skill is one hunk.

Skills are sorted by id, keys stand in one order, empty ones are left out, lists are wrapped at
120 columns. Comments at the head of a file are kept; a comment elsewhere is refused, since it would
be lost (`description` is the place for what a reader should know).
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping
from pathlib import Path

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.check import list_problems
from skillmatch.taxonomy.parse import KEYS, SCHEMA, Entry, parse_file
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
        raise TaxonomyError(list_problems(parsed.problems))
    return head_of(path) + format_entries(parsed.entries, parsed.category)


def format_entries(entries: Iterable[Entry], category: str) -> str:
    """Return the text of a file that holds these entries."""
    return _text_of(((entry.id, entry.values) for entry in entries), category)


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
    return _text_of(((skill.id, _stated(skill)) for skill in skills), category)


def _stated(skill: Skill) -> dict[str, object]:
    values = {key: getattr(skill, key) for key in KEYS}
    return {key: value for key, value in values.items() if value not in (None, "", (), False)}


def _text_of(tables: Iterable[tuple[str, Mapping[str, object]]], category: str) -> str:
    ordered = sorted(tables, key=lambda table: table[0])
    return "\n".join([f"schema = {SCHEMA}\ncategory = {quote(category)}\n", *(_table(values) for _, values in ordered)])


def _table(values: Mapping[str, object]) -> str:
    lines = ["[[skill]]"]
    for key in (*KEYS, "remove"):
        value = values.get(key, ())
        if value == ():
            continue
        if isinstance(value, tuple):
            lines.append(_list(key, [_item(item) for item in value]))
        elif isinstance(value, str):
            lines.append(f"{key} = {quote(value)}")
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
        return quote(item)
    return f'{{ id = "{item.id}", weight = {item.weight}, reason = "{item.reason}" }}'


def quote(text: str) -> str:
    """Quote as TOML: JSON's escapes are a subset of TOML's, which wants DEL escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def head_of(path: Path) -> str:
    """Return the comment lines at the top; refuse comments below them."""
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    head = 0
    while head < len(lines) and lines[head].startswith("#"):
        head += 1
    for number, line in enumerate(lines[head:], head + 1):
        if line.lstrip().startswith("#"):
            raise TaxonomyError(
                f"{path}:{number}: formatting would lose this comment: move it to the head or to a description"
            )
    return "".join(f"{line.rstrip()}\n" for line in lines[:head])
