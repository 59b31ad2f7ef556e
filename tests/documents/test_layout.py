from __future__ import annotations

import pytest

from skillmatch.documents import read_bytes
from tests.documents.document_files import pdf, show


def lines_of(*contents: str) -> list[str]:
    document = read_bytes(pdf(*contents), document_id="x")
    return [document.text[line.start : line.end] for line in document.lines]


def column(texts: list[str], x: float, y: float = 700, step: float = 20) -> str:
    return "".join(show(text, x, y - step * number) for number, text in enumerate(texts))


LEFT = [f"left {number}" for number in range(6)]
RIGHT = [f"right {number}" for number in range(6)]


def test_columns_drawn_one_after_the_other_stay_so() -> None:
    assert lines_of(column(LEFT, 72) + column(RIGHT, 350)) == LEFT + RIGHT


def test_lines_drawn_out_of_order_are_sorted_by_place() -> None:
    lines = [show(f"line {number}", 72, 700 - 20 * number) for number in range(8)]
    shuffled = "".join(lines[place] for place in (7, 3, 1, 6, 0, 5, 2, 4))
    assert lines_of(shuffled) == [f"line {number}" for number in range(8)]


def test_headings_drawn_first_go_to_their_text_in_each_column() -> None:
    content = (
        show("Skills", 72, 700)
        + show("Links", 72, 600)
        + show("Work", 350, 700)
        + show("Study", 350, 600)
        + column(["welding", "brazing", "milling"], 72, 680)
        + column(["site", "mail"], 72, 580)
        + column(["fitter", "smith", "clerk"], 350, 680)
        + column(["school", "college"], 350, 580)
    )
    left = ["Skills", "welding", "brazing", "milling", "Links", "site", "mail"]
    assert lines_of(content) == [*left, "Work", "fitter", "smith", "clerk", "Study", "school", "college"]


def test_what_stands_over_both_columns_comes_first() -> None:
    left, right = ([f"{side} {number}" for number in range(9)] for side in ("left", "right"))
    content = (
        show("Ada Testperson", 360, 745, 20)
        + show("a line of contacts that runs over both of the columns of this page", 150, 725)
        + column(left[:3], 72)
        + column(right[:3], 350)
        + column(left[3:6], 72, 600)
        + column(right[3:6], 350, 600)
        + column(left[6:], 72, 500)
        + column(right[6:], 350, 500)
    )
    assert [line for line in lines_of(content) if line[0] != "a"] == ["Ada Testperson", *left, *right]


def test_cells_of_a_row_are_one_line() -> None:
    table = "".join(show(f"label {n}", 72, 700 - 20 * n) + show(f"value {n}", 200, 700 - 20 * n) for n in range(3))
    assert lines_of(table) == ["label 0\tvalue 0", "label 1\tvalue 1", "label 2\tvalue 2"]


@pytest.mark.parametrize(
    "content",
    [
        "BT /F1 12 Tf 6 Tc 72 600 Td (WORK HISTORY) Tj ET",
        show("W O R K  H I S T O R Y", 72, 600),
    ],
)
def test_spaced_out_letters_are_joined(content: str) -> None:
    assert lines_of(content) == ["WORK HISTORY"]


@pytest.mark.parametrize("page", ["", "/Rotate 90", "/Rotate 180", "/Rotate 270"])
def test_turned_page_is_read_in_order(page: str) -> None:
    document = read_bytes(pdf(column(LEFT, 72), page=page), document_id="x")
    assert document.text.split("\n")[:-1] == LEFT


def test_turned_text_is_read() -> None:
    assert lines_of("q 0 1 -1 0 700 0 cm " + column(LEFT, 72, 400) + " Q") == LEFT


def test_running_lines_are_dropped_after_the_first_page() -> None:
    pages = [column([f"text {n} {line}" for line in range(4)], 72) + show("Ada - CV", 72, 770) for n in "abc"]
    numbered = [page + show(f"Page {n} of 3", 280, 20) for n, page in enumerate(pages, 1)]
    lines = lines_of(*numbered)
    assert lines.count("Ada - CV") == 1
    assert not any(line.startswith("Page") for line in lines)
    assert len(lines) == 13


def test_lines_carry_place_size_and_weight() -> None:
    document = read_bytes(pdf(show("Plain", 72, 700) + show("Strong", 72, 680, 14, "F2")), document_id="x")
    plain, strong = document.lines
    assert (plain.size, plain.bold, strong.size, strong.bold) == (11, False, 14, True)
    assert plain.box is not None
    assert plain.box[0] == pytest.approx(72, abs=1)
    assert plain.box[1] == pytest.approx(792 - 700 - 11, abs=3)


def test_headings_are_told_by_their_look() -> None:
    body = [
        "An ordinary line of text, long enough",
        "to be taken for running text in here,",
        "and one more of them for good measure",
    ]
    content = show("Ada Testperson", 72, 760, 20, "F2") + show("ada@example.org, somewhere", 72, 740)
    for number, title in enumerate(("Skills", "Work", "Study")):
        content += show(title, 72, 700 - 150 * number, 14, "F2") + column(body, 72, 680 - 150 * number)
    document = read_bytes(pdf(content), document_id="x")
    assert [document.text[line.start : line.end] for line in document.lines if line.heading] == [
        "Skills",
        "Work",
        "Study",
    ]
