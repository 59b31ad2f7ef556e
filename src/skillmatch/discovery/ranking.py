"""Rank the terms of documents by how much they look like skills, and make proposals of the best.

What a term earns is a weighted sum of traits (`_WEIGHTS`), turned into a confidence by the logistic function. The
weights are rounded from a logistic regression that told hidden skills from other terms; `benchmarks/eval_discovery.py`
measures them on other draws of hidden skills.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from skillmatch.discovery.contexts import Contexts, merge
from skillmatch.discovery.evidence import evidence_of, observe_paths
from skillmatch.discovery.sightings import DocumentSightings, Key, Sighting
from skillmatch.discovery.suggest import Suggester
from skillmatch.matcher import SkillMatcher
from skillmatch.models import Failure
from skillmatch.nlp.headings import heading_kind
from skillmatch.nlp.normalise import fold_word
from skillmatch.nlp.terms import iter_terms
from skillmatch.scoring import Background
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.evidence import DocumentEvidence
from skillmatch.taxonomy.proposals import Proposal

MIN_COUNT = 2
LIMIT = 1500
GAIN = 0.5  # how much the frequency of a term counts in the order of the proposals, beside how sure it is
MIN_CONFIDENCE = 0.05  # on the development data, less sure terms are skills in less than one case of ten
NESTED = 0.8  # a term that stands this often inside one longer term is a part of that
COVERED = 0.5  # a longer term is dropped for the shorter one in it unless it is this share of its places
GLUED = 10  # how much more frequent both halves of two words that lost their gap are than the whole
RULE_SHARE = 1 / 3  # of its places at which a rule must hold to be told

_WEIGHTS = {
    "shape": 0.5, "left": 0.6, "right": 0.6, "listed": 0.5, "head": 0.3, "bounds": -0.65, "count": -0.2,
    "documents": 0.6, "long": -0.9, "rarity": 0.45,
}  # fmt: skip
_BIAS = -2.75
_HALVES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What documents gave: proposals, evidence of known skills, and what could not be read."""

    proposals: tuple[Proposal, ...]
    evidence: tuple[DocumentEvidence, ...]
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class _Term:
    key: Key
    sightings: Sequence[Sighting]
    text: str
    documents: int
    values: Mapping[str, float]
    score: float


def propose(
    paths: Iterable[str | Path] | str | Path,
    matcher: SkillMatcher,
    *,
    limit: int = LIMIT,
    min_count: int = MIN_COUNT,
    workers: int | None = None,
) -> Discovery:
    """Read documents and propose what their words suggest.

    Parameters
    ----------
    paths
        Files or folders.
    matcher
        Its taxonomy says what is known, its background which words are common.
    limit
        Propose this many terms at most.
    min_count
        Leave out terms that stand in fewer places.
    workers
        Processes that read: the cores at hand when None.
    """
    rows = list(observe_paths(paths, matcher.taxonomy, matcher.settings, workers=workers))
    seen = [row for row in rows if not isinstance(row, Failure)]
    proposals = discover(seen, matcher.taxonomy, matcher.background, limit=limit, min_count=min_count)
    failures = tuple(row for row in rows if isinstance(row, Failure))
    return Discovery(proposals=proposals, evidence=tuple(map(evidence_of, seen)), failures=failures)


def discover(
    documents: Sequence[DocumentSightings],
    taxonomy: Taxonomy,
    background: Background,
    *,
    limit: int = LIMIT,
    min_count: int = MIN_COUNT,
) -> tuple[Proposal, ...]:
    """Propose the surest terms of documents that were observed with this taxonomy, those first that would give most."""
    terms, near, spread = merge(documents)
    terms = {key: sightings for key, sightings in terms.items() if len(sightings) >= min_count}
    contexts = Contexts(documents, taxonomy)
    counts = sum((Counter(document.skills) for document in documents), Counter[str]())
    suggester = Suggester(taxonomy, counts, background)
    ranked = sorted(_rank(terms, spread, contexts, background), key=lambda term: (-term.score, term.key))
    chosen = list(_select((term for term in ranked if not suggester.is_known(term.text)), limit))
    chosen.sort(key=lambda term: (-term.score - GAIN * math.log(len(term.sightings)), term.key))
    return tuple(_proposal(term, near[term.key], suggester) for term in chosen)


def _rank(
    terms: Mapping[Key, Sequence[Sighting]], spread: Mapping[Key, int], contexts: Contexts, background: Background
) -> Iterator[_Term]:
    around = _most_frequent_around(terms)
    for key, sightings in terms.items():
        nested = around.get(key, 0) / len(sightings)
        text = Counter(sighting.text for sighting in sightings).most_common(1)[0][0]
        if nested >= NESTED or len(text) < 2 or heading_kind(text) is not None or _is_glued(text, sightings, contexts):
            continue
        values = {
            **contexts.weigh(key, sightings),
            "bounds": sum(sighting.bounds for sighting in sightings) / (2 * len(sightings)),
            "count": math.log(len(sightings)),
            "documents": math.log(spread[key]),
            "long": float(len(key) > 2),
            "rarity": min((background.rarity(word) for word in iter_terms(text)), default=1.0),
        }
        score = _BIAS + sum(weight * values[name] for name, weight in _WEIGHTS.items())
        if _confidence(score) < MIN_CONFIDENCE:
            continue
        yield _Term(key, sightings, text, spread[key], values, score)


def _confidence(score: float) -> float:
    return 1 / (1 + math.exp(-score))


def _most_frequent_around(terms: Mapping[Key, Sequence[Sighting]]) -> dict[Key, int]:
    """For each term, the count of the most frequent longer term that holds it."""
    around: dict[Key, int] = {}
    for key, sightings in terms.items():
        for part in _parts(key):
            around[part] = max(around.get(part, 0), len(sightings))
    return around


def _parts(key: Key) -> Iterator[Key]:
    for start in range(len(key)):
        for end in range(start + 1, len(key) + 1):
            if end - start < len(key):
                yield key[start:end]


def _is_glued(text: str, sightings: Sequence[Sighting], contexts: Contexts) -> bool:
    """Tell whether a word is two that lost the gap between them ("RoutersCisco")."""
    for word in text.split():
        halves = _HALVES.findall(word)
        whole = len(halves) == 2 and "".join(halves) == word and min(map(len, halves)) > 2
        if whole and all(contexts.frequency(fold_word(half)) >= GLUED * len(sightings) for half in halves):
            return True
    return False


def _select(ranked: Iterable[_Term], limit: int) -> Iterator[_Term]:
    """Take the best terms, but not longer ones that only add words to one taken."""
    taken: dict[Key, int] = {}
    for term in ranked:
        if len(taken) == limit:
            return
        if any(len(term.sightings) < COVERED * taken[part] for part in _parts(term.key) if part in taken):
            continue
        taken[term.key] = len(term.sightings)
        yield term


def _proposal(term: _Term, near: Mapping[str, int], suggester: Suggester) -> Proposal:
    alias_of, similar = suggester.nearest(term.text, len(term.sightings))
    category, kind = suggester.category(term.key, near)
    beside = sorted(near, key=lambda skill_id: (-near[skill_id], skill_id))[:5]
    return Proposal(
        name=term.text,
        id=suggester.id_for(term.text),
        category=category,
        type=kind,
        alias_of=alias_of,
        confidence=round(_confidence(term.score), 3),
        count=len(term.sightings),
        documents=term.documents,
        rules=tuple(_rules(term)),
        beside=tuple(beside),
        similar=similar,
    )


def _rules(term: _Term) -> Iterator[str]:
    """Name what speaks for a term, the rules of which a reviewer can judge by eye first."""
    count = len(term.sightings)
    shares = {
        "enumeration": sum(sighting.listed > 0 for sighting in term.sightings) / count,
        "item": sum(sighting.alone for sighting in term.sightings) / count,
        "section": sum(sighting.section in ("skills", "stack") for sighting in term.sightings) / count,
        "form": sum(bool({"u", "c", "x"} & set(sighting.shape)) for sighting in term.sightings) / count,
    }
    yield from (name for name, share in shares.items() if share >= RULE_SHARE)
    if term.values["left"] + term.values["right"] > 1:
        yield "context"
    if term.values["head"] > 1:
        yield "head"
