from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes

HEAD = (
    "<html><head><title>t</title><style>.gone{display:none} #off,.x{visibility:hidden}</style></head>"
    "<body><p>Welding</p>"
)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'>Kubernetes</div>",
        "<div style='display: none'><p>Kubernetes</p></div>",
        "<span style='font-size:0'>Kubernetes</span>",
        "<span style='font-size:1px'>Kubernetes</span>",
        "<p hidden>Kubernetes</p>",
        "<p class='gone'>Kubernetes</p>",
        "<p id='off'>Kubernetes</p>",
        "<div style='position:absolute;left:-9999px'>Kubernetes</div>",
        "<span style='color:#fff'>Kubernetes</span>",
        "<span style='color:white'>Kubernetes</span>",
        "<span style='opacity:0'>Kubernetes</span>",
    ],
)
def test_hidden_text_is_left_out_and_reported(hidden: str) -> None:
    document = read_bytes((HEAD + hidden + "<p>Brazing</p>").encode(), document_id="x")
    assert document.text.split() == ["Welding", "Brazing"]
    assert [(warning.code, warning.detail) for warning in document.warnings] == [("hidden-text", "Kubernetes")]


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='background:#123;color:white'>Kubernetes</div>",
        "<div style='background-color:#123'><p style='color:#fff'>Kubernetes</p></div>",
        "<span style='font-size:10px'>Kubernetes</span>",
        "<span style='font-size:0.9em'>Kubernetes</span>",
        "<span style='opacity:0.8'>Kubernetes</span>",
        "<p style='margin-left:-10px'>Kubernetes</p>",
        "<span style='background-color:white'>Kubernetes</span>",
    ],
)
def test_visible_text_is_kept(shown: str) -> None:
    document = read_bytes((HEAD + shown).encode(), document_id="x")
    assert document.text.split() == ["Welding", "Kubernetes"]
    assert not document.warnings


def test_scripts_and_styles_are_silent() -> None:
    page = b"<html><head><script>Kubernetes</script></head><body><noscript>Kubernetes</noscript><p>Welding</p></body>"
    document = read_bytes(page, document_id="x")
    assert document.text.strip() == "Welding"
    assert not document.warnings


def test_inline_tags_do_not_split_words_and_blocks_do() -> None:
    page = (
        b"<p><b>Wel</b>ding, Blue<i>print</i></p><div>SKILLS</div><ul><li>A<li>B</ul>C<br>D"
        b"<table><tr><td>E<td>F</table>"
    )
    assert read_bytes(page, document_id="x").text.split("\n")[:-1] == [
        "Welding, Blueprint",
        "SKILLS",
        "A",
        "B",
        "C",
        "D",
        "E F",
    ]


def test_headings_are_marked() -> None:
    document = read_bytes(b"<h2>Skills</h2><p>Welding</p>", document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines if line.heading] == ["Skills"]


def test_declared_encoding_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Навыки</p></body></html>'
    assert read_bytes(page.encode("cp1251"), document_id="x").text.strip() == "Навыки"


def test_deep_nesting_ends() -> None:
    assert read_bytes(b"<div>" * 20_000 + b"Welding" + b"</div>" * 20_000, document_id="x").text.strip() == "Welding"
