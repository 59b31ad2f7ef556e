"""Texts are where their words are."""

from __future__ import annotations

import numpy as np
import pytest

from skillmatch.scoring import Background
from skillmatch.scoring.words import locate

BAGS = (["python", "sql"], [], ["no-such-word"], ["nurse"], ["sql", "python", "nurse", "sql"], ["data"] * 3)


@pytest.fixture(scope="module")
def background() -> Background:
    return Background.default()


def test_a_text_is_located_by_the_sum_of_its_words(background: Background) -> None:
    found = locate(BAGS, background)
    for bag, direction in zip(BAGS, found, strict=True):
        numbers = [background.index[word] for word in bag if word in background.index]
        whole = sum((background.idf[it] * background.vectors[it] for it in numbers), np.zeros(len(direction)))
        length = np.linalg.norm(whole)
        np.testing.assert_allclose(direction, whole / length if length else whole, atol=1e-12)


def test_a_direction_is_the_same_bits_whatever_else_is_located(background: Background) -> None:
    together = locate(BAGS, background)
    for bag, direction in zip(BAGS, together, strict=True):
        assert locate([bag], background)[0].tobytes() == direction.tobytes()
    assert locate([], background).shape == (0, together.shape[1])
