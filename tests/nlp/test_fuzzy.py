from __future__ import annotations

import pytest
from spacy.language import Language

from skillmatch import SkillMatcher
from skillmatch.models import Document
from skillmatch.nlp.fuzzy import is_slip
from skillmatch.nlp.notes import NOTES, SKILLS, get_spans
from skillmatch.nlp.pipeline import build_pipeline
from skillmatch.settings import ExtractionSettings
from skillmatch.taxonomy import Taxonomy


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pyhton, Java", ("Pyhton", "python")),
        ("SQL and Kuberntes", ("Kuberntes", "kubernetes")),
        ("Java, PostgrSQL", ("PostgrSQL", "postgresql")),
        ("Java and javascritp", ("javascritp", "javascript")),
        ("Java, Microsfot SQL Server", ("Microsfot SQL Server", "sql-server")),
    ],
)
def test_slip_is_mended(find, text: str, found: tuple[str, str]) -> None:
    assert found in find(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jave and SQL",  # under five letters
        "Azura Jones speaks",  # no skill beside it
        "Java and reactor design",
        "Java and pythons at the zoo",
        "Sprint Boots, Java",
    ],
)
def test_other_words_are_left(nlp: Language, text: str) -> None:
    assert [span.text for span in get_spans(nlp(text), SKILLS) if span.label_ == "fuzzy"] == []


def test_confidence_is_below_exact(nlp: Language) -> None:
    doc = nlp("Pyhton, Java")
    confidence = {key.split(":")[2]: entry["confidence"] for key, entry in doc.spans[SKILLS].attrs[NOTES].items()}
    assert confidence["python"] < 0.9 < confidence["java"]


def test_fuzzy_reading_can_be_turned_off() -> None:
    from tests.nlp.conftest import SKILLS_OF_TEST

    nlp = build_pipeline(Taxonomy(SKILLS_OF_TEST), ExtractionSettings(fuzzy=False))
    doc = nlp("Pyhton, Java")
    assert [span.id_ for span in doc.spans[SKILLS]] == ["java"]


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Wrote Pyton scripts for the lab.", "python"),
        ("Deployed with Dokcer on one server.", "docker"),
        ("Automated setup with Anisble.", "ansible"),
        ("Fluent in Javasript and Typescipt", "typescript"),
        ("Our backend uses Mongodbb.", "mongodb"),
        ("kubernets, dockr, terrafrom", "terraform"),
        ("Queries in Postgers", "postgresql"),
        ("Dashboards in Tabelau for the board", "tableau"),
        ("Unit tests with Seleinum", "selenium"),
        ("Pythn and Djnago experience", "django"),
        ("Administered MonogDB clusters", "mongodb"),
        ("Knowledge of Tensroflow", "tensorflow"),
    ],
)
def test_slip_in_running_text_is_mended(matcher: SkillMatcher, text: str, skill: str) -> None:
    profile = matcher.profile(Document(document_id="slip", text=text))
    assert skill in {found.skill_id for found in profile.skills}


@pytest.mark.parametrize(
    "text",
    [
        "Unit tests with FooTest and code reviews",
        "A big advantage for our software team",
        "Senior engineer, Halvern Insurance, Leeds, Python",
        "Moved from Lisbon to Madrid to write Java code",
        "Python course at the University of Lucern",
        "Write code with Danielo and Marcela in Go",
        "PyTrack and PyTask, both written in Python",
        "Hard worker, ableto perform management duties in Excel",
        "customer servicein various positions, Excel",
        "movein the direction of specialty products, SQL",
        "Provided serviceto clients, Excel and Word",
        "CONSTRUCTION ANDDESIGN WITH EXCEL",
        "managed forclients household tasks, typed in Excel",
        "Helped improve thelives of farmers with Excel",
        "Reviewed travelcosts and jobsite reports in Excel",
        "Dean's list, honors, Excel and SQL",
    ],
)
def test_other_names_are_no_slips(matcher: SkillMatcher, text: str) -> None:
    profile = matcher.profile(Document(document_id="slip", text=text))
    assert [m.text for skill in profile.skills for m in skill.mentions if m.method == "fuzzy"] == []


@pytest.mark.parametrize(
    ("word", "target", "is_one"),
    [
        ("pyhton", "python", True),
        ("kuberntes", "kubernetes", True),
        ("javascrippt", "javascript", True),
        ("nextflow", "netflow", False),
        ("jenkin", "kenkin", False),
        ("googletest", "googletext", True),  # told apart by its capitals
        ("leeds", "leed", False),
    ],
)
def test_slips_are_few_and_like_those_of_fingers(word: str, target: str, is_one: bool) -> None:
    assert is_slip(word, target) is is_one
