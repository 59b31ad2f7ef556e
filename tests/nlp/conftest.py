"""A pipeline of context components over a short list of names, so that only context is under test."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

from skillmatch.models import Kind
from skillmatch.nlp.context import Context
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.notes import SKILLS, Note, note, set_spans
from skillmatch.nlp.pipeline import build_pipeline
from skillmatch.nlp.sections import Sections
from skillmatch.taxonomy import Skill, Taxonomy
from skillmatch.taxonomy.skill import SkillType

_WORDS = """
Java Python Scala Kotlin Rust Perl PHP C++ C# Ruby React Vue Angular Svelte Docker Kubernetes Terraform Ansible
AWS Azure GCP SQL PostgreSQL MySQL MongoDB Redis Spark Hadoop Kafka Excel Tableau Jenkins Git Linux Spring Django
Flask TensorFlow PyTorch SAP Salesforce Selenium Cypress communication teamwork
"""
NAMES = _WORDS.split()

Read = Callable[..., dict[str, Note]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function from text to the note of each name in it (the last one of a name that is repeated)."""
    nlp = spacy.blank("en")
    infixes = [*nlp.Defaults.infixes, r"/", r"\(", r":"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("skill", [nlp.make_doc(name) for name in NAMES])

    def read_text(text: str, kind: Kind = "job") -> dict[str, Note]:
        doc = nlp(fold_text(text))
        doc.user_data.update(kind=kind, text=text)
        Sections()(doc)
        found = sorted(matcher(doc), key=lambda match: match[1])
        spans = [Span(doc, start, end, label="exact", span_id=doc[start:end].text) for _, start, end in found]
        set_spans(doc, SKILLS, spans)
        Context()(doc)
        return {span.id_: note(doc, span) for span in spans}

    return read_text


def _skill(name: str, kind: SkillType = "tool", category: str = "tools", **more: object) -> Skill:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower().replace("+", "-plus").replace("#", "-sharp")).strip("-")
    return Skill(id=slug, name=name, type=kind, category=category, **more)  # type: ignore[arg-type]


def _language(name: str, **more: object) -> Skill:
    return _skill(name, "language", "programming-languages", **more)


SKILLS_OF_TEST = (
    _language("Python", aliases=("python programming",), implies=("programming",)),
    _language("Java", aliases=("core java", "java/j2ee"), unless=("java coffee", "java beans")),
    _language("JavaScript", aliases=("javascript", "js")),
    _language("C++", aliases=("cpp", "c/c++")),
    _language("C#", aliases=("c sharp", "c#/.net")),
    _language("C", exact=("C",), context=("firmware", "embedded", "compiler"), unless=("vitamin c", "series c")),
    _language(
        "Go",
        exact=("Go",),
        aliases=("golang",),
        context=("backend", "goroutine"),
        unless=("go to", "go the extra mile"),
    ),
    _language("R", exact=("R",), context=("statistics", "ggplot2"), unless=("r&d",), implies=("programming",)),
    _language("Rust", exact=("Rust",), context=("cargo", "systems"), unless=("rust protection",)),
    _language("Swift", exact=("Swift",), context=("ios", "xcode"), unless=("swift response",)),
    _language("SQL", aliases=("structured query language",)),
    _skill("SQL Server", category="databases", aliases=("microsoft sql server", "mssql")),
    _skill("PostgreSQL", category="databases", aliases=("postgres",)),
    _skill(".NET", "library", "frameworks", aliases=("dotnet", "dot net")),
    _skill("ASP.NET", "library", "frameworks"),
    _skill("Node.js", "library", "frameworks", implies=("javascript",)),
    _skill("React", "library", "frameworks", exact=("React",), aliases=("react js", "reactjs"), context=("redux",)),
    _skill("Vue.js", "library", "frameworks"),
    _skill("Spring Boot", "library", "frameworks", aliases=("spring boot microservices",), implies=("java",)),
    _skill("scikit-learn", "library", "frameworks", aliases=("sklearn",)),
    _skill(
        "Microsoft Excel",
        exact=("Excel",),
        aliases=("ms excel",),
        context=("spreadsheet", "pivot"),
        unless=("excel in",),
    ),
    _skill("Jasmine", exact=("Jasmine",), context=("karma", "unit tests")),
    _skill("Git", exact=("Git", "GIT")),
    _skill("Jenkins", aliases=("jenkins pipelines",)),
    _skill("Microsoft Azure", category="cloud", aliases=("azure",)),
    _skill("Azure SQL Database", category="databases", aliases=("azure sql",)),
    _skill("Kubernetes", category="devops", aliases=("k8s",)),
    _skill("SonarQube"),
    _skill(
        "Apache Spark", category="big-data", exact=("Spark",), aliases=("apache spark",), context=("jobs", "hadoop")
    ),
    _skill("CI/CD", "concept", "devops", aliases=("continuous integration and delivery",)),
    _skill("REST APIs", "concept", "web", aliases=("rest api",)),
    _skill("Machine Learning", "concept", "machine-learning", aliases=("ml",)),
    _skill("Data Warehousing", "concept", "big-data", aliases=("data warehouse",)),
    _skill("Statistical Modeling", "concept", "math-statistics", aliases=("statistical models",)),
    _skill("Dashboard Design", "concept", "data-visualization", aliases=("dashboards",)),
    _skill("Programming", "concept", "software-engineering", aliases=("coding",)),
    _skill("Curiosity", "soft", "soft-skills", aliases=("curious", "inquisitive")),
    _skill("Enthusiasm", "soft", "soft-skills", aliases=("lively", "enthusiastic")),
    _skill("Teamwork", "soft", "soft-skills", aliases=("team player",)),
    _skill("Communication", "soft", "soft-skills", aliases=("communication skills",)),
    _skill("Flexibility", "soft", "soft-skills", aliases=("flexible",)),
)

Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the whole pipeline over a small taxonomy."""
    return build_pipeline(Taxonomy(SKILLS_OF_TEST))


@pytest.fixture(scope="session")
def find(nlp: Language) -> Find:
    """Return a function from text to what is written of each skill found, and its id."""

    def find_skills(text: str) -> list[tuple[str, str]]:
        doc = nlp(text)
        return [(text[span.start_char : span.end_char], span.id_) for span in doc.spans[SKILLS]]

    return find_skills
