"""Measure what a taxonomy costs: loading, building the pipeline, importing ESCO, extracting with it.

Times are processor time, the best of several runs in fresh processes, so that no run profits from another and a busy
machine tells nearly what an idle one would.

    python benchmarks/bench_taxonomy.py SHARED
"""

from __future__ import annotations

import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3
ROUNDS = 3
TEXTS = 100  # postings that the extraction speed is measured on


def measure_build(taxonomy_path: str) -> dict[str, float]:
    from skillmatch.nlp import Profiler
    from skillmatch.taxonomy import Taxonomy

    Profiler(Taxonomy([]))  # importing spaCy is not the taxonomy's cost
    start = time.process_time()
    taxonomy = Taxonomy.load(taxonomy_path)
    loaded = time.process_time()
    Profiler(taxonomy)
    built = time.process_time()
    assert taxonomy.fingerprint
    return {
        "load_s": loaded - start,
        "build_s": built - loaded,
        "fingerprint_s": time.process_time() - built,
        "skills": len(taxonomy),
        "memory_mb": memory_mb(),
    }


def measure_import(shared: Path, target: Path) -> dict[str, float]:
    from skillmatch.taxonomy.files import write_taxonomy
    from skillmatch.taxonomy.importers import import_skills

    start = time.process_time()
    found = import_skills("esco", shared / "data" / "taxonomies" / "esco-1.2.0")
    write_taxonomy(target, found.skills, name=found.name, version=found.version, head=found.head)
    return {"import_s": time.process_time() - start, "skills": len(found.skills), "memory_mb": memory_mb()}


def measure_extraction(shared: Path, esco: str) -> dict[str, float]:
    """Take turns, so that whatever else the machine does slows both alike."""
    from skillmatch.nlp import Profiler
    from skillmatch.taxonomy import Taxonomy

    rows = (shared / "data" / "extraction" / "skillspan.jsonl").read_text(encoding="utf-8").splitlines()[:TEXTS]
    texts = [json.loads(row)["text"] for row in rows]
    profilers = {name: Profiler(Taxonomy.load(path)) for name, path in (("ours", "default"), ("esco", esco))}
    best = dict.fromkeys(profilers, float("inf"))
    for _ in range(ROUNDS):
        for name, profiler in profilers.items():
            start = time.process_time()
            for text in texts:
                profiler.nlp(text)
            best[name] = min(best[name], time.process_time() - start)
    size = sum(map(len, texts)) / 1e6
    return {
        **{f"{name}_mb_per_s": size / seconds for name, seconds in best.items()},
        "ratio": best["ours"] / best["esco"],
    }


def memory_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(*arguments: str) -> dict[str, float]:
    """Run one measurement in a fresh process."""
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def show(title: str, runs: list[dict[str, float]]) -> None:
    """Print the least of each figure: times and sizes."""
    print(title)
    for key in runs[0]:
        print(f"  {key:16}{min(run[key] for run in runs):12.2f}")


def main(shared: str) -> None:
    print(f"Python {platform.python_version()} on {platform.machine()}, processor time, best of {RUNS}")
    show("shipped taxonomy", [run("build", "default") for _ in range(RUNS)])
    with tempfile.TemporaryDirectory() as place:
        target = str(Path(place) / "esco")
        show("import of ESCO", [run("import", shared, target) for _ in range(RUNS)])
        show("ESCO as taxonomy", [run("build", target) for _ in range(RUNS)])
        show("extraction, ours and ESCO by turns", [run("extract", shared, target)])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["build", taxonomy]:
            print(json.dumps(measure_build(taxonomy)))
        case ["import", shared, target]:
            print(json.dumps(measure_import(Path(shared), Path(target))))
        case ["extract", shared, esco]:
            print(json.dumps(measure_extraction(Path(shared), esco)))
        case [shared]:
            main(shared)
        case _:
            raise SystemExit(__doc__)
