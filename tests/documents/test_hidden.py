from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from skillmatch.errors import NeedsOcrError
from tests.documents.document_files import pdf, show

VISIBLE = "".join(show(f"Visible line number {number}", 72, 740 - 16 * number) for number in range(8))
HIDDEN = show("Kubernetes Terraform", 72, 300)
CLEAR = "/ExtGState << /G0 << /ca 0 /CA 0 >> >>"
IMAGE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\n"
    "stream\nA\nendstream"
)


@pytest.mark.parametrize(
    "content",
    [
        VISIBLE + f"q 1 1 1 rg {HIDDEN} Q",
        VISIBLE + f"q 0.97 0.97 0.97 rg {HIDDEN} Q",
        VISIBLE + show("Kubernetes Terraform", 72, 300, size=1),
        VISIBLE + show("Kubernetes Terraform", -900, 300),
        VISIBLE + f"q 3 Tr {HIDDEN} Q",
        VISIBLE + f"q /G0 gs {HIDDEN} Q",
        VISIBLE + f"q 0 0 1 1 re W n {HIDDEN} Q",
        VISIBLE + f"{HIDDEN} q 1 1 1 rg 60 280 400 40 re f Q",
        VISIBLE + f"q 0.1 0.2 0.4 rg 60 280 400 40 re f {HIDDEN} Q",
        VISIBLE + f"/Span << /ActualText (Kubernetes Terraform Blockchain) >> BDC {show('Calm', 72, 300)} EMC",
    ],
    ids=["white", "near-white", "tiny", "outside", "mode-3", "clear", "clipped", "covered", "same-colour", "replaced"],
)
def test_hidden_text_is_left_out_and_reported(content: str) -> None:
    document = read_bytes(pdf(content, resources=CLEAR), document_id="x")
    assert "Kubernetes" not in document.text
    assert "Visible line number 7" in document.text
    assert [warning.code for warning in document.warnings] == ["hidden-text"]
    assert "Kubernetes" in document.warnings[0].detail
    assert document.warnings[0].page == 1


@pytest.mark.parametrize(
    "content",
    [
        f"q 0.1 0.2 0.4 rg 0 0 612 792 re f 1 1 1 rg {VISIBLE + HIDDEN} Q",
        VISIBLE + show("Kubernetes Terraform", 72, 300, size=6),
        VISIBLE + f"q 0 0 600 600 re W n {HIDDEN} Q",
        VISIBLE + f"q 1 1 1 rg 60 280 400 40 re f Q {HIDDEN}",
        VISIBLE + f"q 0.6 0.6 0.6 rg {HIDDEN} Q",
        VISIBLE + f"/Span << /ActualText (Kubernetes Terraform) >> BDC {show('Kubernetes Terraform', 72, 300)} EMC",
    ],
    ids=["white-on-dark", "small", "inside-clip", "over-white", "grey", "replaced"],
)
def test_visible_text_is_kept_without_a_warning(content: str) -> None:
    document = read_bytes(pdf(content), document_id="x")
    assert "Kubernetes Terraform" in document.text
    assert document.warnings == ()


def test_shadow_of_visible_words_is_no_warning() -> None:
    shadow = f"q 1 1 1 rg {show('Visible line number 3', 72, 300)} Q"
    document = read_bytes(pdf(VISIBLE + shadow), document_id="x")
    assert document.text.count("Visible line number 3") == 1
    assert document.warnings == ()


def test_page_that_is_a_picture_needs_ocr() -> None:
    data = pdf("q 612 0 0 792 0 0 cm /I0 Do Q", resources="/XObject << /I0 100 0 R >>", extra=(IMAGE,))
    with pytest.raises(NeedsOcrError):
        read_bytes(data, document_id="x")


def test_text_layer_over_a_picture_of_the_page_is_kept() -> None:
    content = f"q 612 0 0 792 0 0 cm /I0 Do Q q 3 Tr {VISIBLE} Q"
    document = read_bytes(pdf(content, resources="/XObject << /I0 100 0 R >>", extra=(IMAGE,)), document_id="x")
    assert "Visible line number 7" in document.text
    assert document.warnings == ()
