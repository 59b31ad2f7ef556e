"""Import the technologies of O*NET: `Technology Skills.txt` (to 30.2) or `Software Skills.txt` (from 30.3).

Both list a technology for each occupation that uses it; columns are read by name. A name with its abbreviation behind
it ("Structured query language SQL") is found by either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from skillmatch.taxonomy.importers.draft import Draft, Imported, settle, slug
from skillmatch.taxonomy.importers.source import Row, Source

HEAD = (
    "Includes information from the O*NET database by the U.S. Department of Labor, Employment and Training",
    "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.",
    "Modified: technologies without their occupations; USDOL/ETA has not approved, endorsed or tested it.",
)
# File to its columns of name and group.
_LAYOUTS = {
    "Software Skills": ("Workplace Example", "Element Name"),
    "Technology Skills": ("Example", "Commodity Title"),
}
_ABBREVIATED = re.compile(r"^(?P<full>.+[a-z\d)]) (?P<short>[A-Z][A-Z\d/&+-]{1,9})$")
_SOFTWARE = re.compile(r"\s+software$", re.IGNORECASE)


def read_skills(path: Path, *, hot_only: bool = False) -> Imported:
    """Read O*NET's technologies, only the "Hot" ones if asked.

    Raises
    ------
    TaxonomyError
        The file or its columns are missing, or cannot be read; all problems are listed.
    """
    source = Source(path)
    tables = [(name, *columns) for stem, columns in _LAYOUTS.items() if (name := source.find(stem, ".txt"))]
    if not tables and len(source.names) == 1:
        tables = [(source.names[0], *columns) for columns in _LAYOUTS.values() if columns[0] in _head(source)]
    if not tables:
        source.note("Technology Skills.txt", "is missing, and so is Software Skills.txt")
    found: dict[str, list[tuple[Row, str]]] = {}
    for name, example, group in tables[:1]:  # a release has one of them
        for row in source.tables(name, required=(example, group, "Hot Technology")):
            found.setdefault(row[example], []).append((row, row[group]))
    source.check()
    drafts = [draft for name, rows in found.items() if (draft := _draft(name, rows, hot_only)) is not None]
    skills, notes = settle(drafts)
    return Imported(name="onet", version="1", head=HEAD, skills=tuple(skills), notes=tuple(notes))


def _head(source: Source) -> str:
    return (source.text(source.names[0]) or "").split("\n", 1)[0]


def _draft(name: str, rows: list[tuple[Row, str]], hot_only: bool) -> Draft | None:
    hot = any(row["Hot Technology"] == "Y" for row, _ in rows)
    if not name or (hot_only and not hot):
        return None
    group = min(group for _, group in rows)
    return Draft(
        key=name,
        name=name,
        type="tool",
        category=slug(group),
        description=f"{group}{', a hot technology' if hot else ''} in O*NET.",
        aliases=tuple(_other_names(name)),
        ids={"onet": name},
    )


def _other_names(name: str) -> Iterable[str]:
    """Return the name without "software", and a name and its abbreviation apart.

    Examples
    --------
    >>> list(_other_names("Structured query language SQL"))
    ['Structured query language', 'SQL']
    >>> list(_other_names("Amazon Web Services AWS software"))
    ['Amazon Web Services AWS', 'Amazon Web Services', 'AWS']
    """
    plain = _SOFTWARE.sub("", name)
    if plain != name:
        yield plain
    found = _ABBREVIATED.match(plain)
    if found and _abbreviates(found["short"], found["full"]):
        yield from (found["full"], found["short"])


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether `short` holds the initials of all words and nothing that the words lack, in their order."""
    initials = "".join(word[0] for word in full.split())
    return _is_within(initials.lower(), short.lower()) and _is_within(short.lower(), full.lower())


def _is_within(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
