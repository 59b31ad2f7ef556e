"""Tests of what is remembered of words."""

from __future__ import annotations

import skillmatch.nlp.memo
from skillmatch.nlp.memo import Memo


def test_each_key_is_worked_out_once() -> None:
    asked: list[str] = []
    memo = Memo(asked.append)
    list(map(memo.__getitem__, ["one", "two", "one"]))
    assert asked == ["one", "two"]


def test_keys_are_forgotten_when_there_are_too_many(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(skillmatch.nlp.memo, "MOST", 3)
    memo = Memo(str.upper)
    assert list(map(memo.__getitem__, "abcdef")) == list("ABCDEF")
    assert len(memo) <= 3
