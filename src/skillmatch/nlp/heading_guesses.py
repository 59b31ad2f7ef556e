"""Guess what a heading of a job ad opens whose wording nobody foresaw, and read headings in other languages.

"What we ask for", "You bring along" or "Extras that make us smile" are told by one telling word each. That is far
looser than `headings`, so it is asked only of lines that look like headings and in job ads.
"""

from __future__ import annotations

import re

MAX_WORDS = 9

_GUESSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "not-required",
            r"(?:n't|\bnot|\bnever|\bno longer)(?: to)? (?:need|have to|require|expect|ask|look|care|want|must)\w*\b"
            r"|\bnot (?:needed|required|necessary|a requirement)$|^no need\b"
            r"|^(?:don't worry|forget) about\b",
        ),
        (
            "preferred",
            r"\b(?:nice|plus(?:es|points)?|bonus(?:es)?|desir\w+|prefer\w*|optional\w*|advantage\w*|extras?|brownie"
            r"|stand out|apart|better|assets?|beneficial|welcome|helpful|useful|ideally|cherry|icing|wish\w*|dream"
            r"|would (?:be|love)|not (?:essential|mandatory|a must)|smile|recommended|appreciated"
            r"|(?:would|to) impress|kudos|gold dust|secondary|stretch)\b"
            r"|^(?:it|we)'d (?:be|love|like)\b.*\bif\b|\bworry if\b|\blive without\b|^(?:also )?(?:great|nice|good"
            r"|cool|lovely)(?: if| to (?:have|know)|$)"
            r"|^if you (?:also|even|happen)\b",
        ),
        ("required", r"\bapply if\b|\bshould apply\b|\bis this you\b|\bwill need$"),
        (
            "how-to-apply",
            r"\b(?:appl(?:y|ying|ication)|(?:hiring|recruit\w+|interview|selection) (?:process|steps)|interested"
            r"|questions|contact|next steps?|convinced|in touch)\b|^ready$",
        ),
        (
            "benefits",
            r"\b(?:(?:we|us|company|university|hospital|employer) (?:can |will |also )?(?:offers?|gives?|provides?)"
            r"|offers?(?: you)?$|benefits?|perks?|for you$|you(?:'ll| will| can)? (?:get|find|receive|enjoy|expect)"
            r"|look forward to|goodies|on the table|the deal|treats?|package|compensation|salary|pay|rewards?"
            r"|why (?:us|join|you|work|we)|in (?:return|exchange)|our side"
            r"|reasons)\b",
        ),
        (
            "required",
            r"\b(?:bring\w*|looking for|look for|you (?:do |will |'ll |really )*need|we (?:do )?(?:expect|ask|need"
            r"|require|want|seek|value)|requir\w*|qualif\w*|must\w*|essentials?|skill\w*|profile|expect(?:ed|ations)?"
            r"|who you are|you (?:should|have|know|possess|already|are|can|'re|'ve|must|offer)|about you"
            r"|your (?:strengths|background|experience|toolbox|talents?|knowledge)|experience|candidates?"
            r"|applicants?|(?:right|ideal|perfect|successful|best|great|good) (?:person|fit|match|candidate)"
            r"|personal\w*|qualities"
            r"|competenc\w+|knowledge|expertise|background|convince|impress|education|strengths|ideal|fit|person"
            r"|criteria"
            r"|non[- ]?negotiables?|deal[- ]?breakers?|(?:can't|cannot|can not) do without|we(?:'re| are) after|someone"
            r" who|hop(?:e|ing)"
            r"|needed|basics|baseline|boxes|superpowers?|tool ?kit|demonstrate)\b",
        ),
        ("stack", r"\b(?:stack|tools?|tech|technolog\w+|tool[- ]?(?:box|set)|tooling|hood|our set[- ]?up)\b"),
        (
            "duties",
            r"\b(?:do|doing|tasks?|responsib\w+|duties|accountab\w+|missions?|days?|work(?:ing)?|challenges?"
            r"|assignments?|activities|involves?|contribut\w+|role|job|position|impact|purpose|spend|shoes"
            r"|playground)\b"
            r"|^you'll be$",
        ),
        ("about-company", r"\b(?:us|we|our|company|team|organi[sz]ation|agency|studio|employer)\b"),
    )
)
_LIST_NAME = re.compile(
    r"(?:(?:very |a )?(?:strong|good|solid|sound|deep|basic|proven|some|any|excellent|working|practical|hands-on) )?"
    r"(?:experience|knowledge|understanding|familiarity|proficiency|skills|expertise|exposure|ability)"
    r" (?:with|in|of|on|using|to)\b"
)
ABROAD = {
    "duties": "aufgaben|aufgabengebiet|aufgabenbereich|tätigkeiten|ihr aufgabengebiet|das erwartet (?:sie|dich)"
    r"|was (?:sie|dich) erwartet|das machst du|(?:vos|tes|les) missions|missions principales"
    r"|arbejdsopgaver|opgaver|wat ga je doen|taken|funciones|responsabilidades|arbetsuppgifter",
    "required": r"profil|anforderungen|anforderungsprofil|voraussetzungen|qualifikation(?:en)?|das bring(?:st du"
    r"|en sie) mit|was (?:du mitbringst|sie mitbringen)|mitbringsel|das solltest du mitbringen|(?:votre|ton|le) profil"
    r"|profil recherch[ée]|comp[ée]tences(?: requises)?|kvalifikationer|wie ben jij|wat breng je mee|functie-?eisen"
    r"|requisitos|perfil|kvalifikationer|om dig",
    "preferred": r"von vorteil|wünschenswert|pluspunkte|idealerweise|atouts|des plus",
    "benefits": r"wir bieten(?: dir| ihnen| euch)?|(?:was|das) (?:wir (?:dir |ihnen )?bieten|bieten wir(?: dir"
    r"| ihnen)?)"
    r"|unser angebot|angebot|vorteile|nous (?:vous )?offrons|avantages|ce que nous offrons|vi tilbyder|wat wij bieden"
    r"|wij bieden|ofrecemos|vi erbjuder",
    "about-company": r"über uns|wer wir sind|unternehmen|wir über uns|qui sommes[- ]nous|om os|over ons|om oss",
    "how-to-apply": r"bewerbung|kontakt|interesse|interessiert|jetzt bewerben|postuler|ansøgning|solliciteren",
    "experience": r"berufserfahrung|beruflicher werdegang|exp[ée]rience professionnelle|exp[ée]riences",
    "education": r"ausbildung|studium|bildungsweg|schulbildung|formation|uddannelse",
    "skills": r"kenntnisse|fähigkeiten|edv-kenntnisse|kompetenzen",
    "languages": r"sprachen|sprachkenntnisse|langues",
}
_OWNER = r"(?:(?:deine?|ihre?|eure?|unsere?|din|dine|dit|vores|das|die|der|dein neues) )?"
_FOREIGN = re.compile(
    _OWNER + "(?:" + "|".join(f"(?P<k{at}>{words})" for at, words in enumerate(ABROAD.values())) + ")"
)
_FOREIGN_KINDS = tuple(ABROAD)


def guess_heading(words: str) -> str | None:
    """Guess the kind of section that a heading of a job ad opens by its most telling word, "other" if there is none.

    Parameters
    ----------
    words
        A line that looks like a heading, in lower case and without marks at its ends.

    Examples
    --------
    >>> guess_heading("what we ask for"), guess_heading("you bring along"), guess_heading("the small print")
    ('required', 'required', 'other')
    """
    if words.count(" ") >= MAX_WORDS or _LIST_NAME.match(words):
        return None
    return next((kind for kind, pattern in _GUESSES if pattern.search(words)), "other")


def foreign_heading(words: str) -> str | None:
    """Return the kind of section of a heading in a neighbouring language; English ads often keep their frame's.

    Examples
    --------
    >>> foreign_heading("deine aufgaben"), foreign_heading("wir bieten"), foreign_heading("profile")
    ('duties', 'benefits', None)
    """
    found = _FOREIGN.fullmatch(words)
    return _FOREIGN_KINDS[int(found.lastgroup[1:])] if found and found.lastgroup else None
