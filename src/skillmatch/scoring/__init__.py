"""Profiles to matches: how well each resume fits a job, part by part, and what is missing.

Scoring sees profiles and nothing else, so what is not in a profile (a name, an address) cannot reach a score.
"""

from __future__ import annotations

from skillmatch.scoring.background import Background as Background
from skillmatch.scoring.board import Board as Board
from skillmatch.scoring.fit import FitScorer as FitScorer

__all__ = ["Background", "Board", "FitScorer"]
