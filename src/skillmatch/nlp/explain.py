"""Tell of every possible reading in a text why it is taken for a skill, or why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from skillmatch.models import Document
from skillmatch.nlp.notes import DROPPED, SKILLS, get_spans, note
from skillmatch.nlp.profile import Profiler


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words of a document read as a skill: whether they are taken for it, and why in words."""

    skill_id: str
    name: str
    text: str
    start: int
    end: int
    taken: bool
    reason: str


def explain(
    profiler: Profiler, document: Document, kind: Literal["auto", "resume", "job"] = "auto"
) -> tuple[Reading, ...]:
    """List all readings of a document, in order of place.

    Words that several forms of a skill fit are one reading, which is taken if one of them is.

    Examples
    --------
    >>> from skillmatch.taxonomy import Skill, Taxonomy
    >>> go = Skill(id="go", name="Go", type="language", category="languages", exact=("Go",), context=("backend",))
    >>> profiler = Profiler(Taxonomy([go]))
    >>> for reading in explain(profiler, Document(document_id="ad", text="Go home. Backend in Go.")):
    ...     print(reading.start, reading.taken, reading.reason)
    0 False needs 1.5: a word before 'home' (-1.0), elsewhere in the document (+0.7)
    20 True exact case, near 'backend', after 'in'
    """
    neutral, doc = profiler.prepare(document, kind)
    doc.user_data["explain"] = True
    doc = profiler.nlp(doc)
    readings: dict[tuple[int, int, str], Reading] = {}
    for key in (SKILLS, DROPPED):
        for span in get_spans(doc, key):
            start, end = neutral.back(span.start_char), neutral.back(span.end_char)
            reading = Reading(
                skill_id=span.id_,
                name=profiler.taxonomy[span.id_].name,
                text=document.text[start:end],
                start=start,
                end=end,
                taken=key == SKILLS,
                reason=note(doc, span, key).get("reason", ""),
            )
            readings.setdefault((start, end, span.id_), reading)
    return tuple(reading for _, reading in sorted(readings.items()))
