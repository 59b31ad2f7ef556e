"""The contract as columns, there and back."""

from __future__ import annotations

import dataclasses
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow", reason="needs the extra: skillmatch[spark]")

from skillmatch.distributed.columns import arrow_type, decode, encode, narrow  # noqa: E402
from skillmatch.distributed.records import Record  # noqa: E402
from skillmatch.models import Failure, Match, Mention, SkillProfile  # noqa: E402

# Halves of characters cannot be stored as UTF-8, and no reader lets them through.
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(float, st.floats(allow_nan=False))


@pytest.mark.parametrize("kind", [SkillProfile, Match, Failure, Record])
def test_values_come_back_as_they_were(kind: type) -> None:
    @given(st.lists(st.one_of(st.none(), st.from_type(kind)), max_size=3))
    def check(values: list[object]) -> None:
        array = encode(values, kind)
        array.validate(full=True)
        assert array.type == arrow_type(kind)
        assert decode(array, kind) == values
        assert decode(array.slice(1), kind) == values[1:]

    check()


@pytest.mark.parametrize("kind", [SkillProfile, Match, Failure])
def test_columns_have_the_names_of_the_contract(kind: type) -> None:
    assert [field.name for field in arrow_type(kind)] == [field.name for field in dataclasses.fields(kind)]


def test_whole_numbers_stay_whole_beside_missing_ones() -> None:
    assert decode(encode([1, None, 2**53 + 1], int | None), int | None) == [1, None, 2**53 + 1]


def test_what_is_left_out_is_blank_or_has_its_default() -> None:
    mention = Mention(
        skill_id="sql", text="SQL", start=4, end=7, page=2, section="skills", method="exact", confidence=0.5, years=3.0
    )
    kind = narrow(arrow_type(Mention), ["skill_id", "section"])
    cut = pa.array([{"skill_id": "sql", "section": "skills"}], type=kind)
    [found] = decode(cut, Mention)
    blank = dataclasses.replace(mention, text="", start=0, end=0, page=0, method="", confidence=0.0, years=None)
    assert found == blank


def test_equal_rows_are_one_object() -> None:
    one, other = decode(encode([Failure(document_id="a", stage="", code="", message="")] * 2, Failure), Failure)
    assert one is other


def test_types_that_the_contract_does_not_have_are_refused() -> None:
    with pytest.raises(TypeError, match="no columns for"):
        arrow_type(dict[str, int])


def test_every_type_of_the_contract_has_columns() -> None:
    for hint in typing.get_type_hints(Match).values():
        assert arrow_type(hint) is not None
