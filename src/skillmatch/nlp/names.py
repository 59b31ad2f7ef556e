"""Find the name of the person whose resume it is, whatever language the name is of.

Every piece of the first lines is weighed: a label, the e-mail address, the size of the type and the place speak for it;
a job title, a heading or an address speak against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from skillmatch.models import Document
from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.sections import Part
from skillmatch.nlp.title import clean_title, is_job_title

HEAD_LINES = 15
MAX_WORDS = 7
OPENING = 200  # characters in which a name may stand although a heading comes first
SHORT = 50  # characters of a line that may be a name by itself
LARGE = 1.2  # times the usual size of type
AWAY = 1.5  # what a place outside the head costs
LEAST = 1.0  # weight that a piece needs

_LABEL = re.compile(
    r"^[ \t•*-]*(?:full |candidate(?:['’]s)? |applicant(?:['’]s)? |legal )?name[ \t]*[:\-–]"
    r"[ \t]*(?P<name>[^\n|•;]{2,60})",
    re.I | re.M,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GIVEN = r",(?=[ ]*(?:[^\W\d_][\w'’.-]*[ ]?){1,3}$)"  # "Surname, Given" up to the end of the line
_PIECE = re.compile(rf"(?:(?![ \t][-–—][ \t])[^\n|•·●▪\t,])+(?:{_GIVEN}[^\n|•·●▪\t,]+)?", re.M)
_NOT_NAME = re.compile(
    r"\b(?:resum[eé]|résumé|curriculum|vitae|c\.?v\.?|profile|name|confidential|of|for"
    r"|personal (?:information|details)|europass|lebenslauf|updated|sample)\b\.?:?|^[\W_]+",
    re.I,
)
_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|eng|ing|dipl|sr|sra|shri|smt|er)\b\.?(?:-ing\.?)?[ ]*)+", re.I)
SUFFIX = re.compile(
    r"[ ,]*(?:\b(?:ph\.?d|m\.?d|mba|msc|bsc|m\.?sc|b\.?sc|ma|ba|meng|beng|pmp|cpa|cfa|rn|esq|cissp|pe"
    r"|b\.?tech|m\.?tech|mca|bca|jr|sr|ii|iii|iv)\b\.?[ ,]*)+$|\s*[(\[].*$",
    re.I,
)
_NUMBERED = re.compile(r"[^(\[\d]*\d")  # nothing that is cut off a name has a digit, but for what is in brackets
_PARTICLES = frozenset(
    """
    de del della der den di da das do dos du la le las los van von zu zur ten ter te und e i y af av san st
    al el ul ad bin binti ibn bint abu abd mac mc ní nic ó ap ab a/l a/p s/o d/o
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’`-]+[^\W\d_]+)*\.?|[as]/[lpo]|d/o")

_SURNAMES = frozenset(
    """
    cook carpenter chef driver fellow head master guard pilot partner page clerk chief dean marketer baker mason miller
    porter weaver fisher gardener butler judge bishop potter taylor turner
    """.split()  # noqa: SIM905
)
_SMALL_WORD = re.compile(r"(?<![\w@./-])[a-z]{2,}(?![\w@./:-])")
_ACTS = re.compile(
    r"['’]s\b| (?:is (?:an?|known)|was|has|had|made|led|built|wrote|ran|took|gave|brought|won|held|taught|kept"
    r"|[a-z]{2,}ed|likes|loves|works|leads|manages|enjoys|speaks|brings|holds|lives|wants|writes|builds|helps|makes"
    r"|knows|believes"
    r"|excels|thrives|takes|gives|teaches|studies|speciali[sz]es|combines|runs|can|will)\b"
)
_OPENS = re.compile(r"(?:^|[\n.!?:“”\"'‘(•*–-])[ \t]*$")
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? $")


def find_name(
    document: Document,
    parts: Sequence[Part],
    addresses: Sequence[str],
    is_skill: Callable[[str], bool] = lambda text: False,
) -> str | None:
    """Find the person's name as it is written.

    Parameters
    ----------
    document
        A resume.
    parts
        Its sections.
    addresses
        E-mail addresses and links in it: a piece that one of them repeats is likely the name.
    is_skill
        Tells whether words are those of a skill: such a piece needs an address that repeats it.

    Returns
    -------
    The name without titles and degrees, or None.
    """
    text = document.text
    labelled = _LABEL.search(text)
    if labelled and (name := _bare(labelled["name"])):
        return name
    head = next((part.end for part in parts if part.kind == "contact"), 0)
    mails = [_folded(it.partition("@")[0] if "@" in it else it) for it in addresses]
    sizes = sorted(line.size for line in document.lines if line.size)
    large = max(sizes[-1] - 0.1, LARGE * sizes[len(sizes) // 2]) if sizes else float("inf")
    best: tuple[float, str] | None = None
    for number, (piece, is_large) in enumerate(_pieces(document, max(head, OPENING), large, bool(mails))):
        name = _bare(piece[0], mails)
        if name is None:
            continue
        weight = _weight(text, piece, name, mails) + 1.5 * is_large - min(0.2 * number, 1.5)
        weight -= 3.0 if is_skill(name) else 0.0
        weight += (0.7 if number == 0 else 0.0) - (AWAY if piece.start() >= head else 0.0)
        if best is None or weight > best[0]:
            best = (weight, name)
    return best[1] if best and best[0] >= LEAST else None


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that stand for the person by themselves: no particles, no initials."""
    words = [word.strip(".") for word in _WORD.findall(name)]
    parts = [*words, *(part for word in words for part in re.split(r"[-'’]", word) if len(part) > 2)]
    return tuple(sorted({word for word in parts if len(word) > 1 and word.lower() not in _PARTICLES}))


def name_places(text: str, name: str, *, everywhere: bool = True) -> list[tuple[int, int]]:
    """Find a name: whole, in part as names are written, or as the name of an account.

    Parameters
    ----------
    text
        A resume.
    name
        As `find_name` returns it.
    everywhere
        Each word of the name counts wherever it stands with a capital. Otherwise a word by itself counts only where it
        acts as a person does ("Julia led"), since it may be something else ("Jenkins, Julia, Spark Streaming").

    Examples
    --------
    >>> text = "Jo Doe led it. GitHub: jodoe7. Doe"
    >>> [text[start:end] for start, end in name_places(text, "Jo Doe")]
    ['Jo', 'Jo Doe', 'Doe', 'jodoe7', 'Doe']
    >>> [text[start:end] for start, end in name_places(text, "Jo Doe", everywhere=False)]
    ['Jo Doe', 'Jo Doe', 'jodoe7']
    """
    words = name_words(name)
    places = [found.span() for found in re.finditer(re.escape(name), text)]
    places += _word_places(text, words) if everywhere else _person_places(text, name)
    spelt = [_folded(word) for word in name.replace(",", " ").split()]
    plain = (
        text.replace(".", "").replace("_", "").replace("-", "")
    )  # quick to look into, while patterns are slow to make
    if accounts := "|".join(sorted(_spelling(it) for it in _accounts(spelt) if it in plain)):
        places += [hit.span() for hit in re.finditer(rf"(?<![\w@/])(?:{accounts})[._-]?\d*(?![\w-])", text)]
    if everywhere and (alone := "|".join(sorted({_spelling(_folded(word)) for word in words if len(word) > 2}))):
        places += [hit.span() for hit in re.finditer(rf"^(?:{alone})[._-]?\d*$", text, re.MULTILINE)]
    return sorted(places)


def _spelling(account: str) -> str:
    """Spell an account with the marks that may stand between any of its letters."""
    return "[._-]?".join(map(re.escape, account))


def _word_places(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Find each word of a name in any case that starts with a capital."""
    if not words:
        return []
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    found = re.finditer(rf"(?<![\w@])(?:{forms})(?!\w)", text, re.IGNORECASE)
    return [hit.span() for hit in found if not hit[0][0].islower()]


def _person_places(text: str, name: str) -> list[tuple[int, int]]:
    """Find words of a name that stand together, or by themselves at the start of what a person did."""
    pieces = sorted({re.escape(word.strip(".,")) for word in name.replace(",", " ").split()}, key=len, reverse=True)
    if not pieces:
        return []
    known = {word.lower() for word in name_words(name)}
    some = "|".join(pieces)
    run = re.compile(rf"(?<![\w@/])(?:{some})(?:(?:,? |\.? )(?:{some}))*(?!\w)", re.IGNORECASE)
    places: list[tuple[int, int]] = []
    for hit in run.finditer(text):
        words = [word for word in _WORD.findall(hit[0]) if word.strip(".").lower() in known]
        if words and not any(word[0].islower() for word in words):
            acts = _ACTS.match(text, hit.end()) and _OPENS.search(text, max(0, hit.start() - 4), hit.start())
            addressed = _ADDRESSED.search(text, max(0, hit.start() - 6), hit.start())
            if len(words) > 1 or acts or addressed:
                places.append((hit.start() - len(addressed[0]) if addressed else hit.start(), hit.end()))
    return places


def _accounts(words: Sequence[str]) -> set[str]:
    """Spell the words of a name as people do for accounts: jodoe, doejo, jdoe, jod."""
    if len(words) < 2:
        return set()
    first, last = words[0], words[-1]
    forms = {"".join(words), "".join(reversed(words)), first + last, last + first, first[:1] + last, last[:1] + first}
    return {form for form in forms if len(form) > 3}


def _pieces(document: Document, end: int, large: float, mailed: bool) -> Iterator[tuple[re.Match[str], bool]]:
    """Give the pieces of lines that may hold a name, and whether their type is large.

    Those of the first lines come first, then those of a large type, which a sidebar may put late; where there is an
    address to compare with, any short line.
    """
    text = document.text
    sizes = {line.start: line.size or 0.0 for line in document.lines}
    for number, found in enumerate(_LINE.finditer(text)):
        is_large = sizes.get(found.start(), 0.0) >= large
        at_head = found.start() < end and number < HEAD_LINES
        if at_head or is_large or (mailed and len(found[0]) < SHORT):
            for piece in _PIECE.finditer(text, found.start(), min(found.end(), found.start() + 200)):
                yield piece, is_large


def _bare(piece: str, mails: Sequence[str] = ()) -> str | None:
    """Cut titles, degrees and "Resume of" off; None if what is left cannot be a name.

    A name in small letters is one only if an address repeats all of it.
    """
    if _NUMBERED.match(piece):
        return None  # as most pieces of which nothing is left
    piece = " ".join(piece.split())
    bare = SUFFIX.sub("", _NOT_NAME.sub("", piece).strip(" ,:–-"))
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
    small = any(word[0].islower() and word.lower() not in _PARTICLES for word in words)
    if small and not (len(words) > 1 and any(all(_folded(word) in mail for word in words) for mail in mails)):
        return None
    if not any(c.isalpha() for c in bare) or all(word.lower() in _PARTICLES for word in words):
        return None
    return bare


def _weight(text: str, piece: re.Match[str], name: str, mails: Sequence[str]) -> float:
    """Weigh what speaks for a piece being the name."""
    words = name.replace(",", " ").split()
    weight = 1.5 if 2 <= len(words) <= 5 else 0.3
    parts = [part for word in name_words(name) if len(part := _folded(word)) > 2]
    titled = is_job_title(name) and not (len(words) > 1 and _is_surname(text, piece, words[-1]))
    repeated = all if titled else any  # "designer" is in the address of many a designer
    if parts and any(repeated(part in mail for part in parts) for mail in mails):
        weight += 3
    elif titled:
        weight -= 3
    if heading_kind(name) is not None:
        weight -= 4
    if "," in text[piece.start() : piece.end() + 1] and "," not in name:
        weight -= 0.8  # a list or a town
    line = text[text.rfind("\n", 0, piece.start()) + 1 : piece.end() + OPENING].split("\n")[0]
    if len(words) == 1 and "|" in line:
        weight -= 0.5  # the head of a column
    if len(set(_SMALL_WORD.findall(line)) - _PARTICLES) > 1:
        weight -= 3  # a sentence
    if "," in name:
        weight -= 0.4  # may be a town and its country
    return weight


def _is_surname(text: str, piece: re.Match[str], word: str) -> bool:
    """Tell whether an occupation is a surname: in the first line, with a job title in the line below."""
    if word.lower() not in _SURNAMES or text[: piece.start()].strip():
        return False
    below = next((line for line in text[piece.end() : piece.end() + OPENING].split("\n")[1:] if line.strip()), "")
    return clean_title(below) is not None and heading_kind(below) is None


def _folded(word: str) -> str:
    """Spell a word as in an e-mail address."""
    plain = unicodedata.normalize(
        "NFKD", word.replace("ł", "l").replace("đ", "d").replace("Đ", "D").replace("ı", "i").replace("ß", "ss")
    )
    return "".join(c for c in plain.lower() if c.isalnum() and not unicodedata.combining(c))
