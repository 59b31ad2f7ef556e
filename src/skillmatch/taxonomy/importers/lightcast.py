"""Import a user's own copy of Lightcast Open Skills as JSON.

Its terms let nobody pass it on: what comes out is for the person who has the right to it, and its head says so.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from skillmatch.taxonomy.importers.draft import Draft, Imported, settle, slug
from skillmatch.taxonomy.importers.source import Source
from skillmatch.taxonomy.skill import SkillType

HEAD = ("From Lightcast Open Skills, for your own use under its terms. Do not pass this file on.",)
_BRACKET = re.compile(r"\s*\((?P<field>[^()]+)\)$")


def read_skills(path: Path) -> Imported:
    """Read skills from a list of objects, or from the `data` of an answer of the service.

    Raises
    ------
    TaxonomyError
        The file is not such JSON; every object with problems is listed.
    """
    source = Source(path)
    text = source.text(path.name)
    drafts = []
    for number, item in enumerate(_items(source, path.name, text) if text is not None else (), 1):
        if isinstance(item, dict) and all(isinstance(item.get(key), str) and item[key] for key in ("id", "name")):
            drafts.append(_draft(item))
        else:
            source.note(path.name, f"object {number} has no id and name")
    source.check()
    skills, notes = settle(drafts)
    return Imported(name="lightcast", version="1", head=HEAD, skills=tuple(skills), notes=tuple(notes))


def _items(source: Source, name: str, text: str) -> list[Any]:
    try:
        data = json.loads(text)
    except ValueError as error:
        source.note(name, f"is not JSON: {error}")
        return []
    items = data.get("data") if isinstance(data, dict) else data
    if not isinstance(items, list):
        source.note(name, "holds no list of skills")
        return []
    return items


def _draft(item: dict[str, Any]) -> Draft:
    name = item["name"]
    bare = _BRACKET.sub("", name)
    return Draft(
        key=item["id"],
        name=name,
        type=_type(item, name),
        category=slug(_name(item, "category") or "lightcast"),
        description=item.get("description") or "",
        aliases=(bare,) if bare != name and " " in bare else (),
    )


def _type(item: dict[str, Any], name: str) -> SkillType:
    kind = _name(item, "type")
    if "Certification" in kind:
        return "certification"
    if kind == "Common Skill" and not item.get("isLanguage"):
        return "soft"
    if name.endswith("(Programming Language)"):
        return "language"
    return "tool" if item.get("isSoftware") else "concept"


def _name(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value.get("name") or "") if isinstance(value, dict) else ""
