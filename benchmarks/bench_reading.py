"""Time reading, with layout and the check for hidden text, against the bare text of PDF libraries.

    python benchmarks/bench_reading.py FOLDER [--repeats 3] [--every N] [--no-workers]

All read the PDFs of the folder (each Nth of them) in one process, in turns; the best CPU time of each file counts,
which other work on the machine disturbs least; pdfminer.six and pypdf, far slower, get one try. Then the folder is
read in this process, in one worker and in two: CPU time of all processes, and the best wall time.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import resource
import statistics
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

from skillmatch.batch import read_paths
from skillmatch.documents import read_bytes
from skillmatch.errors import DocumentError
from skillmatch.settings import ReadingSettings

for library in ("pdfminer", "pypdf"):
    logging.getLogger(library).setLevel(logging.CRITICAL)
SETTINGS = ReadingSettings(ocr=False)


def read_ours(data: bytes) -> None:
    read_bytes(data, document_id="x", settings=SETTINGS)


def read_pypdfium2(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def read_pdfminer(data: bytes) -> None:
    extract_text(BytesIO(data))


def read_pypdf(data: bytes) -> None:
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        page.extract_text()


def cpu_time(reader: Callable[[bytes], None], data: bytes) -> float:
    begin = time.process_time()
    reader(data)
    return time.process_time() - begin


def is_readable(data: bytes) -> bool:
    try:
        read_ours(data)
    except DocumentError:
        return False
    return True


def compare(datas: list[bytes], repeats: int) -> None:
    readers = {"skillmatch": read_ours, "pypdfium2": read_pypdfium2, "pdfminer.six": read_pdfminer, "pypdf": read_pypdf}
    times: dict[str, list[float]] = {name: [] for name in readers}
    for data in datas:
        best = {name: float("inf") for name in readers}
        for turn in range(repeats):
            for name, reader in readers.items():
                if not turn or reader in (read_ours, read_pypdfium2):
                    best[name] = min(best[name], cpu_time(reader, data))
        for name, seconds in best.items():
            times[name].append(seconds)
    bare = times["pypdfium2"]
    for name, seconds in times.items():
        ratios = [one / other for one, other in zip(bare, seconds, strict=True)]
        print(
            f"{name:14}{len(seconds) / sum(seconds):8.1f} files/s of CPU time, {sum(bare) / sum(seconds):.3f} of "
            f"pypdfium2 in all, {statistics.median(ratios):.3f} for the median file"
        )


def total_cpu() -> float:
    """Return the CPU seconds of this process and its ended children."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def compare_workers(paths: list[Path], repeats: int) -> None:
    best: dict[int, tuple[float, float]] = {}
    for _ in range(repeats):
        for workers in (0, 1, 2):
            cpu, wall = total_cpu(), time.perf_counter()
            for _ in read_paths(paths, SETTINGS, workers=workers):
                pass
            seconds = total_cpu() - cpu, time.perf_counter() - wall
            best[workers] = tuple(map(min, seconds, best.get(workers, seconds)))  # type: ignore[assignment]
    for workers, (cpu, wall) in best.items():
        print(f"{workers} workers: {cpu:.2f} s of CPU time, {wall:.2f} s, {len(paths) / wall:.1f} files/s")
    print(
        f"isolation costs {best[1][0] / best[0][0] - 1:+.1%} of CPU time, {best[1][1] / best[0][1] - 1:+.1%} of wall "
        f"time; two workers are {best[1][1] / best[2][1]:.2f} times one"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--no-workers", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.pdf"))[:: arguments.every]
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    print(f"{machine}, load {os.getloadavg()[0]:.1f}, {len(paths)} files of {arguments.folder.name}")
    compare([data for path in paths if is_readable(data := path.read_bytes())], arguments.repeats)
    if not arguments.no_workers:
        compare_workers(paths, arguments.repeats)


if __name__ == "__main__":
    main()
