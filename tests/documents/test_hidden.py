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


DARK = "0.1 0.2 0.4 rg 60 280 400 40 re f"


@pytest.mark.parametrize(
    ("ground", "seen"),
    [
        (f"1 1 1 rg 50 270 420 60 re f {DARK}", True),
        (f"{DARK} 1 1 1 rg 60 280 400 40 re f", False),
        ("q 0 0 1 1 re W n " + DARK + " Q", False),
        ("q /G0 gs " + DARK + " Q", False),
        ("0.1 0.2 0.4 rg 60 280 m 460 280 l 460 200 l h f", False),
    ],
    ids=["dark-on-white", "white-on-dark", "clipped-away", "transparent", "no-rectangle-there"],
)
def test_white_words_are_seen_on_what_is_really_dark(ground: str, seen: bool) -> None:
    content = f"{VISIBLE} q {ground} Q q 1 1 1 rg {HIDDEN} Q"
    document = read_bytes(pdf(content, resources=CLEAR), document_id="x")
    assert ("Kubernetes" in document.text) == seen
    assert [warning.code for warning in document.warnings] == ([] if seen else ["hidden-text"])


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


LAYER = "<< /Type /OCG /Name (Notes) >>"


def layered(content: str, state: str) -> bytes:
    """Return a PDF with one layer, named L in the content, that is ``ON`` or ``OFF``."""
    catalog = f"/OCProperties << /OCGs [100 0 R] /D << /{state} [100 0 R] /Order [100 0 R] >> >>"
    return pdf(content, resources="/Properties << /L 100 0 R >>", catalog=catalog, extra=(LAYER,))


@pytest.mark.parametrize(("state", "seen"), [("ON", True), ("OFF", False)])
def test_text_on_a_layer_is_hidden_when_the_layer_is_off(state: str, seen: bool) -> None:
    document = read_bytes(layered(VISIBLE + f"/OC /L BDC {HIDDEN} EMC", state), document_id="x")
    assert ("Kubernetes" in document.text) == seen
    assert [warning.code for warning in document.warnings] == ([] if seen else ["hidden-text"])


@pytest.mark.parametrize(
    ("clip", "seen"),
    [
        ("0 0 600 600 re W n", True),
        ("60 290 300 30 re W n", True),
        ("400 290 100 30 re W n", False),
        ("0 0 600 600 re W n 0 0 10 10 re W n", False),
        ("60 290 m 300 290 l 300 320 l 60 320 l h W n", True),
        ("60 500 m 300 500 l 300 520 l 60 520 l h W* n", False),
    ],
    ids=["around", "close", "beside", "nested", "polygon-around", "polygon-above"],
)
def test_clip_hides_what_is_outside_of_it(clip: str, seen: bool) -> None:
    document = read_bytes(pdf(VISIBLE + f"q {clip} {HIDDEN} Q"), document_id="x")
    assert ("Kubernetes Terraform" in document.text) == seen
    assert [warning.message for warning in document.warnings] == ([] if seen else ["clipped away"])


def test_clip_in_a_form_is_judged_on_the_page() -> None:
    form = f"q 0 0 10 10 re W n {HIDDEN} Q"
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    body = f"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] {fonts} /Length {len(form)} >>"
    data = pdf(
        VISIBLE + "/X0 Do", resources="/XObject << /X0 100 0 R >>", extra=(f"{body}\nstream\n{form}\nendstream",)
    )
    document = read_bytes(data, document_id="x")
    assert "Kubernetes" not in document.text
    assert [warning.code for warning in document.warnings] == ["hidden-text"]


def test_text_layer_whose_picture_is_gone_is_read_with_a_warning() -> None:
    document = read_bytes(pdf(f"3 Tr {VISIBLE}"), document_id="x")
    assert "Visible line number 7" in document.text
    assert [warning.code for warning in document.warnings] == ["hidden-text"]


def test_invisible_page_after_a_visible_one_stays_hidden() -> None:
    document = read_bytes(pdf(VISIBLE, f"3 Tr {HIDDEN}"), document_id="x")
    assert "Kubernetes" not in document.text
    assert [warning.page for warning in document.warnings] == [2]
