"""Reach a Spark cluster or start Spark here, and say in one line what is wrong where that cannot be done."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from skillmatch import errors
from skillmatch.errors import EngineError, MissingExtraError, SkillmatchError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LEAST = {"pyspark": 4, "pyarrow": 18, "pandas": 2}  # major versions
LEAST_JAVA = 17
WAIT_S = 5.0  # for an answer of a master
WORKER_WAIT_S = 180.0  # for the first worker of a cluster: a busy one starts its Java in minutes

# Small batches, since a row may be a document of many megabytes; no table of jobs in the browser; few words; a driver
# that compiles what it runs once, and quickly: with the second compiler of Java a start costs twice the processor time.
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "256",
    "spark.sql.execution.arrow.maxBytesPerBatch": "64m",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.driver.defaultJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.sql.parquet.compression.codec": "zstd",
}
_ALONE = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
_OURS = re.compile(r"^(?:skillmatch\.errors\.)?(\w+Error): (.+)$", re.MULTILINE)


def open_session(master: str | None = None, *, settings: Mapping[str, str] | None = None) -> SparkSession:
    """Return the session of this process, or start one.

    Parameters
    ----------
    master
        As Spark names it: ``local[2]``, ``spark://host:7077``, ``yarn``, ...; when None, that which `spark-submit` was
        given, or all cores of this machine.
    settings
        Settings of Spark, beyond those that it finds in its own files.

    Raises
    ------
    MissingExtraError
        The extra ``spark`` is not installed.
    EngineError
        There is no Java or a version too old, or no master or worker answers within `WAIT_S` and `WORKER_WAIT_S`.
    """
    check_versions()
    check_java()
    if master is None and "PYSPARK_GATEWAY_PORT" not in os.environ:  # spark-submit has set it, and knows the master
        master = "local[*]"
    if master is not None:
        check_master(master)
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")  # we use Arrow alone
    builder = SparkSession.builder.appName("skillmatch")
    chosen = dict(SETTINGS)
    if master is not None:
        builder = builder.master(master)
        chosen.update(_ALONE if master.startswith("local") else {})
    for name, value in {**chosen, **(settings or {})}.items():
        builder = builder.config(name, value)
    with clear_errors():
        spark = builder.getOrCreate()
    if master is not None and master.startswith("spark://"):
        _wait_for_workers(spark, master)
    return spark


def check_versions() -> None:
    """Check that the libraries of the extra are there, and new enough.

    Raises
    ------
    MissingExtraError
        One is not.
    """
    for name, least in LEAST.items():
        try:
            found = version(name)
        except PackageNotFoundError as error:
            message = f"the Spark engine needs {name}: pip install 'skillmatch[spark]'"
            raise MissingExtraError(message) from error
        if int(found.partition(".")[0]) < least:
            raise MissingExtraError(f"the Spark engine needs {name} {least} or newer, found {found}")


def check_java() -> None:
    """Check that there is a Java that Spark can run on.

    Raises
    ------
    EngineError
        There is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=os.path.join(home, "bin")) if home else shutil.which("java")  # noqa: PTH118
    wanted = f"Spark needs Java {LEAST_JAVA} or newer"
    if java is None:
        where = f"in JAVA_HOME = {home}" if home else "here"
        raise EngineError(f"{wanted}, and there is none {where}: install it, such as openjdk-17-jre-headless")
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60).stderr
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"{wanted}, and {java} cannot be run") from error
    number = re.search(r'version "(?:1\.)?(\d+)', said)
    if number is None or int(number[1]) < LEAST_JAVA:
        raise EngineError(f"{wanted}, found {number[1] if number else 'an unknown version'} at {java}")


def check_master(master: str) -> None:
    """Check that a standalone master answers; Spark itself would try for minutes.

    Raises
    ------
    EngineError
        None of those that are named does.
    """
    if not re.fullmatch(r"local(\[.+\])?|yarn|k8s://.+|spark://[^/\s]+:\d+(,[^/\s]+:\d+)*", master):
        raise EngineError(f"{master!r} is no master of Spark: give local[2], spark://host:7077, yarn or k8s://...")
    if not master.startswith("spark://"):
        return
    for place in master.removeprefix("spark://").split(","):
        host, _, port = place.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=WAIT_S).close()
        except (OSError, OverflowError):
            continue
        return
    raise EngineError(f"no Spark master answers at {master}: is it running, and can it be reached from here?")


def _wait_for_workers(spark: SparkSession, master: str) -> None:
    """Wait until a worker has joined; without one, Spark would wait for ever."""
    end = time.monotonic() + WORKER_WAIT_S
    while len(spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) < 2:  # the driver is one
        if time.monotonic() > end:
            spark.stop()
            raise EngineError(f"the master {master} has no worker to give: waited {WORKER_WAIT_S:g} s for one")
        time.sleep(0.2)


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn errors of Spark into one line: an error of ours that a worker raised, or what Spark says first.

    Raises
    ------
    SkillmatchError
        The one that was raised in a worker.
    EngineError
        All other errors of Spark.
    """
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError, ConnectionError) as error:
        raise _translated(str(error)) from error


def _translated(text: str) -> SkillmatchError:
    for name, message in reversed(_OURS.findall(text)):
        kind = getattr(errors, name, None)
        if isinstance(kind, type) and issubclass(kind, SkillmatchError):
            return kind(message.strip())
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("at ")]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    first = (causes or lines or ["no reason given"])[-1 if causes else 0]
    return EngineError(f"Spark failed: {first.removeprefix('Caused by: ')[:500]}")
