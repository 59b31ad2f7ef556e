"""Load taxonomy files into one immutable `Taxonomy`."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cached_property
from importlib.resources import as_file, files
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

from skillmatch.errors import TaxonomyError
from skillmatch.kept import keep, recall
from skillmatch.models import TaxonomyRef
from skillmatch.taxonomy.amend import amend_skill, build_skill
from skillmatch.taxonomy.check import Problem, check_skills, fold_form, list_problems
from skillmatch.taxonomy.collector import no_collection
from skillmatch.taxonomy.compiled import fingerprint_files, from_rows, to_rows
from skillmatch.taxonomy.parse import Entry, SkillFile, parse_file
from skillmatch.taxonomy.skill import Relation, Skill
from skillmatch.toml import load_toml

META = "taxonomy.toml"  # the one file of a folder that holds no skills: name and version
KEPT = "taxonomy"  # how taxonomies that were read are known among what is kept
DEFAULT = "default"  # names the shipped taxonomy where a path is expected

_fields = attrgetter(*(field.name for field in dataclasses.fields(Skill) if field.name != "related"))


class Taxonomy:
    """Skills by id, with the relations between them in both directions.

    Build one with `default`, `load` or, in a test, from `Skill` objects. Iterating gives the skills to look for: a
    retired one is left out, and its forms count for the one that replaces it. It can still be had by its id.

    Attributes
    ----------
    name, version
        Joined by "+" where several taxonomies were loaded.
    stated
        All skills as they were stated, retired ones too, sorted by id.

    Examples
    --------
    >>> taxonomy = Taxonomy([Skill(id="sql", name="SQL", type="language", category="programming-languages")])
    >>> taxonomy["sql"].name
    'SQL'
    """

    def __init__(self, skills: Iterable[Skill], *, name: str = "custom", version: str = "0") -> None:
        self.name = name
        self.version = version
        self.stated = tuple({skill.id: skill for skill in sorted(skills, key=lambda skill: skill.id)}.values())
        self._skills = _settle_retired({skill.id: skill for skill in self.stated})
        self._in_use = tuple(skill for skill in self._skills.values() if not skill.retired)

    @classmethod
    def default(cls) -> Taxonomy:
        """Load the taxonomy that is shipped with skillmatch."""
        return cls.load(DEFAULT)

    @classmethod
    def load(cls, *paths: str | Path) -> Taxonomy:
        """Load folders or files; a later one adds skills and changes those of earlier ones.

        Parameters
        ----------
        paths
            Folders or files; "default" stands for the shipped taxonomy. What an entry of a later one states is
            added to what is known of the skill: see `skillmatch.taxonomy.amend`.

        Raises
        ------
        TaxonomyError
            A file cannot be read or the whole has problems; the message lists all of them.
        """
        with ExitStack() as stack:
            stack.enter_context(no_collection())
            places = [stack.enter_context(_located(path)) for path in paths]
            key = fingerprint_files(places)
            if key and (known := recall(KEPT, key)):
                return cls._restore(known)
            taxonomy = cls._read(places)
            if key and key == fingerprint_files(places):  # no file changed meanwhile
                keep(KEPT, key, taxonomy._to_keep())
        return taxonomy

    @classmethod
    def _read(cls, places: Iterable[Path]) -> Taxonomy:
        """Parse and check folders or files."""
        placed: dict[str, tuple[Skill, Path]] = {}
        problems: list[Problem] = []
        names: list[tuple[str, str]] = []
        for place in places:
            name, parsed = read_taxonomy(place)
            names.append(name)
            problems += [problem for file in parsed for problem in file.problems]
            problems += _add_layer(placed, [entry for file in parsed for entry in file.entries])
        problems += check_skills(placed.values())
        if problems:
            raise TaxonomyError(list_problems(problems))
        return cls(
            (skill for skill, _ in placed.values()),
            name="+".join(name for name, _ in names),
            version="+".join(version for _, version in names),
        )

    def _to_keep(self) -> dict[str, object]:
        head = {"name": self.name, "version": self.version, "fingerprint": self.fingerprint}
        return {**head, "skills": to_rows(self.stated)}

    @classmethod
    def _restore(cls, known: Any) -> Taxonomy:
        taxonomy = cls(from_rows(known["skills"]), name=known["name"], version=known["version"])
        taxonomy.__dict__["fingerprint"] = known["fingerprint"]  # as if it had been asked for
        return taxonomy

    def __getitem__(self, skill_id: str) -> Skill:
        return self._skills[skill_id]

    def __contains__(self, skill_id: object) -> bool:
        return skill_id in self._skills

    def __iter__(self) -> Iterator[Skill]:
        return iter(self._in_use)

    def __len__(self) -> int:
        return len(self._in_use)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.stated, self.name, self.version)

    @cached_property
    def fingerprint(self) -> str:
        """First 16 hex digits of the SHA-256 of the skills, whatever files they stand in."""
        content = hashlib.sha256()
        for skill in self.stated:  # one by one: a list of all would set the garbage collector to work
            row = [*_fields(skill), [(near.id, near.weight, near.reason) for near in skill.related]]
            content.update(json.dumps(row).encode())
        return content.hexdigest()[:16]

    @cached_property
    def ref(self) -> TaxonomyRef:
        """Name, version and fingerprint, as profiles and reports carry them."""
        return TaxonomyRef(name=self.name, version=self.version, fingerprint=self.fingerprint)

    def is_form(self, text: str) -> bool:
        """Tell whether a text is a name or an alias of a skill, whatever its case."""
        return " ".join(text.split()).casefold() in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(form.casefold() for skill in self for form in (skill.name, *skill.aliases, *skill.exact))

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

        for skill in self.stated:
            close(skill.id)
        return MappingProxyType(closed)

    @cached_property
    def implying(self) -> Mapping[str, tuple[str, ...]]:
        """For each id that others imply, those others, sorted."""
        found: dict[str, list[str]] = {}
        for skill_id, implied in self.implied.items():
            for other in implied:
                found.setdefault(other, []).append(skill_id)
        return MappingProxyType({skill_id: tuple(sorted(others)) for skill_id, others in found.items()})

    @cached_property
    def related(self) -> Mapping[str, Mapping[str, Relation]]:
        """For each id, the near skills by id, in both directions; the greater weight wins."""
        near: dict[str, dict[str, Relation]] = {skill.id: {} for skill in self.stated}
        for skill in self.stated:
            for relation in skill.related:
                if relation.id in near:
                    _keep_nearest(near[skill.id], relation)
                    _keep_nearest(near[relation.id], dataclasses.replace(relation, id=skill.id))
        return MappingProxyType({skill_id: MappingProxyType(others) for skill_id, others in near.items()})


@contextmanager
def _located(path: str | Path) -> Iterator[Path]:
    """Give the path, of the shipped taxonomy for `DEFAULT`."""
    if path == DEFAULT:
        with as_file(files("skillmatch.taxonomy_data")) as folder:
            yield folder
    else:
        yield Path(path)


def _add_layer(placed: dict[str, tuple[Skill, Path]], entries: Iterable[Entry]) -> list[Problem]:
    """Build and change skills by the entries of one taxonomy; return what is wrong with them."""
    problems: list[Problem] = []
    stated: dict[str, Path] = {}
    for entry in entries:
        if entry.id in stated:
            problems.append(Problem(entry.path, entry.id, f"id is also in {stated[entry.id].name}"))
            continue
        stated[entry.id] = entry.path
        # Taken out and put back, so that a clash is laid to what was stated last.
        known, _ = placed.pop(entry.id, (None, entry.path))
        skill, wrong = build_skill(entry) if known is None else amend_skill(known, entry)
        problems += [Problem(entry.path, entry.id, message) for message in wrong]
        if skill is not None:
            placed[entry.id] = (skill, entry.path)
    return problems


def _settle_retired(skills: dict[str, Skill]) -> dict[str, Skill]:
    """Give each skill in use the forms of the retired ones that it replaces, at first or at second hand."""
    settled = dict(skills)
    for old in skills.values():
        heir, seen = old, set[str]()
        while heir.retired and heir.replaced_by in skills and heir.id not in seen:
            seen.add(heir.id)
            heir = skills[heir.replaced_by]
        if old.retired and not heir.retired:
            settled[heir.id] = _inherit(settled[heir.id], old)
    return settled


def _inherit(skill: Skill, old: Skill) -> Skill:
    own = {fold_form(form) for form in (skill.name, *skill.aliases, *skill.exact)}
    loose = [form for form in (old.name, *old.aliases) if fold_form(form) not in own and form not in old.exact]
    exact = [form for form in old.exact if fold_form(form) not in own]
    context = tuple(dict.fromkeys((*skill.context, *old.context))) if exact else skill.context
    return dataclasses.replace(skill, aliases=(*skill.aliases, *loose), exact=(*skill.exact, *exact), context=context)


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
    found = list_files(path)
    if not found:
        raise TaxonomyError(f"{path}: no .toml file in this folder")
    meta = load_toml(path / META, TaxonomyError) if (path / META).exists() else {}
    return (str(meta.get("name", path.name)), str(meta.get("version", "0"))), [parse_file(file) for file in found]


def list_files(folder: Path) -> list[Path]:
    """List the files of a taxonomy folder that hold skills, sorted."""
    return sorted(file for file in folder.glob("*.toml") if file.name != META)
