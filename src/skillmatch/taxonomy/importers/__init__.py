"""Turn other people's skill lists into a taxonomy of ours.

`import_skills("esco", path)` reads the official files of ESCO, and so on for each of `FORMATS`. What comes out
always loads: a label that two skills claim goes to one of them, and notes say how many did.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from skillmatch.errors import UsageError
from skillmatch.taxonomy.importers.draft import Imported as Imported

FORMATS = {
    "csv": "a table with a column `name`, and any other key of a skill",
    "esco": "ESCO v1.1 or v1.2: skills_en.csv, a collection, their folder or the downloaded zip",
    "lightcast": "your own Lightcast Open Skills JSON",
    "onet": "O*NET: Technology Skills.txt, Software Skills.txt, their folder or zip",
    "rsd": "Open Skills Network rich skill descriptors as CSV",
    "xlsx": "the same table as csv, on the first sheet of a workbook",
}


def import_skills(format: str, source: str | Path, *, hot_only: bool = False) -> Imported:
    """Read skills from a source in one of `FORMATS`.

    Parameters
    ----------
    format
        One of `FORMATS`.
    source
        File, folder or zip, as the format says.
    hot_only
        Keep only what O*NET calls a Hot Technology.

    Raises
    ------
    TaxonomyError
        The source cannot be used; the message lists every problem with its place.
    UsageError
        There is no such format.
    """
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    name = "table" if format in ("csv", "xlsx") else format
    module = import_module(f"skillmatch.taxonomy.importers.{name}")
    if format == "onet":
        imported: Imported = module.read_skills(Path(source), hot_only=hot_only)
        return imported
    read: Callable[[Path], Imported] = module.read_skills
    return read(Path(source))
