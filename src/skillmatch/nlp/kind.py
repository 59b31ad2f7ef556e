"""Tell a resume from a job ad by their headings and turns of phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from skillmatch.models import Kind
from skillmatch.nlp.clauses import is_term_list
from skillmatch.nlp.dates import iter_ranges
from skillmatch.nlp.heading_lines import Heading, find_headings

_HEADINGS = {
    "required": 2.0,
    "preferred": 2.0,
    "benefits": 2.0,
    "about-company": 2.0,
    "about-role": 1.5,
    "how-to-apply": 2.0,
    "equal-opportunity": 3.0,
    "duties": 0.5,
    "stack": 0.5,
    "summary": -1.5,
    "experience": -1.5,
    "education": -1.5,
    "projects": -1.5,
    "references": -2.0,
    "interests": -2.0,
    "awards": -1.0,
    "publications": -1.5,
    "certifications": -1.0,
    "skills": -0.5,
    "contact": -0.5,
    "languages": -0.5,
    "volunteering": -1.0,
}
_JOB = re.compile(
    r"(?:you will|you'll|you have|you are|your|we are|we offer|we're|our team|apply|candidates?"
    r"|applicants?|must have|is a plus|looking for|salary|required|preferred|nice to have)\b"
)
_RESUME = re.compile(
    r"(?:i am|i have|my|resume|curriculum vitae|references available|gpa|cgpa|worked (?:on|as|with)"
    r"|responsible for|developed|managed|led|designed|implemented|date of birth|email me on)\b"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?<!\w)\+?\d[\d\s().-]{8,}\d")
_RESUME_ONLY = frozenset({"experience", "education", "projects", "summary", "references"})
_SAMPLE = 6_000
ENOUGH = 8  # turns of phrase


def guess_kind(text: str, headings: Sequence[Heading] | None = None) -> Kind:
    r"""Decide whether a text is a resume or a job ad; a text with no sign of either is a job ad (a list of terms).

    Parameters
    ----------
    text
        Any text.
    headings
        Those of the text; found anew unless given.

    Examples
    --------
    >>> guess_kind("Jo Doe\njo@example.org\n\nWork Experience\nAnalyst, 2019 - 2021"), guess_kind("Python\nSQL")
    ('resume', 'job')
    """
    sample = text[:_SAMPLE]
    dated = min(4, sum(1 for _ in iter_ranges(sample)))
    contact = _CONTACT.search(sample[:1000]) is not None
    found = find_headings(sample) if headings is None else headings
    kinds = {heading.kind for heading in found if not heading.guessed}
    if is_term_list(sample) and not (dated or contact or kinds & _RESUME_ONLY):
        return "job"
    lower = sample.lower()
    score = sum(_HEADINGS.get(kind, 0.0) for kind in kinds)
    score += 0.5 * _count(_JOB, lower) - 0.5 * _count(_RESUME, lower)
    score -= dated + 1.5 * contact
    return "resume" if score < 0 else "job"


def _count(pattern: re.Pattern[str], text: str) -> int:
    """Count matches up to `ENOUGH`."""
    return sum(1 for _ in islice(pattern.finditer(text), ENOUGH))
