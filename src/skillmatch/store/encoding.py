"""Profiles and failures as small records.

A profile is written by column, skills and words that the store's lexicon knows as numbers, and the whole is compressed.
"""

from __future__ import annotations

import dataclasses
import json
import zlib
from collections.abc import Sequence
from itertools import chain, islice, repeat
from operator import add
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skillmatch.errors import DamagedStoreError, MismatchError
from skillmatch.models import (
    DocumentWarning,
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
from skillmatch.store.lexicon import Lexicon
from skillmatch.store.rows import Column, build_rows, from_columns, spread, squeeze, to_columns

LEVEL = 9
_MOST = 0xFFFF  # of a number that is written in two bytes
_SAME, _LOWER = 0, 1  # in place of a mention's text: the name of its skill, and that in lower case


def _fields(kind: type, *but: str) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind) if field.name not in but)


_PARTS: dict[str, type] = {  # what is written as it is
    "unknown_skills": UnknownSkill,
    "education": Education,
    "roles": Role,
    "sections": Section,
    "warnings": DocumentWarning,
}
_PART_FIELDS = {name: _fields(kind) for name, kind in _PARTS.items()}
_SKILL_FIELDS = _fields(SkillEvidence, "skill_id", "name", "category", "mentions")
_MENTION_FIELDS = _fields(Mention)


class Encoding:
    """Packs results into bytes and back.

    Parameters
    ----------
    lexicon
        The same for packing and unpacking.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def pack(self, result: SkillProfile | Failure) -> bytes:
        """Return the record of a result, without the document's id: that belongs to a place and not to a content."""
        if isinstance(result, Failure):
            return self._deflate(to_json(dataclasses.replace(result, document_id="")).encode())
        words, tail = self._pack_terms(result.terms)
        head = {
            "": [result.kind, result.title, result.years_total, *dataclasses.astuple(result.taxonomy)],
            "parts": [
                [len(getattr(result, name)), *to_columns(getattr(result, name), fields)]
                for name, fields in _PART_FIELDS.items()
            ],
            "skills": self._skill_columns(result.skills),
            "mentions": _mention_columns(result.skills),
            "terms": words,
        }
        text = json.dumps(list(head.values()), ensure_ascii=False, separators=(",", ":"))
        return self._deflate(text.encode() + b"\n", *tail)

    def unpack(self, record: bytes, document_id: str, *, failed: bool) -> SkillProfile | Failure:
        """Return the result of a record.

        Raises
        ------
        DamagedStoreError
            The record is not what `pack` wrote.
        """
        try:
            inflater = zlib.decompressobj(zdict=self._lexicon.sample)
            data = inflater.decompress(record) + inflater.flush()
            if not inflater.eof:  # zlib checks its sum at the end, and is silent about an end that never comes
                raise ValueError("cut off")
            if failed:
                return dataclasses.replace(from_json(data, Failure), document_id=document_id)
            return self._profile(data, document_id)
        except (zlib.error, ValueError, IndexError, KeyError, TypeError, MismatchError) as error:
            raise DamagedStoreError(f"the record of {document_id} is damaged") from error

    def _profile(self, data: bytes, document_id: str) -> SkillProfile:
        text, _, tail = data.partition(b"\n")
        (kind, title, years, *taxonomy), parts, skills, mentions, words = json.loads(text)
        rows: dict[str, Any] = {
            name: tuple(build_rows(_PARTS[name], from_columns(columns, fields, count), count))
            for (name, fields), (count, *columns) in zip(_PART_FIELDS.items(), parts, strict=True)
        }
        return SkillProfile(
            document_id=document_id,
            kind=kind,
            title=title,
            years_total=years,
            taxonomy=TaxonomyRef(name=taxonomy[0], version=taxonomy[1], fingerprint=taxonomy[2]),
            skills=tuple(self._skills(skills, mentions)),
            terms=self._unpack_terms(words, tail),
            **rows,
        )

    def _skill_columns(self, skills: Sequence[SkillEvidence]) -> list[Column]:
        """Return which skills they are, how many mentions each has, and their other fields."""
        namings = [(it.skill_id, it.name, it.category) for it in skills]
        numbers = [self._lexicon.skills.get(naming, naming) for naming in namings]
        counts = [len(it.mentions) for it in skills]
        return [numbers, squeeze(counts), *to_columns(skills, _SKILL_FIELDS)]

    def _skills(self, columns: list[Column], mentions: list[Column]) -> list[SkillEvidence]:
        numbers, counts, *others = columns
        counts = spread(counts, len(numbers))
        known = self._lexicon.namings
        namings = [known[number] if isinstance(number, int) else number for number in numbers]
        ids, names, categories = zip(*namings, strict=True) if namings else ((), (), ())
        found = iter(_mentions(mentions, ids, names, counts))
        return build_rows(
            SkillEvidence,
            {
                "skill_id": ids,
                "name": names,
                "category": categories,
                **from_columns(others, _SKILL_FIELDS, len(numbers)),
                "mentions": [tuple(islice(found, count)) for count in counts],
            },
            len(numbers),
        )

    def _pack_terms(self, terms: Sequence[tuple[str, int]]) -> tuple[object, list[bytes]]:
        """Return how many words the lexicon knows and how many there are, and the numbers, counts and other words.

        Terms that are not as those of a profile, sorted and without blanks, stay as they are.
        """
        words, counts = [word for word, _ in terms], [count for _, count in terms]
        if (
            words != sorted(set(words))
            or max(counts, default=0) > _MOST
            or any(word.split() != [word] for word in words)
        ):
            return terms, []
        index = self._lexicon.words
        numbers = [index[word] for word in words if word in index]
        unknown = " ".join(word for word in words if word not in index)
        return (len(numbers), len(words)), [_to_bytes(np.diff(numbers, prepend=0)), _to_bytes(counts), unknown.encode()]

    def _unpack_terms(self, told: list[Any], tail: bytes) -> tuple[tuple[str, int], ...]:
        if told and not isinstance(told[0], int):
            return tuple((word, count) for word, count in told)
        known, count = told
        numbers = np.cumsum(_from_bytes(tail[: 2 * known])).tolist()
        words = list(map(self._lexicon.vocabulary.__getitem__, numbers))
        rest = 2 * (known + count)
        if known < count:
            words = sorted(words + tail[rest:].decode().split(" "))
        return tuple(zip(words, _from_bytes(tail[2 * known : rest]).tolist(), strict=True))

    def _deflate(self, *parts: bytes) -> bytes:
        """Compress parts, each with a code of its own: text and numbers have little in common."""
        deflater = zlib.compressobj(LEVEL, zdict=self._lexicon.sample)
        return b"".join(deflater.compress(part) + deflater.flush(zlib.Z_BLOCK) for part in parts) + deflater.flush()


def _mention_columns(skills: Sequence[SkillEvidence]) -> list[Column]:
    """Return the mentions of all skills; what follows from the skill is not repeated."""
    owned = [(skill, mention) for skill in skills for mention in skill.mentions]
    mentions = [mention for _, mention in owned]
    return to_columns(
        mentions,
        _MENTION_FIELDS,
        skill_id=[None if it.skill_id == skill.skill_id else it.skill_id for skill, it in owned],
        text=[
            _SAME if it.text == skill.name else _LOWER if it.text == skill.name.lower() else it.text
            for skill, it in owned
        ],
        end=[it.end - it.start - len(it.text) for it in mentions],
    )


def _mentions(columns: list[Column], ids: Sequence[str], names: Sequence[str], counts: Sequence[int]) -> list[Mention]:
    """Return the mentions of all skills, one after another."""
    rows = from_columns(columns, _MENTION_FIELDS, sum(counts))
    own_ids, own_names = (chain.from_iterable(map(repeat, values, counts)) for values in (ids, names))
    rows["skill_id"] = [told or own for told, own in zip(rows["skill_id"], own_ids, strict=True)]
    rows["text"] = [
        name if text == _SAME else name.lower() if text == _LOWER else text
        for text, name in zip(rows["text"], own_names, strict=True)
    ]
    rows["end"] = list(map(add, rows["end"], map(len, rows["text"])))
    return build_rows(Mention, rows, sum(counts))


def _to_bytes(numbers: Sequence[int] | NDArray[np.integer]) -> bytes:
    """Write numbers of two bytes: all low bytes, then all high ones, which are mostly 0."""
    return np.asarray(numbers, dtype="<u2").view(np.uint8).reshape(-1, 2).T.tobytes()


def _from_bytes(data: bytes) -> NDArray[np.int64]:
    low, high = np.frombuffer(data, dtype=np.uint8).reshape(2, -1).astype(np.int64)
    numbers: NDArray[np.int64] = low + 256 * high
    return numbers
