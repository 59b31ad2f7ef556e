"""Find telephone numbers of any country as people write them.

A number of digits is a telephone number unless it is dates, years, an internet address or a plain count. The libraries
for this need to know the country, and reject the numbers that are kept free for examples.
"""

from __future__ import annotations

import re

Place = tuple[int, int]

LEAST, MOST = 7, 15  # digits; ITU-T E.164 allows 15

# What may stand between two digits is bounded, so that no text takes long; the first character comes first, so that
# the search skips all else.
_RUN = re.compile(
    r"[+(\d](?<![\w.,/-].)(?:(?<=\d)|(?<=\+)\d|(?<=\()\+?\d)"
    r"(?:[ \t\xa0().\-–/]{0,3}\d){5,19}(?:[ \t]?(?:x|ext\.?)[ \t]?\d{1,5})?(?![\w%])",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:phone|mobile|mob|cell|tel|telephone|fax|contact|call|whatsapp|[☎✆📞📱])\W*(?:no|number|#)?\W{0,4}$", re.I
)
_DATE = re.compile(
    r"(?:\d{1,2}[./-]){1,2}(?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}(?:[./-]\d{1,2})?|(?<!\d)(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)\d{1,2}/\d\d(?!\d)"
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?[ \t]*$", re.I)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")


def find_phones(text: str) -> list[Place]:
    """Find telephone numbers.

    Examples
    --------
    >>> text = "+44 20 7946 0101, 06/2019 - 12/2022, 10.0.12.101, Tel. 555-0142"
    >>> [text[start:end] for start, end in find_phones(text)]
    ['+44 20 7946 0101', '555-0142']
    """
    return [
        (found.start(), found.end())
        for found in _RUN.finditer(text)
        if _is_phone(found[0], text[max(0, found.start() - 24) : found.start()])
    ]


def _is_phone(run: str, before: str) -> bool:
    digits = sum(c.isdigit() for c in run)
    if not LEAST <= digits <= MOST + 5:
        return False
    if run[0] in "+(" or run.startswith("00") or _LABEL.search(before):
        return True
    if _ADDRESS.fullmatch(run):
        return False
    if _MONTH.search(before):
        return False
    rest = _DATE.sub("", run)
    if sum(c.isdigit() for c in rest) < LEAST:
        return False
    return digits >= 9 or "-" in run or " " in run.strip()
