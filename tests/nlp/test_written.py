"""A text is read once, by its case and number, whatever stands around it."""

from __future__ import annotations

import pytest
import spacy

from skillmatch.nlp import written
from skillmatch.nlp.forms import Forms
from skillmatch.nlp.lexer import Lexer
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.nlp.written import WrittenForms
from skillmatch.taxonomy import Skill

SKILLS = [
    Skill(id="excel", name="Excel", type="tool", category="tools", exact=("Excel",), unless=("excel in",)),
    Skill(id="vm", name="virtual machines", type="concept", category="devops", exact=("VM",)),
    Skill(id="can-do", name="can-do", type="soft", category="soft-skills"),
    Skill(id="initiative", name="initiative", type="soft", category="soft-skills"),
]
TOKENIZER = FoldingTokenizer(spacy.blank("en"))
FORMS = Forms(TOKENIZER, SKILLS)


def read(text: str) -> written.Written:
    return WrittenForms(FORMS).add(text, Lexer(TOKENIZER).key(text))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Excel", [("excel", True)]),
        ("excel", [("excel", False)]),
        ("Excels", []),  # a name has no plural
        ("VM", [("vm", True)]),
        ("VMs", [("vm", True)]),
        ("Virtual Machines", [("vm", False)]),
        ("initiatives", []),  # projects
        ("excel in", []),
    ],
)
def test_forms_of_a_text(text: str, forms: list[tuple[str, bool]]) -> None:
    assert [(form.skill.id, same_case) for form, same_case in read(text).forms] == forms


def test_phrase_rules_its_skill_out() -> None:
    assert set(read("excel in").bars) == {"excel"}
    assert not read("Excel").bars


def test_words_of_grammar_are_told() -> None:
    assert read("can do").is_grammar
    assert not read("Virtual Machines").is_grammar


def test_texts_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "MOST", 2)
    known = WrittenForms(FORMS)
    for text in ("Excel", "excel", "VM"):
        known.add(text, Lexer(TOKENIZER).key(text))
    assert list(known) == ["VM"]
