from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("You are curious and flexible", "curiosity"),
        ("Be curious to learn how things work", "curiosity"),
        ("Curiosity and teamwork", "curiosity"),
        ("an enthusiastic team player", "enthusiasm"),
        ("• Enthusiastic\n• Flexible\n• Team player", "enthusiasm"),
        ("Flexible, inquisitive, team player", "curiosity"),
        ("Excellent communication skills", "communication"),
        ("Experience with dashboards", "dashboard-design"),
        ("Strong coding skills", "programming"),
        ("machine learning, dashboards, SQL", "dashboard-design"),
        ("Built Dashboards", "dashboard-design"),
    ],
)
def test_trait_or_concept_is_meant(find, text: str, skill: str) -> None:
    assert skill in {found for _, found in find(text)}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("We look back at lively debates in the editorial team every week", "enthusiasm"),
        ("Our office has curious corners and many plants for you to find", "curiosity"),
        ("Created monthly dashboards that the board of the company reads at breakfast", "dashboard-design"),
        ("Strong programming skills in R and Python", "programming"),
        ("Ordered Java and Colombian beans for a chain of shops", "java"),
        ("What we offer:\nflexible hours and fruit\n", "flexibility"),
    ],
)
def test_prose_is_no_skill(find, text: str, skill: str) -> None:
    assert skill not in {found for _, found in find(text)}
