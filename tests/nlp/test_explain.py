"""Every possible reading of a text is told once, with why it is taken or not."""

from __future__ import annotations

from skillmatch import SkillMatcher
from skillmatch.models import Document
from skillmatch.nlp.explain import explain
from skillmatch.nlp.profile import Profiler


def test_words_that_two_forms_of_a_skill_fit_are_told_once(matcher: SkillMatcher) -> None:
    text = "What we need: R&D and Excel at work. We go to market with Kubernetes and Go services."
    readings = explain(Profiler(matcher.taxonomy), Document(document_id="ad", text=text))
    places = [(reading.start, reading.end, reading.skill_id) for reading in readings]
    assert len(places) == len(set(places))
    assert {text[start:end] for start, end, _ in places} >= {"Excel", "go", "Go", "Kubernetes"}
    assert {reading.text for reading in readings if reading.taken} >= {"Kubernetes", "Go"}
    assert all(reading.reason for reading in readings)
