from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.documents import read_bytes
from skillmatch.documents.text import decode

SAMPLE = "Résumé of a señor – naïve “quotes”, 10 €"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_common_encodings_are_decoded(encoding: str) -> None:
    assert decode(SAMPLE.encode(encoding)) == SAMPLE


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Навыки: управление проектами, анализ данных и программирование на языке", "cp1251"),
        ("技能和经验：项目管理、数据分析、软件开发和系统设计，十年工作经验", "gb18030"),
    ],
)
def test_other_scripts_are_guessed(text: str, encoding: str) -> None:
    assert decode((text * 5).encode(encoding)) == text * 5


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    assert "Résumé" in decode("Résumé, naïve, señor ".encode() * 3 + b"\xff\xfe")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(str.isalpha))
def test_utf8_text_stays_as_it_is(text: str) -> None:
    assert read_bytes(("a " + text).encode(), document_id="x").text == "a " + text


def test_line_ends_stay_and_lines_index_the_text() -> None:
    document = read_bytes(b"Skills\r\n\r\nWelding\rBrazing\n", document_id="x")
    assert document.text == "Skills\r\n\r\nWelding\rBrazing\n"
    assert [document.text[line.start : line.end] for line in document.lines] == ["Skills", "", "Welding", "Brazing"]


def test_markdown_headings_are_marked() -> None:
    document = read_bytes(b"# Skills\n\nWelding\n\nWork\n----\n\nText\n\n**Education**\n", document_id="x")
    marked = [document.text[line.start : line.end] for line in document.lines if line.heading]
    assert marked == ["# Skills", "Work", "**Education**"]
