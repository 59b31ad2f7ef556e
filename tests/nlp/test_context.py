from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from skillmatch.nlp.context import Context
from skillmatch.nlp.notes import SKILLS, note, set_spans
from skillmatch.nlp.requirements import requirement_at
from skillmatch.nlp.sections import Sections, parts_of

TEXT = "Requirements\nJava\n\nNice to have\nPerl or Ruby\n\nBenefits\nTea"


def test_components_work_alone_in_any_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("skillmatch_sections")
    nlp.add_pipe("skillmatch_context", config={"as_of": "2020-01"})
    doc = nlp(TEXT)
    assert [span.label_ for span in doc.spans["sections"]] == ["required", "preferred", "benefits"]


def test_context_without_sections_reads_the_sentence() -> None:
    doc = spacy.blank("en")("Java is a must, Perl is a plus")
    spans = [Span(doc, 0, 1, label="exact", span_id="java"), Span(doc, 5, 6, label="exact", span_id="perl")]
    set_spans(doc, SKILLS, spans)
    Context()(doc)
    assert [note(doc, span)["requirement"] for span in spans] == ["required", "preferred"]


@pytest.mark.parametrize(("word", "requirement"), [("Java", "required"), ("Ruby", "preferred"), ("Tea", "none")])
def test_requirement_of_any_place(word: str, requirement: str) -> None:
    doc = Context()(Sections()(spacy.blank("en")(TEXT)))
    assert requirement_at(doc, TEXT.index(word)) == requirement


def test_two_readings_of_one_phrase_have_notes_of_their_own() -> None:
    doc = spacy.blank("en")("No Java")
    spans = [Span(doc, 1, 2, label="exact", span_id=skill) for skill in ("java", "java-island")]
    set_spans(doc, SKILLS, spans)
    Context()(doc)
    assert [note(doc, span)["negated"] for span in spans] == [True, True]


def test_nothing_is_kept_between_documents() -> None:
    nlp, sections, context = spacy.blank("en"), Sections(), Context()
    first = context(sections(nlp(TEXT))).user_data
    context(sections(nlp("Jo Doe\njo@example.org\nSkills\nJava")))
    assert context(sections(nlp(TEXT))).user_data == first


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "((((", "•", "a" * 5000, "is a plus", "no", "5 years"])
def test_odd_texts_do_no_harm(text: str) -> None:
    doc = spacy.blank("en")(text)
    Context()(Sections()(doc))
    assert all(part.start < part.end for part in parts_of(doc))
