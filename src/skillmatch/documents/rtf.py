"""Read RTF through striprtf, which knows no hidden text: that is taken out of the source before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from skillmatch.documents.compose import Draft, DraftLine
from skillmatch.documents.headings import mark_headings
from skillmatch.documents.repair import repair_line
from skillmatch.errors import CorruptDocumentError, LimitError, MissingExtraError
from skillmatch.models import DocumentWarning
from skillmatch.settings import ReadingSettings

_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-z]|[{}]|[^\\{}]+", re.DOTALL)
_COLORS = re.compile(r"\{\\colortbl([^{}]*)\}")
_PAINTED = re.compile(r"\\(?:highlight|cb|chcbpat|cbpat|clcbpat|shading|clshdng)[1-9]")
_SILENT = frozenset(("fonttbl", "colortbl", "stylesheet", "info", "pict", "themedata", "listtable", "generator"))
_TINY = 4  # half points: type that nobody reads on paper
_NEAR_WHITE = 0xE6  # each of red, green and blue from here on
_MAX_DEPTH = 1_000  # groups within groups


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What decides whether text of a group can be seen; `silent` groups hold no text of the page."""

    vanish: bool = False
    white: bool = False
    tiny: bool = False
    silent: bool = False

    @property
    def hidden(self) -> bool:
        return (self.vanish or self.white or self.tiny) and not self.silent


def parse(data: bytes, settings: ReadingSettings) -> Draft:
    """Read the visible text of an RTF document.

    Raises
    ------
    MissingExtraError
        striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtraError("RTF needs striprtf: pip install 'skillmatch[rtf]'") from error
    source = data.decode("cp1252", "replace")
    if len(source) > 10 * settings.max_characters:
        raise LimitError("the RTF source is more than ten times max_characters")
    shown, hidden = _part(source)
    try:
        text: str = rtf_to_text(shown, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, OverflowError, AttributeError) as error:
        raise CorruptDocumentError("RTF that cannot be followed") from error
    cleaned = (repair_line(line.replace("|", "\t").strip("\t")) for line in text.split("\n"))
    warning = DocumentWarning(code="hidden-text", message="hidden by its style", detail=hidden)
    return Draft(
        lines=mark_headings(tuple(DraftLine(text=line) for line in cleaned if line)),
        warnings=(warning,) if any(character.isalnum() for character in hidden) else (),
    )


def _part(source: str) -> tuple[str, str]:
    """Return the source without hidden text, and the hidden text."""
    white = _white_colors(source)
    shown: list[str] = []
    hidden: list[str] = []
    outer: list[_Look] = []
    look = _Look()
    for token in _TOKEN.finditer(source):
        piece, word, number = token.group(), token.group(1), token.group(2)
        if piece == "{":
            if len(outer) >= _MAX_DEPTH:
                raise CorruptDocumentError("groups nested too deeply")
            outer.append(look)
        elif piece == "}":
            look = outer.pop() if outer else _Look()
        elif word or piece == "\\*":
            look = _turn(look, word or "*", number, white)
        if look.hidden and (word == "u" or not (word or piece in "{}")):
            hidden.append(piece if piece[0] != "\\" else " ")
        else:
            shown.append(piece)
    return "".join(shown), " ".join("".join(hidden).split())


def _turn(look: _Look, word: str, number: str | None, white: frozenset[str]) -> _Look:
    """Return the look after a control word."""
    if word == "v":
        return replace(look, vanish=number != "0")
    if word == "fs":
        return replace(look, tiny=int(number or 24) <= _TINY)
    if word == "cf":
        return replace(look, white=(number or "0") in white)
    if word == "plain":
        return _Look(silent=look.silent)
    if word == "*" or word in _SILENT:
        return replace(look, silent=True)
    return look


def _white_colors(source: str) -> frozenset[str]:
    """Return the numbers of colours that cannot be seen on paper; none where parts of the page are painted."""
    table = _COLORS.search(source)
    if table is None or _PAINTED.search(source):
        return frozenset()
    white = set()
    for place, entry in enumerate(table.group(1).split(";")):
        channels = [int(value) for value in re.findall(r"\\(?:red|green|blue)(\d{1,3})", entry)]
        if len(channels) == 3 and min(channels) >= _NEAR_WHITE:
            white.add(str(place))
    return frozenset(white)
