"""Measure how well documents are read, beside the bare text of pypdfium2, pdfminer.six and pypdf.

    python benchmarks/eval_reading.py DATA [--work FOLDER] [--only-ours]

DATA holds PDF and DOCX files with a `<stem>.json` of ground truth beside each; the evaluator is
`reading_eval.py` in the folder `eval` beside DATA's parent, or beside DATA. Speed is CPU time of one core.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

from skillmatch.documents import read
from skillmatch.errors import DocumentError

for library in ("pdfminer", "pypdf"):
    logging.getLogger(library).setLevel(logging.ERROR)
MEASURES = ("skill_strict", "skill_lenient", "heading_order", "contiguity", "in_section", "contact")


def read_ours(path: Path) -> str:
    try:
        return read(path).text
    except DocumentError:
        return ""


def read_pypdfium2(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def read_pdfminer(path: Path) -> str:
    return extract_text(path)


def read_pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def evaluate(evaluator: Path, texts: Path, truth: Path) -> dict[str, float | None]:
    """Run the evaluator over a folder of texts."""
    command = [sys.executable, str(evaluator), str(texts), str(truth), "--json"]
    found: dict[str, float | None] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def write_texts(paths: list[Path], reader: Callable[[Path], str], folder: Path) -> float:
    """Write one text for each document; return documents for each second of CPU time."""
    folder.mkdir(parents=True, exist_ok=True)
    begin = time.process_time()
    for path in paths:
        (folder / f"{path.stem}.txt").write_text(reader(path), encoding="utf-8", errors="replace", newline="")
    return len(paths) / (time.process_time() - begin)


def link_truth(paths: list[Path], folder: Path) -> Path:
    """Put the ground truth of some documents into a folder of its own: stems repeat across formats."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        truth = path.with_suffix(".json")
        if truth.exists():
            (folder / truth.name).write_bytes(truth.read_bytes())
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--work", type=Path, default=None)
    parser.add_argument("--only-ours", action="store_true")
    arguments = parser.parse_args()
    folders = (arguments.data.parent.parent, arguments.data.parent, arguments.data)
    evaluator = next(path for base in folders if (path := base / "eval" / "reading_eval.py").exists())
    work = arguments.work or Path(tempfile.mkdtemp())
    readers: dict[str, Callable[[Path], str]] = {"skillmatch": read_ours}
    if not arguments.only_ours:
        readers |= {"pypdfium2": read_pypdfium2, "pdfminer.six": read_pdfminer, "pypdf": read_pypdf}
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    )
    print(f"{'':22}{'docs/s':>8}", *(f"{measure:>14}" for measure in MEASURES))
    for suffix in ("pdf", "docx"):
        paths = [path for path in sorted(arguments.data.rglob(f"*.{suffix}")) if path.with_suffix(".json").exists()]
        truth = link_truth(paths, work / f"truth-{suffix}")
        for name, reader in readers.items() if suffix == "pdf" else [("skillmatch", read_ours)]:
            reader(paths[0])  # imports are not part of the speed
            speed = write_texts(paths, reader, work / f"{name}-{suffix}")
            found = evaluate(evaluator, work / f"{name}-{suffix}", truth)
            values = (found[measure] for measure in MEASURES)
            row = (f"{'-':>14}" if value is None else f"{value:14.4f}" for value in values)
            print(f"{name + ', ' + suffix:22}{speed:8.1f}", *row)


if __name__ == "__main__":
    main()
