"""How long a fresh process takes until it can work: best of several runs, each a new interpreter.

    python benchmarks/bench_startup.py [--runs 5]

CPU seconds hold better than wall seconds on a busy machine. The last case has an empty cache folder, as the first run
ever has; the others find there what follows from the taxonomy.
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

BUILD = "from skillmatch import SkillMatcher; SkillMatcher().build()"
FIRST = "the same, nothing kept"
CASES = {
    "bare Python": ["-c", "pass"],
    "import skillmatch": ["-c", "import skillmatch"],
    "import numpy": ["-c", "import numpy"],
    "import spacy": ["-c", "import spacy"],
    "skillmatch --help": ["-m", "skillmatch", "--help"],
    "skillmatch.matcher": ["-c", "import skillmatch.matcher"],
    "SkillMatcher()": ["-c", "from skillmatch import SkillMatcher; SkillMatcher()"],
    "SkillMatcher().build()": ["-c", BUILD],
    FIRST: ["-c", BUILD],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    best = {name: (float("inf"), float("inf")) for name in CASES}
    for _ in range(runs):  # in turns, so that a busy moment hits all
        for name, arguments in CASES.items():
            seconds = timed(arguments, empty=name == FIRST)
            best[name] = (min(best[name][0], seconds[0]), min(best[name][1], seconds[1]))
    bare = best["bare Python"][0]
    print(f"{'':26}{'CPU s':>8}{'over bare Python':>18}{'wall s':>8}")
    for name, (cpu, wall) in best.items():
        print(f"{name:26}{cpu:8.3f}{cpu - bare:18.3f}{wall:8.3f}")


def timed(arguments: list[str], *, empty: bool) -> tuple[float, float]:
    """Return the CPU and the wall seconds of an interpreter, with an empty cache folder or the user's own."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CACHE_HOME": folder} if empty else None
        used, began = cpu_of_children(), time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
        return cpu_of_children() - used, time.perf_counter() - began


def cpu_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
