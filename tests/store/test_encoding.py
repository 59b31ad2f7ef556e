"""Records hold all of a result, and a damaged one is never taken for a whole one."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillmatch import SkillProfile
from skillmatch.errors import DamagedStoreError
from skillmatch.models import Failure
from skillmatch.store.encoding import WINDOW, Encoding, build_dictionary

FAILURE = Failure(document_id="cv.pdf", stage="read", code="empty", message="the file has no bytes")


@pytest.fixture(scope="module")
def encoding() -> Encoding:
    return Encoding(build_dictionary())


def test_a_profile_comes_back_whole_under_its_new_name(encoding: Encoding, profile: SkillProfile) -> None:
    assert profile.skills
    assert profile.roles
    assert profile.terms
    record = encoding.pack(profile)
    assert encoding.unpack(record, "b/c.txt", failed=False) == dataclasses.replace(profile, document_id="b/c.txt")


def test_a_record_does_not_depend_on_the_name(encoding: Encoding, profile: SkillProfile) -> None:
    assert encoding.pack(profile) == encoding.pack(dataclasses.replace(profile, document_id="other"))


def test_a_failure_comes_back_whole(encoding: Encoding) -> None:
    assert encoding.unpack(encoding.pack(FAILURE), "cv.pdf", failed=True) == FAILURE


def test_a_profile_without_words_comes_back(encoding: Encoding, profile: SkillProfile) -> None:
    bare = dataclasses.replace(profile, terms=())
    assert encoding.unpack(encoding.pack(bare), "zoe.txt", failed=False) == bare


def test_the_dictionary_makes_records_smaller(encoding: Encoding, profile: SkillProfile) -> None:
    assert len(build_dictionary()) <= WINDOW
    assert len(encoding.pack(profile)) < 0.7 * len(Encoding(b"").pack(profile))


@settings(max_examples=200)
@given(data=st.data())
def test_a_flipped_bit_is_noticed(data: st.DataObject) -> None:
    encoding = Encoding(b"the file has no bytes")
    record = bytearray(encoding.pack(FAILURE))
    record[data.draw(st.integers(2, len(record) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(DamagedStoreError):
        encoding.unpack(bytes(record), "cv.pdf", failed=True)
