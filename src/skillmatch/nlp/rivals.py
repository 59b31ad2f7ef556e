"""Tell by the taxonomy what a slash between names stands for: "AWS/Azure" is either, "HTML/CSS" is both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from skillmatch.models import Mention
from skillmatch.taxonomy import Taxonomy

SLASHED = "slash"  # how the names of groups begin that only a slash makes


def keep_rivals(mentions: Iterable[Mention], taxonomy: Taxonomy) -> list[Mention]:
    """Dissolve the slash lists whose neighbours the taxonomy does not call alternatives of each other."""
    mentions = list(mentions)
    groups: dict[str, list[str]] = {}
    for mention in mentions:
        if mention.any_of and mention.any_of.startswith(SLASHED):
            groups.setdefault(mention.any_of, []).append(mention.skill_id)
    apart = {name for name, ids in groups.items() if not _are_rivals(ids, taxonomy)}
    return [replace(mention, any_of=None) if mention.any_of in apart else mention for mention in mentions]


def _are_rivals(ids: Sequence[str], taxonomy: Taxonomy) -> bool:
    return len(ids) > 1 and all(
        _is_rival(taxonomy, *pair) or _is_rival(taxonomy, *pair[::-1]) for pair in pairwise(ids)
    )


def _is_rival(taxonomy: Taxonomy, one: str, other: str) -> bool:
    return any(relation.id == other and relation.reason == "alternative" for relation in taxonomy[one].related)
