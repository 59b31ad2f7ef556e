"""JobPostings and Occupations of schema.org become headed text."""

from __future__ import annotations

import json

import pytest

from skillmatch.documents import read_bytes
from skillmatch.errors import NoTextError, WrongTypeError


def read(content: object) -> list[str]:
    text = read_bytes(json.dumps(content).encode(), document_id="x").text
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("escaped", [False, True])
def test_markup_of_a_description_is_not_read(escaped: bool) -> None:
    html = "<p>We build <b>bridges</b>.</p><h3>Requirements</h3><ul><li>Welding &amp; brazing</li><li>Rust</li></ul>"
    html = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if escaped else html
    posting = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Fitter", "description": html}
    assert read(posting) == ["Fitter", "We build bridges.", "Requirements", "Welding & brazing", "Rust"]


def test_plain_text_stays_as_it_is() -> None:
    posting = {"@type": "JobPosting", "description": "C++ with vector<int>\n\nR&amp;D, 3 < 4"}
    assert read(posting) == ["C++ with vector<int>", "R&D, 3 < 4"]


def test_what_asks_for_something_is_read_and_the_rest_is_not() -> None:
    posting = {
        "@type": ["Thing", "schema:JobPosting"],
        "datePosted": "2026-01-01",
        "hiringOrganization": {"@type": "Organization", "name": "Python Works"},
        "baseSalary": {"value": {"value": 4000}},
        "qualifications": "Patience",
        "responsibilities": ["Weld", "Measure"],
        "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 30},
        "educationRequirements": [{"credentialCategory": "bachelor"}, {"credentialCategory": "high school"}],
        "skills": [
            "Rust",
            {"@type": "DefinedTerm", "name": "Go"},
            {"@type": "DefinedTerm", "name": "SQL", "description": "required, 3 years"},
            {"@type": "DefinedTerm", "name": "Vue.js", "description": "preferred, one of Vue.js, React"},
            {"@type": "DefinedTerm", "name": "React", "description": "preferred, one of Vue.js, React"},
            {"@type": "DefinedTerm", "termCode": "K16", "description": "Knowledge of knots"},
        ],
    }
    assert read(posting) == [
        "Responsibilities", "Weld", "Measure", "Qualifications", "Patience", "Requirements", "2.5 years of experience",
        "bachelor degree", "high school", "Rust", "Go", "3 years of SQL", "Knowledge of knots", "Nice to have",
        "Vue.js or React",
    ]  # fmt: skip


def test_an_occupation_is_read_alone_and_within_a_posting() -> None:
    occupation = {"@type": "Occupation", "name": "Welder", "skills": "Welding, Brazing"}
    assert read(occupation) == ["Welder", "Requirements", "Welding, Brazing"]
    posting = {"@type": "JobPosting", "title": "Fitter", "relevantOccupation": occupation}
    assert read(posting) == ["Fitter", "Welder", "Requirements", "Welding, Brazing"]


def test_a_graph_is_searched_for_its_posting() -> None:
    posting = {"@type": "JobPosting", "title": "Fitter"}
    assert read({"@graph": [{"@type": "WebPage", "name": "Jobs"}, posting]}) == ["Fitter"]
    with pytest.raises(WrongTypeError, match="2 job postings"):
        read([posting, posting])


def test_hidden_words_are_told() -> None:
    posting = {"@type": "JobPosting", "description": "<p>Weld</p><p style='display:none'>Python</p>"}
    document = read_bytes(json.dumps(posting).encode(), document_id="x")
    assert document.text == "Weld\n"
    assert [(warning.code, warning.detail) for warning in document.warnings] == [("hidden-text", "Python")]


@pytest.mark.parametrize("value", [None, 3, [], {}, [[]], {"name": 3}, ""])
def test_odd_values_say_nothing(value: object) -> None:
    keys = ("title", "description", "skills", "qualifications", "experienceRequirements", "relevantOccupation")
    with pytest.raises(NoTextError):
        read({"@type": "JobPosting", **dict.fromkeys(keys, value)})


def test_a_job_in_json_of_another_kind_is_read_without_markup_too() -> None:
    assert read({"description": "<ul><li>Rust</li></ul>"}) == ["Rust"]
