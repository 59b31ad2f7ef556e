"""Read years of experience from tables, where only the heading says that a number means years.

"Skill | Level | Years" over rows of cells, and lists such as "Skills (years): Java (8), SQL (5)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from skillmatch.nlp.clauses import lower_case
from skillmatch.nlp.enumerations import Mentions

MAX_ROWS = 200
MAX_MISSING = 3  # rows without years, after which it is another table
MAX_ROW = 160  # characters
MAX_LIST = 1_000  # characters

# The heading of a column of years; "Years" under "Project" may be calendar years, which the numbers tell.
_COLUMN = re.compile(
    r"(?:no\.? of |total |# ?of )?(?:years?|yrs?\.?|yoe)(?: (?:of )?(?:experience|exp\.?|use|usage|used|practice))?"
    r"|(?:experience|exp\.?)(?: ?[(\[,:-] ?(?:in )?(?:years?|yrs?\.?)[)\]]?| in years)"
)
_YEARS_WORD = re.compile(r"y(?<!\w.)(?:ears?|rs?|oe)\b")
_SEPARATORS = (re.compile(r"[ \t]*\|[ \t]*"), re.compile(r"[ ]*\t[ ]*"), re.compile(r" {2,}"), re.compile(r"[ ]*;[ ]*"))
_STATED = re.compile(r"\d\+? *$")  # "5 years" is a duration, no heading
_RULE = re.compile(r"[\s|:+=-]*")
_YEARS = re.compile(r"[<>~]? ?(\d{1,2}(?:[.,]\d{1,2})?) ?\+?(?: ?(?:years?|yrs?\.?|y))?")
_LAST_NUMBER = re.compile(r"[^\d\n]*?\b(\d{1,2}(?:[.,]\d)?) ?\+?[ \t\r]*")
_BRACKETED = re.compile(r"(?:years?|yrs?)(?: of experience)?(?: in (?:brackets|parentheses))?[)\]]?[ \t]*:")
_NUMBER_AFTER = re.compile(r"[ \t]*[(\[:–=-][ \t]*(\d{1,2}(?:[.,]\d{1,2})?) ?\+?(?=[ \t]*[)\],;.\n]|$)")
_ONE_SPACE_COLUMNS = re.compile(
    r"(?:skills?|technolog(?:y|ies)|tools?|languages?|names?|software|platform)\b(?: \w+){0,3} (?:years?"
    r"|yrs?)(?: of experience)?"
)


def years_of_tables(text: str, mentions: Mentions) -> Mapping[int, float]:
    r"""Read the years of mentions in tables and lists whose heading says that the numbers are years.

    Parameters
    ----------
    text
        The text as it was written: tabs part cells, and the text of the mentions may have lost them.
    mentions
        Its mentions.

    Examples
    --------
    >>> text = "Skill | Years\nSQL | 4\n"
    >>> years_of_tables(text, Mentions.of(text, [(0, 22)], [(14, 17)]))
    {0: 4.0}
    """
    lower = lower_case(text)
    found: dict[int, float] = {}
    reached = 0
    for word in _YEARS_WORD.finditer(lower):
        if label := _BRACKETED.match(lower, word.start()):
            _read_list(lower, label.end(), mentions, found)
        start = lower.rfind("\n", max(0, word.start() - MAX_ROW), word.start()) + 1
        stop = lower.find("\n", word.end(), start + MAX_ROW)
        if start < reached or stop < 0 or _STATED.search(lower, start, word.start()):
            continue
        for left, right, years in _rows(lower, lower[start:stop], stop + 1):
            reached = right
            for index in mentions.within(left, right):
                found.setdefault(index, years)
    return found


def _read_list(lower: str, start: int, mentions: Mentions, found: dict[int, float]) -> None:
    """Read the numbers after the names of a list: "Java (8), SQL (5)"."""
    end = lower.find("\n\n", start, start + MAX_LIST)
    for index in mentions.within(start, start + MAX_LIST if end < 0 else end):
        number = _NUMBER_AFTER.match(lower, mentions.places[index][1])
        if number:
            found.setdefault(index, float(number[1].replace(",", ".")))


def _rows(lower: str, header: str, offset: int) -> Iterator[tuple[int, int, float]]:
    """Yield the stretch of each row before its years, and the years."""
    for separator in _SEPARATORS:
        names = _cells(separator, header)
        column = next((at for at, (start, end) in enumerate(names) if _COLUMN.fullmatch(header[start:end])), None)
        if len(names) > 1 and column is not None:
            yield from _cell_rows(lower, separator, column, offset)
            return
    if _ONE_SPACE_COLUMNS.fullmatch(header.strip()):
        for start, end in _lines(lower, offset):
            number = _LAST_NUMBER.fullmatch(lower, start, end)
            if number is None:
                return
            yield start, number.start(1), float(number[1].replace(",", "."))


def _cell_rows(lower: str, separator: re.Pattern[str], column: int, offset: int) -> Iterator[tuple[int, int, float]]:
    missing = 0
    for start, end in _lines(lower, offset):
        row = lower[start:end]
        if _RULE.fullmatch(row):
            continue
        cells = _cells(separator, row)
        if len(cells) < 2 or missing > MAX_MISSING:
            return
        left, right = cells[column] if column < len(cells) else (0, 0)
        number = _YEARS.fullmatch(row, left, right)
        missing = 0 if number else missing + 1
        if number:
            yield start, start + (left or len(row)), float(number[1].replace(",", "."))


def _lines(lower: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the lines from an offset up to an empty or a long one."""
    for _ in range(MAX_ROWS):
        end = lower.find("\n", offset)
        end = len(lower) if end < 0 else end
        if not lower[offset:end].strip() or end - offset > MAX_ROW:
            return
        yield offset, end
        offset = end + 1


def _cells(separator: re.Pattern[str], row: str) -> Sequence[tuple[int, int]]:
    """Return the cells of a row, without an empty one at its edge."""
    start, end = len(row) - len(row.lstrip(" |\r")), len(row.rstrip(" |\r\t"))
    cells: list[tuple[int, int]] = []
    for gap in separator.finditer(row, start, end):
        cells.append((start, gap.start()))
        start = gap.end()
    return [*cells, (start, max(start, end))]
