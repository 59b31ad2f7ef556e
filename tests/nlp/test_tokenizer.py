from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from skillmatch.nlp.tokenizer import LONGEST_RUN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C++/C#", ["C++", "/", "C#"]),
        ("React.js/Vue.js", ["React.js", "/", "Vue.js"]),
        ("SQL(Postgres)", ["SQL", "(", "Postgres", ")"]),
        ("•Java", ["•", "Java"]),
        ("-Java", ["-", "Java"]),
        ("Java,Python;R", ["Java", ",", "Python", ";", "R"]),
        ("C#.", ["C#", "."]),
        ("C++.", ["C++", "."]),
        ("C#.NET", ["C#", ".NET"]),
        (".NET, ASP.NET", [".NET", ",", "ASP.NET"]),
        ("HTML5/CSS3", ["HTML", "5", "/", "CSS", "3"]),
        ("C++17/20", ["C++", "17", "/", "20"]),
        ("Python3.x", ["Python", "3.x"]),
        ("S3, K8s, EC2", ["S3", ",", "K8s", ",", "EC", "2"]),
        ("R&D", ["R", "&", "D"]),
        ("used Spring.Java came later", ["used", "Spring", ".", "Java", "came", "later"]),
        ("Docker's", ["Docker", "'s"]),
        ("5+ years", ["5+", "years"]),
        ("scikit-learn", ["scikit", "learn"]),
    ],
)
def test_names_are_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_tokens_cover_the_text(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert len(doc.text) == len(text)
    assert doc.user_data["text"] == text
    assert doc.user_data["folded"] == doc.text


@pytest.mark.parametrize("piece", [",", "(", "C++", "a-", "a@", "abc", "Go/", ". ", "\n", "é漢"])
def test_long_runs_are_read_whole_and_fast(nlp: Language, piece: str) -> None:
    text = piece * 30_000  # minutes, if time grew with the square of the length
    doc = nlp.make_doc(text)
    assert doc.text == doc.user_data["folded"]
    assert len(doc.text) == len(text)


@given(lead=st.integers(0, 2 * LONGEST_RUN), blank=st.sampled_from([" ", "\n", "  "]), more=st.integers(1, 500))
def test_long_run_is_cut_wherever_it_stands(nlp: Language, lead: int, blank: str, more: int) -> None:
    text = "x" * (lead % LONGEST_RUN) + blank + "x" * (lead // 2) + blank + "y" * (LONGEST_RUN + more) + blank + "z"
    assert max(len(token) for token in nlp.make_doc(text)) <= LONGEST_RUN


def test_name_after_a_long_run_is_found(find) -> None:
    assert find("x" * 1000 + " Java " + "-" * 1000 + " SQL") == [("Java", "java"), ("SQL", "sql")]
