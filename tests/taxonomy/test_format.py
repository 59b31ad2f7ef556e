"""One form for every file: load, format, load is the identity."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy import Relation, Skill, Taxonomy
from skillmatch.taxonomy.format import format_file, format_skills

Write = Callable[..., Path]

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
NAMES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).map(
    lambda text: f"ab{text}c"
)
SKILLS = st.builds(
    Skill,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    name=NAMES,
    type=st.sampled_from(["tool", "soft"]),
    category=st.just("any"),
    description=TEXT,
    context=st.lists(TEXT, max_size=30).map(tuple),
    exact=st.lists(NAMES, min_size=1, max_size=3).map(tuple),
    since=st.none() | st.integers(1900, 2100),
    esco=st.none() | TEXT,
)


@given(SKILLS)
def test_formatting_keeps_every_value(tmp_path_factory: pytest.TempPathFactory, skill: Skill) -> None:
    path = tmp_path_factory.mktemp("f") / "f.toml"
    path.write_bytes(format_skills([skill], "any").encode())
    assert list(Taxonomy.load(path)) == [skill]
    assert format_file(path).encode() == path.read_bytes()


def test_skills_are_sorted_and_keys_in_order(write: Write) -> None:
    first, second = 'id = "b"\nname = "B1"\ntype = "tool"', 'type = "tool"\naliases = []\nname = "A1"\nid = "a"'
    body = f"[[skill]]\n{first}\n[[skill]]\n{second}\n"
    assert format_file(write("x.toml", body)).split("\n\n")[1:] == [
        '[[skill]]\nid = "a"\nname = "A1"\ntype = "tool"',
        '[[skill]]\nid = "b"\nname = "B1"\ntype = "tool"\n',
    ]


def test_short_entries_stay_short(write: Write) -> None:
    body = '[[skill]]\nid = "go"\naliases = ["go lang"]\nretired = false\nremove = ["golang"]\n'
    assert format_file(write("mine.toml", body)).endswith("\n\n" + body)


def test_relations_are_written_inline() -> None:
    skill = Skill(
        id="a", name="A1", type="tool", category="c", related=(Relation(id="b", weight=0.5, reason="successor"),)
    )
    assert 'related = [{ id = "b", weight = 0.5, reason = "successor" }]' in format_skills([skill], "c")


def test_comments_at_the_head_stay_and_others_are_refused(write: Write) -> None:
    path = write("x.toml", '[[skill]]\nid = "a"\nname = "A1"\ntype = "tool"\n')
    path.write_text("# ours\n" + path.read_text())
    assert format_file(path).startswith("# ours\nschema = 1\n")
    path.write_text(path.read_text() + "# lost\n")
    with pytest.raises(TaxonomyError, match="would lose this comment"):
        format_file(path)
