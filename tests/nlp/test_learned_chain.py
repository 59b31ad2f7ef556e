"""The chain against the sum and the best of all taggings, counted one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.nlp.learned_chain import BEGINS, CONTINUES, OUTSIDE, STEPS, TAGS, Array, Pieces, find_best, sum_chains
from skillmatch.nlp.learned_chain import to_ranges as ranges_of


def _allowed(tags: tuple[int, ...]) -> bool:
    return all(
        tag != CONTINUES or (place > 0 and tags[place - 1] in (BEGINS, CONTINUES)) for place, tag in enumerate(tags)
    )


def _score(tags: tuple[int, ...], scores: Array, steps: Array) -> float:
    words = sum(scores[place, tag] for place, tag in enumerate(tags))
    return float(words + sum(steps[one, other] for one, other in pairwise(tags)))


@st.composite
def _chains(draw: st.DrawFn) -> tuple[Array, Array, list[tuple[int, int]]]:
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    ends = np.cumsum(sizes).tolist()
    seed = draw(st.integers(0, 1000))
    numbers = np.random.default_rng(seed)
    bounds = list(zip([0, *ends[:-1]], ends, strict=True))
    return numbers.normal(size=(ends[-1], TAGS)), numbers.normal(size=(TAGS, TAGS)) + STEPS, bounds


@given(_chains())
def test_sums_and_best_are_those_of_all_taggings(chain: tuple[Array, Array, list[tuple[int, int]]]) -> None:
    scores, steps, bounds = chain
    sums, best = sum_chains(scores, steps, Pieces(bounds)), find_best(scores, steps, Pieces(bounds))
    total, likely, expected = 0.0, np.zeros_like(scores), np.zeros((TAGS, TAGS))
    for start, stop in bounds:
        ways = {
            tags: np.exp(_score(tags, scores[start:stop], steps))
            for tags in product(range(TAGS), repeat=stop - start)
            if _allowed(tags)
        }
        whole = sum(ways.values())
        total += float(np.log(whole))
        for tags, way in ways.items():
            for place, tag in enumerate(tags):
                likely[start + place, tag] += way / whole
            for one, other in pairwise(tags):
                expected[one, other] += way / whole
        assert tuple(best[start:stop]) == max(ways, key=lambda tags: ways[tags])
    assert sums.log_total == pytest.approx(total)
    np.testing.assert_allclose(sums.words, likely, atol=1e-9)
    np.testing.assert_allclose(sums.steps, expected, atol=1e-9)


def test_no_words_are_no_trouble() -> None:
    empty = np.zeros((0, TAGS))
    assert sum_chains(empty, STEPS, Pieces([])).log_total == 0
    assert find_best(empty, STEPS, Pieces([])).tolist() == []


def test_a_skill_does_not_run_over_the_end_of_a_piece() -> None:
    tags = np.array([OUTSIDE, BEGINS, CONTINUES, BEGINS, CONTINUES])
    assert ranges_of(tags, [(0, 3), (3, 5)]) == [(1, 3), (3, 5)]
