"""Write the files of a taxonomy: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from skillmatch.errors import UsageError
from skillmatch.taxonomy.format import format_skills, quote
from skillmatch.taxonomy.load import META, list_files
from skillmatch.taxonomy.parse import SCHEMA
from skillmatch.taxonomy.skill import Skill


def write_files(contents: Mapping[Path, str | bytes]) -> None:
    """Write every content to a temporary file beside its place, then put all in place.

    If one cannot be written or placed, all places keep what they held.

    Raises
    ------
    UsageError
        A file cannot be written.
    """
    staged: dict[Path, Path] = {}
    placed: dict[Path, Path | None] = {}  # target to a copy of what it held
    try:
        for target, content in contents.items():
            staged[target] = _stage(target, content.encode() if isinstance(content, str) else content)
        for target, temporary in staged.items():
            placed[target] = _stage(target, target.read_bytes()) if target.exists() else None
            temporary.replace(target)
    except OSError as error:
        _put_back(placed)
        raise UsageError(f"{error.filename or 'file'}: cannot be written: {error.strerror}") from error
    finally:
        for temporary in (*staged.values(), *(old for old in placed.values() if old)):
            temporary.unlink(missing_ok=True)


def _stage(target: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(name).chmod(0o644)
    return Path(name)


def _put_back(placed: Mapping[Path, Path | None]) -> None:
    for target, old in placed.items():
        if old is not None:
            old.replace(target)
        else:
            target.unlink(missing_ok=True)


def write_taxonomy(path: Path, skills: Iterable[Skill], *, name: str, version: str, head: Iterable[str] = ()) -> int:
    """Write skills as one file, or as a folder with one file for each category.

    Parameters
    ----------
    path
        A file with the suffix .toml takes all skills into one category: theirs if they share one, else
        the name of the file. Anything else is a folder, which may not hold other taxonomy files.
    skills, name, version
        What to write.
    head
        Lines of the comment at the top of every file: source and licence.

    Returns
    -------
    The number of files with skills.
    """
    skills = list(skills)
    comment = "".join(f"# {line}".rstrip() + "\n" for line in head)
    categories = sorted({skill.category for skill in skills})
    if path.suffix == ".toml":
        category = categories[0] if len(categories) == 1 else path.stem
        write_files({path: comment + format_skills(skills, category)})
        return 1
    texts: dict[Path, str | bytes] = {}
    for category in categories:
        inside = [skill for skill in skills if skill.category == category]
        texts[path / f"{category}.toml"] = comment + format_skills(inside, category)
    meta = f"schema = {SCHEMA}\nname = {quote(name)}\nversion = {quote(version)}\n"
    texts[path / META] = comment + meta
    strangers = [file.name for file in list_files(path) if file not in texts] if path.is_dir() else []
    if strangers:
        raise UsageError(f"{path}: holds other taxonomy files ({', '.join(strangers[:5])}): choose a new folder")
    path.mkdir(parents=True, exist_ok=True)
    write_files(texts)
    return len(categories)
