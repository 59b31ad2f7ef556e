"""Time grows in proportion to the text, whatever its shape, and no length is too much."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from skillmatch.nlp.notes import SKILLS

SHAPES = {
    "prose": "You write services in Python every day. ",
    "one list": "Python, Java, Zorbix, Go and C++, ",
    "barred": "You excel in teams and go to work. ",
    "unknown": "Experience with Foobarix and Quuxly, SQL. ",
    "misspelt": "Pyhton Kuberntes scripts ",
    "capitals": "WE GO TO SPRING IN C ",
    "signs": "?!",
    "no space": "C++/C#/Java/",
    "lines": "Go\n",
}
SMALL, FACTOR = 6_000, 4


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear(nlp: Language, shape: str) -> None:
    def seconds(size: int) -> float:
        text = (SHAPES[shape] * (size // len(SHAPES[shape]) + 1))[:size]
        runs = []
        for _ in range(2):
            began = time.process_time()
            nlp(text)
            runs.append(time.process_time() - began)
        return min(runs)

    seconds(SMALL)
    assert seconds(FACTOR * SMALL) < 2.5 * FACTOR * (seconds(SMALL) + 0.02)  # squares would give 4 * FACTOR


def test_text_beyond_the_limit_of_parsers_is_read(nlp: Language) -> None:
    text = "no name here " * 90_000 + "but Python"
    doc = nlp(text)
    assert [(text[span.start_char : span.end_char], span.id_) for span in doc.spans[SKILLS]] == [("Python", "python")]
