"""Read damaged documents, and tell of every one that ends in anything but a typed outcome.

    python benchmarks/fuzz_reading.py [--count 20000] [--start 0] [--seconds 10]

Small documents of every format are changed at random: bytes, numbers and names, pieces left out, repeated or
swapped between documents; in office documents the XML parts inside, so that the container stays sound. Input
number N is the same in every run: `--start N --count 1` reads it alone. Each is read in a worker, so that one that
hangs or aborts costs itself only: those are counted as limits, by what they did.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from skillmatch.documents import read_bytes
from skillmatch.guard import guarded
from skillmatch.isolation import map_isolated
from skillmatch.models import Failure
from skillmatch.settings import ReadingSettings
from tests.documents.document_files import docx, pdf, show

NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65535",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e39",
    b"0.00001",
    b"99999999999",
)
PIECES = (
    *(
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b")",
        b"/",
        b"obj",
        b"endobj",
        b"stream",
        b"endstream",
        b"R",
        b"null",
        b"q",
        b"Q",
    ),
    *(b"BT", b"ET", b"Tj", b"TJ", b"Tf", b"Tm", b"cm", b"W n", b"re f", b"Do", b"BDC", b"EMC", b"3 Tr", b"7 Tr"),
    *(
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"<w:tr>",
        b"<w:tc>",
        b"<w:del>",
        b"<w:vanish/>",
        b"&amp;",
        b"&#0;",
        b"\x00",
        b"\xff",
    ),
    *(b"{", b"}", b"\\v ", b"\\u-99999 ", b"<div style='display:none'>", b"</div>", b"<!--", b"]]>", b"\xef\xbb\xbf"),
)
FORM = "q 0.5 0 0 0.5 10 10 cm " + show("Welding in a form", 72, 500) + " Q"
EXTRA = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Matrix [1 0 0 1 5 5] "
    f"/Resources << /Font << /F1 3 0 R >> >> /Length {len(FORM)} >>\nstream\n{FORM}\nendstream",
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\n"
    "stream\nA\nendstream",
    "<< /Type /OCG /Name (Notes) >>",
    "<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 90] /DA (/F1 11 Tf) /Contents (Soldering) >>",
)
RESOURCES = "/XObject << /X0 100 0 R /I0 101 0 R >> /Properties << /L 102 0 R >> /ExtGState << /G0 << /ca 0 >> >>"
TEXT = "".join(show(f"Line {number} of steel and copper", 72, 740 - 14 * number) for number in range(12))


@cache
def seeds() -> tuple[bytes, ...]:
    """Return the documents that are changed."""
    rich = (
        TEXT + "/X0 Do q 612 0 0 80 0 0 cm /I0 Do Q /OC /L BDC q 1 1 1 rg " + show("white", 72, 200) + " Q EMC "
        "q 0 0 100 100 re W n " + show("clipped", 50, 50) + " Q q /G0 gs " + show("clear", 72, 180) + " Q "
        "0.1 0.2 0.4 rg 60 280 200 40 re f 1 1 1 rg " + show("on dark", 72, 290)
    )
    letters = "".join(show(letter, 72 + 7 * place, 500) for place, letter in enumerate("Welding and brazing"))
    body = (
        "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Skills</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>Welding</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Brazing</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    styles = "<w:root><w:style w:styleId='Heading1'><w:name w:val='heading 1'/></w:style></w:root>"
    email = (
        b"From: a@example.org\r\nTo: b@example.org\r\nSubject: CV\r\nDate: Mon, 02 Jan 2023 10:00:00 +0000\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nWelding\r\n--x\r\n"
        b"Content-Disposition: attachment; filename=a.txt\r\n\r\nBrazing\r\n--x--\r\n"
    )
    catalog = "/OCProperties << /OCGs [102 0 R] /D << /OFF [102 0 R] >> >>"
    return (
        pdf(TEXT),
        pdf(rich, resources=RESOURCES, catalog=catalog, page="/Annots [103 0 R] /Rotate 90", extra=EXTRA),
        pdf(TEXT + letters, "3 Tr " + TEXT, page="/CropBox [10 10 600 700]"),
        docx(body, word__styles=styles),
        docx(body * 5),
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;}\f0 Welding\par{\v x}\u8364 ?\cf1 y}",
        b"<!doctype html><style>.a{display:none}</style><body><h1>Skills</h1><p class=a>x<p>Steel<table><td>1</table>",
        b"# Skills\n\n- Welding\n- Brazing\n\nWork\n----\n",
        b'{"basics":{"name":"Ada"},"skills":[{"name":"Welding","keywords":["steel"]}],"work":[{"position":"Fitter"}]}',
        "Résumé\nWelding\n".encode("utf-16"),
        email,
    )


def change(data: bytes, chance: random.Random) -> bytes:
    """Return a document with some of its bytes changed."""
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        place = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 8, 40, 300))
        match chance.randrange(7):
            case 0:
                data = data[:place] + chance.randbytes(length if length < 9 else 1) + data[place + 1 :]
            case 1:
                data = data[:place] + data[place + length :]
            case 2:
                data = data[:place] + data[place : place + length] * chance.choice((2, 3, 50)) + data[place + length :]
            case 3:
                data = data[:place] + chance.choice(PIECES) + data[place:]
            case 4:
                numbers = [match.span() for match in re.finditer(rb"-?\d+\.?\d*", data)]
                if numbers:
                    begin, end = chance.choice(numbers)
                    data = data[:begin] + chance.choice(NUMBERS) + data[end:]
            case 5:
                other = chance.choice(seeds())
                start = chance.randrange(len(other))
                data = data[:place] + other[start : start + length] + data[place:]
            case _:
                data = (
                    data[:place] if chance.random() < 0.2 else data[:place] + data[place:][::-1][:length] + data[place:]
                )
    return data


def make(number: int) -> bytes:
    """Return input number N."""
    chance = random.Random(number)
    data = seeds()[chance.choice((0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10))]
    if not data.startswith(b"PK") or chance.random() < 0.2:
        return change(data, chance)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as changed:
        for name in archive.namelist():
            part = archive.read(name)
            changed.writestr(zipfile.ZipInfo(name), change(part, chance) if chance.random() < 0.6 else part)
    return out.getvalue()


def read_input(number: int) -> str | Failure:
    """Read input number N behind the guard that every document has."""

    def act() -> str:
        document = read_bytes(make(number), document_id=str(number), settings=ReadingSettings(ocr=False))
        assert all(0 <= line.start <= line.end <= len(document.text) for line in document.lines)
        document.text.encode("utf-8")  # no lone surrogate
        return "ok"

    return guarded(str(number), "read", act)


def report(outcomes: Iterable[str | Failure], began: float) -> int:
    """Print what happened; return how many inputs ended otherwise than they may."""
    counts: Counter[str] = Counter()
    escaped = 0
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, Failure):
            lost = outcome.code == "limit" and ("process" in outcome.message or "longer" in outcome.message)
            counts[f"limit: {outcome.message.split(':')[0]}" if lost else outcome.code] += 1
            if outcome.code == "internal":
                escaped += 1
                print(f"input {outcome.document_id}: {outcome.message}", flush=True)
            elif lost:
                print(f"input {outcome.document_id}: {outcome.message.split(':')[0]}", flush=True)
        else:
            counts[outcome] += 1
        if number % 2_000 == 1_999:
            print(f"{number + 1} inputs, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    for code, count in counts.most_common():
        print(f"{code:45}{count:8}")
    print(f"{sum(counts.values())} inputs, {escaped} escaped the typed outcomes")
    return escaped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=10.0)
    arguments = parser.parse_args()
    numbers = range(arguments.start, arguments.start + arguments.count)
    settings = ReadingSettings(timeout_s=arguments.seconds)
    outcomes = map_isolated(read_input, numbers, name=str, settings=settings, workers=1)
    sys.exit(report(outcomes, time.monotonic()) > 0)


if __name__ == "__main__":
    main()
