from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillmatch.models import Mention, Role
from skillmatch.nlp.evidence import Places, gather
from skillmatch.taxonomy import Skill

SQL = Skill(id="sql", name="SQL", type="language", category="programming-languages")
LISTED = Mention(skill_id="sql", text="SQL", start=5, end=8, page=1, section="skills", method="exact", confidence=1.0)
IN_RECENT = replace(LISTED, start=150, end=153, section="experience")
IN_OLD = replace(LISTED, start=250, end=253, section="experience")
RECENT = Role(title="Analyst", first="2020-01", last=None, months=60, start=100, end=200)
OLD = Role(title="Clerk", first="2008-01", last="2010-12", months=36, start=200, end=300)
ROLES = (RECENT, OLD)
AS_OF = "2024-12"


def strength(*mentions: Mention) -> float:
    return gather(SQL, mentions, "resume", Places(ROLES, AS_OF)).strength


def test_recent_role_beats_old_role_beats_list() -> None:
    assert strength(IN_RECENT) > strength(IN_OLD) > strength(LISTED) > 0


def test_repetition_in_one_place_adds_nothing() -> None:
    assert strength(LISTED, replace(LISTED, start=20, end=23)) == strength(LISTED)


def test_strength_is_relative_to_the_latest_role_of_the_resume() -> None:
    assert gather(SQL, [IN_OLD], "resume", Places((OLD,), AS_OF)).strength == strength(IN_RECENT)


def test_negated_skill_has_no_strength() -> None:
    evidence = gather(SQL, [replace(LISTED, negated=True)], "resume", Places(ROLES, AS_OF))
    assert (evidence.strength, evidence.negated) == (0.0, True)


def test_skill_negated_once_and_shown_once_counts() -> None:
    assert not gather(SQL, [replace(LISTED, negated=True), IN_RECENT], "resume", Places(ROLES, AS_OF)).negated


def test_years_and_last_use_come_from_roles() -> None:
    evidence = gather(SQL, [IN_RECENT, IN_OLD], "resume", Places(ROLES, AS_OF))
    assert (evidence.years, evidence.last_used) == (8.0, "2024-12")


def test_stated_years_win_over_counted_ones() -> None:
    assert gather(SQL, [replace(LISTED, years=3.0), IN_RECENT], "resume", Places(ROLES, AS_OF)).years == 3.0


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(("none", "preferred"), "preferred"), (("preferred", "required"), "required"), (("none",), "none")],
)
def test_strongest_requirement_counts(kinds: tuple[str, ...], expected: str) -> None:
    mentions = [replace(LISTED, requirement=kind) for kind in kinds]  # type: ignore[arg-type]
    assert gather(SQL, mentions, "job", Places((), AS_OF)).requirement == expected


def test_skill_asked_for_by_itself_is_no_alternative() -> None:
    grouped = replace(LISTED, requirement="required", any_of="any-1")
    assert gather(SQL, [grouped], "job", Places((), AS_OF)).any_of == "any-1"
    assert gather(SQL, [grouped, replace(grouped, any_of=None)], "job", Places((), AS_OF)).any_of is None


@given(
    st.lists(
        st.tuples(
            st.integers(0, 400),
            st.sampled_from(["skills", "experience", "summary", "other"]),
            st.floats(0, 1),
            st.booleans(),
        )
    )
)
def test_strength_is_a_share(rows: list[tuple[int, str, float, bool]]) -> None:
    mentions = [
        replace(LISTED, start=start, end=start + 3, section=section, confidence=confidence, negated=negated)
        for start, section, confidence, negated in rows
    ]
    assert 0 <= strength(*mentions) <= 1
