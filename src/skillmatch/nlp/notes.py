"""What is known of each reading, kept beside the span groups of a Doc.

A span has room for an id and a label only, and extensions on spans are keyed by character offsets, so two readings of
one phrase would share them. The notes are plain dicts in the attributes of the span group, with keys of `Mention`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict, cast

from spacy.tokens import Doc, Span, SpanGroup

from skillmatch.models import MentionRequirement

SECTIONS = "sections"  # one span per section, label_ is its kind
SKILLS = "skills"  # readings of known skills: id_ is the skill id, label_ the method
DROPPED = "dropped"  # readings that are not taken; there only if `doc.user_data["explain"]` asks for them
UNKNOWN = "unknown"  # terms used like a skill that the taxonomy lacks
NOTES = "notes"


class Note(TypedDict, total=False):
    """What components say of one reading; the keys are fields of `Mention`."""

    confidence: float
    reason: str
    negated: bool
    requirement: MentionRequirement
    years: float | None
    level: str | None
    any_of: str | None


def set_spans(doc: Doc, key: str, spans: list[Span], notes: Iterable[Note] = ()) -> SpanGroup:
    """Make the span group `key` of these spans, with a note of each or room for notes."""
    known: dict[str, Note] = {}
    for span, entry in zip(spans, notes, strict=False):
        known.setdefault(_name(span), {}).update(entry)
    group = SpanGroup(doc, name=key, spans=spans, attrs={NOTES: known})
    doc.spans[key] = group
    doc.user_hooks[f"spans {key}"] = lambda: (group, spans)  # a group makes its spans anew each time
    return group


def folded_text(doc: Doc) -> str:
    """Return `doc.text` as the tokenizer kept it; spaCy would join it anew from its tokens, slowly."""
    return cast(str, doc.user_data["folded"]) if "folded" in doc.user_data else doc.text


def get_spans(doc: Doc, key: str) -> list[Span]:
    """Return the spans of a group, none if no component made it."""
    if key not in doc.spans:
        return []
    hook = doc.user_hooks.get(f"spans {key}")
    group, spans = hook() if hook is not None else (None, [])
    return list(spans) if doc.spans[key] is group and len(group) == len(spans) else list(doc.spans[key])


def note(doc: Doc, span: Span, key: str = SKILLS) -> Note:
    """Return the note of one reading, to be read or changed in place.

    Examples
    --------
    >>> import spacy
    >>> doc = spacy.blank("en")("Python and SQL")
    >>> span = Span(doc, 0, 1, label="alias", span_id="python")
    >>> _ = set_spans(doc, SKILLS, [span])
    >>> note(doc, span)["requirement"] = "required"
    >>> note(doc, span)
    {'requirement': 'required'}
    """
    return notes_of(doc, [span], key)[0]


def notes_of(doc: Doc, spans: Iterable[Span], key: str = SKILLS) -> list[Note]:
    """Return the notes of many readings of one group; faster than one by one."""
    notes: dict[str, Note] = doc.spans[key].attrs.setdefault(NOTES, {})
    return [notes.setdefault(_name(span), {}) for span in spans]


def _name(span: Span) -> str:
    return f"{span.start_char}:{span.end_char}:{span.id_}"
