"""Stuff honest resumes and see what they gain.

    python benchmarks/eval_stuffing.py SHARED [--resumes 20]

SHARED is the folder of the development data. Every job of hr_likert meets resumes of that set that are drawn with a
fixed seed, and every job of the examples meets all resumes there. Each is scored as it is, and again with one of: the
job's own text at the end; a list of all skills that the job names; that list in a row with 200 others; one of those
skills a hundred times.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from skillmatch.documents import list_documents, read
from skillmatch.models import Document, SkillProfile
from skillmatch.nlp import Profiler
from skillmatch.scoring import Background, FitScorer
from skillmatch.taxonomy import Taxonomy

SEED = 0
EXAMPLES = Path(__file__).parents[1] / "examples"


def read_texts(folder: Path) -> list[str]:
    documents = (read(source.path) for source in list_documents(folder))
    return [document.text for document in documents if isinstance(document, Document)]


def stuffings(job: SkillProfile, text: str, many: list[str]) -> dict[str, str]:
    asked = [skill.name for skill in job.skills] or [job.title or ""]
    return {
        "the job's text": text,
        "a list of what it asks": f"Skills\n{', '.join(asked)}",
        "that list and 200 skills": f"Skills\n{', '.join([*asked, *many])}",
        "one term 100 times": f"{asked[0]} " * 100,
    }


def gains(profiler: Profiler, scorer: FitScorer, jobs: list[str], resumes: list[str]) -> Iterator[tuple[str, float]]:
    names = sorted(skill.name for skill in scorer.taxonomy)
    many = random.Random(SEED).sample(names, 200)

    def profile(text: str, kind: str) -> SkillProfile:
        return profiler.profile(Document(document_id=kind, text=text), kind)  # type: ignore[arg-type]

    honest = [profile(text, "resume") for text in resumes]
    for text in jobs:
        job = profile(text, "job")
        before = scorer.score_profiles(job, honest)
        for kind, stuffing in stuffings(job, text, many).items():
            stuffed = [profile(f"{resume}\n\n{stuffing}\n", "resume") for resume in resumes]
            for gain in (scorer.score_profiles(job, stuffed) - before).tolist():
                yield kind, gain


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--resumes", type=int, default=20)
    args = parser.parse_args()
    taxonomy = Taxonomy.default()
    profiler, scorer = Profiler(taxonomy), FitScorer(taxonomy=taxonomy, background=Background.default())
    judged = args.shared / "data" / "ranking" / "hr_likert"
    drawn = random.Random(SEED).sample(read_texts(judged / "corpus"), args.resumes)
    sets = {
        "hr_likert": (read_texts(judged / "queries"), drawn),
        "examples": (read_texts(EXAMPLES / "jobs"), read_texts(EXAMPLES / "resumes")),
    }
    print(
        "| set | stuffed with | pairs | mean gain | 95 % gain at most | most |\n| :-- | :-- | --: | --: | --: | --: |"
    )
    for name, (jobs, resumes) in sets.items():
        found: dict[str, list[float]] = {}
        for kind, gain in gains(profiler, scorer, jobs, resumes):
            found.setdefault(kind, []).append(gain)
        for kind, values in found.items():
            numbers = f"{np.mean(values):.1f} | {np.quantile(values, 0.95):.1f} | {max(values):.1f}"
            print(f"| {name} | {kind} | {len(values)} | {numbers} |", flush=True)


if __name__ == "__main__":
    main()
