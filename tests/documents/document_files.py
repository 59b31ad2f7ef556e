"""Write tiny PDF and DOCX files for tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def pdf(
    *contents: str,
    page: str = "",
    resources: str = "",
    catalog: str = "",
    fonts: str = "/F1 3 0 R /F2 4 0 R",
    extra: tuple[str, ...] = (),
) -> bytes:
    """Return a PDF with one page for each content stream.

    `page`, `resources` and `catalog` are added to the dictionaries; `extra` objects are numbered from 100.
    """
    count = len(contents)
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    objects[4] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(count))
    objects[2] = f"<< /Type /Pages /Count {count} /Kids [{kids}] >>"
    for number, content in enumerate(contents):
        objects[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {page} /Contents {11 + 2 * number} 0 R "
            f"/Resources << /Font << {fonts} >> {resources} >> >>"
        )
        objects[11 + 2 * number] = f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"
    objects |= {100 + number: body for number, body in enumerate(extra)}
    out = BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = out.tell()
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    table = out.tell()
    out.write(f"xref\n0 {max(objects) + 1}\n".encode())
    for number in range(max(objects) + 1):
        used = number in places
        out.write(f"{places.get(number, 0):010} {0 if used else 65535:05} {'n' if used else 'f'} \n".encode())
    out.write(f"trailer << /Size {max(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def show(text: str, x: float, y: float, size: float = 11, font: str = "F1") -> str:
    """Return the operators that draw a text."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX; `parts` are more parts by name, with ``__`` for ``/`` and ``.xml`` added."""
    members = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}"/></Types>',
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        **{
            name.replace("__", "/") + ".xml": text.replace("<w:root", f'<w:root xmlns:w="{_W}"')
            for name, text in parts.items()
        },
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()
