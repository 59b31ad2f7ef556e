"""Profiles to matches: how well each resume fits a job, part by part, and what is missing.

Scoring sees profiles and nothing else, so what is not in a profile (a name, an address) cannot reach a score.
"""

from __future__ import annotations

from skillmatch.scoring.background import Background as Background
from skillmatch.scoring.board import Board as Board
from skillmatch.scoring.board import LaidOut as LaidOut
from skillmatch.scoring.corpus import fit_corpus as fit_corpus
from skillmatch.scoring.fit import FitScorer as FitScorer
from skillmatch.scoring.standing import rank_gaps as rank_gaps
from skillmatch.scoring.standing import rank_jobs as rank_jobs
from skillmatch.scoring.tuning import Judgment as Judgment
from skillmatch.scoring.tuning import Tuning as Tuning
from skillmatch.scoring.tuning import tune as tune

__all__ = [
    "Background",
    "Board",
    "FitScorer",
    "Judgment",
    "LaidOut",
    "Tuning",
    "fit_corpus",
    "rank_gaps",
    "rank_jobs",
    "tune",
]
