"""Time each stage and the whole against named rivals, each in a process of its own, one after the other.

    python benchmarks/bench_pipeline.py SHARED [--limit 120] [--only extract]

SHARED holds ``data/ranking/hr_likert``: resumes as PDF files (``pdf``) and as text (``corpus``), and jobs
(``queries``). A seeded sample of `--limit` resumes is read, extracted from and ranked. Times are CPU seconds of the
first round and of the faster later one, memory is the peak of the process. bm25s and FlashText take part where they
are installed.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import platform
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import skillmatch

SEED = 0
ROUNDS = 2  # after the first
Run = Callable[[], int]  # works through all documents and returns how many there were


class Data:
    def __init__(self, shared: Path, limit: int) -> None:
        folder = shared / "data" / "ranking" / "hr_likert"
        names = sorted(path.stem for path in (folder / "pdf").glob("*.pdf"))
        chosen = sorted(random.Random(SEED).sample(names, min(limit, len(names))))
        self.pdfs = [folder / "pdf" / f"{name}.pdf" for name in chosen]
        self.texts = [(folder / "corpus" / f"{name}.txt").read_text("utf-8") for name in chosen]
        self.documents = [skillmatch.Document(document_id=str(at), text=text) for at, text in enumerate(self.texts)]
        self.job = skillmatch.Document(document_id="job", text=min((folder / "queries").iterdir()).read_text("utf-8"))


def bare_pdfium(data: Data) -> Run:
    import pypdfium2

    def read(path: Path) -> list[str]:
        with pypdfium2.PdfDocument(path) as pdf:
            return [page.get_textpage().get_text_bounded() for page in pdf]

    return lambda: len([read(path) for path in data.pdfs])


def bare_pdfminer(data: Data) -> Run:
    from pdfminer.high_level import extract_text

    return lambda: len([extract_text(path) for path in data.pdfs])


def forms() -> list[str]:
    skills = skillmatch.Taxonomy.default()
    return sorted({form for skill in skills for form in (skill.name, *skill.aliases, *skill.exact) if form.strip()})


def bare_phrase_matcher(data: Data) -> Run:
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("skill", list(nlp.tokenizer.pipe(forms())))
    return lambda: len([matcher(nlp.make_doc(text)) for text in data.texts])


def flash_text(data: Data) -> Run:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    for form in forms():
        processor.add_keyword(form)
    return lambda: len([processor.extract_keywords(text, span_info=True) for text in data.texts])


def pyresparser_lookup(data: Data) -> Run:
    """Look skills up as pyresparser does: words, then phrases, in the header of a CSV file read for each document.

    Its phrases are the noun chunks of a statistical model; here they are all of two and three words, for a tagger and
    parser would take many times as long.
    """
    import csv

    import spacy

    nlp, header = spacy.blank("en"), io.StringIO()
    csv.writer(header).writerow(sorted({form.lower() for form in forms()}))

    def find(text: str) -> set[str]:
        skills = next(csv.reader([header.getvalue()]))
        words = [token.text.lower() for token in nlp.make_doc(text) if not token.is_stop]
        phrases = (" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1))
        return {phrase for phrase in phrases if phrase in skills}

    return lambda: len([find(text) for text in data.texts])


def up_to(last: str) -> Callable[[Data], Run]:
    """Make the case of our pipeline up to one of its components; "" is the tokenizer alone."""

    def case(data: Data) -> Run:
        from skillmatch.nlp import build_pipeline

        nlp = build_pipeline(skillmatch.Taxonomy.default())
        nlp.select_pipes(enable=nlp.pipe_names[: nlp.pipe_names.index(last) + 1] if last else [])
        return lambda: len([nlp(text) for text in data.texts])

    return case


def our_extraction(data: Data) -> Run:
    matcher = skillmatch.SkillMatcher()
    matcher.build()
    return lambda: len(list(matcher.profile_many(data.documents, "resume")))


def bm25(data: Data) -> Run:
    import bm25s

    def run() -> int:
        texts, job = (bm25s.tokenize(it, stopwords="en", show_progress=False) for it in (data.texts, [data.job.text]))
        index = bm25s.BM25()
        index.index(texts, show_progress=False)
        index.retrieve(job, k=len(data.texts), show_progress=False)
        return len(data.texts)

    return run


def tfidf_cosine(data: Data) -> Run:
    from sklearn.feature_extraction.text import TfidfVectorizer

    def run() -> int:
        vectorizer = TfidfVectorizer(stop_words="english", sublinear_tf=True)
        resumes = vectorizer.fit_transform(data.texts)
        (resumes @ vectorizer.transform([data.job.text]).T).toarray().ravel().argsort()
        return len(data.texts)

    return run


def our_ranking(data: Data) -> Run:
    matcher = skillmatch.SkillMatcher()
    job = matcher.profile(data.job, "job")
    resumes = list(matcher.profile_many(data.documents, "resume"))
    return lambda: len(matcher.rank(job, resumes).matches)


def whole(data: Data) -> Run:
    matcher = skillmatch.SkillMatcher()
    job = matcher.profile(data.job, "job")
    return lambda: len(matcher.rank(job, (skillmatch.read(path) for path in data.pdfs)).matches)


CASES: dict[str, Callable[[Data], Run]] = {
    "read: bare pypdfium2": bare_pdfium,
    "read: bare pdfminer.six": bare_pdfminer,
    "read: skillmatch": lambda data: lambda: len([skillmatch.read(path) for path in data.pdfs]),
    "extract: bare tokenizer, PhraseMatcher": bare_phrase_matcher,
    "extract: FlashText": flash_text,
    "extract: lookup of pyresparser": pyresparser_lookup,
    "extract: skillmatch, tokenizer": up_to(""),
    "extract: .. and sections": up_to("skillmatch_sections"),
    "extract: .. and skills": up_to("skillmatch_skills"),
    "extract: .. and context": up_to("skillmatch_context"),
    "extract: .. and unknown terms": up_to("skillmatch_open"),
    "extract: skillmatch, profile": our_extraction,
    "rank: scikit-learn TF-IDF cosine": tfidf_cosine,
    "rank: bm25s, index and query": bm25,
    "rank: skillmatch, explained": our_ranking,
    "read: .. extract and rank: skillmatch": whole,
}  # the first of each kind is what the others are measured against


def measure(name: str, data: Data) -> dict[str, float]:
    """Run one case in this process."""
    run, seconds = CASES[name](data), []
    for _ in range(1 + ROUNDS):
        began = time.process_time()
        documents = run()
        seconds.append(time.process_time() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts KiB
    return {"cold": documents / seconds[0], "warm": documents / min(seconds[1:]), "peak": peak}


def measured(name: str, shared: Path, limit: int) -> dict[str, float] | None:
    """Run one case in a process of its own; None if a rival is not installed."""
    command = [sys.executable, __file__, str(shared), "--case", name, "--limit", str(limit)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode and "ModuleNotFoundError" not in done.stderr:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1]) if not done.returncode else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--limit", type=int, default=120)
    parser.add_argument("--only", choices=["read", "extract", "rank"], help="one kind of stage")
    parser.add_argument("--case", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.case:
        print(json.dumps(measure(arguments.case, Data(arguments.shared, arguments.limit))))
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start\n")
    print("| stage | documents/s, first round | later | of the first of its kind | peak MiB |\n|---|---|---|---|---|")
    first: dict[str, float] = {}
    for name in (it for it in CASES if arguments.only in (None, it.split(":")[0])):
        found = measured(name, arguments.shared, arguments.limit)
        if found is None:
            continue
        ratio = found["warm"] / first.setdefault(name.split(":")[0], found["warm"])
        print(f"| {name} | {found['cold']:.0f} | {found['warm']:.0f} | {ratio:.2f} | {found['peak']:.0f} |", flush=True)


if __name__ == "__main__":
    main()
