"""Records hold all of a result, and a damaged one is never taken for a whole one."""

from __future__ import annotations

import dataclasses

import pytest

from skillmatch import SkillProfile
from skillmatch.errors import DamagedStoreError
from skillmatch.models import Failure
from skillmatch.store.encoding import Encoding
from skillmatch.store.lexicon import Lexicon, build_lexicon

FAILURE = Failure(document_id="cv.pdf", stage="read", code="empty", message="the file has no bytes")


@pytest.fixture(scope="module")
def encoding() -> Encoding:
    return Encoding(Lexicon(build_lexicon()))


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


@pytest.mark.parametrize(
    "terms",
    [
        (("zebra", 1), ("apple", 2)),  # not in order
        (("apple", 1), ("apple", 2)),
        (("apple", 70_000),),
        (("two words", 1), ("x", 1)),
        (("", 1),),
        (("\u2028", 1), ("ünïcode", 3), ("𝒳", 2)),
        (("zzqq", 1), ("zzqr", 300)),  # the lexicon has none of them
        (("apple", 300), ("the", 65_535)),
    ],
)
def test_words_of_any_kind_come_back(
    encoding: Encoding, profile: SkillProfile, terms: tuple[tuple[str, int], ...]
) -> None:
    odd = dataclasses.replace(profile, terms=terms)
    assert encoding.unpack(encoding.pack(odd), "zoe.txt", failed=False) == odd


def test_what_contradicts_itself_comes_back(encoding: Encoding, profile: SkillProfile) -> None:
    """Profiles made elsewhere may be wrong: they are kept as they are."""
    [skill, *rest] = profile.skills
    [mention, *_] = skill.mentions
    wrong = dataclasses.replace(mention, skill_id="other", end=mention.start - 5, text=skill.name.upper())
    skill = dataclasses.replace(skill, name="Another\tname\n", mentions=(mention, wrong), implied_by=("a", "b"))
    odd = dataclasses.replace(profile, skills=(skill, *rest), roles=(), title="a\nb")
    assert encoding.unpack(encoding.pack(odd), "zoe.txt", failed=False) == odd


def test_the_lexicon_makes_records_smaller(encoding: Encoding, profile: SkillProfile) -> None:
    words = Lexicon(build_lexicon()).vocabulary[::50]
    wordy = dataclasses.replace(profile, terms=tuple((word, 1) for word in words))
    assert len(encoding.pack(wordy)) < 0.6 * len(Encoding(Lexicon(b"x\n\n")).pack(wordy))


def test_no_flipped_bit_gives_another_result() -> None:
    encoding = Encoding(Lexicon(b"x\n\nfile\tthe file has no bytes\tfiles"))
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
