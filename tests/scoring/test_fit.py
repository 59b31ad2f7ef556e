"""Scores, ranks and explanations."""

from __future__ import annotations

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.errors import MismatchError
from skillmatch.models import SkillProfile, TaxonomyRef
from skillmatch.scoring import FitScorer
from tests.scoring.conftest import KITCHEN, OFFICE, Evidence, Job, Resume

SKILLS = ["python", "django", "mysql", "postgresql", "sql", "java", "kotlin", "docker", "aws", "git"]
skill_sets = st.lists(st.sampled_from(SKILLS), unique=True)
words = st.dictionaries(st.sampled_from([*OFFICE, *KITCHEN, "zzz"]), st.integers(1, 100))


def value(scorer: FitScorer, job: SkillProfile, resume: SkillProfile, part: str) -> float:
    return next(it.value for it in scorer.match(job, resume).parts if it.name == part)


def test_all_asked_and_more_beats_most_asked_alone(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(["python", "docker", "aws"])
    broad = scorer.match(job, make_resume(SKILLS)).score
    narrow = scorer.match(job, make_resume(["python", "docker"])).score
    assert broad == 100.0
    assert narrow < broad


def test_ranks_count_from_one_and_ties_go_by_id(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(["python"])
    resumes = [make_resume(it, document_id=name) for name, it in [("c", []), ("b", ["python"]), ("a", ["python"])]]
    assert [(it.rank, it.document_id) for it in scorer.rank(job, resumes)] == [(1, "a"), (2, "b"), (3, "c")]
    assert [it.document_id for it in scorer.rank(job, resumes, top=1)] == ["a"]
    assert scorer.rank(job, []) == ()


def test_profiles_of_another_taxonomy_are_refused(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    other = TaxonomyRef(name="other", version="1", fingerprint="0" * 16)
    with pytest.raises(MismatchError, match="other"):
        scorer.match(make_job(["python"]), dataclasses.replace(make_resume(["python"]), taxonomy=other))


def test_a_job_without_requirements_says_so(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    match = scorer.match(make_job(terms={"ledger": 1}), make_resume(["python"], terms={"audit": 2}))
    assert [it.code for it in match.warnings] == ["no-requirements-found"]
    assert [it.name for it in match.parts] == ["relatedness"]


def test_an_empty_job_scores_nothing_and_says_so(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    match = scorer.match(make_job(), make_resume(["python"]))
    assert (match.score, match.parts) == (0.0, ())
    assert {it.code for it in match.warnings} == {"no-requirements-found", "nothing-to-compare"}


def test_an_empty_resume_is_unknown_and_not_missing(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    match = scorer.match(make_job(["python"], ["git"], terms={"ledger": 1}), make_resume())
    assert match.score == 0.0
    assert [it.status for it in match.requirements] == ["unknown", "unknown"]
    assert match.missing == ()
    assert [it.code for it in match.warnings] == ["empty-profile"]


def test_parts_without_data_drop_out_and_the_rest_are_scaled(
    scorer: FitScorer, make_job: Job, make_resume: Resume
) -> None:
    job = make_job(["python"], ["git"], title="Python developer", years_total=3.0)
    match = scorer.match(job, make_resume(["python"], years_total=1.5))
    assert [it.name for it in match.parts] == ["required", "preferred", "experience", "title"]
    assert math.fsum(it.weight for it in match.parts) == pytest.approx(1.0)


def test_one_of_a_group_is_enough(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(["java", "kotlin", "git"], any_of=["java", "kotlin"])
    match = scorer.match(job, make_resume(["kotlin", "git"]))
    assert match.score == 100.0
    assert match.missing == ()
    java = next(it for it in match.requirements if it.skill_id == "java")
    assert (java.status, java.reason) == ("met", "Kotlin counts, one of Java, Kotlin is enough: shown in a role")


def test_a_gap_says_what_it_costs(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(["python", "docker"], ["git"])
    match = scorer.match(job, make_resume(["python"]))
    assert [it.skill_id for it in match.missing] == ["docker", "git"]
    for gap in match.missing:
        filled = scorer.match(job, make_resume(["python", gap.skill_id]))
        assert gap.score_if_met == pytest.approx(filled.score, abs=1e-9)


def test_words_of_the_field_are_more_related_than_others(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(terms={"ledger": 1, "tax": 1})
    office = value(scorer, job, make_resume(terms={"audit": 1, "payroll": 1}), "relatedness")
    kitchen = value(scorer, job, make_resume(terms={"menu": 1, "oven": 1}), "relatedness")
    assert office > 0.1
    assert kitchen < 0.01


def test_repeating_words_of_the_job_does_not_make_a_resume_more_related(
    scorer: FitScorer, make_job: Job, make_resume: Resume
) -> None:
    job = make_job(terms={"ledger": 1, "tax": 1})
    once = value(scorer, job, make_resume(terms={"audit": 1, "ledger": 1, "tax": 1}), "relatedness")
    often = value(scorer, job, make_resume(terms={"audit": 1, "ledger": 100, "tax": 100}), "relatedness")
    assert often == once


def test_words_of_the_job_make_no_resume_of_another_field_more_related(
    scorer: FitScorer, make_job: Job, make_resume: Resume
) -> None:
    job = make_job(terms={"ledger": 1, "tax": 1})
    honest = value(scorer, job, make_resume(title="Pastry chef", terms={"audit": 1, "menu": 1}), "relatedness")
    bag = {"audit": 1, "menu": 1, "ledger": 1, "tax": 1}
    assert value(scorer, job, make_resume(title="Pastry chef", terms=bag), "relatedness") == honest
    assert value(scorer, job, make_resume(title="Bank audit", terms=bag), "relatedness") > honest


@given(required=skill_sets, preferred=skill_sets, skills=skill_sets, job_words=words, resume_words=words)
def test_scores_are_in_range_and_parts_add_up(
    scorer: FitScorer,
    make_job: Job,
    make_resume: Resume,
    required: list[str],
    preferred: list[str],
    skills: list[str],
    job_words: dict[str, int],
    resume_words: dict[str, int],
) -> None:
    job = make_job(required, [it for it in preferred if it not in required], terms=job_words, years_total=2.0)
    match = scorer.match(job, make_resume(skills, terms=resume_words))
    assert 0 <= match.score <= 100
    assert abs(math.fsum(it.contribution for it in match.parts) - match.score) <= 1e-9
    assert abs(math.fsum(it.weight for it in match.parts) - 1) <= 1e-9
    assert all(0 <= it.credit <= 1 and match.score - 1e-9 <= it.score_if_met <= 100 for it in match.requirements)


@given(required=skill_sets, skills=skill_sets, new=st.sampled_from(SKILLS), strength=st.floats(0, 1))
def test_an_asked_skill_more_never_lowers_the_score(
    scorer: FitScorer,
    make_job: Job,
    make_resume: Resume,
    evidence: Evidence,
    required: list[str],
    skills: list[str],
    new: str,
    strength: float,
) -> None:
    job = make_job(sorted({*required, new}), years_total=5.0)
    before = scorer.match(job, make_resume([it for it in skills if it != new], years_total=3.0))
    added = evidence(new, strength=strength, last_used="2024-01")
    after = scorer.match(job, make_resume([*(it for it in skills if it != new), added], years_total=3.0))
    assert after.score >= before.score - 1e-9


@given(required=st.lists(st.sampled_from(SKILLS), unique=True, min_size=2), skills=skill_sets)
def test_a_requirement_less_lowers_no_credit_on_the_others(
    scorer: FitScorer, make_job: Job, make_resume: Resume, required: list[str], skills: list[str]
) -> None:
    resume = make_resume(skills)
    full = {it.skill_id: it.credit for it in scorer.match(make_job(required), resume).requirements}
    fewer = scorer.match(make_job(required[1:]), resume).requirements
    assert [it.credit for it in fewer] == [full[it.skill_id] for it in fewer]


@given(pairs=st.lists(st.tuples(skill_sets, words), min_size=1, max_size=8), turn=st.integers(0, 7))
def test_a_score_is_the_same_alone_and_in_any_company(
    scorer: FitScorer, make_job: Job, make_resume: Resume, pairs: list[tuple[list[str], dict[str, int]]], turn: int
) -> None:
    job = make_job(["python", "sql"], ["git"], terms={"ledger": 1, "menu": 2})
    resumes = [make_resume(it, terms=bag, document_id=str(number)) for number, (it, bag) in enumerate(pairs)]
    alone = {it.document_id: scorer.match(job, it).score for it in resumes}
    turned = resumes[turn:] + resumes[:turn]
    assert {it.document_id: it.score for it in scorer.rank(job, turned)} == alone


@pytest.mark.parametrize(
    "words",
    [{"ledger": 1}, {"zzz": 1}, {f"word{number}": 1 + number % 7 for number in range(50_000)}],
    ids=["one known word", "one unknown word", "a book"],
)
def test_jobs_of_any_length_are_scored(
    scorer: FitScorer, make_job: Job, make_resume: Resume, words: dict[str, int]
) -> None:
    job = make_job(["python"], phrases=[f"thing {number}" for number in range(min(300, len(words)))], terms=words)
    match = scorer.match(job, make_resume(["python"], terms={"audit": 1}))
    assert 0 < match.score <= 100
    assert len(match.missing) == len(match.requirements) - 1


def test_what_a_job_names_makes_its_field_narrower(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    resume = make_resume(terms={"payroll": 1})
    both = make_job(terms={"tax": 1, "menu": 1})
    named = make_job(phrases=["tax"], terms={"tax": 1, "menu": 1})
    assert value(scorer, named, resume, "relatedness") > value(scorer, both, resume, "relatedness")
