"""Measure blind mode on made-up resumes with known identities.

    python benchmarks/eval_blind.py [--people 20] [--seed 0] [--formats txt,md,...]

For every naming culture, people are drawn and written in every format by one of eight layouts, read back and blinded.
A name is found if none of its words is left; an address, a number or a link if its text is left nowhere. A stretch
that was taken out is right if it holds part of the identity. Figures are by culture, by format and in all, with 95 %
intervals (Wilson).
"""

from __future__ import annotations

import argparse
import io
import json
import random
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from html import escape
from pathlib import Path

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from scipy.stats import binomtest

from skillmatch import read_bytes
from skillmatch.models import Document
from skillmatch.nlp.names import name_words
from skillmatch.nlp.traces import find_traces
from skillmatch.trust.blind import blind_document
from skillmatch.trust.identities import Identity, ascii_letters, cultures, draw_identity

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
TITLES = ["Data Engineer", "Registered Nurse", "Project Manager", "Mechanical Engineer", "Accountant", "Sales Manager"]
WORK = [
    ("Built reporting pipelines in Python and SQL", "Trained eight colleagues in Excel and Power BI"),
    ("Cared for 12 patients a shift in intensive care", "Introduced electronic health records on the ward"),
    ("Led 14 projects with a budget of 2.5 million, 2016-2019", "Certified Scrum Master and PRINCE2 practitioner"),
    ("Designed pumps in SolidWorks; ISO 9001:2015 audits", "Cut costs by 12.5 % from 04/2018 to 09/2019"),
]
FIRMS = ["Tidewater Retail", "Brightline Insurance", "Northwind Parcel", "Harbour Health", "Copperfield Media"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A resume as headed lines, with the strings that tell who the person is."""

    lines: list[tuple[str, bool]]
    name: str
    email: str
    phone: str
    link: str
    others: list[str] = field(default_factory=list)


def write(who: Identity, layout: int, rng: random.Random) -> Written:
    title, (one, two) = rng.choice(TITLES), rng.choice(WORK)
    link = f"linkedin.com/in/{ascii_letters(who.given)}-{ascii_letters(who.family)}"
    email = rng.choice(
        [who.email, f"{ascii_letters(who.given)[:1]}{ascii_letters(who.family)}@mail.example.co", "me77@example.net"]
    )
    name = who.name
    she, her = ("She", "her") if who.gender == "female" else ("He", "his")
    home = f"{who.street}, {who.town}"
    if layout == 0:
        head = [name, title, f"{email} | {who.phone} | {link}", home]
    elif layout == 1:
        name = name.upper()
        head = ["CURRICULUM VITAE", name, home, f"Mobile: {who.phone}", f"E-mail: {email}", f"LinkedIn: {link}"]
    elif layout == 2:
        head = [
            "Personal details",
            f"Name: {name}",
            f"Date of birth: {who.born}",
            f"Nationality: {who.nationality}",
            f"Gender: {who.gender}",
            f"Address: {home}",
            f"Phone: {who.phone}",
            f"Email: {email}",
            f"Web: https://{link}",
        ]
    elif layout == 3:
        head = [title, name, f"{email}, {who.phone}", who.town, f"https://www.{link}"]
    elif layout == 4:
        head = [f"{name}, {rng.choice(['MBA', 'PhD', 'PMP'])}", f"{who.town} • {who.phone} • {email} • {link}"]
    elif layout == 5:
        head = [f"Resume of {name}", f"Tel. {who.phone}", email, link, home]
    elif layout == 6:
        name = f"{who.family}, {who.given}"
        head = [name, email, who.phone, link]
    else:
        head = [
            f"{name} ({'she/her' if who.gender == 'female' else 'he/him'})",
            title,
            who.town,
            email,
            who.phone,
            link,
        ]
    firm, other = rng.sample(FIRMS, 2)
    lines = [(line, number == 0 and layout not in (1, 2)) for number, line in enumerate(head)]
    lines += [("Profile", True), (f"{title} with nine years of experience. {she} is known for {her} patience.", False)]
    lines += [("Experience", True), (f"{title}, {firm}", False), ("March 2019 - present", False), (f"- {one}", False)]
    lines += [(f"- Chosen by the board: “{who.given} made it work”", False)]
    lines += [(f"{title}, {other}", False), ("06/2014 - 02/2019", False), (f"- {two}", False)]
    lines += [("Education", True), (f"BSc Economics, {who.school}, 2013", False)]
    lines += [("Skills", True), ("Python, SQL, Excel, Docker, Node.js, React Native, negotiation, nursing care", False)]
    return Written(
        lines=lines, name=name, email=email, phone=who.phone, link=link,
        others=[who.street, who.town, who.born, who.nationality, who.gender, she, her, "she/her", "he/him"],
    )  # fmt: skip


def text_of(written: Written) -> str:
    return "".join(f"\n{line}\n" if heading else f"{line}\n" for line, heading in written.lines).lstrip("\n")


def as_docx(written: Written) -> bytes:
    document = docx.Document()
    for line, heading in written.lines:
        document.add_heading(line, 1) if heading else document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(written: Written) -> bytes:
    out = io.BytesIO()
    styles = getSampleStyleSheet()
    for style in ("Normal", "Heading1"):
        styles[style].fontName = "DejaVu"
    flow = [Paragraph(escape(line), styles["Heading1" if heading else "Normal"]) for line, heading in written.lines]
    SimpleDocTemplate(out, invariant=True).build(flow)
    return out.getvalue()


def as_html(written: Written) -> bytes:
    body = "".join(f"<h2>{escape(it)}</h2>" if heading else f"<p>{escape(it)}</p>" for it, heading in written.lines)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'.encode()
    )


def as_markdown(written: Written) -> bytes:
    return "".join(f"\n# {line}\n\n" if heading else f"{line}  \n" for line, heading in written.lines).encode()


def as_json(written: Written) -> bytes:
    rest = [line for line, heading in written.lines if not heading]
    basics = {"name": written.name, "email": written.email, "phone": written.phone, "url": written.link}
    basics = {**basics, "profiles": [{"network": "LinkedIn", "url": f"https://{written.link}"}]}
    work = [{"name": "Tidewater Retail", "position": "Engineer", "highlights": rest[-6:-2]}]
    resume = {"basics": basics, "work": work, "skills": [{"name": "Python"}, {"name": "SQL"}]}
    return json.dumps(resume, ensure_ascii=False).encode()


def as_rtf(written: Written) -> bytes:
    def coded(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in plain)

    body = "".join(
        f"{{\\b\\fs32 {coded(it)}}}\\par\n" if heading else f"{coded(it)}\\par\n" for it, heading in written.lines
    )
    return f"{{\\rtf1\\ansi\\deff0\n{body}}}".encode("ascii")


def as_odt(written: Written) -> bytes:
    body = "".join(
        f'<text:h text:outline-level="1">{escape(it)}</text:h>' if heading else f"<text:p>{escape(it)}</text:p>"
        for it, heading in written.lines
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0"'
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f'<office:document-content {spaces} office:version="1.2">{inner}</office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr(zipfile.ZipInfo("content.xml"), content)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml"), "<manifest/>")
    return out.getvalue()


def as_eml(written: Written) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "jobs@example.com", "hr@example.com", "Application"
    message.set_content("See below.\n\n" + text_of(written))
    return message.as_bytes()


FORMATS: dict[str, Callable[[Written], bytes]] = {
    "txt": lambda written: text_of(written).encode(),
    "md": as_markdown, "html": as_html, "docx": as_docx, "pdf": as_pdf, "json": as_json, "rtf": as_rtf, "odt": as_odt,
    "eml": as_eml,
}  # fmt: skip


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def judge(written: Written, document: Document, tally: dict[str, list[bool]]) -> None:
    blinded = blind_document(document, b"key").text
    there, left = squeezed(document.text), squeezed(blinded)
    words = set(re.findall(r"[^\W_]+", blinded.lower()))
    pieces = {
        piece.lower() for word in name_words(written.name) for piece in re.findall(r"[^\W_]+", word) if len(piece) > 2
    }
    if squeezed(written.name) in there:
        tally["name"].append(not pieces & words and squeezed(written.name) not in left)
    for kind in ("email", "phone", "link"):
        value = getattr(written, kind)
        if squeezed(value) in there:
            tally[kind].append(squeezed(value) not in left)
    known = [squeezed(it) for it in (written.email, written.phone, written.link, *written.others)]
    for trace in find_traces(document):
        text = squeezed(document.text[trace.start : trace.end])
        own = set(re.findall(r"[^\W_]+", document.text[trace.start : trace.end].lower()))
        right = any(it and (it in text or (text in it and 2 * len(text) >= len(it))) for it in known)
        right = right or bool(own & {*pieces, squeezed(written.name)})
        tally["precision"].append(right or text in squeezed(written.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=20, help="of each culture")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--pdfs", type=Path, help="folder of PDFs with a JSON file each: contact.name, email, phone")
    parser.add_argument("--misses", type=int, default=0, help="print that many misses")
    arguments = parser.parse_args()
    if arguments.pdfs:
        judge_pdfs(arguments.pdfs)
        return
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    rng = random.Random(arguments.seed)
    by: dict[tuple[str, str], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    unread, shown = 0, 0
    for culture in cultures():
        for _ in range(arguments.people):
            written = write(draw_identity(rng, culture), rng.randrange(8), rng)
            for name in arguments.formats.split(","):
                try:
                    document = read_bytes(FORMATS[name](written), document_id=f"cv.{name}")
                except Exception as error:
                    unread += 1
                    print(f"{name}: {type(error).__name__}: {error}")
                    continue
                own: dict[str, list[bool]] = defaultdict(list)
                judge(written, document, own)
                for key in (("culture", culture), ("format", name), ("all", "")):
                    for kind, values in own.items():
                        by[key][kind] += values
                if shown < arguments.misses and not all(all(values) for values in own.values()):
                    shown += 1
                    wrong = [kind for kind, values in own.items() if not all(values)]
                    found = [(it.kind, document.text[it.start : it.end]) for it in find_traces(document)]
                    print(name, wrong, written.name, "|", document.text[:90].replace("\n", " / "), "|", found)
    print(f"{unread} documents could not be read")
    for (group, name), tally in sorted(by.items(), key=lambda it: (it[0][0] != "all", it[0])):
        print(
            f"{group:8s}{name:18s}"
            + "  ".join(_rate(kind, tally[kind]) for kind in ("name", "email", "phone", "link", "precision"))
        )


def judge_pdfs(folder: Path) -> None:
    """Blind PDFs by others, of which the contacts are known."""
    tally: dict[str, list[bool]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        contact = json.loads(path.read_text(encoding="utf-8")).get("contact") or {}
        if not contact.get("name") or not path.with_suffix(".pdf").exists():
            continue
        written = Written(
            lines=[],
            name=contact["name"],
            email=contact.get("email") or "-",
            phone=contact.get("phone") or "-",
            link="-",
        )
        own: dict[str, list[bool]] = defaultdict(list)
        judge(written, read_bytes(path.with_suffix(".pdf").read_bytes(), document_id=path.stem), own)
        for kind in ("name", "email", "phone"):
            known = len(squeezed(getattr(written, kind))) > 2
            tally[kind] += own[kind] if known else []
            if known and not all(own[kind]):
                print(f"{path.stem}: {kind} left")
    print("  ".join(_rate(kind, tally[kind]) for kind in ("name", "email", "phone")))


def _rate(kind: str, values: list[bool]) -> str:
    if not values:
        return f"{kind} -"
    interval = binomtest(sum(values), len(values)).proportion_ci(method="wilson")
    return f"{kind} {sum(values) / len(values):.3f} [{interval.low:.3f}, {interval.high:.3f}] of {len(values)}"


if __name__ == "__main__":
    main()
