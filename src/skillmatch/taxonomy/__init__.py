"""The skill taxonomy: data that people edit, loaded and checked.

Taxonomy.default()          the shipped one
Taxonomy.load(a, b)         folders or files; later ones add to and change earlier ones
"""

from __future__ import annotations

from skillmatch.taxonomy.load import Taxonomy as Taxonomy
from skillmatch.taxonomy.skill import Relation as Relation
from skillmatch.taxonomy.skill import Skill as Skill

__all__ = ["Relation", "Skill", "Taxonomy"]
