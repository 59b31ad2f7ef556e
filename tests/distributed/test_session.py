"""What is missing is said in one line, and soon."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra: skillmatch[spark]")

from skillmatch.distributed import session
from skillmatch.errors import EngineError, MismatchError, MissingExtraError


def write_java(folder: Path, says: str) -> None:
    (folder / "bin").mkdir()
    (folder / "bin" / "java").write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    (folder / "bin" / "java").chmod(0o755)


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ('openjdk version "1.8.0_392"', "found 8"),
        ('java version "11.0.2" 2019-01-15', "found 11"),
        ("no such thing", "found an unknown version"),
    ],
)
def test_an_old_java_is_refused(says: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_java(tmp_path, says)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match=f"needs Java 17 or newer, {found} at "):
        session.check_java()


@pytest.mark.parametrize("says", ['openjdk version "17.0.15" 2025-04-15', 'java version "21" 2023-09-19'])
def test_a_new_java_will_do(says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_java(tmp_path, says)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    session.check_java()


def test_no_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="there is none here: install it"):
        session.check_java()


def test_no_pyspark_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(session, "version", version)
    with pytest.raises(MissingExtraError, match=r"needs pyspark: pip install 'skillmatch\[spark\]'"):
        session.open_session("local[1]")


def test_an_old_pyspark_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "version", lambda name: "3.5.1")
    with pytest.raises(MissingExtraError, match="needs pyspark 4 or newer, found 3"):
        session.check_versions()


@pytest.mark.parametrize("master", ["local", "local[2]", "local[*]", "local[2,4]", "yarn", "k8s://https://host:443"])
def test_masters_of_other_kinds_are_left_to_spark(master: str) -> None:
    session.check_master(master)


@pytest.mark.parametrize("master", ["", "host:7077", "spark://host", "http://host:1", "local[2] "])
def test_what_is_no_master_is_refused(master: str) -> None:
    with pytest.raises(EngineError, match="is no master of Spark"):
        session.check_master(master)


def test_a_master_that_does_not_answer_is_not_waited_for() -> None:
    with pytest.raises(EngineError, match=r"no Spark master answers at spark://127\.0\.0\.1:1,127\.0\.0\.1:2"):
        session.check_master("spark://127.0.0.1:1,127.0.0.1:2")


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("Traceback\n  File\nskillmatch.errors.MismatchError: other code: install\n\tat org.apache", MismatchError,
         "other code: install"),
        ("An error occurred\n: java.io.IOException: x\n\tat a.B\nCaused by: java.io.EOFException: cut\n\tat c.D\n",
         EngineError, "Spark failed: java.io.EOFException: cut"),
        ("[PATH_NOT_FOUND] no such path\nmore", EngineError, "Spark failed: [PATH_NOT_FOUND] no such path"),
        ("", EngineError, "Spark failed: no reason given"),
    ],
)  # fmt: skip
def test_errors_of_spark_become_one_line(text: str, kind: type[Exception], message: str) -> None:
    with pytest.raises(kind) as caught, session.clear_errors():
        raise ConnectionError(text)
    assert str(caught.value) == message
