"""Marks of a person specification are read by its legend."""

from __future__ import annotations

import pytest

from skillmatch import SkillMatcher
from skillmatch.models import Document
from skillmatch.nlp.legends import find_legend

LEGEND = "Person specification (E = essential, D = desirable)\n"


@pytest.mark.parametrize(
    ("text", "legend"),
    [
        ("e = essential, d = desirable", {"e": "required", "d": "preferred"}),
        ("(m) mandatory, (n) nice to have", {}),
        ("m - mandatory, n - nice to have", {"m": "required", "n": "preferred"}),
        ("* = required", {"*": "required"}),
        ("vitamin d - desirable", {}),
        ("f(x) = y", {}),
    ],
)
def test_legends(text: str, legend: dict[str, str]) -> None:
    assert find_legend(text) == legend


@pytest.mark.parametrize(
    "lines",
    [
        "E: Excel\nD: Tableau\n",
        "- Excel (E)\n- Tableau (D)\n",
        "Excel | E\nTableau | D\n",
        "Excel - E\nTableau - D\n",
        "Knowledge of Excel [E]\nKnowledge of Tableau [D]\n",
    ],
)
def test_marked_lines(matcher: SkillMatcher, lines: str) -> None:
    profile = matcher.profile(Document(document_id="case", text=LEGEND + lines), kind="job")
    assert {skill.name: skill.requirement for skill in profile.skills} == {
        "Microsoft Excel": "required",
        "Tableau": "preferred",
    }
