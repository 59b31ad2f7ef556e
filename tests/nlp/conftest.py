"""A pipeline of context components over a short list of names, so that only context is under test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

from skillmatch.models import Kind
from skillmatch.nlp.context import Context
from skillmatch.nlp.normalise import fold_text
from skillmatch.nlp.notes import SKILLS, Note, note, set_spans
from skillmatch.nlp.sections import Sections

NAMES = (
    "Java Python Scala Kotlin Rust Perl PHP C++ C# Ruby React Vue Angular Svelte Docker Kubernetes Terraform Ansible AWS Azure GCP SQL "
    "PostgreSQL MySQL MongoDB Redis Spark Hadoop Kafka Excel Tableau Jenkins Git Linux Spring Django Flask TensorFlow PyTorch SAP Salesforce "
    "Selenium Cypress communication teamwork"
).split()

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
        doc.user_data["kind"] = kind
        Sections()(doc)
        found = sorted(matcher(doc), key=lambda match: match[1])
        spans = [Span(doc, start, end, label="exact", span_id=doc[start:end].text) for _, start, end in found]
        set_spans(doc, SKILLS, spans)
        Context()(doc)
        return {span.id_: note(doc, span) for span in spans}

    return read_text
