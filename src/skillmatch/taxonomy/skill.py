"""One skill of the taxonomy, as the TOML files state it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SkillType = Literal["language", "library", "concept", "tool", "soft", "certification"]
RelationReason = Literal["alternative", "successor", "same-family", "transferable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A near skill: `weight` in (0, 1) is the credit that having one gives for the other."""

    id: str
    weight: float
    reason: RelationReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A skill and everything that helps to find it.

    `name` and `aliases` are matched whatever the case, `exact` forms in their own case only. Where
    there are `context` words, an exact form counts only near one of them, in a skills section or
    among other skills. A form inside one of the `unless` phrases is not this skill. `implies` are
    skills that having this one is evidence of, `broader` more general ones.
    """

    id: str
    name: str
    type: SkillType
    category: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    related: tuple[Relation, ...] = ()
    replaced_by: str | None = None
    retired: bool = False
    since: int | None = None
    esco: str | None = None
    onet: str | None = None
