"""Zip archives of documents."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from skillmatch.documents import list_documents, read_folder, read_source
from skillmatch.models import Document, Failure
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import docx, pdf, show

WELDING = docx("<w:p><w:r><w:t>Welding</w:t></w:r></w:p>")


def archive(path: Path, **members: bytes) -> Path:
    """Write an archive; ``__`` in a name stands for a slash, ``_`` for a dot."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members.items():
            out.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


def outcomes(path: Path, settings: ReadingSettings | None = None) -> dict[str, str]:
    """Return document id -> text, or the code of the failure."""
    return {
        found.document_id: found.code if isinstance(found, Failure) else found.text.strip()
        for found in read_folder(path, settings=settings)
    }


def test_members_are_documents_of_their_own(tmp_path: Path) -> None:
    archive(tmp_path / "batch.zip", b_pdf=pdf(show("Brazing", 72, 700)), sub__a_docx=WELDING, a_txt=b"Soldering")
    (tmp_path / "c.txt").write_text("Forging")
    expected = {"batch.zip/a.txt": "Soldering", "batch.zip/b.pdf": "Brazing", "batch.zip/sub/a.docx": "Welding"}
    assert outcomes(tmp_path) == {**expected, "c.txt": "Forging"}
    assert list(outcomes(tmp_path / "batch.zip")) == list(expected)


def test_archive_is_known_by_content(tmp_path: Path) -> None:
    (tmp_path / "cv.zip").write_bytes(WELDING)
    archive(tmp_path / "people.pdf", a_txt=b"Soldering")
    assert outcomes(tmp_path) == {"cv.zip": "Welding", "people.pdf/a.txt": "Soldering"}


def test_folders_and_attributes_are_no_documents(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering", MACOSX=b"")
    with zipfile.ZipFile(path, "a") as out:
        out.writestr("__MACOSX/._a.txt", b"\0\5\26\7")
        out.writestr("sub/", b"")
    assert [source.document_id for source in list_documents(path)] == ["x.zip/MACOSX", "x.zip/a.txt"]


def test_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = archive(tmp_path / "inner", a_txt=b"Soldering").read_bytes()
    (tmp_path / "inner").unlink()
    archive(tmp_path / "x.zip", inner_zip=inner, b_txt=b"Forging")
    assert outcomes(tmp_path) == {"x.zip/b.txt": "Forging", "x.zip/inner.zip": "wrong-type"}


def test_truncated_archive_is_one_failure(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering" * 50, b_txt=b"Forging")
    path.write_bytes(path.read_bytes()[:-30])
    assert outcomes(tmp_path) == {"x.zip": "corrupt"}


def test_encrypted_archive_is_one_failure(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering", b_txt=b"Forging")
    data = bytearray(path.read_bytes())
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(magic)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(magic, place + 4)
    path.write_bytes(bytes(data))
    assert outcomes(tmp_path) == {"x.zip": "encrypted"}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (ReadingSettings(max_members=1), {"x.zip": "limit"}),
        (ReadingSettings(max_expanded_bytes=5_000), {"x.zip": "limit"}),
        (ReadingSettings(max_bytes=1_000), {"x.zip/a.txt": "limit", "x.zip/b.txt": "Forging"}),
    ],
    ids=["members", "expanded", "one-member"],
)
def test_limits_are_held(settings: ReadingSettings, expected: dict[str, str], tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering " * 1_000, b_txt=b"Forging")
    assert outcomes(path, settings) == expected


def test_damaged_member_costs_itself_only(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering and brazing and welding", b_txt=b"Forging")
    data = bytearray(path.read_bytes())
    name, extra = struct.unpack_from("<HH", data, 26)
    data[30 + name + extra] ^= 0xFF
    path.write_bytes(bytes(data))
    assert outcomes(path) == {"x.zip/a.txt": "corrupt", "x.zip/b.txt": "Forging"}


def test_directory_that_lies_about_its_size_is_not_loaded(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering")
    data = bytearray(path.read_bytes())
    struct.pack_into("<HHI", data, len(data) - 14, 60_000, 60_000, 1 << 31)
    path.write_bytes(bytes(data))
    assert [source.member for source in list_documents(path)] == [""]
    assert outcomes(path) == {"x.zip": "corrupt"}


def test_archive_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", a_txt=b"Soldering")
    source = next(list_documents(path))
    assert read_source(source).text == "Soldering"
    archive(path, a_txt=b"Forging and more")
    assert read_source(source).text == "Forging and more"
    archive(path, b_txt=b"Forging")
    (found,) = (it for it in read_folder(tmp_path))
    assert isinstance(found, Document)


def test_names_that_lead_elsewhere_write_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "x.zip", "w") as out:
        out.writestr("../../evil.txt", b"Soldering")
        out.writestr("/etc/evil.txt", b"Forging")
    assert sorted(outcomes(folder).values()) == ["Forging", "Soldering"]
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
