"""What a task does with its documents: a poisoned one costs itself."""

from __future__ import annotations

import dataclasses
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document, SkillProfile
from skillmatch.settings import ReadingSettings, Settings

pa = pytest.importorskip("pyarrow", reason="needs the extra: skillmatch[spark]")

from skillmatch.distributed.columns import decode  # noqa: E402
from skillmatch.distributed.extraction import extract, hash_contents, read_sources  # noqa: E402
from skillmatch.distributed.records import Record  # noqa: E402


class Poisoned(SkillMatcher):
    """Breaks on some documents like a parser in C does."""

    def profile(self, document: Document, kind: str = "auto") -> SkillProfile:
        if "abort" in document.text:
            os._exit(9)
        if "hang" in document.text:
            time.sleep(3600)
        return super().profile(document, kind)  # type: ignore[arg-type]


def test_a_document_that_kills_its_process_costs_itself(matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # fork, whatever threads earlier tests have left
    settings = Settings(reading=ReadingSettings(timeout_s=10))
    poisoned = Poisoned(matcher.taxonomy, settings, matcher.background)
    kit = SimpleNamespace(open=lambda: poisoned, making="m")
    texts = {"a": "Skills: SQL", "b": "abort", "c": "Skills: Java", "d": "hang", "e": "Skills: Python"}
    batch = pa.RecordBatch.from_pydict({"document_id": list(texts), "text": list(texts.values())})
    [found] = extract(kit, "resume")(iter([batch]))  # type: ignore[arg-type]
    records = [it for it in decode(found.to_struct_array(), Record) if it is not None]
    assert [it.document_id for it in records] == list(texts)
    assert [it.failure and it.failure.code for it in records] == [None, "limit", None, "limit", None]
    assert [it.profile and [skill.name for skill in it.profile.skills] for it in records] == [
        ["SQL"], None, ["Java"], None, ["Python"],
    ]  # fmt: skip


class Signed(SkillMatcher):
    """Puts the process that read a document in the place of its title."""

    def profile(self, document: Document, kind: str = "auto") -> SkillProfile:
        return dataclasses.replace(super().profile(document, kind), title=str(os.getpid()))  # type: ignore[arg-type]


def test_the_process_that_reads_stays_for_the_next_task_unless_one_breaks_off(
    matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    signed = Signed(matcher.taxonomy, matcher.settings, matcher.background)
    kit = SimpleNamespace(open=lambda: signed, making="m")
    texts = {f"{number:03}": f"Skills: SQL, {number} years" for number in range(65)}  # more than go back at a time
    batch = pa.RecordBatch.from_pydict({"document_id": list(texts), "text": list(texts.values())})

    def readers(batches: Iterable[pa.RecordBatch]) -> set[str]:
        return {title for found in batches for title in found["profile"].field("title").to_pylist()}

    task = extract(kit, "resume")  # type: ignore[arg-type]
    [one] = readers(task(iter([batch])))
    broken = task(iter([batch]))
    assert readers([next(broken)]) == {one}
    broken.close()  # type: ignore[attr-defined]
    found = list(task(iter([batch])))
    assert [name for it in found for name in it["document_id"].to_pylist()] == list(texts)
    [other] = readers(found)
    assert other != one


def test_hashes_are_of_contents(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Skills")
    paths = pa.RecordBatch.from_pydict(
        {"document_id": ["a", "b", "c"], "path": [str(tmp_path / name) for name in ("a", "b", "a")],
         "problem": ["", "", "a pipe"]},
    )  # fmt: skip
    contents = pa.RecordBatch.from_pydict({"document_id": ["a", "b"], "content": [b"Skills", None]})
    [[one, gone, closed], [same, empty]] = [
        found["sha256"].to_pylist() for found in hash_contents(100)(iter([paths, contents]))
    ]
    assert one == same != empty
    assert (gone, closed) == ("", "")


def test_documents_keep_their_place_in_an_archive() -> None:
    batch = pa.RecordBatch.from_pydict({"document_id": ["z/a"], "path": ["/tmp/z"], "member": ["a"], "problem": [None]})
    [source] = read_sources(batch)
    assert (source.document_id, str(source.path), source.member) == ("z/a", "/tmp/z", "a")
