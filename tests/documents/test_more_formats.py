from __future__ import annotations

import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from skillmatch.documents import read_bytes
from skillmatch.errors import CorruptDocumentError, WrongTypeError
from tests.documents.document_files import docx, pdf, show

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def odt(body: str, styles: str = "") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0" '
            f'xmlns:style="{_OFFICE}:style:1.0" xmlns:fo="{_OFFICE}:xsl-fo-compatible:1.0">'
            f"<o:automatic-styles>{styles}</o:automatic-styles><o:body><o:text>{body}</o:text></o:body>"
            "</o:document-content>",
        )
    return out.getvalue()


def test_opendocument_is_read_and_hidden_text_reported() -> None:
    styles = (
        '<style:style style:name="W"><style:text-properties fo:color="#ffffff"/></style:style>'
        '<style:style style:name="N"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:h>Skills</text:h><text:p>Wel<text:span>ding</text:span><text:tab/>Brazing</text:p>"
        "<text:h>Work</text:h><text:list><text:list-item><text:p>Fitter</text:p></text:list-item></text:list>"
        '<text:p><text:span text:style-name="W">Kubernetes</text:span></text:p>'
        '<text:p text:style-name="N">Terraform</text:p>'
    )
    document = read_bytes(odt(body, styles), document_id="x")
    assert [line for line in document.text.split("\n") if line] == ["Skills", "Welding Brazing", "Work", "• Fitter"]
    assert [document.text[line.start : line.end] for line in document.lines if line.heading] == ["Skills", "Work"]
    assert [(warning.code, warning.detail) for warning in document.warnings] == [
        ("hidden-text", "Kubernetes Terraform")
    ]


RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue9;}"


@pytest.mark.parametrize(
    ("body", "text", "hidden"),
    [
        (rb"\f0 Welding\par R\'e9sum\'e9{\v Kubernetes}\par C++", "Welding|Résumé|C++", "Kubernetes"),
        (rb"Welding\par\v Kubernetes\v0 Brazing", "Welding|Brazing", "Kubernetes"),
        (rb"Welding{\cf1 Kubernetes}\par{\cf2 Brazing}", "Welding|Brazing", "Kubernetes"),
        (rb"Welding{\fs2 Kubernetes}\par{\fs22 Brazing}", "Welding|Brazing", "Kubernetes"),
        (rb"{\v {\b Kubern}etes}{\plain\par}Brazing", "Brazing", "Kubernetes"),
        (rb"\trowd\clcbpat2{\cf1 Welding}\par Brazing", "Welding|Brazing", ""),
        (rb"{\stylesheet{\s1\v Ghost;}}Welding\par{\*\v x}Brazing", "Welding|Brazing", ""),
    ],
    ids=["group", "switch", "white", "tiny", "nested", "white-on-paint", "silent"],
)
def test_rich_text_is_read_and_hidden_text_reported(body: bytes, text: str, hidden: str) -> None:
    pytest.importorskip("striprtf", reason="needs the extra rtf")
    document = read_bytes(RTF + body + b"}", document_id="x")
    assert document.media_type == "application/rtf"
    assert "|".join(line for line in document.text.split("\n") if line) == text
    assert [warning.detail for warning in document.warnings] == ([hidden] if hidden else [])


def test_rich_text_with_an_impossible_number_is_corrupt() -> None:
    pytest.importorskip("striprtf", reason="needs the extra rtf")
    with pytest.raises(CorruptDocumentError):
        read_bytes(RTF + rb"\u99999999999 Welding}", document_id="x")


def test_email_is_read_with_its_attachments() -> None:
    message = EmailMessage()
    message["From"], message["To"] = "ada@example.org", "jobs@example.org"
    message["Subject"], message["Message-ID"] = "Application", "<1@example.org>"
    message["Date"] = "Mon, 02 Jan 2023 10:00:00 +0000"
    message.set_content("Please find my résumé attached.")
    message.add_attachment(pdf(show("Welding", 72, 700)), maintype="application", subtype="pdf", filename="a.pdf")
    message.add_attachment(
        docx("<w:p><w:r><w:t>Brazing</w:t></w:r></w:p>"), maintype="application", subtype="octet-stream", filename="b"
    )
    message.add_attachment(b"\x89PNG\r\n\x1a\n0000", maintype="image", subtype="png", filename="c.png")
    message.add_attachment(b"%PDF-1.4 damaged", maintype="application", subtype="pdf", filename="d.pdf")
    document = read_bytes(message.as_bytes(), document_id="x")
    lines = ["Application", "Please find my résumé attached.", "Welding", "Brazing"]
    assert document.text.split("\n")[:-1] == lines
    assert [line.page for line in document.lines] == [1, 1, 2, 3]
    assert [warning.code for warning in document.warnings] == ["attachment"]


def test_text_with_colons_is_no_email() -> None:
    assert read_bytes(b"Name: Ada\nSubject: Welding\nDate: 2020\nFrom: here\n\nText", document_id="x").text


def test_archive_is_refused_with_advice() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Welding")
    with pytest.raises(WrongTypeError, match="unpack"):
        read_bytes(out.getvalue(), document_id="x")
