"""What Spark costs, and what ranking on it costs as the table grows.

    python benchmarks/bench_spark.py rank RESUMES JOBS --sizes 10000 100000 [--count 10] [--work DIR] [--cluster]
    python benchmarks/bench_spark.py overhead RESUMES --sizes 2000 20000 [--characters 1500]

RESUMES and JOBS are folders. For `rank`, profiles are made from those of RESUMES by seeded recombination, as in
`bench_scale`, then laid out by an update of nothing. A table larger than `--laid-out` is one of that size, stored
several times under other ids. With `--cluster` a master and a worker are started, so that the
memory of the driver and of the executor are two figures; alone, Java is both. Seconds of processor time are those of
the driver's process, of Java and of all Python workers together: on a busy machine they say more than the clock.

For `overhead` the texts of RESUMES, whole or cut in pieces, are repeated, each time with another word at the end, and
profiled by two processes in each of these ways:
`alone` is one machine, `kept` the same with a store; `extract` writes profiles to Parquet as they come, `update`
makes a table of them that is laid out for ranking, `column` too, of a column of texts and not of files.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from bench_scale import SEED
from growth import exponent

from skillmatch import SkillMatcher, SkillProfile, profile_paths
from skillmatch.distributed import SparkMatcher, open_session
from skillmatch.distributed.columns import encode
from skillmatch.distributed.records import RECORD, Record
from skillmatch.store import Cache, making_of
from skillmatch.store.frames import pack_arrays, unpack_arrays

CORES = 2
PART = 10_000  # profiles in one file of a table
BATCH = 1_000
TOP = 50
WAYS = ("alone", "kept", "extract", "update", "column")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    rank = commands.add_parser("rank")
    rank.add_argument("resumes", type=Path)
    rank.add_argument("jobs", type=Path)
    rank.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    rank.add_argument("--count", type=int, default=10, help="jobs; those of the folder are repeated")
    rank.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()), help="where tables are kept")
    rank.add_argument("--laid-out", type=int, default=100_000, help="larger tables repeat one of this size")
    rank.add_argument("--cluster", action="store_true", help="a standalone cluster on this machine, not local[2]")
    rank.add_argument("--rows", action="store_true", help="do not use the blocks of the table")
    rank.add_argument("--one", help=argparse.SUPPRESS)
    rank.add_argument("--lay", action="store_true", help=argparse.SUPPRESS)
    overhead = commands.add_parser("overhead")
    overhead.add_argument("resumes", type=Path)
    overhead.add_argument("--sizes", type=int, nargs="+", default=[1_000, 20_000])
    overhead.add_argument("--characters", type=int, help="texts are cut into pieces of so many")
    overhead.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    overhead.add_argument("--one", choices=WAYS, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        measure = (lay_out if args.lay else rank_one) if args.command == "rank" else profile_one
        print(json.dumps(measure(args)))
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print_ranks(args) if args.command == "rank" else print_overhead(args)


def print_ranks(args: argparse.Namespace) -> None:
    print("  profiles  jobs  rows MB  blocks MB       s   cpu s  driver MB  driver Java MB  executor MB  worker MB")
    rows = []
    for size in args.sizes:
        table = args.work / f"bench-{size}"
        if not table.exists() and size > args.laid_out:
            repeat_table(table, size // args.laid_out, args.work / f"bench-{args.laid_out}")
        elif not table.exists():
            write_table(table, size, args.resumes)
        asked = ("rank", str(args.resumes), str(args.jobs), "--one", str(table))
        if not (table / "_columns").exists():
            laid = run_self(*asked, "--lay")
            print(f"laid out in {laid['wall']:.1f} s, {laid['cpu']:.1f} cpu s", flush=True)
        flags = [f"--{name}" for name in ("cluster", "rows") if getattr(args, name)]
        row = run_self(*asked, "--count", str(args.count), *flags)
        rows.append(row)
        print(
            f"{size:10}{args.count:6}{stored(table, '*'):9.0f}{stored(table, '_columns/*/*'):11.0f}"
            f"{row['wall']:8.1f}{row['cpu']:8.1f}{row['driver'] / 1e6:11.0f}{row['java'] / 1e6:16.0f}"
            f"{row['executor'] / 1e6:13.0f}{row['worker'] / 1e6:11.0f}",
            flush=True,
        )
    if len(rows) > 1:
        print(f"exponent of cpu s: {exponent(args.sizes, [row['cpu'] for row in rows]):.2f}")


def stored(table: Path, pattern: str) -> float:
    """Return megabytes."""
    return sum(it.stat().st_size for it in table.glob(f"{pattern}.parquet")) / 1e6


def print_overhead(args: argparse.Namespace) -> None:
    """Compare the ways at each size, and by what a document more costs: starting Spark costs once."""
    rows: dict[str, list[dict[str, float]]] = {name: [] for name in args.ways}
    for size in args.sizes:
        for name, found in rows.items():
            length = ("--characters", str(args.characters)) if args.characters else ()
            found.append(run_self("overhead", str(args.resumes), "--sizes", str(size), *length, "--one", name))
            print(f"{name:8}{size:8} documents{found[-1]['wall']:9.1f} s{found[-1]['cpu']:9.1f} cpu s", flush=True)
    few, many = args.sizes[0], args.sizes[-1]
    if few < many:
        each = {name: 1000 * (found[-1]["cpu"] - found[0]["cpu"]) / (many - few) for name, found in rows.items()}
        print("a document more, cpu ms:", {name: round(spent, 2) for name, spent in each.items()})


def run_self(*arguments: str) -> dict[str, float]:
    """Measure in a process of its own, whose children are all that it has started."""
    done = subprocess.run([sys.executable, __file__, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return {**json.loads(done.stdout.splitlines()[-1])}


def write_table(path: Path, size: int, resumes: Path) -> None:
    matcher = SkillMatcher()
    seeds = [it for it in profile_paths(resumes, matcher, kind="resume", workers=CORES) if isinstance(it, SkillProfile)]
    making = making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model)
    draft = path.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    batches = recombine_columns(size, seeds, making)
    for number in range(0, size, PART):
        with pq.ParquetWriter(
            draft / f"part-{number:09}.parquet", pa.schema(list(RECORD)), compression="zstd"
        ) as writer:
            for batch in islice(batches, PART // BATCH):
                writer.write_batch(batch)
    draft.rename(path)


def recombine_columns(size: int, seeds: Sequence[SkillProfile], making: str) -> Iterator[pa.RecordBatch]:
    """Recombine profiles as `bench_scale.recombine` does, by column: a million of them take seconds."""
    choose = random.Random(SEED)
    record = Record(document_id="", sha256="0", kind="resume", making=making)
    stored = encode(seeds, SkillProfile)
    columns = dict(zip([part.name for part in stored.type], stored.flatten(), strict=True))
    for start in range(0, size, BATCH):
        count = min(BATCH, size - start)
        chosen = [[choose.choice(range(len(seeds))) for _ in range(3)] for _ in range(count)]
        words, skills, roles = (pa.array(places) for places in zip(*chosen, strict=True))
        origin = {"skills": skills, "unknown_skills": skills, **dict.fromkeys(("roles", "years_total", "title"), roles)}
        taken = {name: column.take(origin.get(name, words)) for name, column in columns.items()}
        ids = taken["document_id"] = pa.array([f"{start + number:06}.pdf" for number in range(count)])
        profiles = pa.StructArray.from_arrays(list(taken.values()), fields=list(stored.type))
        rest = encode([record] * count, Record).flatten()
        names = [part.name for part in RECORD]
        cells = {**dict(zip(names, rest, strict=True)), "document_id": ids, "profile": profiles}
        yield pa.RecordBatch.from_arrays(list(cells.values()), schema=pa.schema(list(RECORD)))


def repeat_table(path: Path, times: int, source: Path) -> None:
    """Write rows and blocks of a table several times, each time under other ids."""
    [blocks] = (source / "_columns").iterdir()
    draft = path.with_suffix(".draft")
    shutil.rmtree(draft, ignore_errors=True)
    (draft / "_columns" / blocks.name).mkdir(parents=True)
    for number in range(times):
        for part in sorted(source.glob("*.parquet")):
            pq.write_table(
                rename_rows(pq.read_table(part), number), draft / f"{number}-{part.name}", compression="zstd"
            )
        for part in sorted(blocks.glob("*.parquet")):
            renamed = pa.table(
                {"columns": [rename_block(it, number) for it in pq.read_table(part)["columns"].to_pylist()]}
            )
            place = draft / "_columns" / blocks.name / f"{number}-{part.name}"
            pq.write_table(renamed, place, compression="zstd", use_dictionary=False)
    (draft / "_columns" / blocks.name / "_SUCCESS").touch()
    draft.rename(path)


def rename_rows(rows: pa.Table, number: int) -> pa.Table:
    ids = pa.array([f"{number}-{it}" for it in rows["document_id"].to_pylist()])
    profiles = rows["profile"].combine_chunks()
    fields = dict(zip([part.name for part in profiles.type], profiles.flatten(), strict=True)) | {"document_id": ids}
    renamed = pa.StructArray.from_arrays(list(fields.values()), fields=list(profiles.type))
    return pa.table({**dict(zip(rows.column_names, rows.columns, strict=True)), "document_id": ids, "profile": renamed})


def rename_block(block: bytes, number: int) -> bytes:
    arrays, ids = unpack_arrays(block)
    return pack_arrays(arrays, [f"{number}-{it}" for it in ids])


def rank_one(args: argparse.Namespace) -> dict[str, float]:
    matcher = SkillMatcher()
    found = [it for it in profile_paths(args.jobs, matcher, kind="job", workers=CORES) if isinstance(it, SkillProfile)]
    jobs = [found[number % len(found)] for number in range(args.count)]
    with cluster() if args.cluster else nullcontext(f"local[{CORES}]") as master:
        spark = open_session(master, settings={"spark.driver.memory": "2g", "spark.executor.memory": "2g"})
        engine = SparkMatcher(spark, matcher)
        before = processor_seconds()
        began = time.perf_counter()
        report = engine.report(jobs, engine.read(args.one) if args.rows else args.one, top=TOP)
        wall = time.perf_counter() - began
        assert len(report.matches) == TOP * len(jobs)
        cpu = processor_seconds() - before
        peak = dict.fromkeys(("java", "executor", "worker"), 0)
        for kind, memory in family():
            peak[kind] = max(peak.get(kind, 0), memory)
        driver = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        spark.stop()
    return {"wall": wall, "cpu": cpu, "driver": driver, **peak}


def lay_out(args: argparse.Namespace) -> dict[str, float]:
    spark = open_session(f"local[{CORES}]", settings={"spark.driver.memory": "2g"})
    nothing = spark.createDataFrame([], "document_id string, text string")
    began, before = time.perf_counter(), processor_seconds()
    SparkMatcher(spark, SkillMatcher()).update(args.one, nothing)
    found = {"wall": time.perf_counter() - began, "cpu": processor_seconds() - before}
    spark.stop()
    return found


@contextmanager
def cluster() -> Iterator[str]:
    """Start a master and a worker with two cores, and stop them."""
    import pyspark

    run = str(Path(pyspark.__file__).parent / "bin" / "spark-class")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    parts = (("master.Master", "--port", str(port)), ("worker.Worker", "-c", str(CORES), "-m", "3g", url))
    with tempfile.TemporaryDirectory() as place:
        own = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": place, "SPARK_LOCAL_DIRS": place}
        started = []
        try:
            for role, *options in parts:
                command = [run, f"org.apache.spark.deploy.{role}", "--host", "127.0.0.1", "--webui-port", "0", *options]
                quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
                started.append(subprocess.Popen(command, env=own, **quiet))
                wait_for(port)
            yield url
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait()


def wait_for(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)


def profile_one(args: argparse.Namespace) -> dict[str, float]:
    matcher = SkillMatcher()
    with tempfile.TemporaryDirectory() as place:
        write_texts(Path(place, "texts"), args.resumes, args.sizes[0], args.characters)
        began, before = time.perf_counter(), processor_seconds()
        profile_in_one_way(args.one, Path(place), matcher)
        cpu, wall = processor_seconds() - before, time.perf_counter() - began
        rows = Path(place, "table")
        assert not rows.exists() or pq.read_table(rows, columns=["document_id"]).num_rows == args.sizes[0]
        return {"wall": wall, "cpu": cpu}


def write_texts(folder: Path, resumes: Path, count: int, characters: int | None) -> None:
    """Write as many texts as files, and as a column of a table beside the folder; no two are the same."""
    texts = []
    for path in sorted(resumes.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        step = characters or len(text)
        texts += [text[start : start + step] for start in range(0, len(text), step)]
    rows = {
        f"{number:06}.txt": f"{texts[number % len(texts)]}\nReference {number // len(texts)}" for number in range(count)
    }
    folder.mkdir()
    for name, text in rows.items():
        (folder / name).write_text(text, encoding="utf-8")
    table = pa.table({"document_id": list(rows), "text": list(rows.values())})
    pq.write_table(table, folder.with_suffix(".parquet"), row_group_size=BATCH)


def profile_in_one_way(way: str, place: Path, matcher: SkillMatcher) -> None:
    folder, table = place / "texts", str(place / "table")
    if way == "alone":
        for _ in profile_paths(folder, matcher, kind="resume", workers=CORES):
            pass
        return
    if way == "kept":
        making = making_of(matcher.taxonomy, matcher.settings, matcher.provenance.model)
        with Cache(place / "store", making=making, max_bytes=matcher.settings.reading.max_bytes) as cache:
            for _ in profile_paths(folder, matcher, kind="resume", workers=CORES, cache=cache):
                pass
        return
    spark = open_session(f"local[{CORES}]", settings={"spark.driver.memory": "2g"})
    engine = SparkMatcher(spark, matcher)
    if way == "extract":
        engine.extract_profiles(engine.list_folder(folder)).write.parquet(table)
    elif way == "update":
        engine.update(table, engine.list_folder(folder))
    else:
        engine.update(table, spark.read.parquet(str(folder.with_suffix(".parquet"))))


def processor_seconds() -> float:
    """Return the processor time of this process and of all below it, those that have ended among them."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0
    for pid in descendants():
        try:
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(map(int, fields[11:15]))  # own user and system time, and that of children that were waited for
    return total / ticks


def family() -> Iterator[tuple[str, int]]:
    """Give kind and peak memory in bytes of the processes below this one."""
    for pid in descendants()[1:]:
        try:
            words = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").split("\0")
            lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
        except OSError:
            continue
        status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
        kinds = {"pyspark.daemon": "worker", "org.apache.spark.deploy.SparkSubmit": "java"}
        kinds["org.apache.spark.executor.CoarseGrainedExecutorBackend"] = "executor"
        kind = next((kind for word, kind in kinds.items() if word in words), "other")
        yield kind, 1024 * int(status.get("VmHWM", "0 kB").split()[0])


def descendants() -> list[int]:
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            except OSError:
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found = [os.getpid()]
    for pid in found:
        found += parents.get(pid, [])
    return found


if __name__ == "__main__":
    main()
