"""From labels as a source states them to skills that can stand in one taxonomy.

Sources give one label to several skills, qualify names in brackets ("Python (computer programming)") and have names
of one letter. Here each form gets one owner, and names that are also words or letters are bound to their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from skillmatch.taxonomy.check import fold_form
from skillmatch.taxonomy.skill import Relation, Skill, SkillType

SHORT = 2  # letters; a name as short as this counts in its own case and near context only
CONTEXT = ("programming", "language", "software", "code", "developer")
_BRACKET = re.compile(r"^(?P<name>.*\S)\s*\((?P<field>[^()]+)\)$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]{3,}")
MAX_DESCRIPTION = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One skill as a source states it; `broader` and `related` name keys of other drafts."""

    key: str
    name: str
    type: SkillType
    category: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[tuple[str, float], ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)  # `esco` and `onet`


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import gives: skills, the name, version and attribution of the source, and what was changed."""

    name: str
    version: str
    head: tuple[str, ...]
    skills: tuple[Skill, ...]
    notes: tuple[str, ...] = ()


def slug(name: str) -> str:
    """Make an id of a name.

    Examples
    --------
    >>> [slug(name) for name in ("C++", "C#", ".NET", "Node.js", "CI/CD", "Crème brûlée")]
    ['c-plus-plus', 'c-sharp', 'dot-net', 'node-js', 'ci-cd', 'cr-me-br-l-e']
    """
    name = re.sub(r"^\.(?=\w)", "dot ", name.lower()).replace("++", " plus plus").replace("#", " sharp")
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-") or "skill"


def settle(drafts: Iterable[Draft]) -> tuple[list[Skill], list[str]]:
    """Make skills of drafts: ids and forms unique, relations between known skills.

    Names go before aliases, and drafts in the order of their keys. A draft whose name is taken joins its owner.

    Returns
    -------
    The skills and notes for the person who imports them.
    """
    ordered = sorted((draft for draft in drafts if fold_form(draft.name)), key=lambda draft: draft.key)
    owners: dict[str, str] = {}  # folded form to key
    merged: dict[str, list[Draft]] = {}
    for draft in ordered:
        merged.setdefault(owners.setdefault(fold_form(draft.name), draft.key), []).append(draft)
    home = {draft.key: key for key, group in merged.items() for draft in group}
    ids = _unique_ids({key: group[0] for key, group in merged.items()})
    exact = {key: _cased_form(group[0].name, key, owners) for key, group in merged.items()}
    skills, dropped = [], 0
    for key, group in merged.items():
        forms, lost = _claim(group, owners)
        dropped += lost
        skills.append(_build(ids, home, group, forms, exact[key]))
    notes = [f"{len(ordered) - len(merged)} skills joined one of the same name"] if len(ordered) > len(merged) else []
    if dropped:
        notes.append(f"{dropped} labels left out: another skill has them, or they have no letter")
    return skills, notes


def _unique_ids(firsts: Mapping[str, Draft]) -> dict[str, str]:
    taken: dict[str, int] = {}
    ids = {}
    for key, draft in firsts.items():
        wanted = slug(draft.name)
        taken[wanted] = taken.get(wanted, 0) + 1
        ids[key] = wanted if taken[wanted] == 1 else f"{wanted}-{taken[wanted]}"
        taken.setdefault(ids[key], 1)
    return ids


def _cased_form(name: str, key: str, owners: dict[str, str]) -> tuple[str, ...]:
    """Return the form of a name that counts in its own case only, if free: a short one, or one before brackets."""
    if len(fold_form(name)) <= SHORT:
        return (name,)
    found = _BRACKET.match(name)
    if found and found["name"][0].isupper() and " " not in found["name"]:
        return (found["name"],) if owners.setdefault(fold_form(found["name"]), key) == key else ()
    return ()


def _claim(group: list[Draft], owners: dict[str, str]) -> tuple[list[str], int]:
    """Take the labels that are still free; count those that are another's."""
    key = group[0].key
    own = {fold_form(group[0].name)}
    claimed, dropped = [], 0
    for label in (label for draft in group for label in draft.aliases):
        folded = fold_form(label)
        if folded in own:
            continue
        if not any(map(str.isalnum, folded)) or owners.setdefault(folded, key) != key:
            dropped += 1
            continue
        own.add(folded)
        claimed.append(label)
    return claimed, dropped


def _build(
    ids: Mapping[str, str], home: Mapping[str, str], group: list[Draft], forms: list[str], cased: tuple[str, ...]
) -> Skill:
    first, skill_id = group[0], ids[group[0].key]
    exact = tuple(dict.fromkeys((*cased, *(form for form in forms if len(fold_form(form)) <= SHORT))))
    bracket = _BRACKET.match(first.name)
    context = tuple(_WORD.findall(bracket["field"].lower())) if bracket else ()
    broader = {ids[home[key]] for draft in group for key in draft.broader if key in home} - {skill_id}
    weights: dict[str, float] = {}
    for key, weight in sorted((pair for draft in group for pair in draft.related), key=lambda pair: pair[1]):
        if key in home and ids[home[key]] != skill_id:
            weights[ids[home[key]]] = weight
    return Skill(
        id=skill_id,
        name=first.name,
        type=first.type,
        category=first.category,
        description=shorten(next((draft.description for draft in group if draft.description), "")),
        aliases=tuple(form for form in forms if form not in exact and fold_form(form) not in map(fold_form, cased)),
        exact=exact,
        context=(context or CONTEXT) if exact else (),
        broader=tuple(sorted(broader)),
        related=tuple(Relation(id=key, weight=weights[key], reason="transferable") for key in sorted(weights)),
        esco=next((draft.ids["esco"] for draft in group if "esco" in draft.ids), None),
        onet=next((draft.ids["onet"] for draft in group if "onet" in draft.ids), None),
    )


def shorten(text: str) -> str:
    r"""Return the first sentence, cut at a word if it is long.

    Examples
    --------
    >>> shorten("The ways of making tea.\nIt has others.")
    'The ways of making tea.'
    """
    first = _SENTENCE.split(" ".join(text.split()), maxsplit=1)[0]
    return first if len(first) <= MAX_DESCRIPTION else first[:MAX_DESCRIPTION].rsplit(" ", 1)[0] + " ..."
