"""Join what a line end has cut: hyphenated words, e-mail and web addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from skillmatch.documents.compose import DraftLine

_PDFIUM_HYPHEN = re.compile("[\x02\ufffe]")  # what pdfium gives for a hyphen at a line end
_HYPHENS = ("\x02", "\ufffe", "\u00ad", "-")
_CUT = re.compile(r"([^\W_]+)([\x02\ufffe\u00ad-])\Z")
_NEXT = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUNDING_NAMES = (  # first parts that English writes with a hyphen: the hyphen stays
    "all back client co cross data decision detail end error fast first forward front full goal hands "
    "hard high in job large life long low mid multi near next non object off on one open part peer person "
    "post pre problem real results risk self semi server service short small state team test third "
    "time top two user value web well work"
)
_COMPOUNDING = frozenset(_COMPOUNDING_NAMES.split())
_EMAIL_HEAD = re.compile(r"(?<!\S)[\w.+-]+@[\w-]*(?:\.[\w-]+)*\.?\Z")
_EMAIL_WHOLE = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\Z", re.IGNORECASE)
_EMAIL_TAIL = re.compile(r"[\w-]*\.?[\w-]*\.?[a-z]{1,}(?=\s|\Z)", re.IGNORECASE)

_PHONE_HEAD = re.compile(r"\+\d[\d ().-]*\Z")
_PHONE_TAIL = re.compile(r"\d[\d ().-]*")
_PHONE_DIGITS = 9  # the least of a number with its country code


def join_broken_lines(lines: tuple[DraftLine, ...]) -> tuple[DraftLine, ...]:
    """Join words and addresses over line ends; the joined part moves up to the first line."""

    @cache
    def vocabulary() -> frozenset[str]:
        return frozenset(word.casefold() for line in lines for word in _WORD.findall(line.text))

    joined: list[DraftLine] = []
    for line in lines:
        if joined and joined[-1].page == line.page:
            moved = _moved(joined[-1].text, line.text, vocabulary)
            if moved is not None:
                head, tail = moved
                joined[-1] = replace(joined[-1], text=head)
                if not tail:
                    continue
                line = replace(line, text=tail)
        joined.append(line)
    return tuple(
        replace(line, text=_PDFIUM_HYPHEN.sub("-", line.text))
        if not line.text.isascii() or "\x02" in line.text
        else line
        for line in joined
    )


def _moved(head: str, tail: str, vocabulary: Callable[[], frozenset[str]]) -> tuple[str, str] | None:
    """Return both lines after joining; None where nothing was cut."""
    cut = _CUT.search(head) if head[-1:] in _HYPHENS else None
    start = _NEXT.match(tail) if cut else None
    if cut and start:
        first, second = cut.group(1), start.group()
        hyphen = "-" if _keeps_hyphen(first, second, vocabulary) else ""
        token, _, remainder = tail.partition(" ")
        return head[: cut.start(2)] + hyphen + token, remainder.strip()
    if "@" in head and _EMAIL_HEAD.search(head) and not _EMAIL_WHOLE.search(head):
        rest = _EMAIL_TAIL.match(tail)
        if rest:
            return head + rest.group(), tail[rest.end() :].strip()
    number, more = _PHONE_HEAD.search(head) if "+" in head else None, _PHONE_TAIL.match(tail)
    if number and more and _digits(number.group()) < _PHONE_DIGITS <= _digits(number.group() + more.group()):
        return f"{head} {more.group().strip()}", tail[more.end() :].strip()
    return None


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _keeps_hyphen(first: str, second: str, vocabulary: Callable[[], frozenset[str]]) -> bool:
    """Decide between "front-end" and "development" by the rest of the document, then by the parts."""
    one, two = first.casefold(), second.casefold()
    if f"{one}-{two}" in vocabulary():
        return True
    if one + two in vocabulary():
        return False
    return not second[0].islower() or not first.isalpha() or len(first) == 1 or one in _COMPOUNDING
