from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest

from skillmatch.nlp.notes import Note

Read = Callable[..., dict[str, Note]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Python or Scala", [{"Python", "Scala"}]),
        ("Python and Scala", []),
        ("Java, Kotlin or Scala", [{"Java", "Kotlin", "Scala"}]),
        ("Java, Kotlin, and Scala", []),
        ("one of Java, Kotlin, Scala", [{"Java", "Kotlin", "Scala"}]),
        ("a cloud platform such as AWS, Azure or GCP", [{"AWS", "Azure", "GCP"}]),
        ("front-end frameworks (e.g. React, Vue, Angular)", [{"React", "Vue", "Angular"}]),
        ("Java or Kotlin and React or Vue", [{"Java", "Kotlin"}, {"React", "Vue"}]),
        ("AWS/Azure/GCP", [{"AWS", "Azure", "GCP"}]),
        ("Docker, Git, AWS/GCP, SQL", [{"AWS", "GCP"}]),
        ("Docker, AWS/GCP or Azure", [{"Docker", "AWS", "GCP", "Azure"}]),
        ("Java | Kotlin | Git", []),
        ("MySQL and/or PostgreSQL", [{"MySQL", "PostgreSQL"}]),
        ("at least one of the following: Rust, C++", [{"Rust", "C++"}]),
        ("C#, Java or similar languages", [{"C#", "Java"}]),
        ("either Jenkins or Ansible", [{"Jenkins", "Ansible"}]),
        ("Docker, Git. Java or C#", [{"Java", "C#"}]),
        ("Python\nSQL\nGit", []),
        ("Java and, in a distant second place for most of our teams, Ruby or PHP", [{"Ruby", "PHP"}]),
    ],
)
def test_alternatives(read: Read, text: str, expected: list[set[str]]) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for name, entry in read(text).items():
        if entry["any_of"]:
            groups[entry["any_of"]].add(name)
    assert sorted(groups.values(), key=sorted) == sorted(expected, key=sorted)


def test_resumes_have_no_alternatives(read: Read) -> None:
    assert read("Python or Scala", "resume")["Python"]["any_of"] is None


def test_negated_skill_is_no_alternative(read: Read) -> None:
    entries = read("No Java or Ruby needed")
    assert {entry["any_of"] for entry in entries.values()} == {None}
