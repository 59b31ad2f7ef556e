"""Ranks, spans of ranks and ranks of jobs."""

from __future__ import annotations

import pytest

from skillmatch.models import Match
from skillmatch.scoring import Board, FitScorer
from skillmatch.scoring.standing import rank_gaps, rank_jobs, settle_ranks
from tests.scoring.conftest import Evidence, Job, Resume


def match(document_id: str, score: float, margin: float = 0.0, job_id: str = "job") -> Match:
    return Match(document_id=document_id, job_id=job_id, rank=1, score=score, margin=margin)


def test_resumes_within_the_margin_share_a_span_of_ranks() -> None:
    ranked = settle_ranks([match("a", 50.0, 2.0), match("b", 51.5, 2.0), match("c", 80.0, 2.0), match("d", 48.5, 2.0)])
    found = [(it.document_id, it.rank, it.rank_first, it.rank_last) for it in ranked]
    assert found == [("c", 1, 1, 1), ("b", 2, 2, 3), ("a", 3, 2, 4), ("d", 4, 3, 4)]


def test_equal_scores_are_one_span_even_without_a_margin() -> None:
    ranked = settle_ranks([match("b", 50.0), match("a", 50.0), match("c", 49.0)])
    assert [(it.document_id, it.rank_first, it.rank_last) for it in ranked] == [("a", 1, 2), ("b", 1, 2), ("c", 3, 3)]


def test_the_margin_is_small_and_nothing_where_nothing_is_uncertain(
    scorer: FitScorer, make_job: Job, make_resume: Resume, evidence: Evidence
) -> None:
    job = make_job(["python", "sql", "git", "aws"], title="Audit", years_total=3.0)
    half = scorer.match(job, make_resume(["python", evidence("sql", strength=0.5)], title="Chef", years_total=2.0))
    assert 0 < half.margin < 15
    assert scorer.match(job, make_resume()).margin < half.margin


def test_a_gap_knows_the_rank_it_stands_in_the_way_of(scorer: FitScorer, make_job: Job, make_resume: Resume) -> None:
    job = make_job(["python", "git"])
    mine = scorer.match(job, make_resume(["python"]))
    ranked = rank_gaps(mine, [100.0, 70.0, 20.0])
    assert [(it.skill_id, it.rank_if_met) for it in ranked.missing] == [("git", 1)]
    assert [it.rank_if_met for it in rank_gaps(mine, []).requirements] == [1, 1]


def test_jobs_are_ranked_for_each_resume() -> None:
    found = [match("r", 40.0, job_id="x"), match("s", 90.0, job_id="x"), match("r", 60.0, job_id="y")]
    ranked = [(it.document_id, it.job_id, it.rank) for it in rank_jobs(found)]
    assert ranked == [("r", "y", 1), ("r", "x", 2), ("s", "x", 1)]
    assert [(it.document_id, it.job_id) for it in rank_jobs(found, top=1)] == [("r", "y"), ("s", "x")]


@pytest.mark.parametrize("top", [None, 3])
def test_a_ranking_in_pieces_is_that_of_all_at_once(
    scorer: FitScorer, make_job: Job, make_resume: Resume, top: int | None
) -> None:
    job = make_job(["python", "git", "sql"])
    kinds = [["python"], [], ["git", "sql"], ["python"], ["python", "git"]]
    resumes = [make_resume(skills, document_id=str(number)) for number, skills in enumerate(kinds)]
    board = Board(scorer, job, top)
    board.add(scorer.lay_out(resumes[:2]))
    board.add(scorer.lay_out(resumes[2:]))
    assert board.matches() == scorer.rank(job, resumes, top)
