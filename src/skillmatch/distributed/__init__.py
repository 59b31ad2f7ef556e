"""skillmatch on Apache Spark (the extra ``spark``): more resumes than one machine holds, with the same scores."""

from skillmatch.distributed.session import check_versions, open_session

check_versions()  # before Arrow is imported below: what is missing is said in one line, not in a traceback

from skillmatch.distributed.spark import SparkMatcher  # noqa: E402
from skillmatch.distributed.table import Table  # noqa: E402
from skillmatch.distributed.updating import Updated  # noqa: E402

__all__ = ["SparkMatcher", "Table", "Updated", "open_session"]
