"""Unknown terms are found where known skills stand, and come with what a reviewer needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch import SkillMatcher, Taxonomy
from skillmatch.discovery import Discovery, propose
from skillmatch.taxonomy import Skill
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.proposals import Proposal

KNOWN = {
    "python": ("Python", "language", "languages"),
    "scala": ("Scala", "language", "languages"),
    "java": ("Java", "language", "languages"),
    "mysql": ("MySQL", "tool", "databases"),
    "mongodb": ("MongoDB", "tool", "databases"),
    "cassandra": ("Cassandra", "tool", "databases"),
    "load-testing": ("load testing", "concept", "testing"),
    "unit-testing": ("unit testing", "concept", "testing"),
}
TEXTS = [
    "Skills\nPython, Scala, Zorblang, MySQL, MongoDB, QuuxDB\n\n"
    "Experience\nMaintained Cassandra, QuuxDB and MySQL for payroll.\n",
    "Skills\nZorblang, Java, Python\nCasandra, MySQL\n\n"
    "Experience\nWrote load testing and smoke testing plans for the billing team.\n",
    "Requirements\n- Experience with Zorblang, Scala or Java\n- QuuxDB, MongoDB\n"
    "- unit testing, smoke testing\n- Casandra, Cassandra\n"
    "We offer a friendly office near the station and a friendly dog.\n",
]
RESUME = """\
Zelda Quibble
zelda@quibble.example

Skills
Python, Scala, Java

Experience
Zelda Quibble built MySQL, Java
"""


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    return SkillMatcher(
        Taxonomy(
            Skill(id=key, name=name, type=kind, category=category) for key, (name, kind, category) in KNOWN.items()
        )  # type: ignore[arg-type]
    )


@pytest.fixture(scope="module")
def found(matcher: SkillMatcher, tmp_path_factory: pytest.TempPathFactory) -> Discovery:
    folder = tmp_path_factory.mktemp("documents")
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    (folder / "empty.txt").write_text("")
    return propose(folder, matcher, workers=0)


def by_name(found: Discovery) -> dict[str, Proposal]:
    return {one.name: one for one in found.proposals}


def test_terms_listed_with_known_skills_come_first(found: Discovery) -> None:
    assert {"Zorblang", "QuuxDB"} <= {one.name for one in found.proposals[:3]}


def test_ordinary_words_are_less_sure(found: Discovery) -> None:
    terms = by_name(found)
    ordinary = max((terms[word].confidence for word in ("friendly", "team", "office") if word in terms), default=0.0)
    assert terms["QuuxDB"].confidence > 3 * ordinary


def test_counts_documents_and_neighbours_are_told(found: Discovery) -> None:
    one = by_name(found)["QuuxDB"]
    assert (one.count, one.documents) == (3, 2)
    assert {"mongodb", "mysql"} <= set(one.beside) <= set(KNOWN)
    assert {"enumeration", "form"} <= set(one.rules)


@pytest.mark.parametrize(
    ("name", "category"), [("QuuxDB", "databases"), ("Zorblang", "languages"), ("smoke testing", "testing")]
)
def test_category_is_that_of_neighbours_and_of_names_that_end_alike(name: str, category: str, found: Discovery) -> None:
    assert by_name(found)[name].category == category


def test_a_misspelling_is_proposed_as_an_alias(found: Discovery) -> None:
    one = by_name(found)["Casandra"]
    assert (one.alias_of, one.similar) == ("cassandra", "cassandra")


def test_another_word_is_no_misspelling(matcher: SkillMatcher, tmp_path: Path) -> None:
    """Both terms are one letter away from a known skill, but "loan" is a word of its own."""
    (tmp_path / "a.txt").write_text("Skills\nPython, loan testing, unit tesxting, unit testing, load testing\n")
    (tmp_path / "b.txt").write_text("Skills\nJava, loan testing, unit tesxting, unit testing, load testing\n")
    proposals = by_name(propose(tmp_path, matcher, workers=0))
    assert proposals["unit tesxting"].alias_of == "unit-testing"
    assert proposals["loan testing"].alias_of is None


def test_known_skills_are_not_proposed(found: Discovery) -> None:
    names = {one.name.lower() for one in found.proposals}
    assert names.isdisjoint(name.lower() for name, _, _ in KNOWN.values())


def test_evidence_counts_each_document(found: Discovery) -> None:
    [first, *_] = found.evidence
    assert isinstance(first, DocumentEvidence)
    assert first.skills == {"cassandra": 1, "mongodb": 1, "mysql": 2, "python": 1, "scala": 1}


def test_a_document_that_cannot_be_read_is_a_failure(found: Discovery) -> None:
    assert [failure.document_id for failure in found.failures] == ["empty.txt"]


def test_private_words_are_never_proposed(matcher: SkillMatcher, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(RESUME)
    assert "quibble" not in " ".join(one.name.lower() for one in propose(tmp_path, matcher, workers=0).proposals)


def test_order_of_documents_does_not_matter(matcher: SkillMatcher, tmp_path: Path, found: Discovery) -> None:
    for number, text in enumerate(reversed(TEXTS)):
        (tmp_path / f"{number}.txt").write_text(text)
    assert propose(tmp_path, matcher, workers=0).proposals == found.proposals
