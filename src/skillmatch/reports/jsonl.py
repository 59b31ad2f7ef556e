"""JSON Lines: one object a row, each with a ``type``; the last row is the report's own."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator

from skillmatch.models import Document, Failure, Report, SkillProfile
from skillmatch.reports import Detail
from skillmatch.schema import to_data


def render(report: Report, detail: Detail) -> Iterator[str]:
    """Render matches, failures and one last row with counts and provenance."""
    for match in report.matches:
        data = to_data(match)
        if detail == "brief":
            data["missing"] = [gap["name"] for gap in data["missing"]]
            del data["requirements"]
        yield _row("match", data)
    for failure in report.failures:
        yield _row("failure", to_data(failure))
    data = to_data(report)
    counts = {"matches": len(report.matches), "failures": len(report.failures)}
    kept = {key: data[key] for key in ("schema", "direction", "job_ids", "warnings", "provenance")}
    yield _row("report", {**kept, "counts": counts})


def render_profiles(profiles: Iterable[SkillProfile | Failure], *, terms: bool = False) -> Iterator[str]:
    """Render profiles and failures; `terms` also gives the words that text relatedness counts."""
    for profile in profiles:
        data = to_data(profile)
        if isinstance(profile, Failure):
            yield _row("failure", data)
            continue
        if not terms:
            del data["terms"]
        yield _row("profile", data)


def render_documents(documents: Iterable[Document | Failure]) -> Iterator[str]:
    """Render what reading gave for each document: its outcome, never its text."""
    for document in documents:
        if isinstance(document, Failure):
            outcome = {
                "outcome": document.code,
                "message": document.message,
                "warnings": [],
                "pages": 0,
                "characters": 0,
            }
        else:
            outcome = {
                "outcome": "ok",
                "message": "",
                "warnings": [dataclasses.asdict(warning) for warning in document.warnings],
                "pages": len(document.pages),
                "characters": len(document.text),
            }
        yield _row("document", {"document_id": document.document_id, **outcome})


def render_layouts(documents: Iterable[Document | Failure]) -> Iterator[str]:
    """Render the lines of each document with what is known of their look and place."""
    for document in documents:
        if isinstance(document, Failure):
            yield _row("failure", to_data(document))
            continue
        lines = [{**dataclasses.asdict(line), "text": document.text[line.start : line.end]} for line in document.lines]
        yield _row("layout", {"document_id": document.document_id, "pages": len(document.pages), "lines": lines})


def render_warnings(documents: Iterable[Document | Failure]) -> Iterator[str]:
    """Render the warnings about each document; documents without any give no row."""
    for document in documents:
        for warning in () if isinstance(document, Failure) else document.warnings:
            yield _row("warning", {"document_id": document.document_id, **dataclasses.asdict(warning)})


def _row(kind: str, data: dict[str, object]) -> str:
    return json.dumps({"type": kind, **data}, ensure_ascii=False, separators=(",", ":")) + "\n"
