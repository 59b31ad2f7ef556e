"""The learned component: it learns from a few made-up ads, and leaves to the rules what is theirs."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
import pytest
import spacy

from skillmatch.errors import ModelError
from skillmatch.models import Document, SkillProfile
from skillmatch.nlp import Profiler
from skillmatch.nlp.evaluation import evaluate
from skillmatch.nlp.explain import explain
from skillmatch.nlp.labelled import Label, Labelled, load_labelled
from skillmatch.nlp.learned_model import LearnedModel
from skillmatch.nlp.learned_training import EAGERNESS, train
from skillmatch.taxonomy import Skill, Taxonomy

LABELS = Path(__file__).parents[2] / "examples" / "labels"
TAXONOMY = Taxonomy(
    [
        Skill(id="python", name="Python", type="language", category="programming-languages"),
        Skill(id="teamwork", name="Teamwork", type="soft", category="soft-skills"),
        Skill(id="logistics", name="Logistics", type="concept", category="project-management"),
        Skill(id="opal", name="Opal", type="tool", category="tools", exact=("Opal",), context=("compiler",)),
    ]
)


def _ad(number: int, text: str) -> Labelled:
    """Make an ad of a text with its skills in [ ]."""
    spans, plain = [], ""
    for piece in text.replace("]", "[").split("["):
        if text[len(plain) + 2 * len(spans) : len(plain) + 2 * len(spans) + 1] == "[":
            spans.append(Label(start=len(plain), end=len(plain) + len(piece)))
        plain += piece
    return Labelled(id=str(number), text=plain, spans=tuple(spans))


TEXTS = (
    "You have experience with [kiln loading] and [Python].",
    "You paint tiles for [Opal] and love [slip casting].",
    "You draw plates for [Opal] every day.",
    "Experience with [slip casting] and [Python] is required.",
    "Experience with [glaze mixing] and [kiln loading] is required.",
    "We are a firm of logistics and love our garden.",
    "We are a team of logistics and love our dogs.",
    "Our firm of logistics is old.",
    "Our team of logistics meets every Monday.",
)


def _gold() -> list[Labelled]:
    return [*load_labelled(LABELS / "train.jsonl"), *(_ad(number, text) for number, text in enumerate(TEXTS * 4))]


@pytest.fixture(scope="module")
def rules() -> Profiler:
    return Profiler(TAXONOMY)


@pytest.fixture(scope="module")
def model(rules: Profiler) -> LearnedModel:
    return train(_gold(), rules)


@pytest.fixture(scope="module")
def learned(model: LearnedModel) -> Profiler:
    return Profiler(TAXONOMY, model=model)


def _profile(profiler: Profiler, text: str, kind: str = "job") -> SkillProfile:
    return profiler.profile(Document(document_id="ad", text=text), kind)  # type: ignore[arg-type]


def test_labels_of_the_test_are_read_as_meant() -> None:
    one = _ad(0, TEXTS[0])
    assert [one.text[span.start : span.end] for span in one.spans] == ["kiln loading", "Python"]


def test_it_finds_terms_that_the_taxonomy_lacks(rules: Profiler, learned: Profiler) -> None:
    text = "You have experience with slip casting and soda firing."
    assert _profile(rules, text).unknown_skills == ()
    found = _profile(learned, text).unknown_skills
    assert [text[term.start : term.end] for term in found] == ["slip casting", "soda firing"]
    assert all(0 < term.confidence <= 1 and term.requirement == "required" for term in found)


def test_names_of_the_taxonomy_become_known_skills_and_the_rules_read_what_is_said_of_them(
    rules: Profiler, learned: Profiler
) -> None:
    text = "You bring 3 years of work on tiles for Opal."
    assert [skill.skill_id for skill in _profile(rules, text).skills] == []
    [skill] = _profile(learned, text).skills
    assert (skill.skill_id, skill.requirement, skill.years) == ("opal", "required", 3.0)
    assert all("learnt" in mention.reason and mention.method == "exact" for mention in skill.mentions)


def test_what_the_rules_say_of_their_own_mentions_stays(rules: Profiler, learned: Profiler) -> None:
    text = "No experience with Python required. Teamwork is a plus."
    assert _profile(learned, text).skills == _profile(rules, text).skills
    assert [skill.negated for skill in _profile(learned, text).skills] == [True, False]


def test_general_terms_that_the_labels_never_mean_are_dropped_and_the_reason_is_told(
    rules: Profiler, learned: Profiler
) -> None:
    text = "Our firm of logistics is old and loves Python and Teamwork."
    assert {skill.skill_id for skill in _profile(rules, text).skills} >= {"logistics", "python"}
    assert {skill.skill_id for skill in _profile(learned, text).skills} >= {"python"}
    assert "logistics" not in {skill.skill_id for skill in _profile(learned, text).skills}
    readings = explain(learned, Document(document_id="ad", text=text), "job")
    assert [(it.taken, it.reason) for it in readings if it.skill_id == "logistics"] == [
        (False, "not what the model has learnt to be a skill")
    ]


def test_it_says_nothing_of_kinds_of_documents_that_it_has_not_learnt(rules: Profiler, learned: Profiler) -> None:
    text = "Experience with slip casting and logistics."
    assert _profile(learned, text, "resume") == _profile(rules, text, "resume")


@pytest.mark.parametrize("text", ["", " \n ", "...", "語" * 50, "kiln " * 5000, "with\n" * 3000, "\ud800 kiln"])
def test_no_text_is_too_odd(text: str, learned: Profiler) -> None:
    for term in _profile(learned, text).unknown_skills:
        assert text[term.start : term.end] == term.text


def test_the_same_labels_give_the_same_model(rules: Profiler, model: LearnedModel) -> None:
    again = train(_gold(), Profiler(TAXONOMY))
    assert again.fingerprint == model.fingerprint
    assert again.to_bytes() == model.to_bytes()


def test_eagerness_is_chosen_where_it_finds_most(rules: Profiler) -> None:
    gold, dev = load_labelled(LABELS / "train.jsonl"), load_labelled(LABELS / "test.jsonl")
    chosen = train(gold, rules, dev=dev)
    rates = {}
    for eagerness in EAGERNESS:
        lesson = type(chosen.lesson)(documents=20, spans=31, eagerness=eagerness)
        other = LearnedModel(chosen.names, chosen.weights, chosen.steps, lesson)
        rates[eagerness] = evaluate(dev, Profiler(TAXONOMY, model=other), unknown=True, soft=False).relaxed.f1
    assert rates[chosen.lesson.eagerness] == max(rates.values()) > 0.7


def test_a_model_is_the_same_after_saving(model: LearnedModel, tmp_path: Path) -> None:
    model.save(tmp_path / "skills.model")
    loaded = LearnedModel.load(tmp_path / "skills.model")
    assert loaded.fingerprint == model.fingerprint == pickle.loads(pickle.dumps(model)).fingerprint
    assert (loaded.names, loaded.lesson) == (model.names, model.lesson)
    np.testing.assert_array_equal(loaded.weights, model.weights)


def test_a_pipeline_with_a_model_can_be_saved(learned: Profiler, tmp_path: Path) -> None:
    learned.nlp.to_disk(tmp_path / "pipeline")
    doc = spacy.load(tmp_path / "pipeline")("You have experience with soda firing.")
    assert [span.text for span in doc.spans["unknown"]] == ["soda firing"]


def test_other_versions_and_damage_are_refused(
    model: LearnedModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "skills.model"
    model.save(path)
    good = path.read_bytes()
    for data in (b"", b"PK", good[: len(good) // 2], b"\x80\x04N."):
        path.write_bytes(data)
        with pytest.raises(ModelError, match="not a model that skillmatch trained"):
            LearnedModel.load(path)
    changed = LearnedModel(model.names, model.weights + 1, model.steps, model.lesson)
    changed.__dict__["fingerprint"] = model.fingerprint
    changed.save(path)
    with pytest.raises(ModelError, match="changed or damaged"):
        LearnedModel.load(path)
    with pytest.raises(ModelError, match="cannot be read"):
        LearnedModel.load(tmp_path / "none.model")
    path.write_bytes(good)
    monkeypatch.setattr("skillmatch.nlp.learned_model.VERSION", 2)
    with pytest.raises(ModelError, match=r"another version.*train it again"):
        LearnedModel.load(path)


def test_it_learns_from_resumes_whose_identity_is_replaced(rules: Profiler) -> None:
    texts = [
        f"Jo Longname{number}\njo{number}@example.org\n\nSkills\nslip casting, glaze mixing\n" for number in range(5)
    ]
    gold = [
        Labelled(
            id="cv",
            kind="resume",
            text=text,
            spans=tuple(Label(start=text.find(term), end=text.find(term) + len(term)) for term in ("slip casting",)),
        )
        for text in texts
    ]
    profile = _profile(Profiler(TAXONOMY, model=train(gold, rules)), texts[0], "resume")
    assert [term.text for term in profile.unknown_skills] == ["slip casting"]


def test_nothing_is_learnt_from_nothing(rules: Profiler) -> None:
    with pytest.raises(ModelError, match="no span is marked with other"):
        train([_ad(0, TEXTS[0])], rules, labels=["other"])
