from __future__ import annotations

import pytest
import spacy

from skillmatch.nlp.candidates import Candidate
from skillmatch.nlp.forms import Form, Sense
from skillmatch.nlp.lexer import Lexer
from skillmatch.nlp.overlaps import resolve_overlaps
from skillmatch.nlp.tokenizer import FoldingTokenizer
from skillmatch.taxonomy import Skill

LEXER = Lexer(FoldingTokenizer(spacy.blank("en")))


def _candidate(start: int, end: int, name: str, confidence: float = 1.0, text: str = "x") -> Candidate:
    skill = Skill(id=name.lower(), name=name, type="tool", category="tools")
    form = Form(skill, text, exact=False, sense=Sense(skill, LEXER))
    return Candidate(start, end, form, text, same_case=True, confidence=confidence)


@pytest.mark.parametrize(
    ("candidates", "kept"),
    [
        ([_candidate(0, 1, "A"), _candidate(0, 2, "B")], ["B"]),
        ([_candidate(1, 2, "A"), _candidate(0, 1, "B")], ["B", "A"]),
        ([_candidate(0, 1, "A", 0.8), _candidate(0, 1, "B", 0.9)], ["B"]),
        ([_candidate(0, 2, "A"), _candidate(1, 3, "B")], ["A"]),
        ([_candidate(0, 1, "A", text="b"), _candidate(0, 1, "B", text="b")], ["B"]),
        ([], []),
    ],
)
def test_longest_then_surest_then_first(candidates: list[Candidate], kept: list[str]) -> None:
    assert [candidate.form.skill.name for candidate in resolve_overlaps(candidates)] == kept
    assert [candidate.form.skill.name for candidate in resolve_overlaps(candidates[::-1])] == kept
