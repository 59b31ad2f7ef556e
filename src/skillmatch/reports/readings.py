"""Why words were taken for skills, or not: one line or one row for each reading."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator

from skillmatch.nlp.explain import Reading
from skillmatch.reports.plain import plain


def render_text(document_id: str, readings: Iterable[Reading]) -> Iterator[str]:
    r"""Render readings as lines under the document's name; a plus marks those that are taken.

    Examples
    --------
    >>> reading = Reading(
    ...     skill_id="go", name="Go", text="go", start=3, end=5, taken=False, reason="nothing speaks for it"
    ... )
    >>> "".join(render_text("ad.txt", [reading]))
    'ad.txt\n  - 3-5 go: Go not taken, nothing speaks for it\n'
    """
    yield f"{plain(document_id)}\n"
    for reading in readings:
        mark, taken = ("+", "taken") if reading.taken else ("-", "not taken")
        place, text = f"{reading.start}-{reading.end}", plain(" ".join(reading.text.split()))
        yield f"  {mark} {place} {text}: {plain(reading.name)} {taken}, {plain(reading.reason)}\n"


def render_jsonl(document_id: str, readings: Iterable[Reading]) -> Iterator[str]:
    """Render readings as JSON Lines of type `reading`."""
    for reading in readings:
        row = {"type": "reading", "document_id": document_id, **dataclasses.asdict(reading)}
        yield json.dumps(row, ensure_ascii=False) + "\n"
