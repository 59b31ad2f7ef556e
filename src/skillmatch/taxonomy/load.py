"""Load taxonomy files into one immutable `Taxonomy`."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from types import MappingProxyType

from skillmatch.errors import TaxonomyError
from skillmatch.models import TaxonomyRef
from skillmatch.taxonomy.check import Problem, check_skills
from skillmatch.taxonomy.parse import SkillFile, parse_file
from skillmatch.taxonomy.skill import Relation, Skill
from skillmatch.toml import load_toml

META = "taxonomy.toml"  # the one file of a folder that holds no skills: name and version


class Taxonomy:
    """Skills by id, with the relations between them in both directions.

    Build one with `default`, `load` or, in a test, from `Skill` objects.

    Examples
    --------
    >>> taxonomy = Taxonomy([Skill(id="sql", name="SQL", type="language", category="programming-languages")])
    >>> taxonomy["sql"].name
    'SQL'
    """

    def __init__(self, skills: Iterable[Skill], *, name: str = "custom", version: str = "0") -> None:
        self.name = name
        self.version = version
        self._skills = MappingProxyType({skill.id: skill for skill in sorted(skills, key=lambda skill: skill.id)})

    @classmethod
    def default(cls) -> Taxonomy:
        """Load the taxonomy that is shipped with skillmatch."""
        with as_file(files("skillmatch.taxonomy_data")) as folder:
            return cls.load(folder)

    @classmethod
    def load(cls, *paths: str | Path) -> Taxonomy:
        """Load folders or files; a skill of a later path replaces that of an earlier one.

        Raises
        ------
        TaxonomyError
            A file cannot be read or the whole has problems; the message lists all of them.
        """
        skills: dict[str, tuple[Skill, Path]] = {}
        problems: list[Problem] = []
        names: list[tuple[str, str]] = []
        for path in map(Path, paths):
            name, parsed = read_taxonomy(path)
            names.append(name)
            problems += [problem for file in parsed for problem in file.problems]
            layer: dict[str, tuple[Skill, Path]] = {}
            for file in parsed:
                for skill in file.skills:
                    if skill.id in layer:
                        problems.append(Problem(file.path, skill.id, f"id is also in {layer[skill.id][1].name}"))
                    layer[skill.id] = (skill, file.path)
            skills |= layer
        problems += check_skills(skills.values())
        if problems:
            listing = "\n".join(map(str, problems))
            raise TaxonomyError(f"{len(problems)} problems in the taxonomy:\n{listing}")
        return cls(
            (skill for skill, _ in skills.values()),
            name="+".join(name for name, _ in names),
            version="+".join(version for _, version in names),
        )

    def __getitem__(self, skill_id: str) -> Skill:
        return self._skills[skill_id]

    def __contains__(self, skill_id: object) -> bool:
        return skill_id in self._skills

    def __iter__(self) -> Iterator[Skill]:
        return iter(self._skills.values())

    def __len__(self) -> int:
        return len(self._skills)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (tuple(self), self.name, self.version)

    @cached_property
    def fingerprint(self) -> str:
        """First 16 hex digits of the SHA-256 of the skills, whatever files they stand in."""
        content = json.dumps([dataclasses.asdict(skill) for skill in self], sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    @cached_property
    def ref(self) -> TaxonomyRef:
        """Name, version and fingerprint, as profiles and reports carry them."""
        return TaxonomyRef(name=self.name, version=self.version, fingerprint=self.fingerprint)

    @cached_property
    def implied(self) -> Mapping[str, frozenset[str]]:
        """For each id, all ids that having it is evidence of, through `implies` and `broader`."""
        closed: dict[str, frozenset[str]] = {}

        def close(skill_id: str) -> frozenset[str]:
            if skill_id not in closed:
                closed[skill_id] = frozenset()  # ends a cycle that the checks did not see
                skill = self[skill_id]
                parents = [parent for parent in (*skill.implies, *skill.broader) if parent in self]
                closed[skill_id] = frozenset(parents).union(*(close(parent) for parent in parents))
            return closed[skill_id]

        for skill in self:
            close(skill.id)
        return MappingProxyType(closed)

    @cached_property
    def related(self) -> Mapping[str, Mapping[str, Relation]]:
        """For each id, the near skills by id, in both directions; the greater weight wins."""
        near: dict[str, dict[str, Relation]] = {skill.id: {} for skill in self}
        for skill in self:
            for relation in skill.related:
                if relation.id in near:
                    _keep_nearest(near[skill.id], relation)
                    _keep_nearest(near[relation.id], dataclasses.replace(relation, id=skill.id))
        return MappingProxyType({skill_id: MappingProxyType(others) for skill_id, others in near.items()})


def _keep_nearest(relations: dict[str, Relation], relation: Relation) -> None:
    known = relations.get(relation.id)
    if known is None or known.weight < relation.weight:
        relations[relation.id] = relation


def _rebuild(skills: tuple[Skill, ...], name: str, version: str) -> Taxonomy:
    return Taxonomy(skills, name=name, version=version)


def read_taxonomy(path: Path) -> tuple[tuple[str, str], list[SkillFile]]:
    """Read one folder or file without checking relations.

    Returns
    -------
    The name and version, and the parsed files in sorted order.
    """
    if not path.exists():
        raise TaxonomyError(f"{path}: no such taxonomy file or folder")
    if path.is_file():
        return (path.stem, "0"), [parse_file(path)]
    found = sorted(file for file in path.glob("*.toml") if file.name != META)
    if not found:
        raise TaxonomyError(f"{path}: no .toml file in this folder")
    meta = load_toml(path / META, TaxonomyError) if (path / META).exists() else {}
    return (str(meta.get("name", path.name)), str(meta.get("version", "0"))), [parse_file(file) for file in found]
