from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from skillmatch.errors import DocumentError
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import docx


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{run(text, properties)}</w:p>"


def table(cells: str) -> str:
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def cell(content: str) -> str:
    return f"<w:tc>{content}</w:tc>"


WHITE = "<w:color w:val='FFFFFF'/>"
BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}</w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph("Welding") + paragraph("Brazing"), ["Welding", "Brazing"]),
        ("<w:p>" + "".join(run(letter) for letter in "Welding") + "</w:p>", ["Welding"]),
        (f"<w:tbl><w:tr>{cell(paragraph('A'))}{cell(paragraph('B'))}</w:tr></w:tbl>", ["A\tB"]),
        (f"<w:tbl><w:tr>{cell(paragraph('A') * 2)}{cell(paragraph('B'))}</w:tr></w:tbl>", ["A", "A", "B"]),
        (table(cell(table(cell(paragraph("A"))))), ["A"]),
        (f"<w:sdt><w:sdtContent>{paragraph('A')}</w:sdtContent></w:sdt>", ["A"]),
        (f"<w:p><w:ins>{run('A')}</w:ins></w:p>", ["A"]),
        (f"<w:p>{run('A')}<w:del><w:r><w:delText>B</w:delText></w:r></w:del></w:p>", ["A"]),
        (f"<w:p>{run('A')}{BOX.format(paragraph('B'))}</w:p>", ["B", "A"]),
        (f"<w:p>{run('A')}<w:r><w:br/><w:t>B</w:t></w:r></w:p>", ["A", "B"]),
        ("<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" + run("A") + "</w:p>", ["• A"]),
    ],
)
def test_everything_visible_is_read(body: str, lines: list[str]) -> None:
    document = read_bytes(docx(body), document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines] == lines


@pytest.mark.parametrize(
    "properties",
    ["<w:vanish/>", "<w:color w:val='FFFFFF'/>", "<w:color w:val='FAFAFA'/>", "<w:sz w:val='2'/>"],
)
def test_hidden_runs_are_left_out_and_reported(properties: str) -> None:
    document = read_bytes(docx(paragraph("Welding") + paragraph("Kubernetes", properties)), document_id="x")
    assert document.text == "Welding\n"
    assert [(warning.code, warning.detail) for warning in document.warnings] == [("hidden-text", "Kubernetes")]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("Kubernetes", "<w:vanish w:val='0'/>"),
        paragraph("Kubernetes", "<w:color w:val='FFFFFF'/><w:shd w:fill='1F3864'/>"),
        table(f"<w:tc><w:tcPr><w:shd w:fill='1F3864'/></w:tcPr>{paragraph('Kubernetes', WHITE)}</w:tc>"),
        "<w:p>" + BOX.format(paragraph("Kubernetes", "<w:color w:val='FFFFFF'/>")) + "</w:p>",
    ],
)
def test_light_text_on_dark_is_kept(body: str) -> None:
    document = read_bytes(docx(body), document_id="x")
    assert (document.text, document.warnings) == ("Kubernetes\n", ())


def test_hidden_style_hides() -> None:
    styles = "<w:root><w:style w:type='paragraph' w:styleId='S'><w:rPr><w:vanish/></w:rPr></w:style></w:root>"
    body = f"<w:p><w:pPr><w:pStyle w:val='S'/></w:pPr>{run('Kubernetes')}</w:p>" + paragraph("Welding")
    assert read_bytes(docx(body, word__styles=styles), document_id="x").text == "Welding\n"


def test_heading_styles_are_marked() -> None:
    styles = (
        "<w:root><w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='I'><w:basedOn w:val='H'/></w:style></w:root>"
    )
    body = "".join(
        f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr>{run(text)}</w:p>" + paragraph("text")
        for style, text in (("H", "Skills"), ("I", "Work"))
    )
    document = read_bytes(docx(body, word__styles=styles), document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines if line.heading] == ["Skills", "Work"]


@pytest.mark.parametrize(
    ("data", "settings", "code"),
    [
        (docx("<w:p/>" * 50_000), ReadingSettings(max_expanded_bytes=1000), "limit"),
        (
            docx("<w:p/>", **{f"word__part{number}": "x" for number in range(9)}),
            ReadingSettings(max_members=5),
            "limit",
        ),
        (docx("<w:x>" * 5000 + "</w:x>" * 5000), ReadingSettings(), "corrupt"),
        (docx("<w:p>"), ReadingSettings(), "corrupt"),
    ],
)
def test_bombs_and_damage_are_typed(data: bytes, settings: ReadingSettings, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_bytes(data, document_id="x", settings=settings)
    assert caught.value.code == code
