"""A session of Spark for all tests of a process, and documents that nobody wrote."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skillmatch import SkillMatcher, profile_paths
from skillmatch.errors import SkillmatchError
from skillmatch.models import SkillProfile
from skillmatch.settings import ReadingSettings, Settings

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Keep the tests of this folder in one process where there are several: a session is slow to start."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("spark"))


EXAMPLES = Path(__file__).parents[2] / "examples"
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # compiling for speed costs these Javas more than it saves


@pytest.fixture(scope="session")
def java() -> Iterator[None]:
    """Skip where Spark cannot run."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("needs the extra: skillmatch[spark]")
    from skillmatch.distributed.session import check_java

    try:
        check_java()
    except SkillmatchError as error:
        pytest.skip(str(error))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", SHORT_LIVED)
        yield


@pytest.fixture(scope="session")
def matcher() -> SkillMatcher:
    """Return one that waits longer for a document: beside Java, a busy machine may not get to it for seconds."""
    return SkillMatcher(settings=Settings(reading=ReadingSettings(timeout_s=120)))


@pytest.fixture(scope="session")
def jobs(matcher: SkillMatcher) -> Sequence[SkillProfile]:
    found = profile_paths(EXAMPLES / "jobs", matcher, kind="job", workers=0)
    return [job for job in found if isinstance(job, SkillProfile)]


@pytest.fixture(scope="session")
def spark(java: None) -> Iterator[SparkSession]:
    """Two cores, and one task is tried once: what fails in a test fails at once."""
    from skillmatch.distributed import open_session

    session = open_session("local[2]", settings={"spark.sql.shuffle.partitions": "2"})
    yield session
    session.stop()
