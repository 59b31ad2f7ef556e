from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.errors import RowError, UsageError
from skillmatch.trust.groups import Groups, load_groups


def load(tmp_path: Path, text: str) -> Groups:
    path = tmp_path / "groups.csv"
    path.write_text(text, encoding="utf-8")
    return load_groups(path)


def test_groups_are_read_and_empty_cells_are_unknown(tmp_path: Path) -> None:
    groups = load(tmp_path, "document_id,Sex,race\na.pdf,female,Asian\nb.pdf, male ,\n\nc.pdf,Unknown,White\n")
    assert groups.attributes == ("sex", "race")
    assert [groups.of(it, "sex") for it in ("a.pdf", "b.pdf", "c.pdf", "d.pdf")] == ["female", "male", None, None]
    assert groups.of("b.pdf", "race") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "row 1: the first column"),
        ("name,sex\nx,y\n", "row 1: the first column"),
        ("document_id\na\n", "row 1: 1 to 4 different attributes"),
        ("document_id,sex,sex\na,b,c\n", "row 1: 1 to 4 different attributes"),
        ("document_id,sex\na,female\nb,male\na,male\n", "row 4: 'a' is already in row 2"),
        ("document_id,sex\na,female\nb\n", "row 3: 1 cells, the header has 2"),
        ("document_id,sex\n,female\n", "row 2: no document id"),
        ("document_id,sex\na,female\nb,female\n", "column 'sex' has fewer than two known groups"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RowError, match=message):
        load(tmp_path, text)


def test_unknown_documents_are_named_with_their_row(tmp_path: Path) -> None:
    groups = load(tmp_path, "document_id,sex\na,female\nb,male\n")
    groups.check({"a", "b", "c"})
    with pytest.raises(RowError, match="row 3: 'b' is not among the results"):
        groups.check({"a"})


def test_a_spreadsheet_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "groups.xlsx").write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(UsageError, match="save it as CSV"):
        load_groups(tmp_path / "groups.xlsx")
