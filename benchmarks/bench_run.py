"""Match a folder of PDFs by the command line: cold, for another job, for that job again; beside bare pypdfium2.

    python benchmarks/bench_run.py FOLDER JOBS [--copies 1] [--rounds 2]

FOLDER holds PDFs, JOBS at least two texts. With `--copies N` each PDF is there N times, with a comment of its own after
its end, so that no two are the same. Bare pypdfium2 takes the text of all pages, on two processes, before and after the
cold run. Seconds are CPU time of all processes, start-up included, and wall time; ratios are those of one round.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import sys, multiprocessing, pypdfium2
def read(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return sum(len(page.get_textpage().get_text_bounded()) for page in pdf)
if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        sum(pool.imap_unordered(read, sys.stdin.read().split("\\n"), chunksize=4))
"""

Seconds = tuple[float, float]  # of CPU time, and by the clock


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("jobs", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start\n")
    print("| round | bare pypdfium2 | cold | another job | that job again | bare over cold | cold over another |")
    print("|---|---|---|---|---|---|---|")
    for number in range(options.rounds):
        with tempfile.TemporaryDirectory() as name:
            place = Path(name)
            folder = copied(options.folder, place / "pdfs", options.copies)
            show(number + 1, *measure(folder, sorted(options.jobs.iterdir()), place))


def copied(folder: Path, place: Path, copies: int) -> Path:
    """Write each PDF of a folder several times, each with bytes of its own."""
    place.mkdir()
    for path in sorted(folder.glob("*.pdf")):
        for number in range(copies):
            (place / f"{path.stem}-{number}.pdf").write_bytes(path.read_bytes() + f"\n% copy {number}\n".encode())
    return place


def measure(folder: Path, jobs: list[Path], place: Path) -> list[Seconds]:
    """Return (CPU seconds, wall seconds) of bare pypdfium2, and of matching cold, for another job, and again."""
    paths = "\n".join(map(str, sorted(folder.iterdir())))
    before = timed([sys.executable, "-c", BARE], paths)
    match = [sys.executable, "-m", "skillmatch", "match"]
    options = ["--workers", "2", "--store", str(place / "store"), "--top", "50", "-o", str(place / "found.jsonl")]
    found = [timed([*match, str(job), str(folder), *options]) for job in (jobs[0], jobs[1], jobs[1])]
    after = timed([sys.executable, "-c", BARE], paths)
    bare = ((before[0] + after[0]) / 2, (before[1] + after[1]) / 2)
    return [bare, *found]


def timed(command: list[str], text: str = "") -> Seconds:
    """Run a command, and return its CPU and wall seconds."""
    used, began = cpu_s(), time.perf_counter()
    subprocess.run(command, input=text, text=True, check=True, capture_output=True)
    return cpu_s() - used, time.perf_counter() - began


def cpu_s() -> float:
    """Return the CPU seconds of all processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def show(number: int, bare: Seconds, cold: Seconds, another: Seconds, again: Seconds) -> None:
    """Print a row of the table."""
    cells = [f"{cpu:.1f} s, {wall:.1f} s by the clock" for cpu, wall in (bare, cold, another, again)]
    shares = [f"{bare[0] / cold[0]:.3f}, {bare[1] / cold[1]:.3f} by the clock"]
    shares += [f"{cold[0] / another[0]:.1f}, {cold[1] / another[1]:.1f} by the clock"]
    print(f"| {' | '.join([str(number), *cells, *shares])} |", flush=True)


if __name__ == "__main__":
    main()
