"""Use skillmatch as a library: profile a job, rank resumes, read the reasons.

python examples/library_use.py
"""

from __future__ import annotations

from pathlib import Path

from skillmatch import SkillMatcher, Taxonomy, read, read_folder

HERE = Path(__file__).parent


def main() -> None:
    """Print the three best resumes for one job, and what each lacks."""
    matcher = SkillMatcher(Taxonomy.default())  # builds the spaCy pipeline once
    job = matcher.profile(read(HERE / "jobs" / "machine-learning-engineer.txt"), kind="job")
    report = matcher.rank(job, read_folder(HERE / "resumes"))
    for match in report.matches[:3]:
        print(f"{match.score:.1f}  {match.document_id}")
        for part in match.parts:
            print(f"    {part.name:14} {part.contribution:5.1f} points of {100 * part.weight:.0f}")
        for gap in match.missing[:3]:
            print(f"    missing: {gap.name} ({gap.kind}), with it {gap.score_if_met:.1f}")


if __name__ == "__main__":
    main()
