"""Measure whether text is text: what a reader gets from fonts without names for their glyphs is not."""

from __future__ import annotations

import re

GARBLED = 0.85  # below this, text is not to be trusted
_BAD = re.compile("[\x00-\x08\x0b\x0e-\x1a\x7f-\x9f\ufffd\uffff\ue000-\uf8ff]")
_CID = re.compile(r"\(cid:\d+\)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SILENT = re.compile(r"\b[b-df-hj-np-tv-xz]{3,}\b", re.IGNORECASE | re.ASCII)  # words without a vowel


def text_quality(text: str) -> float:
    """Return the share of the text that reads as words, from 0 to 1; 1 for too little text to tell.

    Two things pull it down: characters that no writing has, and Latin words without any vowel, as
    fonts with shifted codes give them.

    Examples
    --------
    >>> text_quality("Welding and blueprint reading") > GARBLED > text_quality("(cid:12)(cid:7)(cid:33)(cid:9)")
    True
    """
    silent = sum(word.isascii() and not word.isupper() for word in _SILENT.findall(text))
    if not silent and not _BAD.search(text) and "(cid:" not in text:
        return 1.0
    cids = len(_CID.findall(text))
    plain = _CID.sub("", text)
    solid = len("".join(plain.split())) + cids
    if solid < 4:
        return 1.0
    broken = len(_BAD.findall(plain)) + cids
    words = sum(word.isascii() and not word.isupper() for word in _WORD.findall(plain))
    return (1 - broken / solid) * (1 - (silent / words if words >= 10 else 0.0))
