"""Time the ranking of many made-up resumes for one job.

    python benchmarks/bench_scoring.py [--resumes 100000] [--rounds 5]

Resumes have 25 skills of the shipped taxonomy, 6 roles and 200 words of the shipped background, drawn with a fixed
seed; 2,000 are distinct and repeated under new ids. Preparing the pool, once for any number of jobs, is timed apart.
"""

from __future__ import annotations

import argparse
import dataclasses
import platform
import random
import time

from skillmatch.models import Role, SkillEvidence, SkillProfile
from skillmatch.scoring import Background, FitScorer
from skillmatch.taxonomy import Taxonomy

DISTINCT = 2_000
SEED = 0


def make_profile(taxonomy: Taxonomy, words: list[str], kind: str, rng: random.Random, skills: int) -> SkillProfile:
    chosen = rng.sample(list(taxonomy), skills)
    evidence = tuple(
        SkillEvidence(
            skill_id=it.id,
            name=it.name,
            category=it.category,
            strength=rng.random(),
            requirement="required" if kind == "job" else "none",
            years=float(rng.randint(1, 9)),
            last_used="2024-01",
        )
        for it in chosen
    )
    title = " ".join(rng.sample(words, 2))
    roles = tuple(
        Role(title=" ".join(rng.sample(words, 2)), first="2020-01", last="2021-01", months=12, start=0, end=1)
        for _ in range(0 if kind == "job" else 6)
    )
    terms = tuple((word, rng.randint(1, 5)) for word in sorted(rng.sample(words, 200)))
    return SkillProfile(
        document_id=kind,
        kind="job" if kind == "job" else "resume",
        title=title,
        skills=evidence,
        years_total=float(rng.randint(1, 20)),
        roles=roles,
        terms=terms,
        taxonomy=taxonomy.ref,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    rng = random.Random(SEED)
    taxonomy, background = Taxonomy.default(), Background.default()
    scorer = FitScorer(taxonomy=taxonomy, background=background)
    words = list(background.vocabulary)
    job = make_profile(taxonomy, words, "job", rng, 10)
    distinct = [make_profile(taxonomy, words, "resume", rng, 25) for _ in range(DISTINCT)]
    resumes = [dataclasses.replace(distinct[n % DISTINCT], document_id=f"{n:07}") for n in range(args.resumes)]
    started = time.perf_counter()
    pool = scorer.prepare(resumes)
    prepared = time.perf_counter() - started
    seconds = []
    for _ in range(args.rounds):
        started = time.perf_counter()
        scorer.rank(job, pool, top=20)
        seconds.append(time.perf_counter() - started)
    print(f"{platform.machine()}, Python {platform.python_version()}, {args.resumes:,} resumes")
    print(f"prepare {prepared:.2f} s; rank, top 20 explained: best {min(seconds) * 1000:.0f} ms of {args.rounds}")


if __name__ == "__main__":
    main()
