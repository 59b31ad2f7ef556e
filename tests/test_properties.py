"""What holds for every document: true offsets, bounded scores, parts that add up, no dependence on order."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillmatch import Document, SkillMatcher, SkillProfile, read, read_folder
from skillmatch.schema import to_json

EXAMPLES = Path(__file__).parents[1] / "examples"
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SKILLS = ["Python", "SQL", "Java", "React", "Docker", "Kubernetes", "C++", "Apache Spark", "Tableau", "Git"]
WORDS = st.sampled_from(
    [*SKILLS, "and", "no experience with", "5 years of", "a plus", "required", ",", ".", "\n", "•", "/"]
)
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=40).map(" ".join))


def profile(matcher: SkillMatcher, text: str, kind: str, name: str = "d") -> SkillProfile:
    return matcher.profile(Document(document_id=name, text=text), kind)  # type: ignore[arg-type]


@QUICK
@given(text=TEXTS, kind=st.sampled_from(["auto", "resume", "job"]))
def test_offsets_give_back_the_text(matcher: SkillMatcher, text: str, kind: str) -> None:
    found = profile(matcher, text, kind)
    for skill in found.skills:
        for mention in skill.mentions:
            assert text[mention.start : mention.end] == mention.text
            assert mention.skill_id == skill.skill_id
    for unknown in found.unknown_skills:
        assert text[unknown.start : unknown.end] == unknown.text


@QUICK
@given(job=TEXTS, resume=TEXTS)
def test_scores_are_bounded_and_parts_add_up(matcher: SkillMatcher, job: str, resume: str) -> None:
    match = matcher.match(profile(matcher, job, "job"), profile(matcher, resume, "resume"))
    assert 0 <= match.score <= 100
    assert sum(part.contribution for part in match.parts) == pytest.approx(match.score, abs=1e-9)
    assert not match.parts or sum(part.weight for part in match.parts) == pytest.approx(1)
    for requirement in match.requirements:
        assert 0 <= requirement.credit <= 1
        assert requirement.score_if_met >= match.score - 1e-9


@QUICK
@given(asked=st.sets(st.sampled_from(SKILLS), min_size=2, max_size=6), data=st.data())
def test_adding_an_asked_skill_never_lowers_the_score(
    matcher: SkillMatcher, asked: set[str], data: st.DataObject
) -> None:
    wanted = sorted(asked)
    had = data.draw(st.lists(st.sampled_from(SKILLS), unique=True, max_size=6))
    added = data.draw(st.sampled_from(wanted))
    job = profile(matcher, "Requirements\n" + "\n".join(f"- {skill}" for skill in wanted), "job")
    before = matcher.match(job, profile(matcher, "Skills\n" + ", ".join([*had, "Excel"]), "resume"))
    after = matcher.match(job, profile(matcher, "Skills\n" + ", ".join([*had, "Excel", added]), "resume"))
    assert after.score >= before.score - 1e-9


def test_order_of_input_never_changes_the_output(matcher: SkillMatcher) -> None:
    job = matcher.profile(read(EXAMPLES / "jobs" / "data-engineer.txt"), "job")
    profiles = [matcher.profile(document, "resume") for document in read_folder(EXAMPLES / "resumes")]  # type: ignore[arg-type]
    expected = to_json(matcher.rank(job, profiles))
    for seed in range(3):
        random.Random(seed).shuffle(profiles)
        assert to_json(matcher.rank(job, profiles)) == expected
    alone = {match.document_id: match.score for p in profiles for match in matcher.rank(job, [p]).matches}
    assert alone == {match.document_id: match.score for match in matcher.rank(job, profiles).matches}


def test_hash_seed_never_changes_the_output() -> None:
    command = [sys.executable, "-m", "skillmatch", "match", "examples/jobs", "examples/resumes", "-f", "jsonl"]
    outputs = {
        subprocess.run(
            command, cwd=EXAMPLES.parent, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "text", ["", " ", "\n" * 5000, "a" * 200_000, "😀" * 999, "\x00\ud800", "Python " * 20_000, "(" * 9999]
)
def test_odd_texts_do_no_harm(matcher: SkillMatcher, text: str) -> None:
    found = profile(matcher, text, "resume")
    matcher.match(profile(matcher, text, "job"), found)
