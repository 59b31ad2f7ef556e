"""Rank a folder of resumes for a folder of jobs, on all cores, and write two reports.

python examples/batch_match.py examples/jobs examples/resumes out/
"""

from __future__ import annotations

import sys
from pathlib import Path

from skillmatch import SkillMatcher, profile_paths


def main(jobs: Path, resumes: Path, out: Path) -> None:
    """Match everything in two folders."""
    out.mkdir(parents=True, exist_ok=True)
    matcher = SkillMatcher()
    report = matcher.rank_many(
        profile_paths(jobs, matcher, kind="job"),
        profile_paths(resumes, matcher, kind="resume"),
        top=3,
    )
    report.write(out / "ranking.jsonl")
    report.write(out / "ranking.html")
    for match in report.matches:
        print(f"{match.job_id:32} {match.rank}  {match.score:5.1f}  {match.document_id}")
    for failure in report.failures:
        print(f"not used: {failure.document_id}: {failure.code}: {failure.message}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
