"""Profiles and failures as small records.

A record is JSON, compressed with a dictionary of what most records say; the words that relatedness counts, half of a
profile, are written as one text. The dictionary stands in the store itself, so a later one changes no old record.
"""

from __future__ import annotations

import dataclasses
import zlib

import numpy as np

from skillmatch.errors import DamagedStoreError, MismatchError
from skillmatch.models import (
    Education,
    Failure,
    Mention,
    Role,
    Section,
    SkillEvidence,
    SkillProfile,
    TaxonomyRef,
    UnknownSkill,
)
from skillmatch.schema import from_json, to_json
from skillmatch.scoring import Background

LEVEL = 9
WINDOW = 32_768  # as far back as zlib looks


class Encoding:
    """Packs results into bytes and back.

    Parameters
    ----------
    dictionary
        What records are likely to hold, the likeliest last; the same for packing and unpacking.
    """

    def __init__(self, dictionary: bytes) -> None:
        self._dictionary = dictionary

    def pack(self, result: SkillProfile | Failure) -> bytes:
        """Return the record of a result, without the document's id: that belongs to a place and not to a content."""
        bare = dataclasses.replace(result, document_id="")
        if isinstance(bare, Failure):
            return self._deflate(to_json(bare))
        words = " ".join(term for term, _ in bare.terms)
        counts = " ".join(str(count) for _, count in bare.terms)
        return self._deflate("\n".join((to_json(dataclasses.replace(bare, terms=())), words, counts)))

    def unpack(self, record: bytes, document_id: str, *, failed: bool) -> SkillProfile | Failure:
        """Return the result of a record.

        Raises
        ------
        DamagedStoreError
            The record is not what `pack` wrote.
        """
        try:
            inflater = zlib.decompressobj(zdict=self._dictionary)
            text = (inflater.decompress(record) + inflater.flush()).decode()
            if not inflater.eof:  # zlib checks its sum at the end, and is silent about an end that never comes
                raise ValueError("cut off")
            if failed:
                return dataclasses.replace(from_json(text, Failure), document_id=document_id)
            data, words, counts = text.split("\n")
            terms = tuple(zip(words.split(), map(int, counts.split()), strict=True))
            return dataclasses.replace(from_json(data, SkillProfile), document_id=document_id, terms=terms)
        except (zlib.error, ValueError, MismatchError) as error:
            raise DamagedStoreError(f"the record of {document_id} is damaged") from error

    def _deflate(self, text: str) -> bytes:
        deflater = zlib.compressobj(LEVEL, zdict=self._dictionary)
        return deflater.compress(text.encode()) + deflater.flush()


def build_dictionary() -> bytes:
    """Return the background's commonest words, then a profile of nobody: the keys and the values that repeat."""
    background = Background.default()
    common = [background.vocabulary[number] for number in np.argsort(background.idf, kind="stable")]
    profile = to_json(_sample()).encode()
    size = WINDOW - len(profile)
    return " ".join(sorted(common[: size // 9])).encode()[-size:] + profile


def _sample() -> SkillProfile:
    """Return a profile with one of everything."""
    mention = Mention(
        skill_id="project-management", text="project management", start=1000, end=1010, page=1, section="skills",
        method="exact", confidence=0.9, reason="the name of the skill",
    )  # fmt: skip
    alias = dataclasses.replace(mention, method="alias", section="experience", confidence=0.95, page=2)
    skill = SkillEvidence(
        skill_id="sql", name="SQL", category="databases", strength=0.5, years=1.0, last_used="2020-01",
        mentions=(mention, alias),
    )  # fmt: skip
    return SkillProfile(
        document_id="",
        kind="resume",
        skills=(skill, dataclasses.replace(skill, years=None, last_used=None)),
        unknown_skills=(UnknownSkill(text="", start=1000, end=1010, confidence=0.5),) * 2,
        education=(Education(level="bachelor", field="computer science", start=1000, end=1010),),
        roles=(Role(title="manager", first="2015-01", last="2020-12", months=60, start=1000, end=1010),) * 2,
        sections=tuple(
            Section(kind=kind, title=kind.title(), start=1000, end=1010)
            for kind in ("summary", "education", "experience", "skills")
        ),
        taxonomy=TaxonomyRef(name="skillmatch", version="1", fingerprint=""),
    )
