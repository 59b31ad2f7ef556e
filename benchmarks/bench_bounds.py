"""What an index of candidates could leave out: how many profiles the best score that their skills allow would rule out.

    python benchmarks/bench_bounds.py RESUMES JOBS [--size 10000] [--top 5]

A profile can be left out without looking further if even full marks in all that an index does not know would not bring
it among the best. `named`: an index by skills tells which requirements a profile can have any credit for, and the most
that it can be. `covered`: all of coverage is known, which takes most of the work of scoring. Profiles are made as
in `bench_spark`; the fifth of 10,000 is where the fiftieth of 100,000 is. The times say what an index could save of
a ranking by blocks: `score` is what scoring everybody takes for all jobs, `bound` what `named` takes for all, and
`narrow` what it takes to cut a block to one in ten of its members, for one job.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from bench_spark import BATCH, CORES, recombine_columns

from skillmatch import SkillMatcher, SkillProfile, profile_paths
from skillmatch.distributed.blocks import MEMBERS
from skillmatch.distributed.columns import decode
from skillmatch.scoring import FitScorer
from skillmatch.scoring.dropping import drop_rows
from skillmatch.scoring.pool import Pool
from skillmatch.store.frames import pack_arrays, unpack_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from skillmatch.scoring.posting import Posting
    from skillmatch.scoring.requirements import Need
    from skillmatch.scoring.scores import Scores

COVERAGE = ("required", "preferred")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resumes", type=Path)
    parser.add_argument("jobs", type=Path)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--top", type=int, default=5)
    parser.add_argument("--count", type=int, default=10, help="jobs")
    args = parser.parse_args()
    matcher = SkillMatcher()
    seeds, jobs = (
        [it for it in profile_paths(folder, matcher, kind=kind, workers=CORES) if isinstance(it, SkillProfile)]
        for folder, kind in ((args.resumes, "resume"), (args.jobs, "job"))
    )
    scorer = FitScorer(taxonomy=matcher.taxonomy, background=matcher.background, settings=matcher.settings.scoring)
    postings = [scorer.post(job) for job in jobs[: args.count]]
    seconds = dict.fromkeys(("lay out", "open", "score", "bound", "narrow"), 0.0)
    pieces = []
    batches = recombine_columns(args.size, seeds, "bench")
    while members := [
        row for batch in islice(batches, MEMBERS // BATCH) for row in decode(batch["profile"], SkillProfile)
    ]:
        pieces.append(measure(members, scorer, postings, seconds))  # type: ignore[arg-type]
    print("cpu us a profile:", {name: round(1e6 * float(spent) / args.size, 1) for name, spent in seconds.items()})
    print_kept(np.concatenate(pieces, axis=2), args.top)


def measure(
    profiles: Sequence[SkillProfile], scorer: FitScorer, postings: list[Posting], seconds: dict[str, float]
) -> NDArray[np.float64]:
    """Return scores, and both bounds of them: shape (3, n_jobs, n_profiles)."""
    times = [time.process_time()]
    laid = scorer.lay_out(profiles)
    times.append(time.process_time())
    block = pack_arrays(laid.to_arrays(), list(laid.document_ids))
    pool = Pool.from_arrays(*unpack_arrays(block), profiles.__getitem__, scorer.background)
    times.append(time.process_time())
    scores = [scorer.compare(posting, pool) for posting in postings]
    times.append(time.process_time())
    named = [bound_by_names(scorer, posting, pool) for posting in postings]
    times.append(time.process_time())
    drop_rows(unpack_arrays(block)[0], [row for row in range(len(pool)) if row % 10])
    times.append(time.process_time())
    for name, spent in zip(seconds, np.diff(times), strict=True):
        seconds[name] += spent
    return np.array([[it.totals for it in scores], named, [bound_by_coverage(it) for it in scores]])


def rest(posting: Posting) -> float:
    """Return what all other parts than coverage come to at most."""
    return 100 * sum(weight for name, weight in posting.weights.items() if name not in COVERAGE)


def bound_by_coverage(scores: Scores) -> NDArray[np.float64]:
    weights = scores.posting.weights
    return rest(scores.posting) + sum(100 * weights[name] * scores.parts[name] for name in COVERAGE if name in weights)


def bound_by_names(scorer: FitScorer, posting: Posting, pool: Pool) -> NDArray[np.float64]:
    bound = np.full(len(pool), rest(posting))
    for group in posting.groups:
        most = np.zeros(len(pool))
        for place in group.places:
            need = posting.needs[place]
            if need.is_open:
                most = np.maximum(most, scorer.settings_or_default.open_credit)
            for skill_id, credit in family(scorer, need):
                column = pool.skills.get(skill_id)
                if column is not None:
                    most[column.rows] = np.maximum(most[column.rows], credit)
        bound += 100 * posting.weights.get(group.kind, 0.0) * group.weight * most
    return bound


def family(scorer: FitScorer, need: Need) -> Iterator[tuple[str, float]]:
    """Give the skills that have a credit for a requirement, and the most that it is."""
    settings, taxonomy = scorer.settings_or_default, scorer.taxonomy
    yield need.skill_id, 1.0
    for skill_id in taxonomy.implying.get(need.skill_id, ()):
        yield skill_id, settings.implied_credit
    for skill_id, relation in taxonomy.related.get(need.skill_id, {}).items():
        yield skill_id, settings.related_credit * relation.weight


def print_kept(found: NDArray[np.float64], top: int) -> None:
    scores, *bounds = found
    least = np.partition(scores, -top, axis=1)[:, -top]
    for name, bound in zip(("named", "covered"), bounds, strict=True):
        assert (bound >= scores - 1e-9).all()
        kept = bound >= least[:, None] - 1e-9
        shares = np.sort(kept.mean(axis=1))
        print(f"{name:8} kept for a job {np.round(shares, 2)}, for all jobs together {kept.any(axis=0).mean():.2f}")


if __name__ == "__main__":
    main()
