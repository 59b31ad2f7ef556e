"""Import ESCO, the European classification of skills, v1.1 and v1.2.

Reads the official CSV files by column name, from a folder or the downloaded zip: `skills_en.csv` and the thematic
collections (labels apart by line ends or by " | "), and, where they are there, the broader and the skill-to-skill
relations. The latter say that two skills meet in occupations: they become weak `related` edges, not implications.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from skillmatch.taxonomy.importers.draft import Draft, Imported, settle, slug
from skillmatch.taxonomy.importers.source import Row, Source
from skillmatch.taxonomy.skill import SkillType

HEAD = (
    "This service uses the ESCO classification of the European Commission.",
    "Modified from the original: one form belongs to one skill, descriptions are cut. CC BY 4.0, https://esco.ec.europa.eu",
)
WEIGHTS = {"essential": 0.3, "optional": 0.15}
_SEPARATOR = re.compile(r"\n|\s\|\s")
_COLUMNS = ("conceptUri", "preferredLabel", "altLabels")


def read_skills(path: Path) -> Imported:
    """Read ESCO's skills.

    Raises
    ------
    TaxonomyError
        Files or columns are missing, or cannot be read; all problems are listed.
    """
    source = Source(path)
    rows = _skill_rows(source)
    broader = _relations(source, "broaderRelationsSkillPillar", "conceptUri", "broaderUri")
    related = source.find("skillSkillRelations", ".csv")
    near = source.tables(related, required=("originalSkillUri", "relatedSkillUri", "relationType")) if related else []
    hierarchy = source.find("skillsHierarchy", ".csv")
    groups = source.tables(hierarchy, required=("Level 0 preferred term", "Level 1 URI")) if hierarchy else []
    source.check()
    categories = _Categories(groups, broader)
    edges: dict[str, list[tuple[str, float]]] = {}
    for row in near:
        weight = WEIGHTS.get(row["relationType"])
        if weight is not None:
            edges.setdefault(row["originalSkillUri"], []).append((row["relatedSkillUri"], weight))
    drafts = [_draft(uri, given, categories, broader, edges) for uri, given in rows.items()]
    skills, notes = settle(drafts)
    return Imported(name="esco", version="1", head=HEAD, skills=tuple(skills), notes=tuple(notes))


def _skill_rows(source: Source) -> dict[str, list[Row]]:
    """Return the rows of each skill by its URI, those of `skills` before those of the collections."""
    main = source.find("skills", ".csv")
    collections = [name for name in source.names if "collection" in name.lower() and name.lower().endswith(".csv")]
    names = [name for name in (main, *collections) if name]
    if not names:
        names = source.names if len(source.names) == 1 else []
    if not names:
        source.note("skills_en.csv", "is missing, and there is no collection either")
    rows: dict[str, list[Row]] = {}
    for name in names:
        for row in source.tables(name, required=_COLUMNS):
            if row["preferredLabel"] and row.get("status", "released") in ("released", ""):
                rows.setdefault(row["conceptUri"], []).append(row)
    return rows


def _relations(source: Source, stem: str, child: str, parent: str) -> dict[str, list[str]]:
    name = source.find(stem, ".csv")
    edges: dict[str, list[str]] = {}
    for row in source.tables(name, required=(child, parent)) if name else ():
        edges.setdefault(row[child], []).append(row[parent])
    return edges


def _draft(
    uri: str,
    rows: list[Row],
    categories: _Categories,
    broader: Mapping[str, list[str]],
    related: Mapping[str, list[tuple[str, float]]],
) -> Draft:
    first = rows[0]
    labels = [row.get(column, "") for row in rows for column in ("preferredLabel", "altLabels", "hiddenLabels")]
    parents = broader.get(uri) or _SEPARATOR.split(rows[-1].get("broaderConceptUri", ""))
    category = categories.of(uri, parents)
    levels = {row.get("reuseLevel", "") for row in rows}
    return Draft(
        key=uri,
        name=first["preferredLabel"],
        type=_type(first["preferredLabel"], category, levels),
        category=category,
        description=next((row["description"] for row in rows if row.get("description")), ""),
        aliases=tuple(label.strip() for text in labels for label in _SEPARATOR.split(text) if label.strip()),
        broader=tuple(parents),
        related=tuple(related.get(uri, ())),
        ids={"esco": uri},
    )


def _type(name: str, category: str, levels: set[str]) -> SkillType:
    if name.endswith("(computer programming)"):
        return "language"
    spoken = category.startswith("language")
    return "soft" if not spoken and (category.startswith("transversal") or "transversal" in levels) else "concept"


class _Categories:
    """The category of a skill: the group of the first or second level of ESCO's hierarchy that it hangs under."""

    def __init__(self, hierarchy: Iterable[Row], broader: Mapping[str, list[str]]) -> None:
        self._broader = broader
        self._names: dict[str, str] = {}
        for row in hierarchy:
            pillar = row["Level 0 preferred term"]
            name = pillar if pillar != "skills" else row.get("Level 1 preferred term") or pillar
            for level in ("Level 0 URI", "Level 1 URI", "Level 2 URI", "Level 3 URI"):
                if row.get(level):
                    self._names.setdefault(row[level], slug(name))

    def of(self, uri: str, parents: Iterable[str]) -> str:
        """Walk up from a skill until a group is met; the nearest, and the first by URI, wins."""
        level, seen = sorted(parents), {uri}
        while level:
            known = [self._names[parent] for parent in level if parent in self._names]
            if known:
                return known[0]
            seen.update(level)
            level = sorted({above for parent in level for above in self._broader.get(parent, ())} - seen)
        return "esco"
