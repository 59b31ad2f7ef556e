from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from tests.documents.document_files import pdf, show

ADVANCES = {" ": 3.06, "i": 2.44, "l": 2.44, "t": 3.06, "f": 3.06, "r": 3.66, "m": 9.16, "w": 7.94}  # Helvetica, 11 pt


def letters(text: str, x: float, y: float, colors: str = "") -> str:
    """Return operators that draw each letter by itself; `colors` gives a gray level from 0 to 9 for each."""
    pieces = []
    for letter, color in zip(text, colors or "0" * len(text), strict=True):
        if letter != " ":
            pieces.append(f"{int(color) / 9:.2f} g " + show(letter, x, y))
        x += ADVANCES.get(letter, 6.12)
    return "".join(pieces)


PROSE = "built online tools for teams and ran tests of tin lids on long trips to distant plants and stores"


@pytest.mark.parametrize(
    ("text", "colors", "seen", "unseen"),
    [
        ("uses Welding daily", "000009999999000000", "uses daily", "Welding"),
        ("uses SQL daily", "00000999000000", "uses daily", "SQL"),
        ("uses JavaScript now", "0000000009999990000", "uses Java now", "Script"),
        ("uses /SQL daily", "000000999000000", "uses / daily", "SQL"),
        ("uses Welding daily", "", "uses Welding daily", ""),
    ],
    ids=["a-word", "a-short-word", "the-end-of-a-word", "a-word-after-a-sign", "nothing"],
)
def test_letters_placed_singly_are_hidden_one_by_one(text: str, colors: str, seen: str, unseen: str) -> None:
    content = letters(PROSE, 40, 700) + letters(text, 40, 600, colors)
    document = read_bytes(pdf(content), document_id="x")
    assert seen.split() == document.text.split("\n")[-2].replace("\t", " ").split()
    assert not unseen or unseen not in document.text


def test_blanks_between_letters_placed_singly_are_found() -> None:
    assert read_bytes(pdf(letters(PROSE, 40, 700)), document_id="x").text.strip() == PROSE
