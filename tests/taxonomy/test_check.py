"""Each thing that can be wrong with an entry has its message."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.check import fold_form

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ('aliases = ["..."]', "form '...' has no letter or digit"),
        ('aliases = ["x"]', "form 'x' is one letter: put it in exact, with context"),
        ('aliases = ["Frob-Tool"]', "form 'Frob-Tool' stands twice"),
        ('context = ["near"]', "context without exact has no effect"),
        ('implies = ["nothing"]', "implies names the unknown skill nothing"),
        ('broader = ["frob"]', "broader names the skill itself"),
        ('replaced_by = "gone"', "replaced_by names the unknown skill gone"),
        ('related = [{ id = "gone", weight = 0.5, reason = "successor" }]', "related names the unknown skill gone"),
        ('related = [{ id = "gone", weight = 1.5, reason = "successor" }]', "related must be a list of"),
        ('related = [{ id = "gone", weight = 0.5, reason = "friend" }]', "related must be a list of"),
        ('aliases = "one"', "aliases must be a list of texts in quotes"),
        ("description = 3", "description must be a text in quotes"),
        ('since = "2009"', "since must be a year"),
        ("retired = 1", "retired must be true or false"),
        ('remove = ["x"]', "remove has no effect"),
        ('aliass = ["one"]', "unknown key aliass (did you mean aliases?)"),
    ],
)
def test_problems_of_an_entry(extra: str, message: str, write: Write) -> None:
    path = write("x.toml", f'[[skill]]\nid = "frob"\nname = "Frob Tool"\ntype = "tool"\n{extra}\n')
    with pytest.raises(TaxonomyError) as caught:
        Taxonomy.load(path)
    assert f"{path}:4: frob: {message}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('category = "c"\n', "schema must be 1, found None"),
        ("schema = 1\n", "category is missing"),
        ('schema = 1\ncategory = "c"\n[skill]\nid = "a"\n', "a skill starts with [[skill]], in two brackets"),
        ('schema = 1\ncategory = "c"\nskil = []\n', "unknown key skil (did you mean skill?)"),
        ('schema = 1\ncategory = "c"\n[[skill]]\nname = "A1"\n', "id is missing"),
        ('schema = 1\ncategory = "c"\n[[skill]]\nid = "A b"\nname = "A1"\ntype = "tool"\n', "id must be lower-case"),
        ('schema = 1\ncategory = "c"\n[[skill]]\nid = "a"\nname = "A1"\ntype = "gadget"\n', "type must be one of"),
    ],
)
def test_problems_of_a_file(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text(text)
    with pytest.raises(TaxonomyError) as caught:
        Taxonomy.load(tmp_path / "x.toml")
    assert message in str(caught.value)


def test_a_file_twice_named_id_is_told(base: Path, write: Write) -> None:
    write("base/other.toml", '[[skill]]\nid = "go"\nname = "Go again"\ntype = "tool"\n')
    with pytest.raises(TaxonomyError, match=r"other\.toml:4: go: id is also in languages\.toml"):
        Taxonomy.load(base)


@pytest.mark.parametrize(("context", "shares"), [('context = ["nurse"]\n', True), ("", False)])
def test_skills_with_context_may_share_an_abbreviation(context: str, shares: bool, write: Write) -> None:
    path = write(
        "x.toml",
        '[[skill]]\nid = "map-reduce"\nname = "Frob Reduce"\ntype = "tool"\nexact = ["EMR"]\ncontext = ["spark"]\n'
        f'[[skill]]\nid = "records"\nname = "Frob Records"\ntype = "tool"\nexact = ["EMR"]\n{context}',
    )
    if shares:
        assert len(Taxonomy.load(path)) == 2
    else:
        with pytest.raises(TaxonomyError, match="form 'emr' also belongs to map-reduce"):
            Taxonomy.load(path)


@pytest.mark.parametrize("other", ["scikit learn", "SCIKIT_LEARN", "scikit - learn", "ｓcikit-learn"])
def test_forms_that_matching_cannot_tell_apart_are_one(other: str) -> None:
    assert fold_form(other) == fold_form("Scikit-Learn")
