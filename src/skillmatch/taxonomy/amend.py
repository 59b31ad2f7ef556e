"""Make skills of entries: a first entry builds a skill, one in a later taxonomy changes it.

The rule for a later taxonomy (`Taxonomy.load(base, mine)`): what it states is added to what was there. Single
values (`name`, `type`, `description`, `retired`, ...) take the place of the earlier ones, lists (`aliases`, `exact`,
...) grow, and `remove` takes items off them. The category stays that of the first entry.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from skillmatch.taxonomy.parse import LISTS, Entry
from skillmatch.taxonomy.skill import Relation, Skill


def build_skill(entry: Entry) -> tuple[Skill | None, list[str]]:
    """Build a new skill; None, and what is wrong, if the entry says too little."""
    wrong = [
        f"{key} is missing (no earlier taxonomy has this skill)" for key in ("name", "type") if key not in entry.values
    ]
    if "remove" in entry.values:
        wrong.append("remove has no effect: no earlier taxonomy has this skill")
    if wrong:
        return None, wrong
    values: dict[str, Any] = dict(entry.values)
    return Skill(category=entry.category, **values), []


def amend_skill(skill: Skill, entry: Entry) -> tuple[Skill, list[str]]:
    """Apply a later entry to a skill; also return what is wrong with it.

    Examples
    --------
    >>> from pathlib import Path
    >>> go = Skill(id="go", name="Go", type="language", category="languages", aliases=("golang",))
    >>> entry = Entry(id="go", category="mine", path=Path("mine.toml"), values={"id": "go", "aliases": ("go lang",)})
    >>> amend_skill(go, entry)[0].aliases
    ('golang', 'go lang')
    """
    values: dict[str, Any] = {key: value for key, value in entry.values.items() if key != "remove"}
    for key in LISTS:
        if key in values:
            values[key] = tuple(dict.fromkeys((*getattr(skill, key), *values[key])))
    if "related" in values:
        relations: dict[str, Relation] = {relation.id: relation for relation in (*skill.related, *values["related"])}
        values["related"] = tuple(relations.values())
    changed = dataclasses.replace(skill, **values)
    return _without(changed, entry.values.get("remove", ()))


def _without(skill: Skill, items: object) -> tuple[Skill, list[str]]:
    wrong = []
    for item in items if isinstance(items, tuple) else ():
        kept: dict[str, Any] = {key: tuple(one for one in getattr(skill, key) if one != item) for key in LISTS}
        kept["related"] = tuple(relation for relation in skill.related if relation.id != item)
        less = dataclasses.replace(skill, **kept)
        if less == skill:
            wrong.append(f"remove names {item!r}, which no list of this skill holds")
        skill = less
    return skill, wrong
