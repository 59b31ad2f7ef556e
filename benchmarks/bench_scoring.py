"""Time the ranking of many made-up resumes, beside bm25s and scikit-learn in the same run.

    python benchmarks/bench_scoring.py [--resumes 100000] [--rounds 5] [--jobs 100]

Resumes have 25 skills of the shipped taxonomy, 6 roles and 200 words of the shipped background, drawn with a fixed
seed; 2,000 are distinct and repeated under new ids. Preparing the pool, once for any number of jobs, is timed apart.
The rivals rank the same words: BM25 by bm25s where it is installed, and the cosine of TF-IDF by scikit-learn. Times are
of the processor, the best of the rounds.
"""

from __future__ import annotations

import argparse
import dataclasses
import platform
import random
import time
from collections.abc import Callable

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

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


def best_ms(work: Callable[[], object], rounds: int) -> float:
    seconds = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return 1000 * min(seconds)


def words_of(profile: SkillProfile) -> list[str]:
    return [word for word, count in profile.terms for _ in range(count)]


def time_bm25(job: SkillProfile, resumes: list[SkillProfile], rounds: int) -> float | None:
    try:
        import bm25s
    except ImportError:
        return None
    index = bm25s.BM25()
    index.index([words_of(it) for it in resumes], show_progress=False)
    query = [words_of(job)]
    return best_ms(lambda: index.retrieve(query, k=20, show_progress=False, n_threads=1), rounds)


def time_cosine(job: SkillProfile, distinct: list[SkillProfile], count: int, rounds: int) -> float:
    vectorizer = TfidfVectorizer(analyzer=words_of)
    matrix = vectorizer.fit_transform(distinct)[np.arange(count) % len(distinct)]

    def rank() -> object:
        scores = (matrix @ vectorizer.transform([job]).T).toarray().ravel()
        return np.argpartition(scores, -20)[-20:]

    return best_ms(rank, rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=100)
    args = parser.parse_args()
    rng = random.Random(SEED)
    taxonomy, background = Taxonomy.default(), Background.default()
    loaded = best_ms(Background.default, args.rounds)
    scorer = FitScorer(taxonomy=taxonomy, background=background)
    words = list(background.vocabulary)
    jobs = [make_profile(taxonomy, words, "job", rng, 10) for _ in range(args.jobs)]
    distinct = [make_profile(taxonomy, words, "resume", rng, 25) for _ in range(DISTINCT)]
    resumes = [dataclasses.replace(distinct[n % DISTINCT], document_id=f"{n:07}") for n in range(args.resumes)]
    started = time.process_time()
    pool = scorer.prepare(resumes)
    prepared = time.process_time() - started
    small = scorer.lay_out(distinct[:352])
    rows = {
        "load the background": loaded,
        "rank one job, top 20 explained": best_ms(lambda: scorer.rank(jobs[0], pool, top=20), args.rounds),
        "score one job": best_ms(lambda: scorer.score_profiles(jobs[0], pool), args.rounds),
        f"score {args.jobs} jobs": best_ms(lambda: [scorer.score_profiles(job, pool) for job in jobs], 1),
        "352 resumes, 25 jobs, scored": best_ms(lambda: scorer.fit_matrix(jobs[:25], small), args.rounds),
        "352 resumes, 25 jobs, all explained": best_ms(lambda: [scorer.rank(job, small) for job in jobs[:25]], 1),
        "bm25s, one job": time_bm25(jobs[0], resumes, args.rounds),
        "scikit-learn cosine, one job": time_cosine(jobs[0], distinct, args.resumes, args.rounds),
    }
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, {args.resumes:,} resumes prepared in {prepared:.1f} s\n")
    print("| | ms |\n| :-- | --: |")
    for name, milliseconds in rows.items():
        print(f"| {name} | {'not installed' if milliseconds is None else f'{milliseconds:.0f}'} |")


if __name__ == "__main__":
    main()
