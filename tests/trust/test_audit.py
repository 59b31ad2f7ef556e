from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from skillmatch.errors import RowError, UsageError
from skillmatch.models import Failure, Match, Part
from skillmatch.trust.audit import AuditLog, read_entries, verify
from skillmatch.trust.keyring import KeyRing, pseudonym_of, seal, unseal
from skillmatch.trust.records import erase, expire, history_of, record_decision, record_ranking
from skillmatch.trust.results import Results

OLD, NEW = "2025-01-05T09:00:00Z", "2026-03-01T10:00:00Z"


def results(*names: str) -> Results:
    parts = (Part(name="required", weight=1.0, value=0.5, contribution=50.0),)
    matches = [
        Match(document_id=name, job_id="job.txt", rank=rank, score=50.0, parts=parts)
        for rank, name in enumerate(names, 1)
    ]
    failed = Failure(document_id="broken.pdf", stage="read", code="corrupt", message="")
    return Results(matches=tuple(matches), failures=(failed,), provenance={"skillmatch": "0.1.0"})


@pytest.fixture
def place(tmp_path: Path) -> Callable[[], AuditLog]:
    return lambda: AuditLog(tmp_path / "audit.jsonl", KeyRing(tmp_path / "audit.keys"))


@pytest.fixture
def log(place: Callable[[], AuditLog]) -> AuditLog:
    """Return a log of five entries: a run, two scores, a failure and a decision."""
    log = place()
    record_ranking(log, results("ann-lee.pdf", "bo-kim.pdf"), at=OLD, by="recruiter-7", inputs={"ann-lee.pdf": "ab"})
    record_decision(
        log, "bo-kim.pdf", "job.txt", "interview", at=NEW, by="manager-2", reason="Bo is known", override=True
    )
    return log


def test_a_log_is_whole_and_names_nobody(log: AuditLog) -> None:
    found = verify(log.path, ring=log.ring)
    assert (found.entries, found.subjects, found.erased) == (5, 3, 0)
    text = log.path.read_text()
    assert [it for it in ("ann", "lee", "bo-kim", "Bo is", "interview", "50.0") if it in text] == []
    assert '"by": "manager-2"' in text
    assert "ann-lee" not in log.ring.path.read_text()


def test_what_is_kept_of_a_candidate_can_be_shown(log: AuditLog) -> None:
    scored, decided = history_of(log, "bo-kim.pdf")
    assert (scored["kind"], scored["opened"]["score"], scored["opened"]["rank"]) == ("scored", 50.0, 2)
    assert (decided["by"], decided["facts"], decided["opened"]["decision"]) == (
        "manager-2",
        {"override": True},
        "interview",
    )
    [only] = history_of(log, "ann-lee.pdf")
    assert only["opened"]["input"] == "ab"


def swap(lines: list[str]) -> list[str]:
    return [lines[0], lines[2], lines[1], *lines[3:]]


def edit(lines: list[str]) -> list[str]:
    return [*lines[:4], lines[4].replace("manager-2", "manager-3")]


def renumber(lines: list[str]) -> list[str]:
    """Drop a row and close the gap in the numbers."""
    rows = [json.loads(line) for line in (lines[0], *lines[2:])]
    return [json.dumps({**row, "number": number}, sort_keys=True) for number, row in enumerate(rows, 1)]


@pytest.mark.parametrize(
    ("tamper", "message"),
    [
        (edit, "row 5: was changed"),
        (swap, "row 2: holds entry 3"),
        (lambda lines: [lines[0], *lines[2:]], "row 2: holds entry 3"),
        (lambda lines: [lines[0], lines[0], *lines[1:]], "row 2: holds entry 1"),
        (renumber, "row 2: does not follow"),
        (lambda lines: [*lines[:2], "{}", *lines[3:]], "row 3: is not an entry"),
        (lambda lines: lines[:4], "ends with row 4, but 5 were written"),
    ],
)
def test_any_change_gap_or_reordering_is_found_with_its_row(
    tamper: Callable[[list[str]], list[str]], message: str, log: AuditLog
) -> None:
    lines = tamper(log.path.read_text().splitlines())
    log.path.write_text("".join(f"{line}\n" for line in lines))
    with pytest.raises(RowError, match=message):
        verify(log.path, ring=log.ring)


def test_every_single_changed_byte_is_found(log: AuditLog) -> None:
    data = log.path.read_bytes()
    for place in range(0, len(data), 37):
        log.path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(RowError):
            verify(log.path, ring=log.ring)


def test_a_cut_row_is_found(log: AuditLog) -> None:
    log.path.write_bytes(log.path.read_bytes()[:-9])
    with pytest.raises(RowError, match="row 5: is cut off"):
        list(read_entries(log.path))


def test_a_log_written_anew_is_found_by_the_noted_hash(log: AuditLog, tmp_path: Path) -> None:
    head = verify(log.path).head
    other = AuditLog(tmp_path / "other.jsonl", KeyRing(tmp_path / "other.keys"))
    record_ranking(other, results("ann-lee.pdf"), at=OLD, by="recruiter-7")
    assert verify(log.path, head=head).entries == 5
    with pytest.raises(RowError, match="the last hash is"):
        verify(other.path, head=head)


def test_an_erased_person_leaves_the_chain_whole(log: AuditLog) -> None:
    erase(log, "bo-kim.pdf", at=NEW, by="privacy-1")
    found = verify(log.path, ring=KeyRing(log.ring.path))
    assert (found.entries, found.erased) == (6, 1)
    with pytest.raises(UsageError, match="nothing is kept"):
        list(history_of(log, "bo-kim.pdf"))
    with pytest.raises(UsageError, match="nothing is kept"):
        erase(log, "bo-kim.pdf", at=NEW, by="privacy-1")
    assert len(list(history_of(log, "ann-lee.pdf"))) == 1


def test_who_was_last_seen_before_a_date_is_erased(log: AuditLog) -> None:
    assert expire(log, "2026-01-01", at=NEW, by="privacy-1") == 2
    assert verify(log.path, ring=KeyRing(log.ring.path)).erased == 2
    assert len(list(history_of(log, "bo-kim.pdf"))) == 2
    assert expire(log, "2026-01-01", at=NEW, by="privacy-1") == 0


def test_a_decision_about_somebody_unknown_is_refused(log: AuditLog) -> None:
    with pytest.raises(UsageError, match="no ranking"):
        record_decision(log, "nobody.pdf", "job.txt", "hire", at=NEW, by="x", reason="")


def test_a_log_goes_on_where_it_ended(log: AuditLog, place: Callable[[], AuditLog]) -> None:
    again = place()
    record_ranking(again, results("cy.pdf"), at=NEW, by="recruiter-7")
    assert verify(again.path, ring=again.ring).entries == 8
    with pytest.raises(RowError, match="somebody else has written"), log.writing() as writer:
        writer.add("run", at=NEW, by="x")


def test_a_log_that_lost_rows_is_not_written_to(log: AuditLog, place: Callable[[], AuditLog]) -> None:
    log.path.write_text("".join(f"{line}\n" for line in log.path.read_text().splitlines()[:3]))
    with pytest.raises(RowError, match="has 3 entries, its key ring knows of 5"):
        place()


@pytest.mark.parametrize(("kept", "entries"), [(0.5, 5), (1.0, 8)])
def test_a_batch_cut_short_by_a_crash_is_undone_or_finished(
    kept: float, entries: int, log: AuditLog, place: Callable[[], AuditLog], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = log.path.read_bytes()
    monkeypatch.setattr(KeyRing, "settle", lambda *_: None)  # the crash: the ring never learns of the end
    record_ranking(log, results("cy.pdf"), at=NEW, by="recruiter-7")
    monkeypatch.undo()
    added = log.path.read_bytes()[len(before) :]
    log.path.write_bytes(before + added[: int(kept * len(added))])
    again = place()
    assert verify(again.path, ring=again.ring).entries == entries


def test_a_seal_is_bound_to_key_and_name() -> None:
    key = bytes(32)
    sealed = seal(key, "text", "a")
    assert unseal(key, sealed, "a") == "text"
    for other, name in ((bytes(31) + b"x", "a"), (key, "b")):
        with pytest.raises(RowError):
            unseal(other, sealed, name)
    assert pseudonym_of(key) != pseudonym_of(bytes(31) + b"x")


@pytest.mark.parametrize("content", ["", "[]", '{"secret": "zz"}', "\xff"])
def test_a_file_that_is_no_key_ring_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "ring").write_text(content, encoding="latin-1")
    with pytest.raises(UsageError, match="key ring"):
        KeyRing(tmp_path / "ring")
