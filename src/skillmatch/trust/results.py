"""Read back the results of a ranking: the JSON Lines that `skillmatch match` wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from skillmatch.errors import MismatchError, RowError, UsageError
from skillmatch.models import SCHEMA_VERSION, Failure, Match
from skillmatch.schema import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The matches and failures of a ranking; `explained` if the matches have their requirements."""

    matches: tuple[Match, ...]
    failures: tuple[Failure, ...] = ()
    explained: bool = True
    provenance: dict[str, Any] = field(default_factory=dict)


def load_results(path: str | Path) -> Results:
    """Read a results file.

    Raises
    ------
    UsageError
        The file cannot be read.
    MismatchError
        It was written by another major version.
    RowError
        A row is no result, or the last row is missing: the file was cut off.
    """
    matches: list[Match] = []
    failures: list[Failure] = []
    explained = True
    report: dict[str, Any] | None = None
    for number, row in _rows(path):
        place = f"{path}, row {number}"
        if report is not None:
            raise RowError(f"{place}: more rows after the report's own: were two files put together?")
        kind = row.pop("type", None)
        if kind == "match":
            if "requirements" not in row:  # brief rows name what is missing and explain nothing
                explained, row = False, {**row, "missing": []}
            matches.append(_parse(row, Match, place))
        elif kind == "failure":
            failures.append(_parse(row, Failure, place))
        elif kind == "report":
            report = row
            _check_version(row, place)
        else:
            raise RowError(
                f"{place}: not a result: its type is {kind!r}; give the output of 'skillmatch match -f jsonl'"
            )
    if report is None:
        raise RowError(f"{path}, row {len(matches) + len(failures) + 1}: the last row, of type 'report', is missing")
    if report.get("counts", {}).get("matches") != len(matches):
        raise RowError(f"{path}: {len(matches)} matches, but its last row counts {report['counts']['matches']}")
    return Results(
        matches=tuple(matches), failures=tuple(failures), explained=explained, provenance=report["provenance"]
    )


def _rows(path: str | Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as results: {type(error).__name__}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise RowError(f"{path}, row {number}: not JSON: the file was cut off or edited") from error
        if not isinstance(row, dict):
            raise RowError(f"{path}, row {number}: not a JSON object")
        yield number, row


def _parse(row: dict[str, Any], kind: type[Any], place: str) -> Any:
    try:
        return from_json(json.dumps(row), kind)
    except MismatchError as error:
        raise RowError(f"{place}: {error}") from error


def _check_version(row: dict[str, Any], place: str) -> None:
    found = str(row.get("schema", ""))
    if found.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise MismatchError(f"{place}: written with schema {found or 'unknown'}, this is {SCHEMA_VERSION}: rank again")
