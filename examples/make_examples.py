"""Make the example resumes from `people.toml`: single and two-column PDF, DOCX and text.

Run it after a change of `people.toml`; needs the `dev` extra. The same input gives the same bytes.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, FrameBreak, PageTemplate, Paragraph

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=13)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=10, bulletIndent=1)
NAME = ParagraphStyle("name", parent=BODY, fontName="Helvetica-Bold", fontSize=20, leading=26)
TITLE = ParagraphStyle("title", parent=BODY, fontSize=12, leading=18)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=11.5, leading=16, spaceBefore=9)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold")

Person = dict[str, Any]


def head(person: Person) -> Iterator[Flowable]:
    yield Paragraph(person["name"], NAME)
    yield Paragraph(person["title"], TITLE)


def contact(person: Person) -> Iterator[Flowable]:
    for line in person["contact"]:
        yield Paragraph(line, BODY)


def skills(person: Person) -> Iterator[Flowable]:
    yield Paragraph("Skills", HEADING)
    for label, items in person["skills"].items():
        yield Paragraph(f"<b>{label}:</b> {items}", BODY)


def history(person: Person) -> Iterator[Flowable]:
    yield Paragraph("Experience", HEADING)
    for role in person["roles"]:
        yield Paragraph(f"{role['title']}, {role['place']}", BOLD)
        yield Paragraph(f"{role['from']} - {role['to']}", BODY)
        for done in role["did"]:
            yield Paragraph(done, BULLET, bulletText="\u2022")


def summary(person: Person) -> Iterator[Flowable]:
    yield Paragraph("Profile", HEADING)
    yield Paragraph(person["summary"], BODY)


def education(person: Person) -> Iterator[Flowable]:
    yield Paragraph("Education", HEADING)
    for line in person["education"]:
        yield Paragraph(line, BODY)


def write_single(person: Person, path: Path) -> None:
    frame = Frame(20 * mm, 15 * mm, 170 * mm, 267 * mm)
    parts = [part for make in (head, contact, summary, skills, history, education) for part in make(person)]
    build(path, person, [frame], parts)


def write_two_column(person: Person, path: Path) -> None:
    top = Frame(15 * mm, 257 * mm, 180 * mm, 30 * mm)
    side = Frame(15 * mm, 15 * mm, 55 * mm, 240 * mm)
    main = Frame(78 * mm, 15 * mm, 117 * mm, 240 * mm)
    parts: list[Flowable] = [*head(person), FrameBreak(), Paragraph("Contact", HEADING), *contact(person)]
    parts += [*skills(person), FrameBreak(), *summary(person), *history(person), *education(person)]
    build(path, person, [top, side, main], parts)


def build(path: Path, person: Person, frames: list[Frame], parts: list[Flowable]) -> None:
    document = BaseDocTemplate(str(path), pagesize=A4, title=f"Resume of {person['name']}", invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames)])
    document.build(parts)


def write_docx(person: Person, path: Path) -> None:
    document = docx.Document()
    document.add_heading(person["name"], 0)
    document.add_paragraph(person["title"])
    document.add_paragraph(" | ".join(person["contact"]))
    document.add_heading("Profile", 1)
    document.add_paragraph(person["summary"])
    document.add_heading("Skills", 1)
    table = document.add_table(rows=0, cols=2)
    for label, items in person["skills"].items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, items
    document.add_heading("Experience", 1)
    for role in person["roles"]:
        document.add_paragraph().add_run(f"{role['title']}, {role['place']}, {role['from']} - {role['to']}").bold = True
        for done in role["did"]:
            document.add_paragraph(done, style="List Bullet")
    document.add_heading("Education", 1)
    for line in person["education"]:
        document.add_paragraph(line)
    saved = BytesIO()
    document.save(saved)
    # A zip holds the time of writing: set one, so that the same input gives the same bytes.
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for member in made.infolist():
            fixed.writestr(
                zipfile.ZipInfo(member.filename, (2026, 1, 1, 0, 0, 0)), made.read(member), zipfile.ZIP_DEFLATED
            )


def write_text(person: Person, path: Path) -> None:
    lines = [person["name"], person["title"], *person["contact"], "", "PROFILE", person["summary"], "", "SKILLS"]
    lines += [f"{label}: {items}" for label, items in person["skills"].items()]
    lines += ["", "EXPERIENCE"]
    for role in person["roles"]:
        lines += [f"{role['title']}, {role['place']}", f"{role['from']} - {role['to']}"]
        lines += [f"- {done}" for done in role["did"]] + [""]
    lines += ["EDUCATION", *person["education"]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


WRITERS = {"single": write_single, "two-column": write_two_column, "docx": write_docx, "text": write_text}


def main(folder: Path) -> None:
    """Write all resumes into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for person in tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))["person"]:
        WRITERS[person["layout"]](person, folder / person["file"])


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "resumes")
