"""How the cost of a pool grows with its size, with the fitted exponent (1 is linear).

python benchmarks/bench_scale.py FOLDER [--sizes 100 1000 10000]

Profiles are made from those of the folder's resumes by seeded recombination: words of one, skills of another, roles of
a third. Each size is ranked in a process of its own, whose memory is its own too. Times are CPU time.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from skillmatch import Pool, SkillMatcher, SkillProfile, profile_paths, read_bytes
from skillmatch.scoring import FitScorer

JOB = b"Data engineer\n\nRequirements\nPython, SQL and Docker are required. Kafka is a plus.\nThree years.\n"
SEED = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--seeds", type=int, default=100, help="Resumes of the folder to recombine.")
    parser.add_argument("--rank", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.rank:
        print(json.dumps(rank(options.rank)))
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    found = profile_paths(options.folder, SkillMatcher(), kind="resume")
    seeds = list(islice((it for it in found if isinstance(it, SkillProfile)), options.seeds))
    rows = [measure(size, seeds) for size in options.sizes]
    names = ("profiles", "add ms", "lay out ms", "MB", "bytes each", "first s", "again s", "peak MB")
    print("".join(f"{name:>11}" for name in names))
    for size, row in zip(options.sizes, rows, strict=True):
        print(
            f"{size:11}{1000 * row['add'] / size:11.2f}{1000 * row['lay'] / size:11.2f}{row['bytes'] / 1e6:11.1f}"
            f"{row['bytes'] / size:11.0f}{row['first']:11.2f}{row['again']:11.2f}{row['peak'] / 1e6:11.0f}"
        )
    for key in ("add", "lay", "again"):
        print(f"exponent of {key}: {exponent(options.sizes, [row[key] for row in rows]):.2f}")


def measure(size: int, seeds: Sequence[SkillProfile]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "people.pool")
        profiles = list(recombine(size, seeds))
        seconds = []
        with Pool(path) as pool:
            for act in (pool.add, lambda _: lay_out(pool)):
                began = time.process_time()
                act(profiles)
                seconds.append(time.process_time() - began)
        add, lay = seconds
        command = [sys.executable, __file__, str(path), "--rank", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return {"add": add, "lay": lay, "bytes": path.stat().st_size, **json.loads(done.stdout)}


def lay_out(pool: Pool) -> None:
    matcher = SkillMatcher()
    pool.columns(FitScorer(taxonomy=matcher.taxonomy, background=matcher.background))


def rank(path: Path) -> dict[str, float]:
    """Rank one job twice; the pipeline and the job's profile are not counted."""
    matcher = SkillMatcher()
    job = matcher.profile(read_bytes(JOB, document_id="job"), kind="job")
    seconds = []
    with Pool(path) as pool:
        for _ in range(2):
            began = time.process_time()
            assert matcher.rank(job, pool, top=50).matches
            seconds.append(time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"first": seconds[0], "again": seconds[1], "peak": peak}


def recombine(size: int, seeds: Sequence[SkillProfile]) -> Iterator[SkillProfile]:
    choose = random.Random(SEED)
    for number in range(size):
        words, skills, roles = (choose.choice(seeds) for _ in range(3))
        yield dataclasses.replace(
            words, document_id=f"{number:06}.pdf", skills=skills.skills, unknown_skills=skills.unknown_skills,
            roles=roles.roles, years_total=roles.years_total, title=roles.title,
        )  # fmt: skip


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Fit seconds = constant x size ** exponent by least squares over the logarithms."""
    x, y = [math.log(it) for it in sizes], [math.log(it) for it in seconds]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    over = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return over / sum((a - mean_x) ** 2 for a in x)


if __name__ == "__main__":
    main()
