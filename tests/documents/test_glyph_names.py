"""Ligatures are what the font calls them, wherever it keeps them."""

from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from tests.documents.document_files import pdf


def font(*differences: str) -> str:
    names = " ".join(differences)
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [{names}] >> >>"


def two_fonts(first: str, second: str) -> str:
    return f"/F1 {first} /F2 {second}"


@pytest.mark.parametrize(
    ("fonts", "drawn", "seen"),
    [
        (two_fonts(font("27 /f_i"), font("27 /f_i")), "Scienti\x1bc work", "Scientific work"),
        (two_fonts(font("27 /f_f_i /f_l"), font()), "o\x1bce Air\x1cow", "office Airflow"),
        (two_fonts(font("30 /f_i.alt"), font()), "Scienti\x1ec", "Scientific"),
        (two_fonts(font("27 /f_i"), font("27 /f_l")), "di\x1berent", "different"),  # they disagree: as TeX fonts do
        (two_fonts(font("27 /nonesuch"), font("30 /f_i")), "di\x1berent", "different"),
    ],
)
def test_a_ligature_is_read_by_its_name(fonts: str, drawn: str, seen: str) -> None:
    data = pdf(f"BT /F1 11 Tf 72 700 Td ({drawn}) Tj ET", fonts=fonts)
    assert read_bytes(data, document_id="made.pdf").text.strip() == seen
