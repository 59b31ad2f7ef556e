"""Tests of the quick test before slow patterns."""

from __future__ import annotations

import re

import pytest

from skillmatch.nlp.screen import Screen, labelled_lines


def test_a_text_passes_if_one_of_its_words_does() -> None:
    may_deny = Screen(lambda word: "not" in word)
    assert may_deny("we do\tnot,\nreally")
    assert not may_deny("we do")
    assert not may_deny("")


def test_each_word_is_tested_once() -> None:
    asked: list[str] = []
    screen = Screen(asked.append)
    for _ in range(2):
        screen("one two one")
    assert asked == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("NAME \t: Jo", ["NAME \t: Jo"]),
        ("a: b\nName: Jo\nc", ["Name: Jo"]),
        ("name: Jo, name: Al\nname: Bo", ["name: Jo, name: Al", "name: Bo"]),
        ("name\n: Jo", []),
        ("name Jo", []),
        ("", []),
    ],
)
def test_each_line_with_a_label_before_a_sign_is_given_once(text: str, lines: list[str]) -> None:
    found = labelled_lines(text, re.compile(":"), ("name",))
    assert [text[start:end] for start, end in found] == lines
