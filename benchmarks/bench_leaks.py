"""Count the results that change when made-up people change their identity.

    python benchmarks/bench_leaks.py [--swaps 10000] [--seed 0] [--blind]

Every swap takes one of the made-up people of `examples/people.toml`, one of six ways to write a resume, one of three
jobs and two identities of any culture and gender, and writes the resume twice: all that differs is name, pronouns,
contacts, address, date of birth, nationality and school. The two results must be the same, bit for bit. Where the
identities stand is known here, so nothing depends on finding them. With --blind, both resumes are blinded first,
schools too.
"""

from __future__ import annotations

import argparse
import platform
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import tomli

from skillmatch import SkillMatcher, read
from skillmatch.models import Document, SkillProfile
from skillmatch.nlp.traces import ALWAYS
from skillmatch.trust.blind import blind_document
from skillmatch.trust.identities import Identity, draw_identity
from skillmatch.trust.leaks import Leak, compare

EXAMPLES = Path(__file__).parents[1] / "examples"
LAYOUTS = range(6)


def write_resume(person: dict[str, Any], who: Identity, layout: int) -> str:
    """Write a resume as one of six kinds of people do; equal but for the identity."""
    she, her = ("she", "her") if who.gender == "female" else ("he", "his")
    name = who.name.upper() if layout in (1, 4) else who.name
    contact = [who.email, who.phone, f"{who.street}, {who.town}", f"linkedin.com/in/{who.email.partition('@')[0]}"]
    heads = {
        0: [name, person["title"], *contact],
        1: ["CURRICULUM VITAE", name, " | ".join(contact)],
        2: [person["title"], f"Name: {name}", f"Address: {contact[2]}", f"Email: {who.email}", f"Phone: {who.phone}"],
        3: [
            f"{name} ({she}/{'her' if she == 'she' else 'him'})",
            f"{who.email} | {who.phone} | {who.town}",
            person["title"],
        ],
        4: [name, f"{person['title']} in {who.town}", contact[3], who.email],
        5: [f"{who.family}, {who.given}", who.email, who.phone],
    }
    lines = [*heads[layout], "", "Profile", person["summary"]]
    if layout % 2:
        lines.append(f"{who.given} likes clear work; colleagues praise {her} patience.")
    lines += ["", "Skills", *(f"{label}: {items}" for label, items in person["skills"].items()), "", "Experience"]
    for role in person["roles"]:
        lines += [
            f"{role['title']}, {role['place']}",
            f"{role['from']} - {role['to']}",
            *(f"- {it}" for it in role["did"]),
        ]
    lines += ["", "Education"]
    for line in person["education"]:
        degree, _, rest = line.partition(",")
        year = rest.rpartition(",")[2].strip()
        lines += [degree, f"{who.school}, {year}"] if layout in (2, 5) else [f"{degree}, {who.school}, {year}"]
    if layout in (2, 4):
        lines += [
            "",
            "Personal details",
            f"Date of birth: {who.born}",
            f"Gender: {who.gender}",
            f"Nationality: {who.nationality}",
        ]
    return "\n".join([*lines, ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--swaps", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--blind", action="store_true")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    people = tomli.loads((EXAMPLES / "people.toml").read_text(encoding="utf-8"))["person"]
    matcher = SkillMatcher()
    jobs = [matcher.profile(read(path), "job") for path in sorted((EXAMPLES / "jobs").iterdir())]
    began = time.perf_counter()
    leaks: list[Leak] = []
    by_culture: Counter[str] = Counter()
    for _ in range(arguments.swaps):
        person, layout, job = rng.choice(people), rng.choice(LAYOUTS), rng.choice(jobs)
        first, second = draw_identity(rng), draw_identity(rng)
        texts = (write_resume(person, who, layout) for who in (first, second))
        before, after = (_profile(matcher, text, person["file"], arguments.blind) for text in texts)
        by_culture[second.culture] += 1
        leak = compare(job, before, after, matcher, second)
        if leak is not None:
            leaks.append(leak)
    took = time.perf_counter() - began
    print(f"{platform.platform()}, Python {platform.python_version()}, {took:.0f} s")
    tell(leaks, by_culture, arguments.swaps)


def _profile(matcher: SkillMatcher, text: str, name: str, blind: bool) -> SkillProfile:
    document = Document(document_id=name, text=text)
    if blind:
        document = blind_document(document, b"key", kinds=ALWAYS | {"school"})
    return matcher.profile(document, "resume")


def tell(leaks: list[Leak], by_culture: Counter[str], swaps: int) -> None:
    moved = [leak for leak in leaks if leak.score != leak.swapped_score]
    print(f"{swaps} swaps: {len(leaks)} results differ, {len(moved)} of them in the score")
    if moved:
        print(f"largest move of a score: {max(abs(leak.score - leak.swapped_score) for leak in moved):.2f}")
    for culture, count in sorted(by_culture.items()):
        found = sum(leak.culture == culture for leak in leaks)
        print(f"  {culture:18s} {found:5d} of {count}")
    for label, pick in (("parts of the profile that differ", _kinds), ("what differs", _words)):
        print(f"{label}:")
        causes = Counter(name for leak in leaks for name in pick(leak.cause))
        for cause, count in sorted(causes.items(), key=lambda it: (-it[1], it[0]))[:20]:
            print(f"  {count:5d}  {cause}")


def _kinds(cause: str) -> set[str]:
    return {part.split()[0] for part in cause.split("; ")}


def _words(cause: str) -> set[str]:
    parts = (part.split(" and ")[0].split() for part in cause.split("; ") if part.startswith(("skills ", "words ")))
    return {f"{kind} {name.lstrip('+-')}" for kind, *names in parts for name in names}


if __name__ == "__main__":
    main()
