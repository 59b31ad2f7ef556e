"""Tie stated years of experience to the skills that they are said of.

"5+ years of Java and Spring" gives both five; "Java (5 years), SQL (2 years)" gives each its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from skillmatch.nlp.clauses import clause_at
from skillmatch.nlp.durations import Duration
from skillmatch.nlp.enumerations import Mentions, link

_STOP = re.compile(
    r"[;•]|\.\s|\band (?:has|have|had|can|knows?|needs?|requires?|wants?)\b|\b(?:before|until|then|later)\b"
    r"|\b(?:ideally|preferably)\b|,\s*(?=\d)"
    r"|,\s+an? (?:\w+ ){1,3}(?:with|of|in|for|on)\b|\bdegree\b|\b(?:but|plus (?=[a-z]))"
    r"|(?:,|\band|\bwith|\bplus)\s+(?:an? |the |some |have )?(?:strong|solid|good|deep|excellent|proven"
    r"|knowledge|familiar\w*|understanding|ability|able|exposure|proficien\w+|bachelor\w*|master\w*|sound"
    r"|basic|great|demonstrated|hands|at least|experience (?:with|in))\b"
    # In texts without punctuation a capital starts the next item.
    r"|(?-i:\b(?:Fluen\w+|Proven|Strong|Excellent|Good|Solid|Exceptional|Ability|Able|Knowledge"
    r"|Understanding|Experience|Advanced|Very|Speaks?|Hands|Work|Willing\w*|Passion\w*|Comfortable|Demonstrated"
    r"|Relevant|Bachelor|Master|Familiar\w*|Proficien\w+|Attention|Must|You)\b)",
    re.IGNORECASE,
)
_OTHER_ITEM = re.compile(
    r"[\s)]*(?:for|is|are|would|will|as|knowledge|skills?|basics|preferred|preferably|required|desirable"
    r"|optional|on top|every|each|daily|weekly|regularly"
    r"|an? (?:\w+ )?(?:plus|bonus|advantage|asset|must)|plus|nice|welcome|handy|helpful|useful)\b",
    re.IGNORECASE,
)
# "Two years of ward work" is not said of what is before.
_OF_OTHER = re.compile(r"\s*of (?!experience\b)", re.IGNORECASE)
# "A year of single-cell work, Rust" says nothing of Rust.
_OF_THING = re.compile(
    r"\s*(?:of|in) (?!production|practice|total|use\b|(?:[\w-]+ ){0,4}?experience"
    r"|(?:\w+ )?(?:development|programming|practice|usage|use|work|coding)\b)"
    r"[\w -]{1,40}(?=[,.;)]|$)",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"(?:\s+(?:developer|engineer|consultant|administrator|admin|programmer|analyst|architect|specialist|expert|user"
    r"|programming|development))?\.?[\s(\[:|,–—=~-]*(?:(?:for|from|over|the (?:last|past)|min(?:imum)?|at least"
    r"|experience(?: of)?|about|approx"
    r"|exp)[\s.:]*){0,2}",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s*(?:[,.;]|$|(?:and|but|while) (?:you|i|we|they|he|she)\b)", re.IGNORECASE
)  # nothing is said to follow: "Docker in production for three years, Helm"
_LASTING = re.compile(
    r"[^.;()•]{0,80}\b(?:от|seit|depuis|desde|sinds|od|for|over|since|of|with|in|than|about|least)\s*", re.IGNORECASE
)
_FORWARD = re.compile(
    r"[\s)']*(?:[\w-]+ ){0,4}?(?:of|in|with|using|on|working|building|developing|running|as)\b", re.IGNORECASE
)


# A short line that names what the years are of, "3 years in sales": the next line is another item.
_ITEM_END = re.compile(
    r"[^\n,:]{0,30}\b(?:in|with|as) [^\n]{2,40}(?<![,:/&(])(?<! of)(?<! in)(?<! with)(?<! and)(?<! or)\n"
)


def years_of(mentions: Mentions, durations: Sequence[Duration]) -> Mapping[int, float]:
    """Tie durations to mentions.

    Returns
    -------
    Years by index; a mention without stated years is left out.
    """
    tied: dict[int, float] = {}
    text = mentions.text
    for number, duration in enumerate(durations):
        start, end = clause_at(mentions.clauses, duration.start)
        reached = durations[number - 1].end if number else 0
        right = min(end, durations[number + 1].start) if number + 1 < len(durations) else end
        bracketed = text[max(0, duration.start - 1) : duration.start] == "("
        thing = _OF_THING.match(text, duration.end, right)
        if thing and not mentions.within(duration.end, thing.end()):
            continue
        nearest = _just_before(mentions, mentions.within(reached, duration.start), duration)
        chosen: Sequence[int] = [index for index in nearest if index not in tied]
        if not chosen and not bracketed and _ENDS.match(text, duration.end):
            chosen = _before(mentions, mentions.within(max(start, reached), duration.start), duration)
        if _FORWARD.match(text, duration.end) or not (chosen or bracketed):
            chosen = _after(mentions, duration, right) or chosen
        if not chosen and not bracketed and not _OF_OTHER.match(text, duration.end):
            chosen = _before(mentions, mentions.within(max(start, reached), duration.start), duration)
        for index in chosen:
            tied.setdefault(index, duration.years)
    return tied


def _just_before(mentions: Mentions, before: range, duration: Duration) -> Sequence[int]:
    """Return the skill that the duration follows at once: "Java (5 years)", "Java and Go: 5 years"."""
    text, places = mentions.text, mentions.places
    if before and places[before[-1]][1] >= duration.end:
        return before[-1:]  # the number was read as a version: "Java 3"
    if not before or not _GLUE.fullmatch(text, places[before[-1]][1], duration.start):
        return ()
    chosen = [before[-1]]
    for index in reversed(before[:-1]):
        inside_other = places[index][1] > places[chosen[-1]][0]
        if not inside_other and link(text, places[index], places[chosen[-1]]) not in {"and", "or", "slash"}:
            break
        chosen.append(index)
    return chosen


def _after(mentions: Mentions, duration: Duration, right: int) -> Sequence[int]:
    """Return the skills that follow, up to the next duration or another thing asked for."""
    item = _ITEM_END.match(mentions.text, duration.end, right)
    right = item.end() if item else right
    stop = _STOP.search(mentions.text, duration.end, right)
    limit = stop.start() if stop else right
    chosen: list[int] = []
    for index in mentions.within(duration.end, limit):
        if mentions.places[index][1] > limit or (chosen and _starts_item(mentions, chosen, index)):
            break
        chosen.append(index)
    return chosen


def _starts_item(mentions: Mentions, chosen: Sequence[int], index: int) -> bool:
    """Tell whether a comma before a mention starts another item: "years of Java or Go, SQL for reports"."""
    text, places = mentions.text, mentions.places
    if "," not in text[places[chosen[-1]][1] : places[index][0]]:
        return False
    if _OTHER_ITEM.match(text, places[index][1]):
        return True
    joints = [link(text, places[left], places[right]) for left, right in pairwise(chosen)]
    return bool(joints) and joints[-1] in {"or", "and"} and link(text, places[chosen[-1]], places[index]) == "list"


def _before(mentions: Mentions, before: range, duration: Duration) -> Sequence[int]:
    """Return the skills that were said to last so long: "worked with Java and Go for 5 years"."""
    if not before or not _LASTING.fullmatch(mentions.text, mentions.places[before[-1]][1], duration.start):
        return ()
    return [index for index in mentions.listed_to(before[-1]) if index >= before[0]]
