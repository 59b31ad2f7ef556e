"""Time reading, with layout and the check for hidden text, against the bare text of pypdfium2.

    python benchmarks/bench_reading.py FOLDER [--repeats 3]

Both read every PDF of the folder in turns, in one process; the best CPU time of each file counts, which
other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from skillmatch.documents import read_bytes
from skillmatch.errors import DocumentError


def read_ours(data: bytes) -> None:
    read_bytes(data, document_id="x")


def read_bare(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def best_time(reader: Callable[[bytes], None], data: bytes) -> float:
    begin = time.process_time()
    reader(data)
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    ours, bare = [], []
    for path in sorted(arguments.folder.glob("*.pdf")):
        data = path.read_bytes()
        try:
            read_ours(data)
        except DocumentError:
            continue
        ours.append(min(best_time(read_ours, data) for _ in range(arguments.repeats)))
        bare.append(min(best_time(read_bare, data) for _ in range(arguments.repeats)))
    ratios = [other / own for own, other in zip(ours, bare, strict=True)]
    print(
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}"
    )
    print(f"{len(ours)} files; skillmatch {len(ours) / sum(ours):.0f} files/s, pypdfium2 {len(bare) / sum(bare):.0f}")
    print(
        f"share of its speed: {sum(bare) / sum(ours):.3f} in all, {statistics.median(ratios):.3f} for the median file"
    )


if __name__ == "__main__":
    main()
