"""What is known of each reading, kept beside the span groups of a Doc.

A span has room for an id and a label only, and extensions on spans are keyed by character offsets, so two readings of
one phrase would share them. The notes are plain dicts in the attributes of the span group, with keys of `Mention`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypedDict, cast

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


class Noted(NamedTuple):
    """A span with its place in characters, id and label, which are slow to ask it for, and its note."""

    start: int
    end: int
    id: str
    label: str
    span: Span
    note: Note


def set_spans(doc: Doc, key: str, spans: list[Span], notes: Iterable[Note] = ()) -> SpanGroup:
    """Make the span group `key` of these spans, with a note of each or room for notes."""
    known: dict[str, Note] = {}
    found = _noted(spans, known)
    for entry, new in zip(found, notes, strict=False):
        entry.note.update(new)
    group = SpanGroup(doc, name=key, spans=spans, attrs={NOTES: known})
    doc.spans[key] = group
    _remember(doc, key, group, found)
    return group


def noted(doc: Doc, key: str = SKILLS) -> list[Noted]:
    """Return the spans of a group with their notes, none if no component made it.

    They are remembered, since a group makes its spans anew each time; hooks of a Doc are kept with it, but never saved.
    """
    group = doc.spans.get(key)
    if group is None:
        return []
    hook = doc.user_hooks.get(f"spans {key}")
    of, spans = hook() if hook is not None else (None, [])
    if of is not group or len(spans) != len(group):
        spans = _noted(group, group.attrs.setdefault(NOTES, {}))
        _remember(doc, key, group, spans)
    return list(spans)


def _remember(doc: Doc, key: str, group: SpanGroup, spans: list[Noted]) -> None:
    doc.user_hooks[f"spans {key}"] = lambda: (group, spans)


def _noted(spans: Iterable[Span], known: dict[str, Note]) -> list[Noted]:
    found = []
    for span in spans:
        start, end, span_id = span.start_char, span.end_char, span.id_
        entry = known.setdefault(f"{start}:{end}:{span_id}", {})
        found.append(Noted(start, end, span_id, span.label_, span, entry))
    return found


def folded_text(doc: Doc) -> str:
    """Return `doc.text` as the tokenizer kept it; spaCy would join it anew from its tokens, slowly."""
    return cast(str, doc.user_data["folded"]) if "folded" in doc.user_data else doc.text


def get_spans(doc: Doc, key: str) -> list[Span]:
    """Return the spans of a group, none if no component made it."""
    return [entry.span for entry in noted(doc, key)]


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
    notes: dict[str, Note] = doc.spans[key].attrs.setdefault(NOTES, {})
    return notes.setdefault(_name(span), {})


def _name(span: Span) -> str:
    return f"{span.start_char}:{span.end_char}:{span.id_}"
