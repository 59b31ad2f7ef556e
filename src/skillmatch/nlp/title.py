"""Find the job title of a resume, a role or an ad: a short capitalised phrase with the noun of an occupation."""

from __future__ import annotations

import re

from skillmatch.nlp.screen import Screen

MAX_WORDS = 8
_OCCUPATIONS = (
    "engineer developer programmer architect analyst scientist manager administrator consultant designer "
    "specialist technician lead leader "
    "director officer executive coordinator assistant associate intern trainee researcher professor "
    "lecturer teacher tutor instructor trainer accountant "
    "auditor nurse physician doctor pharmacist therapist lawyer attorney paralegal recruiter "
    "representative supervisor operator mechanic electrician "
    "writer editor journalist translator clerk secretary receptionist cashier chef cook waiter driver "
    "planner buyer strategist marketer economist "
    "statistician mathematician biologist chemist physicist advisor adviser agent broker banker teller "
    "underwriter actuary controller comptroller "
    "president vp cto ceo cfo coo cio ciso founder owner partner head principal chief tester dba sre "
    "devops fellow apprentice freelancer contractor "
    "master expert evangelist inspector estimator surveyor draftsman foreman welder machinist carpenter "
    "plumber captain pilot "
    "caregiver aide counselor counsellor psychologist dietitian dentist paramedic librarian curator "
    "photographer illustrator animator artist producer "
    "merchandiser associate dispatcher handler worker labourer laborer packer picker agronomist "
    "geologist hygienist stylist attendant guard policeman "
    "administration faculty student graduate sme modeler modeller scrum webmaster salesperson salesman "
    "seller server bartender housekeeper janitor "
    "investigator liaison ambassador moderator generalist professional staff member copywriter"
)
_NOUNS = _OCCUPATIONS.split()
OCCUPATIONS = frozenset(_NOUNS)
_NOUN = r"(?:" + "|".join(sorted(_NOUNS, key=len, reverse=True)) + r")"
_HAS_NOUN = re.compile(rf"\b{_NOUN}\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_may_name = Screen(lambda chunk: not OCCUPATIONS.isdisjoint(_WORD.findall(chunk.lower())))
_SENTENCE = re.compile(r"[.!?:]$|\b(?:we|you|i|is|are|was|will|has|have|who|looking|join|us)\b", re.IGNORECASE)
_BREAK = re.compile(r"[.;:!?\n]\s|\b(?:who|with|to|that)\b")
_PIECES = re.compile(r"\s*(?:\||•|–|—| - |,|\t| at |@|;|█+)\s*")
_GENDERS = re.compile(r"\s*\((?:\s?\w\s?[/|*]?){1,8}\)\s*$")
_DATE = re.compile(r"\s*\(?\b(?:(?:[A-Z][a-z]{2,8}\.?|\d\d?[/.])\s?)?(?:19|20)\d\d\b.*$")
_RUN_ON = re.compile(rf"(?:[A-Z][\w+#./&-]* ){{1,3}}(?:{_NOUN.title()}|{_NOUN.upper()})(?: I{{1,3}})?\b")
_LABEL = re.compile(
    r"\b(?:job title|position(?: title)?|designation|role|title|vacancy|job role"
    r"|occupation)\s*[:–-]\s*(?P<title>[^\n|]{3,80})",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:looking for|seeking|hiring|searching for|recruiting|join us as|role of|position of|as)\s+(?:an?"
    r"|our(?: next)?|experienced|talented|skilled|motivated|passionate|new|\s|-|for|the|and"
    rf"|,)+\s*(?P<title>(?:[\w+#./&-]+ ){{0,4}}?{_NOUN})\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\((?:[mfwdx]\s*[/|]\s*)+[mfwdx*]\)|[-–—|@•].*|,.*|\bat\b .*|\(.*|\d.*"
    r"|<.*)$",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"job description|curriculum|resume|\bcv\b|[@?!:]|https?|www\.|responsib|experience|skills|duties"
    r"|\bthe\b.*\bis\b",
    re.IGNORECASE,
)


def clean_title(line: str) -> str | None:
    """Cut a line down to the job title in it; None if it holds none.

    Examples
    --------
    >>> clean_title("Senior Data Engineer (m/f/d) - Berlin"), clean_title("Led a team of engineers to success")
    ('Senior Data Engineer', None)
    """
    if not _may_name(line):
        return None
    line = " ".join(line.split()).strip(" •-*|,.#")
    candidates = [line, *_PIECES.split(line)]
    for piece in filter(_may_name, candidates[1:] if len(candidates) > 2 else candidates):
        title = _without_employer(_DATE.sub("", _GENDERS.sub("", piece)).strip(" -–|,.:()"))
        words = title.split()
        if (
            1 <= len(words) <= MAX_WORDS
            and _HAS_NOUN.search(title)
            and not _SKIP.search(title)
            and _is_capitalised(words)
        ):
            return title
    return None


def is_job_title(line: str) -> bool:
    """Tell whether the first line of an ad is its title, also one that goes on: "PHP developer for our agency".

    Examples
    --------
    >>> is_job_title("iOS or Android Developer"), is_job_title("Our developers are the best.")
    (True, False)
    """
    return clean_title(line) is not None or (_HAS_NOUN.search(line) is not None and not _SENTENCE.search(line.strip()))


def occupation_end(text: str, start: int, end: int) -> int | None:
    """Return where the first occupation in a stretch of text ends, None if there is none before a clause's end."""
    found = _HAS_NOUN.search(text, start, end)
    return None if found is None or _BREAK.search(text, start, found.start()) else found.end()


def last_occupation_end(text: str, start: int, end: int) -> int | None:
    """Return where the last occupation in a stretch of text ends, None if there is none."""
    return max((found.end() for found in _HAS_NOUN.finditer(text, start, end)), default=None)


def run_on_title(text: str) -> str | None:
    """Find the last title in a text without line ends: an occupation and the capitalised words before it.

    Examples
    --------
    >>> run_on_title("remote servers Cloud Engineer Acme Technologies Kochi")
    'Cloud Engineer'
    """
    found = [hit[0] for hit in _RUN_ON.finditer(text)]
    return found[-1] if found else None


def _without_employer(title: str) -> str:
    """Cut an employer or a town that follows the occupation without a mark: "Food Server Acme Springfield"."""
    nouns = list(_HAS_NOUN.finditer(title))
    if not nouns or title.isupper():
        return title
    last = nouns[-1]
    behind = title[last.end() :].split()
    named = all(word[0].isupper() and word.strip("IV") for word in behind)
    return title[: last.end()] if behind and named and title[last.end()] == " " else title


def _is_capitalised(words: list[str]) -> bool:
    plain = [
        word
        for word in words
        if word[:1].isalpha() and word.lower() not in {"of", "and", "in", "for", "to", "the", "at", "on", "with"}
    ]
    capitals = sum(word[0].isupper() for word in plain)
    return bool(plain) and plain[0][0].isupper() and (capitals == len(plain) or len(plain) <= 3)


def first_title(text: str) -> str | None:
    """Return the title in the first line that holds one."""
    return next((title for line in text.splitlines() if (title := clean_title(line))), None)


def job_title(text: str, start: int, end: int) -> str | None:
    """Find the title of a job ad, whose opening stands at ``text[start:end]``."""
    lines = [line.strip() for line in text[start:end].splitlines() if line.strip()][:8]
    for line in lines[:3]:
        if (title := clean_title(line)) or (len(line) < 120 and (title := _without_tail(line))):
            return title
    labelled = _LABEL.search(text, 0, 5000)
    if labelled and (title := clean_title(labelled["title"])):
        return title
    wanted = _WANTED.search(text, 0, 20_000)
    if wanted:
        return " ".join(wanted["title"].split()).strip(" -")
    return next((title for line in lines[3:] if (title := clean_title(line))), None)


def _without_tail(line: str) -> str | None:
    short = _TAIL.sub("", line)
    return clean_title(short) if short != line else None
