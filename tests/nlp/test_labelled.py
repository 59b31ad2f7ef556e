"""Labelled documents: what is read, and what is refused with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillmatch.errors import RowError, UsageError
from skillmatch.nlp.labelled import load_labelled

ROW = {"id": "ad", "text": "Python and SQL", "spans": [{"start": 0, "end": 6, "label": "tool", "note": "of no use"}]}


def _write(path: Path, *rows: object) -> Path:
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_rows_are_read_and_empty_lines_skipped(tmp_path: Path) -> None:
    [one] = load_labelled(_write(tmp_path / "gold.jsonl", ROW, ""))
    assert (one.id, one.kind, [(span.start, span.end, span.label) for span in one.spans]) == (
        "ad",
        "job",
        [(0, 6, "tool")],
    )
    assert one.labels(frozenset({"tool"})) == one.labels(frozenset()) == one.spans
    assert one.labels(frozenset({"other"})) == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("no JSON", "line 2"),
        ({"id": "ad"}, "line 2: text"),
        ({**ROW, "kind": "letter"}, "line 2: kind"),
        ({**ROW, "spans": [{"start": 8, "end": 99}]}, "no such place in its text: 8 to 99"),
        ({**ROW, "spans": [{"start": 3, "end": 3}]}, "no such place in its text: 3 to 3"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(row: object, said: str, tmp_path: Path) -> None:
    with pytest.raises(RowError, match=said):
        load_labelled(_write(tmp_path / "gold.jsonl", ROW, row))


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.jsonl: cannot be read"):
        load_labelled(tmp_path / "none.jsonl")
