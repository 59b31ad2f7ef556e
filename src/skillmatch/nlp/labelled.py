"""Documents whose skills a person has marked: what a model learns from and is measured on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from skillmatch.errors import RowError, UsageError
from skillmatch.models import Kind, MentionRequirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A marked mention: half-open character offsets and what is known of it.

    `name` and `aliases` are what the skill may be called. An `optional` mention counts neither as found nor as missed.
    `requirement` and `years` are None where nothing is stated.
    """

    start: int
    end: int
    label: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    optional: bool = False
    negated: bool = False
    requirement: MentionRequirement | None = None
    years: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text with its marked mentions; `skills` are names of skills of which no place is known."""

    id: str
    text: str
    kind: Kind = "job"
    spans: tuple[Label, ...] = ()
    skills: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for span in self.spans:
            if not 0 <= span.start < span.end <= len(self.text):
                raise ValueError(f"{self.id}: no such place in its text: {span.start} to {span.end}")

    def labels(self, names: frozenset[str]) -> tuple[Label, ...]:
        """Return the mentions that are marked with one of these labels, all if none is named."""
        return tuple(span for span in self.spans if not names or span.label in names)


_ROW = TypeAdapter(Labelled)


def load_labelled(path: str | Path) -> tuple[Labelled, ...]:
    """Read a JSON Lines file: id, text, kind and spans with start, end, label and what else is known.

    Raises
    ------
    UsageError
        The file cannot be read.
    RowError
        A line is not of this form, or a span lies outside its text.
    """
    return tuple(_iter_rows(Path(path)))


def _iter_rows(path: Path) -> Iterator[Labelled]:
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _ROW.validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"]))
                raise RowError(f"{path}: line {number}: {place + ': ' if place else ''}{first['msg']}") from error
