"""What two taxonomies differ in, and what is told of one skill."""

from __future__ import annotations

import pytest

from skillmatch.errors import UsageError
from skillmatch.taxonomy import Relation, Skill, Taxonomy
from skillmatch.taxonomy.diff import compare
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.show import describe


def skill(skill_id: str, **values: object) -> Skill:
    return Skill(**{"id": skill_id, "name": skill_id.title(), "type": "tool", "category": "c", **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([skill("a1")], [skill("a1")], []),
        ([], [skill("a1")], [("added", "a1", "", "A1")]),
        ([skill("a1")], [], [("removed", "a1", "A1", "")]),
        (
            [skill("a1")],
            [skill("b1", aliases=("A1",))],
            [("removed", "a1", "A1", ""), ("added", "b1", "", "B1"), ("form-moved", "a1", "A1", "b1")],
        ),
        (
            [skill("a1")],
            [skill("a1", name="A1!", aliases=("A1",))],
            [("renamed", "a1", "A1", "A1!"), ("form-added", "a1", "", "A1!")],
        ),
        ([skill("a1")], [skill("a1", category="d")], [("category", "a1", "c", "d")]),
        ([skill("a1", aliases=("x1",))], [skill("a1")], [("form-removed", "a1", "x1", "")]),
        (
            [skill("a1", aliases=("x1",)), skill("b1")],
            [skill("a1"), skill("b1", aliases=("X1",))],
            [("form-moved", "a1", "x1", "b1"), ("form-added", "b1", "", "X1")],
        ),
        ([skill("a1")], [skill("a1", context=("k",), since=2000)], [("changed", "a1", "", "context, since")]),
        ([skill("a1")], [skill("a1", retired=True)], [("retired", "a1", "A1", "")]),
    ],
)
def test_changes(old: list[Skill], new: list[Skill], expected: list[tuple[str, str, str, str]]) -> None:
    found = compare(Taxonomy(old), Taxonomy(new))
    assert [(one.kind, one.skill_id, one.before, one.after) for one in found] == expected


def test_a_skill_is_described_with_relations_of_both_ends_and_evidence() -> None:
    near = Relation(id="b1", weight=0.5, reason="alternative")
    taxonomy = Taxonomy([skill("a1", implies=("c1",), related=(near,)), skill("b1", broader=("c1",)), skill("c1")])
    text = describe(taxonomy, "c1", [DocumentEvidence(name="d.txt", sha256="0", skills={"c1": 4})])
    assert "narrower    b1" in text
    assert "implied by  a1" in text
    assert "evidence    d.txt 4" in text
    assert "related     a1 0.5 (alternative)" in describe(taxonomy, "b1")


def test_an_unknown_id_names_near_ones() -> None:
    with pytest.raises(UsageError, match="did you mean kubernetes"):
        describe(Taxonomy([skill("kubernetes")]), "kubernets")
