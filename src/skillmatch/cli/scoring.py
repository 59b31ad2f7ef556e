"""`skillmatch fit`, `tune`, `verify` and `matrix`."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillmatch.cli.options import (
    BackgroundFile,
    ModelFile,
    Out,
    SettingsFile,
    Taxonomies,
    Workers,
    build_matcher,
    existing,
    load_taxonomy,
    tell,
    tell_failures,
    write_out,
)
from skillmatch.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillmatch.matcher import SkillMatcher
    from skillmatch.models import Failure, SkillProfile
    from skillmatch.scoring import Judgment

COLUMNS = ("job", "resume", "grade")


def fit(
    corpus: Annotated[Path, typer.Argument(help="Folder of resumes, or JSON Lines with a `text` in each row.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Write the word statistics to this file (.npz).")],
    name: Annotated[str, typer.Option(help="What the corpus is called.")] = "custom",
    workers: Workers = None,
    taxonomy: Taxonomies = None,
) -> None:
    """Learn word statistics from documents of your own, for --background; no text is kept in them.

    Example: skillmatch fit resumes/ -o background.npz
    """
    from skillmatch.scoring import fit_corpus

    if not output.resolve().parent.is_dir():
        raise UsageError(f"{output}: cannot be written: no such folder: {output.parent}")
    texts, failures = _texts(existing(corpus), workers)
    known = load_taxonomy(taxonomy)
    background = fit_corpus(texts, known, name=name, provenance=f"Word statistics of {len(texts)} documents.")
    background.save(output)
    tell(f"{output}: {len(background.vocabulary)} words of {len(texts)} documents, {background.fingerprint}")
    tell_failures(failures, len(texts) + len(failures))


def tune(
    judgments: Annotated[Path, typer.Argument(help="CSV with the columns job, resume (paths) and grade (a number).")],
    output: Out = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    background: BackgroundFile = None,
    model: ModelFile = None,
) -> None:
    """Choose the weights of the score by people's grades of pairs, and tell whether they can be trusted.

    Paths are relative to the CSV file. The settings go to standard output, for --settings.

    Example: skillmatch tune judgments.csv -o settings.toml
    """
    from skillmatch.scoring import tune as choose

    matcher = build_matcher(taxonomy, settings, background, model)
    graded, failures = _judgments(judgments, matcher, workers)
    tuning = choose(graded, matcher.scorer)
    tell(f"agreement (Spearman) on held-out jobs: {tuning.before:.3f} before, {tuning.after:.3f} tuned")
    tell(f"gain {tuning.gain:+.3f}, 95% {tuning.low:+.3f} to {tuning.high:+.3f}, over {tuning.jobs} jobs")
    if not tuning.is_certain:
        tell("warning: these judgments are too few to tell that the tuned weights are better")
    chosen = dataclasses.replace(matcher.settings, scoring=tuning.settings)
    write_out(iter([chosen.to_toml()]), output)
    tell_failures(failures, len(graded) + len(failures))


def verify(
    report: Annotated[Path, typer.Argument(help="A report of `skillmatch match -f jsonl`.")],
    job: Annotated[Path, typer.Argument(help="The job description, or folder of them, that it is of.")],
    resumes: Annotated[Path, typer.Argument(help="The resume, or folder of them, that it is of.")],
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    background: BackgroundFile = None,
    model: ModelFile = None,
) -> None:
    """Make a stored report again from its documents, and say whether it holds; status 1 if it does not.

    Example: skillmatch verify report.jsonl job.txt resumes/
    """
    from skillmatch.batch import profile_paths
    from skillmatch.models import SkillProfile
    from skillmatch.scoring.verifying import check_report

    rows = _rows(existing(report))
    matcher = build_matcher(taxonomy, settings, background, model)
    jobs = profile_paths(existing(job), matcher, kind="job", workers=workers)
    offered = profile_paths(existing(resumes), matcher, kind="resume", workers=workers)
    known_jobs = {it.document_id: it for it in jobs if isinstance(it, SkillProfile)}
    known_resumes = {it.document_id: it for it in offered if isinstance(it, SkillProfile)}
    problems = check_report(rows, known_jobs, known_resumes, matcher.match, matcher.provenance)
    for problem in problems:
        tell(problem)
    matches = sum(row["type"] == "match" for row in rows)
    print(f"{matches} matches checked: " + ("the report does not hold" if problems else "the report holds"))
    if problems:
        raise typer.Exit(1)


def matrix(
    jobs: Annotated[Path, typer.Argument(help="A job description, or a folder of them.")],
    resumes: Annotated[Path, typer.Argument(help="A resume, or a folder of them.")],
    output: Out = None,
    workers: Workers = None,
    taxonomy: Taxonomies = None,
    settings: SettingsFile = None,
    background: BackgroundFile = None,
    model: ModelFile = None,
) -> None:
    """Score every resume for every job, without reasons: a CSV with a row for each resume and a column for each job.

    Example: skillmatch matrix jobs/ resumes/ -o fit.csv
    """
    from skillmatch.batch import profile_paths
    from skillmatch.models import Failure, SkillProfile
    from skillmatch.reports.spreadsheet import safe_cell

    matcher = build_matcher(taxonomy, settings, background, model)
    asked = list(profile_paths(existing(jobs), matcher, kind="job", workers=workers))
    offered = list(profile_paths(existing(resumes), matcher, kind="resume", workers=workers))
    columns = [it for it in asked if isinstance(it, SkillProfile)]
    people = [it for it in offered if isinstance(it, SkillProfile)]
    scores = matcher.scorer.fit_matrix(columns, people).T
    rows = [["document", *(safe_cell(it.document_id) for it in columns)]]
    rows += [
        [safe_cell(it.document_id), *(f"{score:.1f}" for score in row)]
        for it, row in zip(people, scores.tolist(), strict=True)
    ]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    write_out(iter([text.getvalue()]), output)
    tell_failures([it for it in (*asked, *offered) if isinstance(it, Failure)], len(asked) + len(offered))


def _texts(path: Path, workers: int | None) -> tuple[list[str], list[Failure]]:
    """Return the texts of a corpus, and what could not be read."""
    from skillmatch.batch import read_paths
    from skillmatch.models import Failure

    if path.suffix == ".jsonl":
        return [str(_cell(row, "text", path)) for row in _objects(path)], []
    documents = list(read_paths(path, workers=workers))
    failures = [it for it in documents if isinstance(it, Failure)]
    return [it.text for it in documents if not isinstance(it, Failure)], failures


def _judgments(path: Path, matcher: SkillMatcher, workers: int | None) -> tuple[list[Judgment], list[Failure]]:
    """Read the judged pairs; a pair with a document that failed is left out, and the failure told."""
    from skillmatch.models import Failure
    from skillmatch.scoring import Judgment

    rows = _graded(existing(path))
    jobs = dict(_profiles({job for job, _, _ in rows}, path.parent, matcher, workers, "job"))
    resumes = dict(_profiles({resume for _, resume, _ in rows}, path.parent, matcher, workers, "resume"))
    graded = []
    for job_path, resume_path, grade in rows:
        job, resume = jobs[job_path], resumes[resume_path]
        if not isinstance(job, Failure) and not isinstance(resume, Failure):
            graded.append(Judgment(job=job, resume=resume, grade=grade))
    return graded, [it for it in (*jobs.values(), *resumes.values()) if isinstance(it, Failure)]


def _graded(path: Path) -> list[tuple[str, str, float]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{path}: cannot be read as CSV: {error}") from error
    graded = []
    for line, row in enumerate(rows, start=2):
        try:
            graded.append((row["job"], row["resume"], float(row["grade"])))
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"{path}, line {line}: expected {', '.join(COLUMNS)}, with a number as grade") from error
    return graded


def _profiles(
    names: Iterable[str], folder: Path, matcher: SkillMatcher, workers: int | None, kind: str
) -> Iterator[tuple[str, SkillProfile | Failure]]:
    """Profile files by their names in a CSV file; that name becomes the document id."""
    from skillmatch.batch import profile_paths

    ordered = sorted(names)
    for name in ordered:
        if not existing(folder / name).is_file():
            raise UsageError(f"{folder / name}: is a folder: a judgment is of one document")
    found = list(profile_paths([folder / name for name in ordered], matcher, kind=kind, workers=workers))  # type: ignore[arg-type]
    if len(found) != len(ordered):
        raise UsageError("a judgment is of one document, not of an archive")
    for name, profile in zip(ordered, found, strict=True):
        yield name, dataclasses.replace(profile, document_id=name)


def _rows(path: Path) -> list[dict[str, object]]:
    """Read the rows of a stored report."""
    rows = list(_objects(path))
    for row in rows:
        expected = {"job_id", "document_id", "rank", "score"} if row.get("type") == "match" else {"type"}
        if not row.keys() >= expected:
            raise UsageError(f"{path}: not a report: a row without {', '.join(sorted(expected - row.keys()))}")
    if not any(row["type"] == "report" for row in rows):
        raise UsageError(f"{path}: not a whole report: its last row is missing")
    return rows


def _objects(path: Path) -> Iterator[dict[str, object]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not JSON Lines") from error
    for row in rows:
        if not isinstance(row, dict):
            raise UsageError(f"{path}: not JSON Lines of objects")
        yield row


def _cell(row: dict[str, object], name: str, path: Path) -> object:
    if name not in row:
        raise UsageError(f"{path}: a row without {name}")
    return row[name]
