"""Measure skill extraction on annotated resumes and job ads.

    python benchmarks/eval_extraction.py DATA [--set gold,...] [--out FOLDER] [--rivals] [--esco FOLDER] [--model MODEL]

DATA holds ``<set>.jsonl``; the evaluator is ``../../eval/extraction_eval.py`` beside it. Bare spaCy PhraseMatcher and
FlashText (where installed) are given the very same names and aliases, and, with the folder of ESCO's CSV files, ESCO's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from skillmatch import Taxonomy
from skillmatch.models import Document
from skillmatch.nlp import Profiler
from skillmatch.nlp.learned_model import LearnedModel
from skillmatch.taxonomy import Skill
from skillmatch.taxonomy.importers import import_skills

Prediction = dict[str, Any]
Extract = Callable[[str, str], Iterator[Prediction]]

# How each set is scored: gold labels, predictions that they speak of, and options of the evaluator.
SETS: dict[str, dict[str, Any]] = {
    "gold": {},
    "traps": {},
    "skillspan": {"labels": "Knowledge", "split": "dev", "soft": False},
    "green": {"labels": "Skill,Qualification"},
    "dataturks": {"labels": "Skills", "options": ["--skip-unlabelled"]},
    "resume_corpus": {"labels": "technical_skills", "soft": False, "options": ["--skip-unlabelled"]},
}
BY_CATEGORY = {
    "frameworks": "framework",
    "machine-learning": "math",
    "math-statistics": "math",
    "big-data": "big_data",
    "databases": "database",
    "cloud": "cloud",
    "devops": "cloud",
    "soft-skills": "soft_skill",
}
BY_TYPE = {"library": "framework", "tool": "tool", "soft": "soft_skill"}


def category_of(skill: Skill) -> str:
    """Map a skill to the categories of the gold files."""
    if skill.type == "language":
        return "language"
    return BY_CATEGORY.get(skill.category) or BY_TYPE.get(skill.type, "concept")


def ours(taxonomy: Taxonomy, *, unknown: bool = False, model: LearnedModel | None = None) -> Extract:
    profiler = Profiler(taxonomy, model=model)

    def extract(text: str, kind: str) -> Iterator[Prediction]:
        profile = profiler.profile(Document(document_id="eval", text=text), kind=kind)
        for evidence in profile.skills:
            skill = taxonomy[evidence.skill_id]
            for mention in evidence.mentions:
                yield {
                    "name": skill.name,
                    "start": mention.start,
                    "end": mention.end,
                    "category": category_of(skill),
                    "negated": mention.negated,
                    "requirement": mention.requirement,
                    "years": mention.years,
                    "soft": skill.type == "soft",
                }
        for term in profile.unknown_skills if unknown else ():
            yield {"name": term.text, "start": term.start, "end": term.end}

    return extract


def phrase_matcher(skills: Mapping[str, Skill]) -> Extract:
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for skill in skills.values():
        matcher.add(skill.id, [nlp.make_doc(form) for form in forms_of(skill)])

    def extract(text: str, kind: str) -> Iterator[Prediction]:
        for span in filter_spans(matcher(nlp.make_doc(text), as_spans=True)):
            yield prediction(skills[span.label_], span.start_char, span.end_char)

    return extract


def flash_text(skills: Mapping[str, Skill]) -> Extract | None:
    try:
        from flashtext import KeywordProcessor
    except ImportError:
        return None
    processor = KeywordProcessor()
    for skill in skills.values():
        for form in forms_of(skill):
            processor.add_keyword(form, skill.id)

    def extract(text: str, kind: str) -> Iterator[Prediction]:
        for skill_id, start, end in processor.extract_keywords(text, span_info=True):
            yield prediction(skills[skill_id], start, end)

    return extract


def prediction(skill: Skill, start: int, end: int) -> Prediction:
    return {"name": skill.name, "start": start, "end": end, "soft": skill.type == "soft"}


def forms_of(skill: Skill) -> list[str]:
    return sorted({form for form in (skill.name, *skill.aliases, *skill.exact) if form.strip()})


def rivals(label: str, skills: Iterable[Skill]) -> dict[str, Extract | None]:
    by_id = {skill.id: skill for skill in skills}
    return {
        f"spaCy PhraseMatcher, {label}": phrase_matcher(by_id),
        f"FlashText, {label}": flash_text(by_id),
    }


def evaluate(data: Path, name: str, extract: Extract, out: Path) -> str:
    """Write gold and predictions of one set and return the evaluator's report."""
    rules = SETS[name]
    gold = [json.loads(line) for line in (data / f"{name}.jsonl").read_text("utf-8").splitlines() if line.strip()]
    gold = [row for row in gold if "split" not in rules or row.get("split") == rules["split"]]
    gold_file, predicted_file = out / f"{name}.gold.jsonl", out / f"{name}.predicted.jsonl"
    gold_file.write_text("".join(json.dumps(row) + "\n" for row in gold), "utf-8")
    with predicted_file.open("w", encoding="utf-8") as rows:
        for row in gold:
            found = [
                item for item in extract(row["text"], row["kind"]) if rules.get("soft", True) or not item.get("soft")
            ]
            rows.write(json.dumps({"id": row["id"], "skills": found}) + "\n")
    script = data.parent.parent / "eval" / "extraction_eval.py"
    command = [sys.executable, str(script), str(gold_file), str(predicted_file), *rules.get("options", [])]
    if "labels" in rules:
        command += ["--labels", rules["labels"]]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--set", default="gold,traps", help=f"comma-separated, of {', '.join(SETS)}")
    parser.add_argument("--out", type=Path, help="keep gold and predictions here")
    parser.add_argument("--rivals", action="store_true", help="also the bare matchers, with the same names")
    parser.add_argument("--esco", type=Path, help="also the bare matchers, with the names of this folder of ESCO files")
    parser.add_argument("--unknown", action="store_true", help="count terms that the taxonomy lacks as predictions")
    parser.add_argument("--model", type=Path, help="also with what `skillmatch train` wrote, unknown terms included")
    arguments = parser.parse_args()
    taxonomy = Taxonomy.default()
    systems: dict[str, Extract | None] = {"skillmatch": ours(taxonomy, unknown=arguments.unknown)}
    if arguments.model:
        model = LearnedModel.load(arguments.model)
        systems["skillmatch, learned"] = ours(taxonomy, unknown=True, model=model)
    if arguments.rivals:
        systems |= rivals("our names", taxonomy)
    if arguments.esco:
        systems |= rivals("ESCO's names", import_skills("esco", arguments.esco).skills)
    with tempfile.TemporaryDirectory() as scratch:
        out = arguments.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        for name in arguments.set.split(","):
            for system, extract in systems.items():
                print(f"== {name}: {system}")
                print("not installed" if extract is None else evaluate(arguments.data, name, extract, out))


if __name__ == "__main__":
    main()
