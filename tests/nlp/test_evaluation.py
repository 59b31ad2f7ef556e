"""Measures: by hand on small cases, and against the evaluator of the development data where that is at hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from skillmatch import Taxonomy
from skillmatch.models import Document
from skillmatch.nlp import Profiler
from skillmatch.nlp.evaluation import Found, Measures, Rates, Share, found_in, measure
from skillmatch.nlp.labelled import Label, Labelled, load_labelled

TEXT = "Java, agile, no Perl, five years of C++"
#       0     6      13/16        22            36
GOLD = Labelled(
    id="ad",
    text=TEXT,
    spans=(
        Label(start=0, end=4, name="Java", aliases=("Core Java",), requirement="required"),
        Label(start=6, end=11, name="Agile", optional=True),
        Label(start=16, end=20, name="Perl", negated=True),
        Label(start=36, end=39, name="C++", requirement="preferred", years=5),
    ),
)


def _found(start: int, end: int, name: str, **more: Any) -> Found:
    return Found(start=start, end=end, name=name, **more)


@pytest.mark.parametrize(
    ("found", "relaxed", "names"),
    [
        ([], (0, 0, 0, 2), (0, 0, 0, 2)),
        ([_found(0, 4, "core java")], (1, 1, 1, 2), (1, 1, 1, 2)),
        ([_found(0, 12, "Java")], (1, 1, 1, 2), (1, 1, 1, 2)),
        ([_found(6, 11, "Agile")], (0, 0, 0, 2), (0, 0, 0, 2)),  # optional: neither right nor wrong
        ([_found(16, 20, "Perl")], (0, 1, 0, 2), (0, 1, 0, 2)),
        ([_found(16, 20, "Perl", negated=True)], (0, 0, 0, 2), (0, 0, 0, 2)),
        ([_found(0, 4, "Java", negated=True)], (0, 0, 0, 2), (0, 0, 0, 2)),  # lost
        ([_found(22, 26, "Five")], (0, 1, 0, 2), (0, 1, 0, 2)),
    ],
)
def test_rates(found: list[Found], relaxed: tuple[int, ...], names: tuple[int, ...]) -> None:
    measures = measure(GOLD, found)
    for rates, expected in ((measures.relaxed, relaxed), (measures.names, names)):
        assert (rates.right, rates.found, rates.reached, rates.marked) == expected


def test_a_place_that_is_found_wide_is_no_strict_hit() -> None:
    assert measure(GOLD, [_found(0, 5, "Java")]).strict == Rates(right=0, found=1, reached=0, marked=2)


def test_what_is_said_of_mentions() -> None:
    found = [_found(0, 4, "Java", requirement="required"), _found(36, 39, "C++", years=4.0), _found(16, 20, "Perl")]
    measures = measure(GOLD, found)
    assert measures.requirement == Share(right=1, total=2)
    assert measures.years == Share(right=0, total=1)
    assert measures.negation == Share(right=0, total=1)


def test_measures_add_up_and_shares_of_nothing_are_none() -> None:
    one = measure(GOLD, [_found(0, 4, "Java")])
    both = one + one
    assert (both.documents, both.relaxed.found, both.relaxed.f1) == (2, 2, one.relaxed.f1)
    assert Measures().negation.value is None


@pytest.mark.parametrize(
    ("name", "labels"), [("gold", None), ("traps", None), ("green", {"Skill", "Qualification"}), ("esco_linking", None)]
)
def test_measures_are_those_of_the_evaluator_of_the_data(name: str, labels: set[str] | None, shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("evaluator", shared / "eval" / "extraction_eval.py")
    assert spec is not None
    assert spec.loader is not None
    evaluator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluator)
    path = shared / "data" / "extraction" / f"{name}.jsonl"
    profiler = Profiler(Taxonomy.default())
    total, predictions = Measures(), dict[str, list[dict[str, Any]]]()
    for one in load_labelled(path):
        profile = profiler.profile(Document(document_id=one.id, text=one.text), one.kind)
        found = found_in(profile, unknown=False)
        total += measure(one, found, frozenset(labels or ()))
        predictions[one.id] = [{key: getattr(it, key) for key in Found.__slots__} for it in found]
    theirs = evaluator.evaluate(evaluator.read_jsonl(str(path)), predictions, labels)
    for ours, other in ((total.strict, theirs["spans"]["strict"]), (total.relaxed, theirs["spans"]["relaxed"])):
        assert (ours.precision, ours.recall, ours.f1, ours.found) == pytest.approx(
            (other["p"], other["r"], other["f1"], other["pred"])
        )
    if "names" in theirs:
        assert (total.names.precision, total.names.recall) == pytest.approx(
            (theirs["names"]["p"], theirs["names"]["r"])
        )
    attributes = theirs["attributes"]
    assert total.negation.value == attributes["negated_right"]
    assert total.requirement.value == attributes["requirement_accuracy"]
    assert total.years.value == attributes["years_accuracy"]
