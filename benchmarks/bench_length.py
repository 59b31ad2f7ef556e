"""How CPU time grows with the length of one document, from 10,000 characters to a million.

    python benchmarks/bench_length.py [--longest 1000000]

The texts are made up (seed 5): one resume with ever more roles, one job ad with ever more wishes, both without a line
end, and one without any white space. Each figure is the better of two runs; bare is spaCy's tokenizer with its
PhraseMatcher and the same names.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import time
from collections.abc import Callable
from typing import Literal

import spacy
from growth import show
from spacy.matcher import PhraseMatcher

from skillmatch import Document, SkillMatcher, Taxonomy

SEED = 5
DOING = ("Built", "Kept up", "Moved", "Tested", "Planned", "Wrote", "Measured", "Taught", "Led")
WHAT = ("a service for orders", "the reports of a bank", "a shop", "the stock of a warehouse", "a planner for trains")
MORE = ("for two teams", "under load", "with three colleagues", "every week", "in four countries")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--longest", type=int, default=1_000_000)
    longest = parser.parse_args().longest
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start\n")
    taxonomy = Taxonomy.default()
    names = sorted(skill.name for skill in taxonomy if skill.type in ("language", "library", "tool"))
    resume, job = make_resume(names, longest), make_job(names, longest)
    cases: dict[str, tuple[str, Literal["resume", "job"]]] = {
        "resume": (resume, "resume"),
        "job": (job, "job"),
        "resume, one line": (resume.replace("\n", " "), "resume"),
        "job, one line": (job.replace("\n", " "), "job"),
        "no white space": ("".join(resume.split()), "resume"),
    }
    matcher, bare = SkillMatcher(taxonomy), bare_matching(taxonomy)
    sizes = [size for size in (10_000, 30_000, 100_000, 300_000, 1_000_000) if size <= longest]
    rows: list[dict[str, float]] = []
    for size in sizes:
        row: dict[str, float] = {"characters": size, "bare_s": seconds(lambda size=size: bare(resume[:size]))}
        for name, (text, kind) in cases.items():
            document = Document(document_id=name, text=text[:size])
            row[f"{name}_s"] = seconds(lambda document=document, kind=kind: matcher.profile(document, kind))
        rows.append(row)
    show(rows)


def seconds(run: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        run()
        best = min(best, time.process_time() - began)
    return best


def bare_matching(taxonomy: Taxonomy) -> Callable[[str], object]:
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    forms = sorted({form for skill in taxonomy for form in (skill.name, *skill.aliases, *skill.exact) if form.strip()})
    matcher.add("skill", list(nlp.tokenizer.pipe(forms)))
    return lambda text: matcher(nlp.make_doc(text))


def make_resume(names: list[str], length: int) -> str:
    chance = random.Random(SEED)
    pieces, size, year = ["Jo Doe\njo@example.org\n\nExperience\n"], 0, 2024
    while size < length:
        year = 2024 if year < 1990 else year - 2
        lines = [f"Engineer, Firm {size}", f"Jan {year} - Dec {year + 1}"]
        for _ in range(8):
            some = chance.sample(names, 3)
            lines.append(f"- {chance.choice(DOING)} {chance.choice(WHAT)} with {some[0]}, {some[1]} and {some[2]}")
            lines[-1] += f" {chance.choice(MORE)}."
        lines.append(f"Skills: {', '.join(chance.sample(names, 10))}; {chance.randint(1, 9)} years of {names[0]}\n")
        pieces.append("\n".join(lines))
        size += len(pieces[-1])
    return "\n".join(pieces)[:length]


def make_job(names: list[str], length: int) -> str:
    chance = random.Random(SEED)
    pieces, size = ["Engineer\n"], 0
    while size < length:
        some = chance.sample(names, 12)
        pieces.append(
            f"Requirements\n- {chance.randint(1, 9)}+ years of {some[0]} and {some[1]}\n"
            f"- {', '.join(some[2:6])} or {some[6]}\n- No {some[7]} needed\n\n"
            f"Nice to have\n{some[8]} is a plus; ideally {some[9]}\n\nAbout us\n"
            f"We {chance.choice(DOING).lower()} {chance.choice(WHAT)} with {some[10]} {chance.choice(MORE)}.\n"
        )
        size += len(pieces[-1])
    return "\n".join(pieces)[:length]


if __name__ == "__main__":
    main()
