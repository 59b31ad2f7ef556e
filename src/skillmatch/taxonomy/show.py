"""Tell all that a taxonomy says of one skill: its forms, its relations both ways, its evidence."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from skillmatch.errors import UsageError
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.load import Taxonomy
from skillmatch.taxonomy.search import search

WIDTH = 100


def describe(taxonomy: Taxonomy, skill_id: str, evidence: Iterable[DocumentEvidence] = ()) -> str:
    """Describe one skill, a line for each fact; relations that other skills state of it are told too.

    Raises
    ------
    UsageError
        There is no such skill; the message names near ones.
    """
    if skill_id not in taxonomy:
        near = ", ".join(skill.id for skill, _ in search(taxonomy, skill_id, limit=3))
        raise UsageError(f"no skill has the id {skill_id!r}" + (f": did you mean {near}?" if near else ""))
    skill = taxonomy[skill_id]
    related = sorted(taxonomy.related[skill_id].values(), key=lambda relation: (-relation.weight, relation.id))
    facts: list[tuple[str, str]] = [
        ("type", skill.type),
        ("category", skill.category),
        ("description", skill.description),
        ("since", str(skill.since or "")),
        ("aliases", ", ".join(skill.aliases)),
        ("exact", ", ".join(skill.exact)),
        ("context", ", ".join(skill.context)),
        ("unless", ", ".join(skill.unless)),
        ("broader", ", ".join(skill.broader)),
        ("narrower", _stating(taxonomy, "broader", skill_id)),
        ("implies", ", ".join(skill.implies)),
        ("implied by", _stating(taxonomy, "implies", skill_id)),
        ("related", ", ".join(f"{relation.id} {relation.weight:g} ({relation.reason})" for relation in related)),
        ("retired", ("yes, replaced by " + skill.replaced_by if skill.replaced_by else "yes") if skill.retired else ""),
        ("esco", skill.esco or ""),
        ("onet", skill.onet or ""),
        ("evidence", ", ".join(f"{one.name} {one.skills[skill_id]}" for one in evidence if skill_id in one.skills)),
    ]
    return "\n".join([f"{skill.name} ({skill.id})", *(_line(key, value) for key, value in facts if value)]) + "\n"


def _line(key: str, value: str) -> str:
    return textwrap.fill(value, WIDTH, initial_indent=f"  {key:12}", subsequent_indent=" " * 14, break_on_hyphens=False)


def _stating(taxonomy: Taxonomy, key: str, skill_id: str) -> str:
    return ", ".join(skill.id for skill in taxonomy if skill_id in getattr(skill, key))
