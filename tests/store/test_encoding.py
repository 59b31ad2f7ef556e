"""Records hold all of a result, and a damaged one is never taken for a whole one."""

from __future__ import annotations

import dataclasses

import pytest

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


def test_no_flipped_bit_gives_another_result() -> None:
    encoding = Encoding(b"the file has no bytes")
    record = encoding.pack(FAILURE)
    unnoticed = 0
    for bit in range(8 * len(record)):
        flipped = bytearray(record)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            assert encoding.unpack(bytes(flipped), "cv.pdf", failed=True) == FAILURE
            unnoticed += 1
        except DamagedStoreError:
            pass
    assert unnoticed < 8  # only the bits that fill the last byte before the checksum may be either way


@pytest.mark.parametrize("lost", [1, 4, 5, 20])
def test_a_record_cut_short_is_noticed(encoding: Encoding, profile: SkillProfile, lost: int) -> None:
    with pytest.raises(DamagedStoreError):
        encoding.unpack(encoding.pack(profile)[:-lost], "zoe.txt", failed=False)
