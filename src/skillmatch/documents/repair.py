"""Repair what fonts and text layers do to characters.

For text taken out of page descriptions only: a text file stays as it is. The order matters: ligature
codes of TeX fonts are control characters and must be mapped before those are dropped.
"""

from __future__ import annotations

import re
import unicodedata

TEX_LIGATURES = {"\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl"}
_CID_LIGATURES = {str(code): TEX_LIGATURES[chr(code)] for code in range(27, 32)}
_CID = re.compile(r"\(cid:(2[789]|3[01])\)")
_CID_UNKNOWN = re.compile(r"\(cid:\d+\)")
_ONE_FOR_ONE = {
    **{ord(code): text for code, text in TEX_LIGATURES.items()},
    **dict.fromkeys((*range(2), *range(3, 9), *range(14, 27), 127)),
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)), None),
    **dict.fromkeys((0x2010, 0x2011, 0xFE63, 0xFF0D), "-"),
}
_SOFT_HYPHENS = re.compile("-?\u00ad-|-?\u00ad")  # some producers write one hyphen as three characters
_BLANKS = re.compile(r"[ \t\r\n\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_COMPATIBLE = re.compile(  # ligatures, Arabic shapes, full-width and mathematical letters
    "[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e\U0001d400-\U0001d7ff\u0132\u0133\u01c4-\u01cc]+"
)
_SPACED = re.compile(r"(?<!\S)\w(?: \w){3,}(?!\S)")
_LETTERS_ONLY = re.compile(r"\W*(?:\w(?:\s+|\s*$)){4,}\W*\Z")


def repair_line(text: str) -> str:
    r"""Repair one line: ligatures, hyphens, blanks, icons, spaced-out letters.

    Examples
    --------
    >>> repair_line("e\x1ecient\u00a0work")
    'efficient work'
    >>> repair_line("S K I L L S")
    'SKILLS'
    """
    text = join_spaced(text.strip(" "))
    if text.isascii() and text.isprintable():
        text = " ".join(text.split())
        return _CID_UNKNOWN.sub(" ", _CID.sub(_cid, text)) if "(cid:" in text else text
    text = _CID.sub(_cid, text)
    text = text.translate(_ONE_FOR_ONE)
    text = _SOFT_HYPHENS.sub("-", text)
    text = _ICONS.sub(" ", text)
    text = _COMPATIBLE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", text).strip()


def join_spaced(text: str) -> str:
    """Join letters set apart for looks, when the whole line is such; two blanks part words.

    Examples
    --------
    >>> join_spaced("W O R K  H I S T O R Y"), join_spaced("Plan B or C")
    ('WORK HISTORY', 'Plan B or C')
    """
    if not _LETTERS_ONLY.match(text) or not any(character.isalpha() for character in text):
        return text
    return " ".join(_SPACED.sub(lambda match: match.group().replace(" ", ""), word) for word in text.split("  "))


def _cid(match: re.Match[str]) -> str:
    return _CID_LIGATURES[match.group(1)]
