"""Skills as a table, for people who live in spreadsheets: one row for each skill, and back without loss.

Columns are the keys of an entry and `category`. The items of a list stand in one cell with " | " between them, a
relation as ``rust 0.4 alternative``. A cell that a spreadsheet would take for a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from skillmatch.errors import MissingExtraError, UsageError
from skillmatch.taxonomy.parse import KEYS, LISTS
from skillmatch.taxonomy.skill import Relation, Skill

COLUMNS = (KEYS[0], "category", *KEYS[1:])
SEPARATOR = "|"
_FORMULA = ("=", "+", "-", "@", "'")


def to_csv(skills: Iterable[Skill]) -> bytes:
    """Write skills as CSV in UTF-8 with the mark by which spreadsheets know it.

    Raises
    ------
    UsageError
        A form holds the separator of lists.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows(_cells(skill) for skill in skills)
    return file.getvalue().encode("utf-8-sig")


def to_xlsx(skills: Iterable[Skill]) -> bytes:
    """Write skills as the first sheet of a workbook; the head row stays in sight.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingExtraError("workbooks need openpyxl: pip install 'skillmatch[xlsx]'") from error
    book = Workbook(write_only=True)
    sheet = book.create_sheet("skills")
    sheet.freeze_panes = "C2"
    sheet.append(COLUMNS)
    for skill in skills:
        sheet.append(_cells(skill))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_cells(row: Mapping[str, str]) -> dict[str, Any]:
    """Turn the cells of a row into the values of an entry; empty cells are left out.

    A cell that cannot be read keeps its text, so that the check of the entry tells what is wrong.

    Examples
    --------
    >>> read_cells({"id": "go", "name": "Go", "exact": "Go | GO", "since": "2009", "description": ""})
    {'id': 'go', 'name': 'Go', 'exact': ['Go', 'GO'], 'since': 2009}
    """
    values: dict[str, Any] = {}
    for key, cell in row.items():
        text = cell[1:] if cell.startswith("'") else cell
        if not text:
            continue
        if key in (*LISTS, "related"):
            items = [item.strip() for item in text.replace("\n", SEPARATOR).split(SEPARATOR) if item.strip()]
            values[key] = [_relation(item) for item in items] if key == "related" else items
        elif key == "since":
            values[key] = int(text) if text.isdecimal() else text
        elif key == "retired":
            values[key] = {"true": True, "false": False, "yes": True, "no": False}.get(text.lower(), text)
        else:
            values[key] = text
    return values


def _cells(skill: Skill) -> list[str]:
    cells = []
    for key in COLUMNS:
        value = getattr(skill, key)
        if isinstance(value, tuple):
            cell = f" {SEPARATOR} ".join(_item(skill, item) for item in value)
        elif value is None or value is False:
            cell = ""
        else:
            cell = "true" if value is True else str(value)
        cells.append(f"'{cell}" if cell.startswith(_FORMULA) else cell)
    return cells


def _item(skill: Skill, item: str | Relation) -> str:
    text = item if isinstance(item, str) else f"{item.id} {item.weight} {item.reason}"
    if SEPARATOR in text:
        raise UsageError(f"{skill.id}: {text!r} holds {SEPARATOR!r}, which parts the items of a cell")
    return text


def _relation(item: str) -> dict[str, object] | str:
    """Return what TOML would hold, or the text itself if it is no relation."""
    parts = item.split()
    try:
        return {"id": parts[0], "weight": float(parts[1]), "reason": " ".join(parts[2:])}
    except (IndexError, ValueError):
        return item
