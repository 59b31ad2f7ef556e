"""Find the name of the person whose resume it is, whatever language the name is of.

Every piece of the first lines is weighed: a label, the e-mail address, the size of the type and the place speak for it;
a job title, a heading or an address speak against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from skillmatch.models import Document
from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title

HEAD_LINES = 15
MAX_WORDS = 7
OPENING = 200  # characters in which a name may stand although a heading comes first
LEAST = 1.0  # weight that a piece needs

_LABEL = re.compile(
    r"^[ \t•*-]*(?:full |candidate(?:['’]s)? |applicant(?:['’]s)? |legal )?name[ \t]*[:\-–]"
    r"[ \t]*(?P<name>[^\n|•;]{2,60})",
    re.I | re.M,
)
_PIECE = re.compile(r"[^\n|•·●▪\t,]+(?:,(?=[ ]*[^\W\d_]+\.?[ ]*$)[^\n|•·●▪\t,]+)?", re.M)
_NOT_NAME = re.compile(
    r"\b(?:resum[eé]|résumé|curriculum|vitae|c\.?v\.?|profile|name|page|confidential|of|for)\b\.?:?|^[\W_]+", re.I
)
_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|eng|ing|dipl|sr|sra|shri|smt|er)\b\.?(?:-ing\.?)?[ ]*)+", re.I)
_SUFFIX = re.compile(
    r"[ ,]*(?:\b(?:ph\.?d|m\.?d|mba|msc|bsc|m\.?sc|b\.?sc|ma|ba|meng|beng|pmp|cpa|cfa|rn|esq|cissp|pe"
    r"|b\.?tech|m\.?tech|mca|bca|jr|sr|ii|iii|iv)\b\.?[ ,]*)+$|\s*[(\[].*$",
    re.I,
)
_PARTICLES = frozenset(
    """
    de del della der den di da das do dos du la le las los van von zu zur ten ter te und e i y af av san st
    al el ul ad bin binti ibn bint abu abd mac mc ní nic ó ap ab a/l a/p s/o d/o
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’`-]+[^\W\d_]+)*\.?|[as]/[lpo]|d/o")


def find_name(document: Document, parts: Sequence[Part], emails: Sequence[str]) -> str | None:
    """Find the person's name as it is written.

    Parameters
    ----------
    document
        A resume.
    parts
        Its sections.
    emails
        The addresses in it: a piece that one of them repeats is likely the name.

    Returns
    -------
    The name without titles and degrees, or None.
    """
    text = document.text
    labelled = _LABEL.search(text)
    if labelled and (name := _bare(labelled["name"])):
        return name
    head = next((part.end for part in parts if part.kind == "contact"), 0)
    mails = [_folded(mail.partition("@")[0]) for mail in emails]
    best: tuple[float, str] | None = None
    for number, piece in enumerate(_pieces(text, max(head, OPENING))):
        name = _bare(piece[0])
        if name is None:
            continue
        weight = _weight(document, piece, name, mails) - 0.2 * number - (1.5 if piece.start() >= head else 0.0)
        if best is None or weight > best[0]:
            best = (weight, name)
    return best[1] if best and best[0] >= LEAST else None


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that stand for the person by themselves: no particles, no initials."""
    words = [word.strip(".") for word in _WORD.findall(name)]
    parts = [*words, *(part for word in words for part in re.split(r"[-'’]", word) if len(part) > 2)]
    return tuple(sorted({word for word in parts if len(word) > 1 and word.lower() not in _PARTICLES}))


def _pieces(text: str, end: int) -> list[re.Match[str]]:
    pieces: list[re.Match[str]] = []
    lines = 0
    here = 0
    while lines < HEAD_LINES and here < min(end, len(text)):
        stop = text.find("\n", here)
        stop = len(text) if stop < 0 else stop
        if text[here:stop].strip():
            lines += 1
            pieces += _PIECE.finditer(text, here, min(stop, here + 200))
        here = stop + 1
    return pieces


def _bare(piece: str) -> str | None:
    """Cut titles, degrees and "Resume of" off; None if what is left cannot be a name."""
    piece = " ".join(piece.split())
    bare = _SUFFIX.sub("", _NOT_NAME.sub("", piece).strip(" ,:–-"))
    bare = _TITLES.sub("", bare).strip(" ,:–-.")
    if (
        not bare
        or len(bare) > 60
        or any(c.isdigit() or c in "@/:&+#%_()" for c in bare.replace("a/l", "").replace("a/p", ""))
    ):
        return None
    words = [word for word in bare.replace(",", " ").split() if word]
    if not 1 <= len(words) <= MAX_WORDS:
        return None
    for word in words:
        if not (word[0].isupper() or not word[0].islower() or word.lower() in _PARTICLES):
            return None
    if not any(c.isalpha() for c in bare) or all(word.lower() in _PARTICLES for word in words):
        return None
    return bare


def _weight(document: Document, piece: re.Match[str], name: str, mails: Sequence[str]) -> float:
    """Weigh what speaks for a piece being the name."""
    text = document.text
    words = name.replace(",", " ").split()
    weight = 1.5 if 2 <= len(words) <= 5 else 0.5
    parts = [_folded(word) for word in name_words(name)]
    if any(len(part) > 2 and part in mail for part in parts for mail in mails):
        weight += 3
    if heading_kind(name) is not None:
        weight -= 4
    if clean_title(name):
        weight -= 1.5 if weight < 4 else 0
    if "," in text[piece.start() : piece.end() + 1] and "," not in name:
        weight -= 0.8  # a list or a town
    line = next((it for it in document.lines if it.start <= piece.start() < it.end), None)
    if line is not None and line.size:
        sizes = sorted(it.size for it in document.lines if it.size)
        weight += 1.5 if line.size >= sizes[-1] - 0.1 and sizes[-1] > sizes[len(sizes) // 2] + 0.5 else 0
    if not text[: piece.start()].strip():
        weight += 0.7
    return weight


def _folded(word: str) -> str:
    """Spell a word as in an e-mail address."""
    plain = unicodedata.normalize(
        "NFKD", word.replace("ł", "l").replace("đ", "d").replace("Đ", "D").replace("ı", "i").replace("ß", "ss")
    )
    return "".join(c for c in plain.lower() if c.isalnum() and not unicodedata.combining(c))
