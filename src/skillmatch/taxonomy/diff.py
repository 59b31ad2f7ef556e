"""Tell two versions of a taxonomy apart: what a reviewer and a release note need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillmatch.taxonomy.check import fold_form
from skillmatch.taxonomy.load import Taxonomy
from skillmatch.taxonomy.parse import KEYS
from skillmatch.taxonomy.skill import Skill

_OTHER = tuple(key for key in KEYS if key not in ("id", "name", "aliases", "exact", "retired"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    `kind` is added, removed, retired, renamed, category, form-added, form-removed, form-moved or changed; `before`
    and `after` are what it names: skill names, categories, forms, skill ids or keys.
    """

    kind: str
    skill_id: str
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        told = {"form-moved": f"{self.before!r} moved to {self.after}", "changed": self.after}
        return f"{self.kind:13}{self.skill_id}: " + told.get(
            self.kind, " -> ".join(filter(None, (self.before, self.after)))
        )


def compare(old: Taxonomy, new: Taxonomy) -> tuple[Change, ...]:
    """List the differences, by kind of what they do to a skill and then by its id.

    A skill whose id is gone but whose name now has another id counts as removed and added: ids are what
    profiles refer to.

    Examples
    --------
    >>> one = Skill(id="go", name="Go", type="language", category="c", aliases=("golang",))
    >>> two = Skill(id="go", name="Go", type="language", category="c", aliases=("golang", "go lang"))
    >>> [str(change) for change in compare(Taxonomy([one]), Taxonomy([two]))]
    ['form-added   go: go lang']
    """
    changes = [
        Change(kind="removed", skill_id=skill.id, before=skill.name) for skill in old.stated if skill.id not in new
    ]
    changes += [
        Change(kind="added", skill_id=skill.id, after=skill.name) for skill in new.stated if skill.id not in old
    ]
    owners = _owners(new)
    after = {skill.id: skill for skill in new.stated}
    for skill in old.stated:
        if skill.id in after:
            changes += _changes_of(skill, after[skill.id], owners)
        else:
            changes += _moves(skill, (skill.name, *skill.aliases, *skill.exact), owners)
    return tuple(changes)


def _changes_of(old: Skill, new: Skill, owners: Mapping[str, str]) -> list[Change]:
    changes = []
    if new.retired and not old.retired:
        changes.append(Change(kind="retired", skill_id=old.id, before=old.name, after=new.replaced_by or ""))
    if new.name != old.name:
        changes.append(Change(kind="renamed", skill_id=old.id, before=old.name, after=new.name))
    if new.category != old.category:
        changes.append(Change(kind="category", skill_id=old.id, before=old.category, after=new.category))
    before, after = _forms(old), _forms(new)
    gone = [form for form in before if form not in after]
    moved = _moves(old, gone, owners)
    changes += moved
    left = {change.before for change in moved}
    changes += [Change(kind="form-removed", skill_id=old.id, before=form) for form in gone if form not in left]
    changes += [Change(kind="form-added", skill_id=old.id, after=form) for form in after if form not in before]
    keys = [key for key in _OTHER if getattr(old, key) != getattr(new, key)]
    if keys:
        changes.append(Change(kind="changed", skill_id=old.id, after=", ".join(keys)))
    return changes


def _forms(skill: Skill) -> dict[str, None]:
    return dict.fromkeys((skill.name, *skill.aliases, *skill.exact))


def _moves(skill: Skill, forms: Iterable[str], owners: Mapping[str, str]) -> list[Change]:
    found = [(form, owners.get(fold_form(form), skill.id)) for form in dict.fromkeys(forms)]
    return [
        Change(kind="form-moved", skill_id=skill.id, before=form, after=owner)
        for form, owner in found
        if owner != skill.id
    ]


def _owners(taxonomy: Taxonomy) -> dict[str, str]:
    return {fold_form(form): skill.id for skill in taxonomy for form in _forms(skill)}
