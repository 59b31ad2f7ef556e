"""Rank judged resumes for judged jobs, end to end, and score the rankings.

    python benchmarks/eval_ranking.py DATA [--set hr_likert ...] [--source pdf|corpus] [--bootstrap 2000] [--runs DIR]

DATA holds `ranking/<set>` folders, and the evaluator is DATA/../eval/ranking_eval.py. English sets are scored with
the shipped background, Romanian ones with one that is fitted on their own resumes: no label is looked at.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from skillmatch.documents import list_documents, read
from skillmatch.models import SkillProfile
from skillmatch.nlp import Profiler
from skillmatch.scoring import Background, FitScorer
from skillmatch.taxonomy import Taxonomy

SETS = ("hr_likert", "talentclef26_ro_en")
OTHER_LANGUAGE = "talentclef26_ro"  # sets whose names start so
METRICS = ("Spearman", "PairAcc", "MAP@50", "nDCG@50")


def profile_folder(profiler: Profiler, folder: Path, kind: str) -> list[SkillProfile]:
    return [
        profiler.profile(read(source.path, document_id=Path(source.document_id).stem), kind)  # type: ignore[arg-type]
        for source in list_documents(folder)
    ]


def write_run(profiler: Profiler, taxonomy: Taxonomy, folder: Path, source: str, out: Path) -> float:
    """Write a TREC run of a set; return the seconds that scoring took."""
    resumes = profile_folder(profiler, folder / (source if (folder / source).is_dir() else "corpus"), "resume")
    jobs = profile_folder(profiler, folder / "queries", "job")
    if folder.name.startswith(OTHER_LANGUAGE):
        background = Background.fit(dict(resume.terms) for resume in resumes)
    else:
        background = Background.default()
    scorer = FitScorer(taxonomy=taxonomy, background=background)
    started = time.perf_counter()
    matches = [match for job in jobs for match in scorer.rank(job, resumes)]
    seconds = time.perf_counter() - started
    rows = (f"{it.job_id} Q0 {it.document_id} {it.rank} {it.score!r} skillmatch\n" for it in matches)
    out.write_text("".join(rows), encoding="utf-8")
    return seconds


def evaluate(data: Path, name: str, run: Path, bootstrap: int) -> dict[str, dict[str, object]]:
    script = data.parent / "eval" / "ranking_eval.py"
    command = [sys.executable, str(script), "--set", str(data / "ranking" / name), "--run", str(run), "--json"]
    done = subprocess.run([*command, "--bootstrap", str(bootstrap)], check=True, capture_output=True, text=True)
    report: dict[str, dict[str, object]] = json.loads(done.stdout)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", action="append", dest="sets", help=f"default: {', '.join(SETS)}")
    parser.add_argument("--source", default="pdf", help="folder of the resumes; corpus where there is none")
    parser.add_argument("--bootstrap", type=int, default=2000)
    parser.add_argument("--runs", type=Path, help="keep the runs in this folder")
    args = parser.parse_args()
    taxonomy = Taxonomy.default()
    profiler = Profiler(taxonomy)
    with tempfile.TemporaryDirectory() as scratch:
        runs = args.runs or Path(scratch)
        runs.mkdir(parents=True, exist_ok=True)
        for name in args.sets or SETS:
            run = runs / f"{name}.run"
            seconds = write_run(profiler, taxonomy, args.data / "ranking" / name, args.source, run)
            report = evaluate(args.data, name, run, args.bootstrap)
            print(f"{name}  (scored and explained in {seconds:.2f} s)")
            for metric in METRICS:
                value, interval = report["metrics"][metric], report["interval95"].get(metric)
                if value is not None:
                    print(f"  {metric:10} {value:.4f}  95% {interval[0]:.3f} to {interval[1]:.3f}")  # type: ignore[index]


if __name__ == "__main__":
    main()
