"""The table of forms is the same worked out and kept, and gives the same forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from skillmatch.nlp import form_table
from skillmatch.nlp.form_table import FormTable, table_of
from skillmatch.nlp.forms import Form, Forms
from skillmatch.nlp.lexer import Lexer
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.taxonomy import Skill, Taxonomy

SKILLS = [
    Skill(id="ci-cd", name="CI/CD", type="concept", category="devops"),
    Skill(id="node", name="Node.js", type="library", category="web", aliases=("NodeJS",)),
    Skill(id="excel", name="Excel", type="tool", category="tools", exact=("Excel",), unless=("excel in", "excels at")),
    Skill(id="big-data", name="Big Data", type="concept", category="big-data", unless=("excel in",)),
]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def tokenizer() -> FoldingTokenizer:
    return FoldingTokenizer(spacy.blank("en"))


def stated(form: Form) -> tuple[Skill, str, bool, bool]:
    return form.skill, form.words, form.exact, form.apart


def as_kept(table: FormTable) -> object:
    return json.loads(json.dumps(table))


@pytest.mark.parametrize("skills", [SKILLS, list(Taxonomy.default())], ids=["few", "shipped"])
def test_kept_table_gives_the_same_forms(cache: Path, skills: list[Skill]) -> None:
    plain, first, again = (Forms(tokenizer(), skills, given) for given in (None, "f", "f"))
    assert len(list(cache.rglob("*.json"))) == 1
    for other in (first, again):
        assert list(other.iter_first()) == list(plain.iter_first())
        for key, _, _ in plain.iter_first():
            assert [stated(it) for it in other.read(key)] == [stated(it) for it in plain.read(key)]
        assert (other.joined, other.unless, other.codes) == (plain.joined, plain.unless, plain.codes)
        assert len(other.matcher) == len(plain.matcher)


def test_kept_table_is_not_worked_out_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = table_of(SKILLS, Lexer(tokenizer()), "f")
    monkeypatch.setattr(form_table, "_Work", None)
    assert as_kept(table_of(SKILLS, Lexer(tokenizer()), "f")) == as_kept(table)


def test_table_of_no_skills_is_empty() -> None:
    assert not any(table_of([], Lexer(tokenizer()), None))


def test_phrases_rule_out_each_skill_that_names_them() -> None:
    forms = Forms(tokenizer(), SKILLS)
    assert sorted(sorted(ids) for ids in forms.unless.values()) == [["big-data", "excel"], ["excel"]]
