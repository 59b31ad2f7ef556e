"""Fresh sentences for every way in which names are written; the taxonomy is the small one of conftest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from skillmatch.nlp.notes import NOTES, SKILLS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++/C#", [("C++", "c-plus-plus"), ("C#", "c-sharp")]),
        ("Node.js/Vue.js", [("Node.js", "node-js"), ("Vue.js", "vue-js")]),
        ("SQL(Postgres)", [("SQL", "sql"), ("Postgres", "postgresql")]),
        ("•Java\n•Python", [("Java", "java"), ("Python", "python")]),
        ("nodejs, VueJS, Vue JS", [("nodejs", "node-js"), ("VueJS", "vue-js"), ("Vue JS", "vue-js")]),
        ("scikit learn and Scikit-Learn", [("scikit learn", "scikit-learn"), ("Scikit-Learn", "scikit-learn")]),
        ("a Data\nWarehouse project", [("Data\nWarehouse", "data-warehousing")]),
        ("SQL  Server", [("SQL  Server", "sql-server")]),
        ("statistical model", [("statistical model", "statistical-modeling")]),
        ("STATISTICAL MODELLING", [("STATISTICAL MODELLING", "statistical-modeling")]),
        ("MachineLearning", [("MachineLearning", "machine-learning")]),
        ("CI CD and CICD", [("CI CD", "ci-cd"), ("CICD", "ci-cd")]),
        ("Ｐｙｔｈｏｎ", [("Ｐｙｔｈｏｎ", "python")]),
        ("Machinе Lеarning", [("Machinе Lеarning", "machine-learning")]),
        ("continuous integration & delivery", [("continuous integration & delivery", "ci-cd")]),
        (".NET, dotnet and ASP.NET", [(".NET", "net"), ("dotnet", "net"), ("ASP.NET", "asp-net")]),
        ("Java and . Net experience", [("Java", "java"), (". Net", "net")]),
        ("Azure and Azure SQL", [("Azure", "microsoft-azure"), ("Azure SQL", "azure-sql-database")]),
        ("SQL Server and SQL", [("SQL Server", "sql-server"), ("SQL", "sql")]),
        ("JavaScript", [("JavaScript", "javascript")]),
        ("Sonar Qube", [("Sonar Qube", "sonarqube")]),
        ("a Java Script page", [("Java Script", "javascript")]),
        ("K8s", [("K8s", "kubernetes")]),
    ],
)
def test_spellings(find, text: str, found: list[tuple[str, str]]) -> None:
    assert find(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jenkins pipelines", "Jenkins"),
        ("Core Java", "Java"),
        ("Spring Boot microservices", "Spring Boot"),
        ("Python programming", "Python"),
    ],
)
def test_mention_is_the_name_alone(find, text: str, found: str) -> None:
    assert find(text)[0][0] == found


@pytest.mark.parametrize(("text", "names"), [("C/C++", ["C", "C++"]), ("C#/.NET", ["C#", ".NET"])])
def test_alias_that_is_a_list_is_read_as_two_names(find, text: str, names: list[str]) -> None:
    assert [name for name, _ in find(text)][: len(names)] == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Java 8", "Java 8"),
        ("Java 1.8, SQL", "Java 1.8"),
        ("Python 3.x", "Python 3.x"),
        ("C++17/20", "C++17/20"),
        ("SQL Server 2012", "SQL Server 2012"),
        (".NET 6", ".NET 6"),
        ("Java 8+", "Java 8+"),
        ("Java 5 years", "Java"),
        ("Java 5+ yrs", "Java"),
        ("Python 2 projects", "Python"),
        ("Java 2015 - 2017", "Java"),
        ("1. Java 2. Python", "Java"),
    ],
)
def test_version_belongs_to_the_name(find, text: str, found: str) -> None:
    assert find(text)[0][0] == found


@pytest.mark.parametrize(
    "text",
    [
        "https://python.example.org/java",
        "mail java@example.org",
        "www.example.org/azure",
    ],
)
def test_addresses_name_no_skills(find, text: str) -> None:
    assert find(text) == []


def test_every_reading_has_a_note(nlp: Language) -> None:
    doc = nlp("Backend in Go, Python and Java")
    notes = doc.spans[SKILLS].attrs[NOTES]
    assert len(notes) == len(doc.spans[SKILLS]) == 3
    assert all(0 < entry["confidence"] <= 1 and entry["reason"] for entry in notes.values())


@given(text=st.text(alphabet=st.sampled_from("Go C++#.,/()\n\t -•éЕаJvaR&PythnSQL12"), max_size=120))
def test_any_text_gives_spans_inside_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for span in doc.spans[SKILLS]:
        assert 0 <= span.start_char < span.end_char <= len(text)
        assert text[span.start_char : span.end_char].strip() == text[span.start_char : span.end_char]


@given(text=st.text(max_size=300))
def test_any_unicode_is_read_alike_each_time(nlp: Language, text: str) -> None:
    first, second = nlp(text), nlp(text)
    assert [(s.start, s.end, s.id_) for s in first.spans[SKILLS]] == [
        (s.start, s.end, s.id_) for s in second.spans[SKILLS]
    ]
