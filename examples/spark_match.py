"""Rank resumes on a Spark cluster, and keep their profiles for the next time.

    spark-submit examples/spark_match.py JOBS RESUMES TABLE OUT [--top 50]

RESUMES and TABLE are paths or URLs that all workers see (file:, hdfs:, s3a:, ...); JOBS is a folder on this machine.
Given again, the command profiles only what is new. OUT becomes a folder of Parquet files.
"""

from __future__ import annotations

import argparse

from skillmatch import SkillMatcher, SkillProfile, profile_paths
from skillmatch.distributed import SparkMatcher, open_session


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("jobs", "resumes", "table", "out"):
        parser.add_argument(name)
    parser.add_argument("--top", type=int, default=50)
    parser.add_argument("--master", help="that of spark-submit unless given")
    args = parser.parse_args()

    matcher = SkillMatcher()
    # Before the session: documents are read in forked processes, and a fork beside Spark's threads is not safe.
    jobs = [job for job in profile_paths(args.jobs, matcher, kind="job") if isinstance(job, SkillProfile)]
    engine = SparkMatcher(open_session(args.master), matcher)
    print(engine.update(args.table, engine.load_folder(args.resumes)))
    ranked = engine.rank(jobs, args.table, top=args.top)
    ranked.select("match.*").write.mode("overwrite").parquet(args.out)


if __name__ == "__main__":
    main()
