"""How cost grows: with the documents of a run, with the skills of the taxonomy, with the members of a pool.

    python benchmarks/bench_scale.py [--only runs jobs skills pool] [--resumes FOLDER] [--esco FOLDER] [--plots FOLDER]
    python benchmarks/bench_scale.py --quick

Documents are made up (seed 20): one in four is a PDF, the others are text. A pool is made of the profiles of
`--resumes`, or of made-up ones, by seeded recombination: words of one, skills of another, roles of a third. One larger
than `--laid-out` is one of that size, stored several times under other ids. Each figure comes from a process of its
own. Seconds are CPU time of the process and its workers unless called wall.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from growth import plot, show

from skillmatch import Pool, SkillMatcher, SkillProfile, Taxonomy, profile_paths, read_bytes
from skillmatch.scoring import FitScorer
from skillmatch.store.frames import pack_arrays, unpack_arrays
from skillmatch.taxonomy.importers import import_skills

JOB = "Data engineer\n\nRequirements\nPython, SQL and Docker are required. Kafka is a plus.\nThree years.\n"
OTHER_JOB = "Web developer\n\nRequirements\nJavaScript, React and CSS are required. Docker is a plus.\n"
SEED = 20
PDF_EVERY = 4
TITLES = ("Data engineer", "Web developer", "Data scientist", "System administrator", "Analyst")
DOING = ("built", "kept up", "moved", "tested", "planned", "wrote", "measured", "taught")
WHAT = ("a service for orders", "the reports of a bank", "a shop", "the stock of a warehouse", "a planner for trains")

Row = dict[str, float]


def main() -> None:
    options = parse()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        parts = {"runs": measure_runs, "jobs": measure_jobs, "skills": measure_skills, "pool": measure_pools}
        for part in options.only or parts:
            print(f"\n{part}", flush=True)
            rows = parts[part](options, place)
            show(rows)
            if options.plots:
                plot(rows, part, options.plots)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--resumes", type=Path, help="Resumes to recombine into pools.")
    parser.add_argument("--esco", type=Path, help="ESCO's CSV files, for taxonomies larger than ours.")
    parser.add_argument("--only", nargs="+", choices=["runs", "jobs", "skills", "pool"])
    parser.add_argument("--documents", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--skills", type=int, nargs="+", default=[10, 100, 1000, 6000, 14_000])
    parser.add_argument("--members", type=int, nargs="+", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--laid-out", type=int, default=10_000, help="Larger pools repeat one of this size.")
    parser.add_argument("--quick", action="store_true", help="Tiny sizes: shows that it works, and measures nothing.")
    parser.add_argument("--plots", type=Path, help="Write SVG files here.")
    options = parser.parse_args()
    if options.quick:
        options.documents, options.skills, options.members, options.laid_out = [4], [10, 20], [8, 16], 8
    return options


def measure_runs(options: argparse.Namespace, place: Path) -> list[Row]:
    """Rank folders with one worker, and with two."""
    rows = []
    for size in options.documents:
        folder = write_documents(place / f"documents-{size}", size)
        one, two = (in_child(_run, folder, workers) for workers in (1, 2))
        wall = {"one_worker_wall_s": one.pop("wall_s"), "two_workers_wall_s": two.pop("wall_s")}
        rows.append({"documents": size, **one, **wall, "two_workers_cpu_s": two["cpu_s"]})
    return rows


def _run(folder: str, workers: int) -> Row:
    matcher = SkillMatcher()
    matcher.build()
    job = matcher.profile(read_bytes(JOB.encode(), document_id="job"), kind="job")
    before, began = cpu(), time.perf_counter()
    report = matcher.rank(job, profile_paths(folder, matcher, kind="resume", workers=workers), top=50)
    assert report.matches
    assert not report.failures
    wall = time.perf_counter() - began
    return {
        "cpu_s": cpu() - before,
        "wall_s": wall,
        "main_mb": peak_mb(),
        "worker_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
    }


def measure_jobs(options: argparse.Namespace, place: Path) -> list[Row]:
    """Match a folder by the command line: cold, for another job, for that job again."""
    rows = []
    for size in options.documents:
        folder = write_documents(place / f"documents-{size}", size)
        jobs = {"cold_s": JOB, "another_job_s": OTHER_JOB, "same_again_s": OTHER_JOB}
        row: Row = {"documents": size}
        for name, text in jobs.items():
            (place / "job.txt").write_text(text)
            command = [sys.executable, "-m", "skillmatch", "match", "job.txt", str(folder), "--store", f"store-{size}"]
            before = cpu()
            subprocess.run([*command, "--top", "50", "-o", f"{name}.jsonl"], cwd=place, check=True, capture_output=True)
            row[name] = cpu() - before
        rows.append({**row, "cold_over_another": row["cold_s"] / row["another_job_s"]})
    return rows


def measure_skills(options: argparse.Namespace, place: Path) -> list[Row]:
    """Profile the same documents with taxonomies of several sizes."""
    return [
        {"skills": size, **in_child(_profile, size, str(options.esco or ""), 8 if options.quick else 200)}
        for size in options.skills
    ]


def _profile(size: int, esco: str, count: int) -> Row:
    texts = list(islice(texts_of_people(), count))
    skills = [*Taxonomy.default(), *(import_skills("esco", Path(esco)).skills if esco else ())]
    chosen = random.Random(SEED).sample(skills, min(size, len(skills)))
    alone = [dataclasses.replace(it, broader=(), implies=(), related=(), replaced_by=None) for it in chosen]
    matcher = SkillMatcher(Taxonomy(alone))
    began = time.process_time()
    matcher.build()
    build = time.process_time() - began
    rounds = []
    for _ in range(3):
        began = time.process_time()
        for text in texts:
            matcher.profile(read_bytes(text.encode(), document_id="cv"), kind="resume")
        rounds.append(1000 * (time.process_time() - began) / count)
    return {"used": len(chosen), "each_ms": min(rounds), "build_s": build, "peak_mb": peak_mb()}


def measure_pools(options: argparse.Namespace, place: Path) -> list[Row]:
    """Fill, lay out and rank pools."""
    matcher = SkillMatcher()
    folder = options.resumes or write_documents(place / "seeds", min(options.laid_out, 100))
    found = profile_paths(folder, matcher, kind="resume")
    seeds = list(islice((it for it in found if isinstance(it, SkillProfile)), 400))
    rows = []
    for size in options.members:
        path = place / f"{size}.pool"
        made = min(size, options.laid_out)
        row: Row = {"members": size}
        with Pool(path) as pool:
            began = time.process_time()
            pool.add(recombine(made, seeds))
            added = time.process_time()
            pool.columns(FitScorer(taxonomy=matcher.taxonomy, background=matcher.background))
            row |= {"add_ms": 1000 * (added - began) / made, "lay_out_ms": 1000 * (time.process_time() - added) / made}
        repeat(path, size // made)
        rows.append({**row, "bytes_each": path.stat().st_size / size, **in_child(_rank, path)})
        path.unlink()
    return rows


def _rank(path: str) -> Row:
    """Rank two jobs, one of them twice; the pipeline and the jobs' profiles are not counted."""
    matcher = SkillMatcher()
    jobs = [matcher.profile(read_bytes(it.encode(), document_id="job"), kind="job") for it in (JOB, OTHER_JOB)]
    row: Row = {"before_mb": peak_mb()}
    with Pool(path) as pool:
        for name, job in (("first", jobs[0]), ("again", jobs[0]), ("another", jobs[1])):
            began, wall = time.process_time(), time.perf_counter()
            assert matcher.rank(job, pool, top=50).matches
            row |= {f"{name}_s": time.process_time() - began, f"{name}_wall_s": time.perf_counter() - wall}
    return {**row, "peak_mb": peak_mb()}


def repeat(path: Path, copies: int) -> None:
    """Store the members of a pool several times, with their columns, under other ids."""
    with closing(sqlite3.connect(path)) as connection, connection:
        members = connection.execute("SELECT document_id, result, segment FROM member").fetchall()
        segments = connection.execute("SELECT id, making, members, content FROM segment").fetchall()
        results = 1 + connection.execute("SELECT max(id) FROM result").fetchone()[0]
        numbers = 1 + max(row[0] for row in segments)
        for copy in range(1, copies):
            query = (
                "INSERT INTO result (id, sha256, kind, making, code, record) "
                "SELECT id + ?, randomblob(32), kind, making, code, record FROM result WHERE id < ?"
            )
            connection.execute(query, (copy * results, results))
            for number, making, count, content in segments:
                arrays, ids = unpack_arrays(content)
                arrays["results"] = arrays["results"] + copy * results
                frame = pack_arrays(arrays, [f"{copy}-{name}" for name in ids])
                query = "INSERT INTO segment VALUES (?, ?, ?, ?)"
                connection.execute(query, (number + copy * numbers, making, count, frame))
            rows = [(f"{copy}-{name}", it + copy * results, n + copy * numbers) for name, it, n in members]
            connection.executemany("INSERT INTO member VALUES (?, ?, NULL, NULL, ?)", rows)


def recombine(size: int, seeds: Sequence[SkillProfile]) -> Iterator[SkillProfile]:
    choose = random.Random(SEED)
    for number in range(size):
        words, skills, roles = (choose.choice(seeds) for _ in range(3))
        yield dataclasses.replace(
            words, document_id=f"{number:06}.pdf", skills=skills.skills, unknown_skills=skills.unknown_skills,
            roles=roles.roles, years_total=roles.years_total, title=roles.title,
        )  # fmt: skip


def write_documents(folder: Path, size: int) -> Path:
    """Write a folder of made-up resumes; one that is there is left."""
    if folder.exists():
        return folder
    from reportlab.pdfgen import canvas

    folder.mkdir()
    for number, text in enumerate(islice(texts_of_people(), size)):
        if number % PDF_EVERY:
            (folder / f"{number:06}.txt").write_text(text)
            continue
        page = canvas.Canvas(str(folder / f"{number:06}.pdf"), invariant=True)
        lines = page.beginText(72, 770)
        lines.textLines(text)
        page.drawText(lines)
        page.save()
    return folder


def texts_of_people() -> Iterator[str]:
    """Give one made-up resume after another."""
    names = [skill.name for skill in Taxonomy.default()]
    chance = random.Random(SEED)
    number = 0
    while True:
        number += 1
        lines = [f"Person {number}", f"person{number}@example.org", chance.choice(TITLES), "", "Experience"]
        year = chance.randint(2000, 2012)
        for _ in range(3):
            until = year + chance.randint(1, 4)
            lines.append(f"{chance.choice(TITLES)}, 03/{year} - 02/{until}")
            for _ in range(3):
                using = " and ".join(chance.sample(names, 2))
                lines.append(f"- {chance.choice(DOING).capitalize()} {chance.choice(WHAT)} with {using}.")
            year = until
        lines += ["", "Skills", "Python, " + ", ".join(chance.sample(names, 8)), ""]
        yield "\n".join(lines)


def in_child(act: object, *arguments: object) -> Row:
    """Call one of our functions in a fresh process."""
    name = getattr(act, "__name__", "")
    command = [
        sys.executable,
        "-c",
        f"import json, bench_scale as b; print(json.dumps(b.{name}(*{_plain(arguments)!r})))",
    ]
    done = subprocess.run(command, cwd=Path(__file__).parent, stdout=subprocess.PIPE, text=True, check=True)
    row: Row = json.loads(done.stdout)
    return row


def _plain(arguments: Sequence[object]) -> tuple[object, ...]:
    return tuple(str(it) if isinstance(it, Path) else it for it in arguments)


def cpu() -> float:
    """Return the CPU seconds of this process and of its children that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def peak_mb() -> float:
    """Return the most memory that this process had: getrusage would count that of the process which started it."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()
