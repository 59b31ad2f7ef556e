"""Import a table of skills, CSV or XLSX: what `skillmatch taxonomy export` writes, or one made by hand.

A table made by hand needs a column `name` only: the id is made of the name, the type is "concept" and the category
the name of the file where nothing else stands.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from skillmatch.errors import MissingExtraError, TaxonomyError
from skillmatch.taxonomy.amend import build_skill
from skillmatch.taxonomy.importers.draft import Imported, slug
from skillmatch.taxonomy.importers.source import Row, Source
from skillmatch.taxonomy.parse import Entry, check_table, table_values
from skillmatch.taxonomy.skill import Skill
from skillmatch.taxonomy.table import COLUMNS, read_cells


def read_skills(path: Path) -> Imported:
    """Read skills from a table.

    Raises
    ------
    MissingExtraError
        A workbook, and openpyxl is not installed.
    TaxonomyError
        The table cannot be read; every row with problems is listed.
    """
    source = Source(path)
    rows = (
        _workbook_rows(source, path) if path.suffix.lower() == ".xlsx" else source.tables(path.name, required=["name"])
    )
    skills = list(_skills(source, path, rows))
    source.check()
    return Imported(name=path.stem, version="1", head=(), skills=tuple(skills))


def _skills(source: Source, path: Path, rows: Iterable[Row]) -> Iterator[Skill]:
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        if not any(row.values()):
            continue
        values = {"type": "concept", **read_cells(row)}
        category = values.pop("category", path.stem)
        values.setdefault("id", slug(str(values.get("name", ""))))
        wrong = check_table(values)
        entry = Entry(
            id=values["id"],
            category=category,
            path=path,
            values={} if wrong else table_values(values),
        )
        skill, missing = build_skill(entry) if not wrong else (None, [])
        if entry.id in seen:
            wrong.append(f"id is also in row {seen[entry.id]}")
        seen.setdefault(entry.id, number)
        for message in (*wrong, *missing):
            source.note(path.name, f"{entry.id}: {message}", number)
        if skill is not None:
            yield skill


def _workbook_rows(source: Source, path: Path) -> list[Row]:
    try:
        from openpyxl import load_workbook
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise MissingExtraError("workbooks need openpyxl: pip install 'skillmatch[xlsx]'") from error
    import zipfile

    try:
        book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as error:
        raise TaxonomyError(f"{path}: is not a whole workbook: save it again as .xlsx") from error
    rows = [
        ["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    head = [cell.strip() for cell in rows[0]] if rows else []
    if "name" not in head:
        source.note(path.name, f"the first sheet has no column 'name' (it has {', '.join(filter(None, head))})")
        return []
    return [
        {key: cell.strip() for key, cell in zip(head, row, strict=False) if key in COLUMNS or cell} for row in rows[1:]
    ]
