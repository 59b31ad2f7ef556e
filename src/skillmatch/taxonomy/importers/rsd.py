"""Import rich skill descriptors of the Open Skills Network (OSMT) as CSV."""

from __future__ import annotations

from pathlib import Path

from skillmatch.taxonomy.importers.draft import Draft, Imported, settle, slug
from skillmatch.taxonomy.importers.source import Row, Source

_ESCO = "data.europa.eu/esco/"


def read_skills(path: Path) -> Imported:
    """Read skill descriptors: the name, its statement as description, its first category, ESCO alignments as ids.

    Keywords tell what a descriptor is about, not how else it is called, so they do not become aliases.

    Raises
    ------
    TaxonomyError
        Columns are missing or the file cannot be read.
    """
    source = Source(path)
    rows = source.tables(path.name, required=("RSD Name", "Skill Statement"))
    source.check()
    skills, notes = settle(_draft(number, row) for number, row in enumerate(rows) if row["RSD Name"])
    return Imported(name=path.stem, version="1", head=(), skills=tuple(skills), notes=tuple(notes))


def _draft(number: int, row: Row) -> Draft:
    category = next(
        (part.strip() for part in row.get("Categories", row.get("Category", "")).split(";") if part.strip()), ""
    )
    links = [link.strip() for link in row.get("Alignment URL", "").split(";")]
    esco = next((link for link in links if _ESCO in link), None)
    return Draft(
        key=f"{number:06}",
        name=row["RSD Name"],
        type="concept",
        category=slug(category or "rsd"),
        description=row["Skill Statement"],
        ids={"esco": esco} if esco else {},
    )
