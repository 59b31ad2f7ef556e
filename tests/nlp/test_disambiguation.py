from __future__ import annotations

import pytest
from spacy.language import Language

from skillmatch.nlp.notes import NOTES, SKILLS


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Services written in Go with goroutines", "go"),
        ("Go, Python, Java", "go"),
        ("Python/Go/SQL", "go"),
        ("python, go, java", "go"),
        ("Scala Java Go", "go"),
        ("PYTHON, GO, JAVA", "go"),
        ("Firmware in C for small boards", "c"),
        ("Languages: C, C++", "c"),
        ("SQL (1 year), R (2 years), Python (3 years)", "r"),
        ("Skills\n• R\n• Python\n", "r"),
        ("Plots made with ggplot2 and R", "r"),
        ("Swift developer for an iOS app", "swift"),
        ("React frontend with Redux", "react"),
        ("Pivot tables in Excel", "microsoft-excel"),
        ("Jasmine and Karma for unit tests", "jasmine"),
        ("Git", "git"),
        ("Tuned Spark jobs", "apache-spark"),
        ("Java\nGo\nSQL", "go"),
    ],
)
def test_name_is_meant(find, text: str, skill: str) -> None:
    assert skill in {found for _, found in find(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Go the extra mile", "go"),
        ("Ready to go on Monday", "go"),
        ("Go there and see", "go"),
        ("Vitamin C supplements", "c"),
        ("Series C funding", "c"),
        ("C. Miller, Leeds", "c"),
        ("R. Sharma, accountant, also SQL", "r"),
        ("R&D budget", "r"),
        ("Swift response to customers", "swift"),
        ("Jasmine Patel, nurse", "jasmine"),
        ("React quickly to incidents", "react"),
        ("You excel in teams", "microsoft-excel"),
        ("Rust protection of steel", "rust"),
        ("Java (Less than a year) go home", "go"),
        ("Ideas that spark debate", "apache-spark"),
        ("a bag of java beans", "java"),
    ],
)
def test_word_is_not_the_name(find, text: str, skill: str) -> None:
    assert skill not in {found for _, found in find(text)}


def test_reason_is_told(nlp: Language) -> None:
    doc = nlp("Go, Python")
    reasons = {key.split(":")[2]: entry["reason"] for key, entry in doc.spans[SKILLS].attrs[NOTES].items()}
    assert reasons["go"].startswith("exact case, beside Python")


def test_document_settles_a_doubt(find) -> None:
    doubtful = "Work with Go every day."
    assert find(doubtful) == []
    assert ("Go", "go") in find(f"{doubtful}\n\nBackend in Go and Python.")[:1]
