from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.errors import RowError, UsageError
from skillmatch.models import Match, Part, Requirement
from skillmatch.trust import impact_report
from skillmatch.trust.groups import Groups
from skillmatch.trust.impact import Category, Comparison, Impact, work_out


def ranking(scores: Sequence[float]) -> list[Match]:
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    ranks = {place: rank for rank, place in enumerate(order, 1)}
    return [
        Match(
            document_id=f"{place}",
            job_id="job",
            rank=ranks[place],
            score=score,
            parts=(Part(name="required", weight=1.0, value=score / 100, contribution=score),),
        )
        for place, score in enumerate(scores)
    ]


def grouped(**columns: Sequence[str]) -> Groups:
    size = len(next(iter(columns.values())))
    values = {
        str(place): {name: cells[place] for name, cells in columns.items() if cells[place]} for place in range(size)
    }
    return Groups(attributes=tuple(columns), values=values, rows={str(place): place + 2 for place in range(size)})


def by_counts(counts: dict[str, tuple[int, int]]) -> Comparison:
    """Work out a ranking in which (selected, assessed) people of each category are selected by a cutoff."""
    names = [name for name, (_, assessed) in counts.items() for _ in range(assessed)]
    scores = [90.0 if place < chosen else 10.0 for chosen, assessed in counts.values() for place in range(assessed)]
    [comparison] = work_out(ranking(scores), grouped(race=names), cutoff=50).comparisons
    return comparison


def category(comparison: Comparison, name: str) -> Category:
    return next(it for it in comparison.categories if it.name == name)


def test_a_worked_example_gives_the_rates_and_ratios_worked_by_hand() -> None:
    """412/797 = 0.5169 is the highest rate; 170/390 = 0.4359 is 0.843 of it, 12/40 = 0.3 is 0.580 of it."""
    found = by_counts({"White": (412, 797), "Black": (170, 390), "Other": (12, 40), "Few": (1, 10)})
    assert found.reference == "White"
    black, other, few = (category(found, name) for name in ("Black", "Other", "Few"))
    assert round(black.selection_rate, 4) == 0.4359
    assert round(black.selection_ratio or 0, 3) == 0.843
    assert not black.below_four_fifths
    assert round(other.selection_ratio or 0, 3) == 0.580
    assert other.below_four_fifths
    assert few.small
    assert (few.selected, few.selection_ratio, few.fisher_p) == (1, None, None)


def test_the_exact_test_is_that_of_the_tea_lady() -> None:
    """Fisher's own example, 3 of 4 against 1 of 4: two-sided p = 34/70."""
    assert category(by_counts({"a": (3, 4), "b": (1, 4)}), "b").fisher_p == pytest.approx(34 / 70)


def test_the_interval_of_a_rate_is_wilsons() -> None:
    """1 of 10: centre (0.1 + z²/20) / (1 + z²/10) = 0.2111, half width 0.1932."""
    low, high = category(by_counts({"a": (1, 10), "b": (5, 10)}), "a").selection_interval
    assert (round(low, 4), round(high, 4)) == (0.0179, 0.4042)


def test_figures_are_those_of_fairlearn() -> None:
    fairlearn = pytest.importorskip("fairlearn.metrics", reason="needs the test extra")
    counts = {"a": (30, 60), "b": (11, 40), "c": (5, 25)}
    names = [name for name, (_, assessed) in counts.items() for _ in range(assessed)]
    chosen = [int(place < selected) for selected, assessed in counts.values() for place in range(assessed)]
    frame = fairlearn.MetricFrame(
        metrics=fairlearn.selection_rate, y_true=chosen, y_pred=chosen, sensitive_features=names
    )
    found = by_counts(counts)
    assert {it.name: it.selection_rate for it in found.categories} == pytest.approx(dict(frame.by_group))
    least = min(it.selection_ratio or 0.0 for it in found.categories)
    parity = fairlearn.demographic_parity_ratio(chosen, chosen, sensitive_features=names)
    assert least == pytest.approx(parity)


def test_without_a_line_those_above_the_median_are_selected() -> None:
    impact = work_out(ranking([90, 80, 70, 60]), grouped(sex=["f", "m", "f", "m"]))
    assert (impact.median, impact.selected) == (75.0, 2)
    assert all(it.selection_rate == it.scoring_rate == 0.5 for it in impact.comparisons[0].categories)


def test_unknown_groups_are_counted_and_left_out() -> None:
    impact = work_out(ranking([90, 80, 70, 60, 50]), grouped(sex=["f", "m", "", "m", "f"]), top=2)
    [comparison] = impact.comparisons
    assert comparison.unknown == 1
    assert sum(it.assessed for it in comparison.categories) == 4


def test_two_attributes_are_also_crossed() -> None:
    groups = grouped(sex=["f", "m", "f", "m"], race=["A", "B", "B", ""])
    found = work_out(ranking([90, 80, 70, 60]), groups, top=2).comparisons
    assert [it.attribute for it in found] == ["sex", "race", "sex x race"]
    assert [it.name for it in found[2].categories] == ["f x A", "f x B", "m x B"]
    assert found[2].unknown == 1


@pytest.mark.parametrize(("top", "tied"), [(1, 0), (2, 3), (3, 3), (4, 0)])
def test_a_line_inside_a_tie_is_told(top: int, tied: int) -> None:
    impact = work_out(ranking([90, 70, 70, 70, 10]), grouped(sex=["f", "m", "f", "m", "f"]), top=top)
    assert impact.tied == tied
    assert ("inside a tie" in impact_report.to_text([impact])) == bool(tied)


def test_drivers_name_the_requirement_that_makes_the_gap() -> None:
    def match(place: int, lost: float) -> Match:
        asked = [
            Requirement(
                skill_id=name, name=name, kind="required", status="met", credit=1.0, reason="", score_if_met=met
            )
            for name, met in (("driving", 80.0), ("python", 80.0 - lost))
        ]
        return ranking([80.0 - lost])[0].__class__(
            document_id=str(place),
            job_id="job",
            rank=place + 1,
            score=80.0 - lost,
            parts=(Part(name="required", weight=1.0, value=0.8, contribution=80.0 - lost),),
            requirements=tuple(asked),
        )

    matches = [match(0, 0.0), match(1, 0.0), match(2, 20.0), match(3, 10.0)]
    [found] = work_out(matches, grouped(sex=["m", "m", "f", "f"]), top=2).comparisons
    points = {(it.kind, it.name): it.points for it in found.drivers}
    assert points[("requirement", "driving")] == pytest.approx(15.0)
    assert points[("requirement", "python")] == pytest.approx(0.0)
    assert points[("part", "required")] == pytest.approx(15.0)


@pytest.mark.parametrize(
    ("matches", "limits", "error"),
    [([], {}, UsageError), (ranking([1, 2]), {"top": 1, "cutoff": 1.0}, UsageError), (ranking([1]) * 2, {}, RowError)],
)
def test_wrong_use_is_an_error(matches: list[Match], limits: dict[str, float], error: type[Exception]) -> None:
    with pytest.raises(error):
        work_out(matches, grouped(sex=["f", "m"]), **limits)  # type: ignore[arg-type]


@pytest.fixture
def flagged() -> Impact:
    scores = [float(90 - place) for place in range(40)]
    return work_out(ranking(scores), grouped(sex=["<m>"] * 20 + ["=f"] * 20), top=10)


def test_csv_has_a_row_for_each_category_and_no_formula(flagged: Impact) -> None:
    rows = list(csv.DictReader(io.StringIO(impact_report.to_csv([flagged]))))
    assert [row["category"] for row in rows] == ["<m>", "'=f"]
    assert rows[1]["impact ratio"] == "0.0"
    assert "below four fifths" in rows[1]["notes"]


def test_html_and_json_hold_the_figures_and_say_what_they_are_not(flagged: Impact) -> None:
    page = impact_report.to_html([flagged])
    assert "&lt;m&gt;" in page
    assert "<m>" not in page
    assert "not a bias audit" in page
    assert "<polyline" in page
    data = json.loads(impact_report.to_json([flagged]))
    assert data["jobs"][0]["comparisons"][0]["reference"] == "<m>"


@given(
    st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 9)), min_size=4, max_size=40),
    st.integers(1, 40),
)
def test_ratios_are_shares_of_the_highest_rate(people: list[tuple[str, int]], top: int) -> None:
    impact = work_out(ranking([score for _, score in people]), grouped(g=[name for name, _ in people]), top=top)
    for comparison in impact.comparisons:
        rates = [it.selection_rate for it in comparison.categories if not it.small]
        for it in comparison.categories:
            if it.selection_ratio is not None:
                assert it.selection_ratio == pytest.approx(it.selection_rate / max(rates))
            assert it.selection_interval[0] <= it.selection_rate + 1e-9
            assert it.selection_rate <= it.selection_interval[1] + 1e-9
        assert all(0 <= point.ratio <= 1 for point in comparison.sweep)
