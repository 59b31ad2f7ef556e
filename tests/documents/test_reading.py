from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from skillmatch.documents import read, read_bytes, read_folder
from skillmatch.errors import DocumentError
from skillmatch.models import Document, Failure
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import docx, pdf


def text_of(data: bytes) -> str:
    return read_bytes(data, document_id="x").text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "wrong-type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "wrong-type"),
        (bytes(range(256)) * 10, "wrong-type"),
        (b'{"name": "no resume"}', "wrong-type"),
        (b"%PDF-1.4\n%%EOF", "corrupt"),
        (docx("<w:p/>")[:300], "corrupt"),
        (docx("<w:p/>"), "no-text"),
        (pdf(""), "no-text"),
        (b" \n\t\n", "no-text"),
        (b"\xff\xfe", "no-text"),
    ],
)
def test_unusable_document_is_a_typed_outcome(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, document_id="x")
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (pdf("BT /F1 11 Tf 72 700 Td (Welding) Tj ET"), "application/pdf"),
        (docx("<w:p><w:r><w:t>Welding</w:t></w:r></w:p>"), "application/vnd.openxmlformats-officedocument.word"),
        (b"<p>Welding</p>", "text/html"),
        (b"# Skills\n\nWelding\n", "text/markdown"),
        (b"Welding", "text/plain"),
        (json.dumps({"skills": [{"name": "Welding"}]}).encode(), "application/json"),
    ],
)
def test_format_is_told_by_content(data: bytes, media_type: str) -> None:
    document = read_bytes(data, document_id="misleading.exe")
    assert document.media_type.startswith(media_type)
    assert "Welding" in document.text


@pytest.mark.parametrize(
    "settings",
    [ReadingSettings(max_bytes=10), ReadingSettings(max_characters=10)],
)
@pytest.mark.parametrize("data", [pdf("BT /F1 11 Tf 72 700 Td (Welding and brazing) Tj ET"), b"Welding and brazing"])
def test_limits_are_held(data: bytes, settings: ReadingSettings) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, document_id="x", settings=settings)
    assert caught.value.code == "limit"


@pytest.mark.parametrize(
    "data",
    [
        pdf("BT /F1 11 Tf 72 700 Td (Welding) Tj 0 -14 Td (Brazing) Tj ET"),
        docx("<w:p><w:r><w:t>Welding</w:t></w:r></w:p><w:p><w:r><w:t>Brazing</w:t></w:r></w:p>"),
        b"<p>Welding</p><p>Brazing</p>",
        b"Welding\r\nBrazing",
    ],
)
def test_lines_index_the_text(data: bytes) -> None:
    document = read_bytes(data, document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines] == ["Welding", "Brazing"]


def test_folder_gives_one_outcome_for_each_file_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Welding")
    (tmp_path / "a.pdf").write_bytes(b"")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("Brazing")
    outcomes = list(read_folder(tmp_path))
    assert [outcome.document_id for outcome in outcomes] == ["a.pdf", "b.txt", "sub/c.txt"]
    assert [type(outcome) for outcome in outcomes] == [Failure, Document, Document]


def test_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read(tmp_path / "nothing.pdf")
    assert caught.value.code == "not-found"


def test_encrypted_document_is_read_with_its_password() -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="needs reportlab")
    encryption = pytest.importorskip("reportlab.lib.pdfencrypt")
    out = BytesIO()
    sheet = canvas.Canvas(out, encrypt=encryption.StandardEncryption("secret", strength=128))
    sheet.drawString(72, 700, "Welding")
    sheet.save()
    settings = ReadingSettings(password="secret")
    assert read_bytes(out.getvalue(), document_id="x", settings=settings).text == "Welding\n"
    assert "secret" not in repr(settings)
