"""Rank judged resumes for judged jobs, end to end, and score the rankings.

    python benchmarks/eval_ranking.py SHARED [--set hr_likert ...] [--source pdf|corpus] [--ablate] [--runs DIR]

SHARED is the folder of the development data: its `data/ranking/<set>` and `eval/ranking_eval.py` are used. English sets
are scored with the shipped background, Romanian ones with one that is fitted on their own resumes: no label is looked
at. `--ablate` ranks again without each part and without each kind of credit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from skillmatch.documents import list_documents, read
from skillmatch.models import Match, SkillProfile
from skillmatch.nlp import Profiler
from skillmatch.scoring import Background, FitScorer
from skillmatch.settings import ScoringSettings
from skillmatch.taxonomy import Taxonomy

SETS = ("hr_likert", "talentclef26_ro_en")
OTHER_LANGUAGE = "talentclef26_ro"  # sets whose names start so
METRICS = ("Spearman", "PairAcc", "MAP@50", "nDCG@50")
RIVALS = ("bm25", "minilm_trunc")
PARTS = ("required", "preferred", "experience", "relatedness", "title")
CREDITS = {
    "credit for implied skills": ScoringSettings(implied_credit=0.0),
    "credit for related skills": ScoringSettings(related_credit=0.0),
    "credit for phrases that the taxonomy lacks": ScoringSettings(open_credit=0.0),
    "limit on what is only listed": ScoringSettings(listed_most=1.0),
    "less trust in bare lists of terms": ScoringSettings(terms_only_trust=1.0),
}

Report = dict[str, dict[str, object]]


def profile_folder(profiler: Profiler, folder: Path, kind: str) -> list[SkillProfile]:
    return [
        profiler.profile(read(source.path, document_id=Path(source.document_id).stem), kind)  # type: ignore[arg-type]
        for source in list_documents(folder)
    ]


class Judged:
    """One judged set with its documents profiled."""

    def __init__(self, shared: Path, name: str, source: str, profiler: Profiler, taxonomy: Taxonomy) -> None:
        self.folder = shared / "data" / "ranking" / name
        self.baselines = shared / "data" / "ranking" / "baseline_runs" / name
        self._script = shared / "eval" / "ranking_eval.py"
        resumes = self.folder / (source if (self.folder / source).is_dir() else "corpus")
        self.resumes = profile_folder(profiler, resumes, "resume")
        self.jobs = profile_folder(profiler, self.folder / "queries", "job")
        if name.startswith(OTHER_LANGUAGE):
            background = Background.fit(dict(resume.terms) for resume in self.resumes)
        else:
            background = Background.default()
        self.scorer = FitScorer(taxonomy=taxonomy, background=background)

    def rank(self, settings: ScoringSettings | None = None) -> list[Match]:
        self.scorer.set_params(settings=settings)
        return [match for job in self.jobs for match in self.scorer.rank(job, self.resumes)]

    def evaluate(self, run: Path, *options: str) -> Report:
        command = [sys.executable, str(self._script), "--set", str(self.folder), "--run", str(run), "--json", *options]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        report: Report = json.loads(done.stdout)
        return report


def write_run(matches: list[Match], out: Path, rate: Callable[[Match], float]) -> None:
    """Write a TREC run."""
    rows = (f"{it.job_id} Q0 {it.document_id} {it.rank} {rate(it)!r} skillmatch\n" for it in matches)
    out.write_text("".join(rows), encoding="utf-8")


def score_without(match: Match, name: str) -> float:
    """Return what the other parts make of a match."""
    return sum(part.contribution for part in match.parts if part.name != name)


def show(judged: Judged, run: Path, bootstrap: int, seconds: float) -> None:
    report = judged.evaluate(run, "--bootstrap", str(bootstrap))
    print(f"\n{judged.folder.name}: scored and explained in {seconds:.2f} s\n")
    print("| measure | value | 95 % | " + " | ".join(f"{name}, difference (p)" for name in RIVALS) + " |")
    print("| :-- | --: | :-- |" + " --: |" * len(RIVALS))
    against = [judged.evaluate(run, "--against", str(judged.baselines / f"{name}.run")) for name in RIVALS]
    for metric in METRICS:
        value = report["metrics"][metric]
        if value is not None:
            low, high = report["interval95"][metric]  # type: ignore[misc]
            paired = [rival["against"][metric] for rival in against]
            told = " | ".join(f"{it['difference']:+.3f} ({it['p']:.3g})" for it in paired)  # type: ignore[index]
            print(f"| {metric} | {value:.3f} | {low:.3f} to {high:.3f} | {told} |")


def ablate(judged: Judged, run: Path) -> Iterator[tuple[str, Report]]:
    full = judged.rank()
    write_run(full, run, lambda match: match.score)
    yield "nothing", judged.evaluate(run)
    for name in PARTS:
        write_run(full, run, lambda match, name=name: score_without(match, name))  # type: ignore[misc]
        yield f"part: {name}", judged.evaluate(run)
    for name, settings in CREDITS.items():
        write_run(judged.rank(settings), run, lambda match: match.score)
        yield name, judged.evaluate(run)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--set", action="append", dest="sets", help=f"default: {', '.join(SETS)}")
    parser.add_argument("--source", default="pdf", help="folder of the resumes; corpus where there is none")
    parser.add_argument("--bootstrap", type=int, default=2000)
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--runs", type=Path, help="keep the runs in this folder")
    args = parser.parse_args()
    taxonomy = Taxonomy.default()
    profiler = Profiler(taxonomy)
    with tempfile.TemporaryDirectory() as scratch:
        runs = args.runs or Path(scratch)
        runs.mkdir(parents=True, exist_ok=True)
        for name in args.sets or SETS:
            judged = Judged(args.shared, name, args.source, profiler, taxonomy)
            started = time.process_time()
            matches = judged.rank()
            seconds = time.process_time() - started
            write_run(matches, runs / f"{name}.run", lambda match: match.score)
            show(judged, runs / f"{name}.run", args.bootstrap, seconds)
            if args.ablate:
                print("\n| without | " + " | ".join(METRICS) + " |\n| :-- |" + " --: |" * len(METRICS))
                for left_out, report in ablate(judged, Path(scratch) / "ablated.run"):
                    values = [report["metrics"][metric] for metric in METRICS]
                    cells = ["" if value is None else f"{value:.3f}" for value in values]
                    print(f"| {left_out} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
