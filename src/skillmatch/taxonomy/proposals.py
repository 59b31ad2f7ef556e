"""Proposals for a taxonomy as a file that a person reviews: `accept = true` on what should enter.

`skillmatch taxonomy build` writes it, `skillmatch taxonomy accept` reads it back. A reviewer may change `name`, `id`,
`category`, `type`, `description` and `alias_of`; the rest says where a term was seen. Known skills are named by id, and
no sentence of a document is quoted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from skillmatch.errors import TaxonomyError
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.format import quote
from skillmatch.taxonomy.skill import SkillType
from skillmatch.toml import load_toml

SCHEMA = 1
HEAD = """\
# Terms that look like skills and that the taxonomy lacks, the surest first.
# Review: set accept = true on what should enter; mend name, id, category, type and description as you like.
# An alias_of makes the term another name of that skill; take the line out to make it a skill of its own.
# Then run: skillmatch taxonomy accept THIS-FILE --into FOLDER
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A term that may be a skill, or another name of one (`alias_of`).

    `confidence` is in (0, 1). `rules` say what speaks for it, `beside` names the known skills that stand near it most
    often, `similar` the known form that is spelt most like it.
    """

    name: str
    id: str
    category: str
    type: SkillType
    alias_of: str | None = None
    description: str = ""
    accept: bool = False
    confidence: float = 0.0
    count: int = 0
    documents: int = 0
    rules: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    similar: str = ""


_TEXTS = ("name", "id", "category", "type", "alias_of", "description", "similar")
_KEYS = (*_TEXTS, "accept", "confidence", "count", "documents", "rules", "beside")


def format_proposals(proposals: Iterable[Proposal], evidence: Iterable[DocumentEvidence], *, source: str) -> str:
    """Return the text of a proposals file; `source` names the taxonomy that was used."""
    blocks = [f"{HEAD}\nschema = {SCHEMA}\ntaxonomy = {quote(source)}\n"]
    blocks += [_proposal(proposal) for proposal in proposals]
    blocks += [_document(document) for document in evidence]
    return "\n".join(blocks)


def read_proposals(path: Path) -> tuple[Proposal, ...]:
    """Read back the proposals of a file.

    Raises
    ------
    TaxonomyError
        The file cannot be read; every problem is listed with its line.
    """
    data = load_toml(path, TaxonomyError)
    tables = data.get("proposal", [])
    lines = _lines_of(path)
    problems = (
        [] if data.get("schema") == SCHEMA else [f"{path}: schema must be {SCHEMA}, found {data.get('schema')!r}"]
    )
    proposals = []
    for number, table in enumerate(tables):
        wrong = _wrong_keys(table)
        place = f"{path}:{lines[number]}" if number < len(lines) else str(path)
        problems += [f"{place}: {table.get('id', 'proposal')}: {message}" for message in wrong]
        if not wrong:
            lists: dict[str, Any] = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
            proposals.append(Proposal(**{**table, **lists}))
    if problems:
        raise TaxonomyError("\n".join([f"{len(problems)} problems in the proposals:", *problems]))
    return tuple(proposals)


def _proposal(one: Proposal) -> str:
    lines = [
        "[[proposal]]",
        f"accept = {str(one.accept).lower()}",
        f"name = {quote(one.name)}",
        f"id = {quote(one.id)}",
    ]
    if one.alias_of:
        lines.append(f"alias_of = {quote(one.alias_of)}")
    lines += [f"category = {quote(one.category)}", f"type = {quote(one.type)}"]
    if one.description:
        lines.append(f"description = {quote(one.description)}")
    lines += [f"confidence = {one.confidence}", f"count = {one.count}", f"documents = {one.documents}"]
    lines += [f"{key} = {_list(items)}" for key, items in (("rules", one.rules), ("beside", one.beside)) if items]
    if one.similar:
        lines.append(f"similar = {quote(one.similar)}")
    return "\n".join(lines) + "\n"


def _document(one: DocumentEvidence) -> str:
    counts = ", ".join(f"{quote(skill_id)} = {count}" for skill_id, count in sorted(one.skills.items()))
    head = f"[[document]]\nname = {quote(one.name)}\nsha256 = {quote(one.sha256)}\n"
    return f"{head}skills = {{ {counts} }}\n" if counts else f"{head}skills = {{}}\n"


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(map(quote, items))}]"


def _lines_of(path: Path) -> list[int]:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return [number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*proposal\s*\]\]", line)]


def _wrong_keys(table: Mapping[str, Any]) -> list[str]:
    wrong = [f"{key} is missing" for key in ("name", "id", "category", "type") if not table.get(key)]
    for key, value in table.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, n=1)
            wrong.append(f"unknown key {key}" + (f" (did you mean {near[0]}?)" if near else ""))
        elif key in _TEXTS and not isinstance(value, str):
            wrong.append(f"{key} must be a text in quotes")
        elif key == "accept" and not isinstance(value, bool):
            wrong.append("accept must be true or false")
    if isinstance(table.get("type"), str) and table["type"] not in get_args(SkillType):
        wrong.append(f"type must be one of {', '.join(get_args(SkillType))}, found {table['type']!r}")
    return wrong
