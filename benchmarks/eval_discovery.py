"""Measure how well `taxonomy build` finds skills that the taxonomy lacks.

A random fifth of the skills is hidden, the rest reads the SkillSpan and resume texts of the development data, and the
proposals are compared with what was hidden and with the labels of those sets.

    python benchmarks/eval_discovery.py SHARED [--seed 0 ...] [--limit N]
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from skillmatch.discovery import discover
from skillmatch.discovery.evidence import Observer
from skillmatch.discovery.ranking import LIMIT
from skillmatch.models import Document
from skillmatch.scoring import Background
from skillmatch.settings import Settings
from skillmatch.taxonomy import Taxonomy
from skillmatch.taxonomy.proposals import Proposal

SETS = ("skillspan", "resume_corpus", "dataturks")
LABELS = {"Skill", "Knowledge", "technical_skills", "soft-skills", "Skills"}
TOP = 200
FREQUENT = 3


@dataclass(frozen=True)
class Labelled:
    """A text and which of its characters stand in a labelled skill; `whole` if everything in it is labelled."""

    document: Document
    marked: bytearray
    spans: tuple[str, ...]
    whole: bool


def read_labelled(folder: Path) -> list[Labelled]:
    rows = []
    for name in SETS:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row["text"]
            places = [(s["start"], s["end"]) for s in row["spans"] if s["label"] in LABELS]
            marked = bytearray(len(text))
            for start, end in places:
                marked[start:end] = b"\1" * (end - start)
            spans = tuple(squeeze(text[start:end]) for start, end in places)
            rows.append(Labelled(Document(document_id=row["id"], text=text), marked, spans, name == "skillspan"))
    return rows


def squeeze(text: str) -> str:
    return " ".join(text.lower().split())


class Labels:
    """Tells whether a term is a skill by the labels.

    It is one if it is a labelled span somewhere, or stands inside labelled spans in half of its places in SkillSpan,
    whose postings are labelled throughout, or in two resumes, of which only the lists are.
    """

    def __init__(self, rows: list[Labelled]) -> None:
        self.rows = rows
        self.spans = {span for row in rows for span in row.spans}
        self.lowered = [row.document.text.lower() for row in rows]

    def is_skill(self, name: str) -> bool:
        wanted = squeeze(name)
        if wanted in self.spans:
            return True
        inside = Counter[bool]()
        resumes = 0
        for row, text in zip(self.rows, self.lowered, strict=True):
            hits = list(places_of(wanted, text))
            labelled = [all(row.marked[start : start + len(wanted)]) for start in hits]
            if row.whole:
                inside.update(labelled)
            else:
                resumes += any(labelled)
        return inside[True] >= max(1, inside[False]) or resumes >= 2


def places_of(word: str, text: str) -> list[int]:
    places, start = [], text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            places.append(start)
        start = text.find(word, start + 1)
    return places


def skill_named(observer: Observer, name: str) -> str | None:
    """Return the skill that a term as a whole is a form of."""
    doc = observer.profiler.nlp(f"Skills: {name}, SQL")
    for span in doc.spans["skills"]:
        if span.start_char <= 8 and span.end_char >= 8 + len(name):
            return str(span.id_)
    return None


def measure(taxonomy: Taxonomy, rows: list[Labelled], *, seed: int, limit: int, settings: Settings) -> None:
    ids = sorted(skill.id for skill in taxonomy)
    random.Random(seed).shuffle(ids)
    hidden = set(ids[: len(ids) // 5])
    everything = Observer(taxonomy, settings)
    partial = Taxonomy(skill for skill in taxonomy if skill.id not in hidden)
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(everything.observe(row.document).skills)
    frequent = {skill_id for skill_id in hidden if counts[skill_id] >= FREQUENT}
    observer = Observer(partial, settings)
    seen = [observer.observe(row.document) for row in rows]
    proposals = discover(seen, partial, Background.default(), limit=limit)
    report(proposals, frequent, hidden, everything, Labels(rows), taxonomy)


def report(
    proposals: tuple[Proposal, ...],
    frequent: set[str],
    hidden: set[str],
    everything: Observer,
    labels: Labels,
    taxonomy: Taxonomy,
) -> None:
    named = [skill_named(everything, one.name) for one in proposals]
    found = set(named) & frequent
    top = proposals[:TOP]
    right = [labels.is_skill(one.name) or skill_id in hidden for one, skill_id in zip(top, named, strict=False)]
    by_labels = sum(labels.is_skill(one.name) for one in top) / len(top)
    print(f"hidden skills: {len(hidden)}, {len(frequent)} of them in at least {FREQUENT} places")
    print(f"proposals: {len(proposals)}")
    print(f"recall: {len(found) / len(frequent):.3f} ({len(found)})")
    for cut in (200, 500, 1000, 1500):
        print(f"  among the first {cut}: {len(set(named[:cut]) & frequent) / len(frequent):.3f}")
    print(
        f"precision of the first {TOP}: {by_labels:.3f} by the labels, {sum(right) / len(top):.3f} with hidden skills"
    )
    rules = Counter(rule for one in top for rule in one.rules)
    good = Counter(rule for one, is_right in zip(top, right, strict=True) if is_right for rule in one.rules)
    hits = Counter(
        rule for one, skill_id in zip(proposals, named, strict=True) if skill_id in found for rule in one.rules
    )
    print("rule          share of first 200   right   share of found")
    total = sum(skill_id in found for skill_id in named)
    for rule in sorted(rules):
        print(f"{rule:14}{rules[rule] / len(top):18.2f}{good[rule] / rules[rule]:8.2f}{hits[rule] / total:17.2f}")
    same = [
        one.category == taxonomy[skill_id].category
        for one, skill_id in zip(proposals, named, strict=True)
        if skill_id in found
    ]
    print(f"category as in the taxonomy: {sum(same) / len(same):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--seed", type=int, nargs="+", default=[0])
    parser.add_argument("--limit", type=int, default=LIMIT)
    arguments = parser.parse_args()
    rows = read_labelled(arguments.shared / "data" / "extraction")
    for seed in arguments.seed:
        print(f"\nseed {seed}")
        measure(Taxonomy.default(), rows, seed=seed, limit=arguments.limit, settings=Settings())


if __name__ == "__main__":
    main()
