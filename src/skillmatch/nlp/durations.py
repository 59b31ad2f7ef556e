"""Find stated lengths of time: "5+ years", "two and a half yrs", "18 months", "since 2017".

A range counts with its lower end, "less than a year" as 0, months as a fraction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from skillmatch.nlp.dates import parse_month, word_month

MOST_YEARS = 45  # more than a working life is the age of a company

_COUNTING = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_UNITS = _COUNTING.split()
_TENS = ("twenty", "thirty", "forty")
_MANY = {
    f"{ten}{dash}{unit}": 20.0 + 10 * i + j
    for i, ten in enumerate(_TENS)
    for j, unit in enumerate(_UNITS[:9], start=1)
    for dash in "- "
}
_MANY |= {ten: 20.0 + 10 * i for i, ten in enumerate(_TENS)}
_WORDS: dict[str, float] = {word: value + 1.0 for value, word in enumerate(_UNITS)}
_WORDS |= {"a": 1.0, "an": 1.0, "half a": 0.5, "half a dozen": 6.0, "a dozen": 12.0}
_WORDS |= _MANY
_WORDS |= {f"{word} and a half": value + 1.5 for value, word in enumerate(_UNITS)}
_NUMBER = r"(?:\d{1,2}(?:[.,]\d{1,2})?|" + "|".join(["half a dozen", "a dozen", *_MANY, *reversed(_UNITS)]) + ")"
_GREAT = (
    r"(?:full|whole|good|solid|entire|odd|long|straight|consecutive|combined|complete|more|further|happy|intensive"
    r"|recent|busy|professional|total|plus)"
)
_DURATION = re.compile(
    r"(?P<less>(?:\b(?:less\s+than|under|up to|below)|<) ?)?"
    rf"(?<![\w.,$€£-])(?P<low>half a|(?:{'|'.join(_UNITS)}) and a half|{_NUMBER}|(?<=less than )an?"
    rf"|(?<=under )an?|a(?= couple)|(?<=at least )a"
    rf"|(?<=more than )a|(?<=over )a|(?<=and )a(?= year (?:in|with|of)\b)|a(?= year'?s? (?:of\b|experience|use\b"
    rf"|usage|practice"
    rf"|and a half))|a(?= (?:{_GREAT} )?decade)|a(?= {_GREAT} year)|a(?= year or (?:more|longer|so)))(?: couple of)?"
    rf"(?: ?\((?:\d{{1,2}}|{'|'.join(_UNITS)})\))?(?: and a (?:bit|quarter|few months))?"
    rf"\s*-?(?P<plus>\+|plus|or more|and above)?\s*(?:(?:-|–|to|or|and)\s*(?P<high>{_NUMBER})\s*\+?\s*)?(?:\+"
    rf" ?)?(?:{_GREAT} )?"
    r"(?P<unit>years?|yrs?|yoe|jahren?|jahre|ans|années|años|jaar|lat|лет|года?|(?<=\d)y|(?<=\d )y|months?|mos"
    r"|(?<=\d)mo|(?<=\d )mo|decades?)\b(?:\.(?! ?(?-i:[A-Z])))?(?:'(?=\s|$))?\s*\+?(?:\s*(?:or more"
    r"|and above|plus(?! \w)|minimum)\b)?(?P<half>\s*and a half)?"
    rf"(?:\s*exp\b\.?)?(?:,?\s*(?:and )?(?P<months>\d{{1,2}}) ?months?)?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[yYmMd\d](?:(?<=[yY])(?:ear|EAR|[rR][sS]?\b|[oO][eE]\b)|(?<=[mM])(?:onth|ONTH|[oO][sS]?\b)|(?<=d)ecade"
    r"|(?<=\d) ?(?:Jahre|ans\b|années|años|jaar\b|lat\b|лет|год|[yY]\b))"
)
_REST_OF_WORD = re.compile(r"\w*")
LONGEST = 40  # characters of a stated duration before or after its first unit
# A share of a duration named before: "8 years of Java, 3 of which with Kotlin".
_SHARE = re.compile(
    rf"(?:(?:\bat least |\bminimum |\band )?\b(?P<low>{_NUMBER})\+? (?:years? )?(?:of (?:them|which|those|these)"
    rf"|thereof)|\b(?:of (?:which|those|these|them)|including|incl\.?|and|(?:the )?(?:last|latest|past|first"
    rf"|most recent))(?: at least)?"
    rf" (?P<other>{_NUMBER})\+?(?= (?:years? )?(?:in|with|on|of|using|as)\b(?! (?:them|which|those|these)\b)))",
    re.IGNORECASE,
)
# Another duration without its unit: "Java for nine years and Go for three", "Java (5+ years), Go (3+)".
_REPEATED = re.compile(
    rf"\b(?:for|since) (?:the (?:last|past) |about |over |at least )?(?P<number>{_NUMBER})(?=\s*(?:[.,;)]|$| and\b))"
    rf"|\((?P<plus>\d{{1,2}}(?=\+\))|(?:{'|'.join(_UNITS)})(?=\)))|\((?P<less>(?:less than|under|below) (?:one|an?"
    rf"|1)(?=\)))",
    re.IGNORECASE,
)
# The same behind one that stands right after its name: "Python 5 years, Java 3, Perl none", "(5 years), Java (3)".
_ITEMS = re.compile(
    r"(?:\)?\s*(?:,|;|/|\||and)\s*[A-Za-z][\w+#.]*(?: [A-Z][\w+#.]*)?[ :]*(?:\(?\d{1,2}\+?|\(?(?:none|no|nil|-)\b))+"
    r"(?=\)?\s*(?:\.(?!\d)|;|$|\n))"
)
_ITEM_YEARS = re.compile(r"(?<=[ (:])\d{1,2}(?!\d)")
_HALF = re.compile(r"\bhalf of (?:it|them|that|those|which|these)(?= (?:in|with|on|of|using|as)\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;\n]\s")
_SINCE = re.compile(
    r"since (?:(?P<month>[A-Z][a-z]{2,8}) )?(?P<year>(?:19|20)\d\d)\b(?!,? (?:we|our|the)\b)", re.IGNORECASE
)
_NO_EXPERIENCE = re.compile(
    r"(?:[\s'-]*(?:standing|tradition|in business|in the trade|olds?|ago|contract|warranty|guarantee|in a row|later"
    r"|from now|of age|after|anniversary|degree|course"
    r"|program|plan|term|bachelor|diploma|time ?frame|period|horizon|roadmap|overall(?! experience)|in total|altogether"
    r"|all told))\b|-(?:old|long)",
    re.IGNORECASE,
)
_NO_SKILL_BEFORE = re.compile(
    r"(?<!for the )(?<!over the )(?<!during the )\b(?:last|past)\s*$|\b(?:next|first|within|every|age[ds]?"
    r"|previous|coming)(?: an?| the)?\s*$"
    r"|\b(?:we|we've|our|company|founded|established|history)\b(?![^.;\n]*\b(?:looking|expect|require|need|seek"
    r"|you))[^.;\n]*$",
    re.IGNORECASE,
)
_PROJECT = re.compile(  # "a 3-year SAP rollout"
    r"[ -](?:[\w-]+ ){0,2}(?:roll-?out|project|programme|program|migration|contract|plan|roadmap|lease|mandate)\b", re.I
)
_WITHIN = re.compile(r"\bin (?:just |only |under |about |less than )?$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter(?: an?| the)?\s*$", re.IGNORECASE)
REACH = 80  # characters between a duration and a share of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A stated length of time, in years."""

    start: int
    end: int
    years: float


def find_durations(text: str, as_of: str = "2026-01") -> list[Duration]:
    """Find stated lengths of experience, in order.

    Examples
    --------
    >>> [duration.years for duration in find_durations("3-5 yrs / 6 months / two years, less than 1 year")]
    [3.0, 0.5, 2.0, 0.0]
    """
    found: list[Duration] = []
    reached = 0
    for unit in _UNIT.finditer(text):
        start, end = unit.span()
        if end <= reached:
            continue
        stop = _REST_OF_WORD.search(text, min(len(text), end + LONGEST)).end()  # type: ignore[union-attr]
        hit = _DURATION.search(text, max(reached, start - LONGEST), stop)  # "16 y" would be years if "year" were cut
        if hit is not None:
            reached = hit.end()
            if _is_experience(text, hit) and _years(hit) <= MOST_YEARS:
                found.append(Duration(start=hit.start(), end=hit.end(), years=_years(hit)))
    found += _shares(text, found)
    now = parse_month(as_of) + 1
    for hit in _SINCE.finditer(text) if "ince " in text else ():
        years = round((now - 12 * int(hit["year"]) - (word_month(hit["month"] or "jan") or 0)) / 12, 1)
        if 0 <= years <= MOST_YEARS:
            found.append(Duration(start=hit.start(), end=hit.end(), years=years))
    return sorted(found, key=lambda duration: duration.start)


def _shares(text: str, durations: Sequence[Duration]) -> list[Duration]:
    """Find shares of stated durations, which leave out their unit."""
    shares: list[Duration] = []
    for whole, following in zip_longest(durations, durations[1:]):
        limit = min(len(text), whole.end + REACH, following.start if following else len(text))
        for hit in _SHARE.finditer(text, whole.end, limit):
            years = _value(hit["low"] or hit["other"])
            if years <= whole.years and not _SENTENCE_END.search(text, whole.end, hit.start()):
                shares.append(Duration(start=hit.start(), end=hit.end(), years=years))
        if half := _HALF.search(text, whole.end, limit):
            shares.append(Duration(start=half.start(), end=half.end(), years=whole.years / 2))
        if items := _ITEMS.match(text, whole.end):
            for number in _ITEM_YEARS.finditer(text, *items.span()):
                shares.append(Duration(start=number.start(), end=number.end(), years=float(number[0])))
            continue
        for hit in _REPEATED.finditer(text, whole.end, limit):
            if not _SENTENCE_END.search(text, whole.end, hit.start()):
                group = next(name for name in ("number", "plus", "less") if hit[name])
                years = 0.0 if group == "less" else _value(hit[group])
                shares.append(Duration(start=hit.start(group), end=hit.end(group), years=years))
    return shares


def _is_experience(text: str, hit: re.Match[str]) -> bool:
    """Tell time of experience from an age, a contract or a plan."""
    after, before = text[hit.end() : hit.end() + 20], text[max(0, hit.start() - 80) : hit.start()]
    unit = hit.end("unit")
    if hit[0][: unit - hit.start()].endswith("-year") and _PROJECT.match(text, unit):
        return False
    if _AFTER.search(before) and not after.lstrip().lower().startswith(("of ", "with ")):
        return False
    if _WITHIN.search(before) and not after.lstrip().lower().startswith(("of ", "'")):
        return False  # "doubled sales in two years"
    return not _NO_EXPERIENCE.match(after) and not _NO_SKILL_BEFORE.search(before)


def _years(hit: re.Match[str]) -> float:
    value = 2.0 if "couple" in hit[0].lower() else _value(hit["low"])
    unit = hit["unit"].lower()
    if hit["half"]:
        value += 0.5
    if unit.startswith("m"):
        value /= 12
    elif unit.startswith("d"):
        value *= 10
    elif hit["months"]:
        value += int(hit["months"]) / 12
    if hit["less"] and not hit["less"].lower().startswith("up"):
        value = 0.0 if value <= 1 else value
    return round(value, 2)


def _value(number: str) -> float:
    number = number.lower()
    return _WORDS[number] if number in _WORDS else float(number.replace(",", "."))
