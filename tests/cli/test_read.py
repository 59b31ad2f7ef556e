"""`skillmatch read`: layout, warnings, drawings and passwords."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from tests.documents.document_files import pdf, show


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "skillmatch", *map(str, arguments)], capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "in"
    place.mkdir()
    (place / "a.pdf").write_bytes(pdf(show("Welding", 72, 700) + show("Kubernetes", -400, 600)))
    (place / "b.txt").write_text("Brazing")
    (place / "c.pdf").write_bytes(b"")
    return place


def test_layout_gives_lines_with_boxes(folder: Path) -> None:
    done = run("read", folder, "--layout")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [row["type"] for row in rows] == ["layout", "layout", "failure"]
    (line,) = rows[0]["lines"]
    assert (line["text"], line["page"], line["size"]) == ("Welding", 1, 11.0)
    assert line["box"][0] == 72
    assert rows[1]["lines"][0]["box"] is None


def test_warnings_give_what_is_wrong_and_nothing_else(folder: Path) -> None:
    done = run("read", folder, "--warnings")
    (row,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["document_id"], row["code"], row["page"], row["detail"]) == ("a.pdf", "hidden-text", 1, "Kubernetes")
    assert "c.pdf: empty" in done.stderr


def test_debug_html_draws_every_document(folder: Path, tmp_path: Path) -> None:
    done = run("read", folder, "--debug-html", tmp_path / "debug.html")
    page = (tmp_path / "debug.html").read_text(encoding="utf-8")
    assert (done.returncode, done.stdout) == (0, "")
    assert all(f"<h1>{name}</h1>" in page for name in ("a.pdf", "b.txt", "c.pdf"))
    assert "outside the page" in page


def test_one_output_at_a_time(folder: Path) -> None:
    done = run("read", folder, "--layout", "--warnings")
    assert done.returncode == 2
    assert "--layout" in done.stderr


def test_password_opens_a_document(tmp_path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas", reason="needs reportlab")
    encryption = pytest.importorskip("reportlab.lib.pdfencrypt")
    out = BytesIO()
    sheet = canvas.Canvas(out, encrypt=encryption.StandardEncryption("secret", strength=128))
    sheet.drawString(72, 700, "Welding")
    sheet.save()
    (tmp_path / "cv.pdf").write_bytes(out.getvalue())
    refused = run("read", tmp_path / "cv.pdf")
    assert refused.returncode == 1
    assert "pass --password" in refused.stderr
    assert run("read", tmp_path / "cv.pdf", "--password", "secret").stdout.strip() == "Welding"
