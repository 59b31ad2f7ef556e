"""What a worker does, done here."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch import read_bytes
from skillmatch.server import tasks
from skillmatch.server.tasks import Fill, Rank
from tests.server.conftest import JOB, RESUME, build_matcher


def test_a_pool_too_large_to_be_kept_at_hand_ranks_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matcher, pool = build_matcher(), tmp_path / "a.pool"
    texts = {"ada.txt": RESUME, "bob.txt": "Skills: Docker"}
    profiles = [matcher.profile(read_bytes(text.encode(), document_id=name), "resume") for name, text in texts.items()]
    Fill(pool=pool, results=tuple(profiles)).run(matcher)
    job = matcher.profile(read_bytes(JOB.encode(), document_id="job.txt"), "job")
    reports = []
    for kept in (2, 1):
        monkeypatch.setattr(tasks, "KEPT_MEMBERS", kept)
        tasks._members.cache_clear()
        reports.append(Rank(jobs=(job,), pool=pool).run(matcher))
    assert [match.document_id for match in reports[0].matches] == ["ada.txt", "bob.txt"]
    assert reports[0] == reports[1]
