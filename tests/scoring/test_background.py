"""The frozen word statistics."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from skillmatch.errors import BackgroundError
from skillmatch.scoring import Background
from skillmatch.scoring.excluded import PERSONAL_WORDS


def test_saving_and_loading_keeps_everything(background: Background, tmp_path: Path) -> None:
    background.save(tmp_path / "a.npz")
    loaded = Background.load(tmp_path / "a.npz")
    assert loaded.fingerprint == background.fingerprint
    assert loaded.vocabulary == background.vocabulary
    for name in ("idf", "vectors"):
        np.testing.assert_array_equal(getattr(loaded, name), getattr(background, name))


def test_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    bags = [{"ledger": 1, "audit": 2}, {"ledger": 1, "menu": 1}] * 5
    for name in ("a.npz", "b.npz"):
        Background.fit(bags).save(tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_sequences_of_words_are_counted() -> None:
    counted = Background.fit([{"ledger": 2}, {"menu": 1}] * 5)
    listed = Background.fit([["ledger", "ledger"], ["menu"]] * 5)
    assert counted.fingerprint == listed.fingerprint


def test_rare_and_personal_words_are_left_out() -> None:
    bags = [{"ledger": 1, "she": 1, "nigerian": 1}] * 5 + [{"menu": 1, "smith": 1}] * 5 + [{"rare": 1}] * 4
    assert Background.fit(bags, exclude={"smith"}).vocabulary == ("ledger", "menu")


def test_too_few_documents_are_refused() -> None:
    with pytest.raises(BackgroundError, match="too few"):
        Background.fit([{"ledger": 1}])


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut short"])
def test_damaged_files_are_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.npz").write_bytes(content)
    with pytest.raises(BackgroundError):
        Background.load(tmp_path / "bad.npz")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackgroundError):
        Background.load(tmp_path / "none.npz")


def test_a_changed_file_is_refused(background: Background, tmp_path: Path) -> None:
    background.save(tmp_path / "a.npz")
    with np.load(tmp_path / "a.npz") as stored:
        arrays = dict(stored)
    arrays["idf"] = arrays["idf"] + 1
    np.savez(tmp_path / "b.npz", **arrays)
    with pytest.raises(BackgroundError, match="fingerprint"):
        Background.load(tmp_path / "b.npz")


def test_the_shipped_model_knows_work_and_not_people() -> None:
    shipped = Background.default()
    assert {"accountant", "python", "kitchen", "nurse"} <= set(shipped.vocabulary)
    people = {"mary", "michael", "robert", "smith", "chicago", "texas", "stanford", "harvard", "tx"}
    assert not set(shipped.vocabulary) & (people | PERSONAL_WORDS)
    assert "2,132" in shipped.provenance
