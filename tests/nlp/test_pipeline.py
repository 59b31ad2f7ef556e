"""The pipeline behaves like any other of spaCy's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from skillmatch.nlp.notes import NOTES, SKILLS
from skillmatch.nlp.pipeline import PIPES

TEXT = "Requirements\nPython and 3 years of SQL, Rust is a plus.\nWe offer\nJava coffee"
Seen = list[tuple[str, str, object]]


def _seen(nlp: Language, text: str = TEXT) -> Seen:
    doc = nlp(text)
    group = doc.spans[SKILLS]
    notes = group.attrs[NOTES]
    return [(span.text, span.id_, notes[f"{span.start_char}:{span.end_char}:{span.id_}"]) for span in group]


def test_saved_pipeline_says_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert _seen(spacy.load(tmp_path)) == _seen(nlp)


def test_pipeline_in_bytes_says_the_same(nlp: Language) -> None:
    copy = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "skillmatch_tokenizer"}}})
    for name in PIPES:
        copy.add_pipe(name)
    assert _seen(copy.from_bytes(nlp.to_bytes())) == _seen(nlp)


def test_saved_pipeline_loads_where_skillmatch_is_not_imported(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    code = f"import spacy; doc = spacy.load({str(tmp_path)!r})({TEXT!r}); print([s.id_ for s in doc.spans['skills']])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str([skill for _, skill, _ in _seen(nlp)])


def test_components_get_what_they_require(nlp: Language) -> None:
    analysis = nlp.analyze_pipes(keys=["requires", "assigns"])
    assert list(analysis["summary"]) == list(PIPES)
    assert not any(analysis["problems"][name] for name in PIPES)


@pytest.mark.parametrize("name", PIPES)
def test_each_component_runs_by_itself(name: str) -> None:
    alone = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "skillmatch_tokenizer"}}})
    alone.add_pipe(name)
    assert alone(TEXT).text == TEXT


def test_a_stream_of_texts_reads_like_each_text(nlp: Language) -> None:
    texts = [TEXT, "", "No Java, please."]
    streamed = [[span.id_ for span in doc.spans[SKILLS]] for doc in nlp.pipe(texts, batch_size=2)]
    assert streamed == [[skill for _, skill, _ in _seen(nlp, text)] for text in texts]


def test_a_read_document_survives_saving(nlp: Language) -> None:
    doc = nlp(TEXT)
    copy = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span.id_) for span in copy.spans[SKILLS]] == [
        (span.text, span.id_) for span in doc.spans[SKILLS]
    ]
