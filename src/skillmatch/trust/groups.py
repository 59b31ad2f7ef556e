"""Read which groups people belong to: a table that only the impact workings see, never the scoring."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from skillmatch.errors import RowError, UsageError

ID_COLUMNS = ("document_id", "document", "id")
MAX_ATTRIBUTES = 4
UNKNOWN = frozenset(
    [
        "",
        "unknown",
        "n/a",
        "na",
        "not stated",
        "not specified",
        "not disclosed",
        "declined",
        "prefer not to say",
        "-",
        "?",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The value of each attribute (`sex`, `race`) by document id; unknown ones are left out."""

    attributes: tuple[str, ...]
    values: Mapping[str, Mapping[str, str]]
    rows: Mapping[str, int]

    def of(self, document_id: str, attribute: str) -> str | None:
        """Return a document's group, None if it is unknown."""
        return self.values.get(document_id, {}).get(attribute)

    def check(self, known: Collection[str]) -> None:
        """Compare with the documents that were assessed.

        Raises
        ------
        RowError
            A row names a document that was not.
        """
        for document_id, row in self.rows.items():
            if document_id not in known:
                raise RowError(
                    f"groups, row {row}: {document_id!r} is not among the results "
                    "(were they cut with --top? all who applied must be in them)"
                )


def load_groups(path: str | Path) -> Groups:
    """Read a CSV file with a column `document_id` and one for each attribute.

    Raises
    ------
    UsageError
        The file cannot be read.
    RowError
        It lacks columns, names somebody twice or has rows of another length.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: save it as CSV in UTF-8") from error
    reader = csv.reader(text.splitlines())
    header = [cell.strip().lower() for cell in next(reader, [])]
    if not header or header[0] not in ID_COLUMNS:
        raise RowError(f"{path}, row 1: the first column must be 'document_id', then one column for each attribute")
    attributes = tuple(header[1:])
    if not attributes or len(attributes) > MAX_ATTRIBUTES or len(set(attributes)) < len(attributes) or "" in attributes:
        raise RowError(
            f"{path}, row 1: 1 to {MAX_ATTRIBUTES} different attributes are needed, found {list(attributes)}"
        )
    values: dict[str, dict[str, str]] = {}
    rows: dict[str, int] = {}
    for number, cells in enumerate(reader, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise RowError(f"{path}, row {number}: {len(cells)} cells, the header has {len(header)}")
        document_id = cells[0].strip()
        if not document_id:
            raise RowError(f"{path}, row {number}: no document id")
        if document_id in rows:
            raise RowError(f"{path}, row {number}: {document_id!r} is already in row {rows[document_id]}")
        rows[document_id] = number
        stated = zip(attributes, (" ".join(cell.split()) for cell in cells[1:]), strict=True)
        values[document_id] = {name: cell for name, cell in stated if cell.lower() not in UNKNOWN}
    _check_groups(path, attributes, values)
    return Groups(attributes=attributes, values=values, rows=rows)


def _check_groups(path: str | Path, attributes: tuple[str, ...], values: Mapping[str, Mapping[str, str]]) -> None:
    for attribute in attributes:
        found = sorted({row[attribute] for row in values.values() if attribute in row})
        if len(found) < 2:
            names = found[0] if found else "none"
            raise RowError(
                f"{path}: column {attribute!r} has fewer than two known groups ({names}): nothing to compare"
            )
