"""How long a fresh process takes until it can work: best of several runs, each a new interpreter.

python benchmarks/bench_startup.py [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time

CASES = {
    "bare Python": ["-c", "pass"],
    "import skillmatch": ["-c", "import skillmatch"],
    "import numpy": ["-c", "import numpy"],
    "import spacy": ["-c", "import spacy"],
    "skillmatch --help": ["-m", "skillmatch", "--help"],
    "skillmatch.matcher": ["-c", "import skillmatch.matcher"],
    "SkillMatcher()": ["-c", "from skillmatch import SkillMatcher; SkillMatcher()"],
    "SkillMatcher().build()": ["-c", "from skillmatch import SkillMatcher; SkillMatcher().build()"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    best = {name: float("inf") for name in CASES}
    for _ in range(runs):  # in turns, so that a busy moment hits all
        for name, arguments in CASES.items():
            best[name] = min(best[name], timed(arguments))
    print(f"{'':26}{'s':>8}{'over bare Python':>18}")
    for name, seconds in best.items():
        print(f"{name:26}{seconds:8.3f}{seconds - best['bare Python']:18.3f}")


def timed(arguments: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
