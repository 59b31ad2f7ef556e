"""Spark gives what one machine gives."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from skillmatch import SkillMatcher, profile_paths
from skillmatch.errors import EngineError, MismatchError, UsageError
from skillmatch.models import Failure, SkillProfile
from skillmatch.schema import to_json
from skillmatch.settings import ExtractionSettings, Settings
from skillmatch.store.frames import unpack_arrays

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from skillmatch.distributed import SparkMatcher

RESUMES = Path(__file__).parents[2] / "examples" / "resumes"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return made-up resumes, some of which cannot be read."""
    folder = tmp_path_factory.mktemp("resumes")
    for path in sorted(RESUMES.iterdir())[:4]:
        shutil.copy(path, folder)
    (folder / "deep er").mkdir()
    (folder / "deep er" / "ünïcode 100%.txt").write_text("Skills: Python, SQL and Docker", encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "poison.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 20)
    return folder


@pytest.fixture(scope="module")
def alone(matcher: SkillMatcher, folder: Path) -> Sequence[SkillProfile | Failure]:
    """Return what one machine makes of them."""
    return list(profile_paths(folder, matcher, kind="resume", workers=0))


@pytest.fixture(scope="module")
def engine(spark: SparkSession, matcher: SkillMatcher) -> SparkMatcher:
    from skillmatch.distributed import SparkMatcher

    return SparkMatcher(spark, matcher)


@pytest.fixture(scope="module")
def table(engine: SparkMatcher, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("table") / "profiles.parquet")
    updated = engine.update(path, engine.list_folder(folder))
    assert (updated.made, updated.known, updated.removed) == (7, 0, 0)
    return path


def records(frame: DataFrame) -> list[str]:
    from skillmatch.distributed.columns import decode
    from skillmatch.distributed.records import Record

    found = decode(frame.toArrow().to_struct_array().combine_chunks(), Record)
    return sorted(to_json(it.profile or it.failure) for it in found)


def test_profiles_are_those_of_one_machine(
    engine: SparkMatcher, table: str, alone: Sequence[SkillProfile | Failure]
) -> None:
    assert records(engine.read(table)) == sorted(map(to_json, alone))


@pytest.mark.parametrize("top", [None, 2])
def test_matches_are_those_of_one_machine(
    engine: SparkMatcher, matcher: SkillMatcher, table: str, jobs: Sequence[SkillProfile],
    alone: Sequence[SkillProfile | Failure], top: int | None,
) -> None:  # fmt: skip
    assert to_json(engine.report(jobs, table, top=top)) == to_json(matcher.rank_many(jobs, alone, top=top))


def blocks_of(table: str) -> list[Path]:
    return sorted(Path(table).glob("_columns/*/*.parquet"))


def members(table: str) -> list[str]:
    """Return who is in the blocks of a table."""
    import pyarrow.parquet as pq

    found = [block for path in blocks_of(table) for block in pq.read_table(path)["columns"].to_pylist()]
    return sorted(document_id for block in found for document_id in unpack_arrays(block)[1])


def test_a_table_is_laid_out_where_it_has_no_rows(engine: SparkMatcher, table: str, spark: SparkSession) -> None:
    assert blocks_of(table)
    assert spark.read.parquet(table).count() == 7


def test_without_whole_blocks_of_this_making_rows_are_ranked(
    engine: SparkMatcher, matcher: SkillMatcher, table: str, jobs: Sequence[SkillProfile],
    alone: Sequence[SkillProfile | Failure], tmp_path: Path, folder: Path,
) -> None:  # fmt: skip
    copy = tmp_path / "copy"
    shutil.copytree(table, copy)
    block, *_ = blocks_of(str(copy))
    block.unlink()
    (block.parent / "_SUCCESS").unlink()
    assert to_json(engine.report(jobs, str(copy), top=2)) == to_json(matcher.rank_many(jobs, alone, top=2))
    assert engine.update(str(copy), engine.list_folder(folder)).made == 0
    assert len(blocks_of(str(copy))) == len(blocks_of(table))
    block.parent.rename(block.parent.with_name("other"))
    assert to_json(engine.report(jobs, str(copy), top=2)) == to_json(matcher.rank_many(jobs, alone, top=2))


def test_partitions_do_not_change_a_ranking(
    engine: SparkMatcher, table: str, matcher: SkillMatcher, jobs: Sequence[SkillProfile],
    alone: Sequence[SkillProfile | Failure],
) -> None:  # fmt: skip
    from pyspark.sql import functions as F  # noqa: N812

    skewed = engine.read(table).repartition(3, F.when(F.col("document_id") > "c", 1).otherwise(0))
    assert to_json(engine.report(jobs, skewed, top=3)) == to_json(matcher.rank_many(jobs, alone, top=3))


def test_where_nothing_could_be_read_nobody_is_ranked(
    engine: SparkMatcher, table: str, jobs: Sequence[SkillProfile]
) -> None:
    report = engine.report(jobs, engine.read(table).where("failure is not null"), top=2)
    assert report.matches == ()
    assert [failure.document_id for failure in report.failures] == ["empty.txt", "poison.pdf"]


def test_many_small_blocks_are_laid_out_anew(
    spark: SparkSession, engine: SparkMatcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillmatch.distributed.updating.SPARE_BLOCKS", 0)
    monkeypatch.delattr("skillmatch.distributed.updating.leave_out")  # nothing is left out of old ones
    table = str(tmp_path / "table")
    for name in ("a", "b"):
        engine.update(table, spark.createDataFrame([(name, "Skills: SQL")], "document_id string, text string"))
    assert members(table) == ["a", "b"]


def test_a_second_update_makes_nothing(engine: SparkMatcher, table: str, folder: Path) -> None:
    updated = engine.update(table, engine.list_folder(folder))
    assert (updated.made, updated.known) == (0, 7)


def test_bytes_give_what_paths_give(engine: SparkMatcher, table: str, folder: Path) -> None:
    """They have the same hashes too, so that nothing is made again. Spark leaves out empty files."""
    loaded = engine.load_folder(str(folder))
    expected = engine.read(table).where("document_id != 'empty.txt'")
    assert records(engine.extract_profiles(loaded)) == records(expected)
    assert engine.update(table, loaded).made == 0


def test_only_what_changed_is_made_again(
    engine: SparkMatcher, matcher: SkillMatcher, jobs: Sequence[SkillProfile], tmp_path: Path
) -> None:
    copy, table = tmp_path / "resumes", str(tmp_path / "table")
    copy.mkdir()
    for name, text in (("a.txt", "Skills: Python"), ("b.txt", "Skills: Java"), ("c.txt", "Skills: SQL")):
        (copy / name).write_text(text, encoding="utf-8")
    engine.update(table, engine.list_folder(copy))
    assert members(table) == ["a.txt", "b.txt", "c.txt"]
    (copy / "a.txt").write_text("Skills: Kotlin", encoding="utf-8")
    (copy / "b.txt").unlink()
    kept = engine.update(table, engine.list_folder(copy))
    assert (kept.made, kept.known, kept.removed) == (1, 1, 0)
    assert {row.document_id for row in engine.read(table).collect()} == {"a.txt", "b.txt", "c.txt"}
    gone = engine.update(table, engine.list_folder(copy), mirror=True)
    assert (gone.made, gone.known, gone.removed) == (0, 2, 1)
    assert members(table) == ["a.txt", "c.txt"]
    found = engine.read(table).where("document_id = 'a.txt'").select("profile.skills.name").collect()
    assert found[0][0] == ["Kotlin"]
    alone = matcher.rank_many(jobs, profile_paths(copy, matcher, kind="resume", workers=0), top=2)
    assert to_json(engine.report(jobs, table, top=2)) == to_json(alone)
    assert [it.name for it in tmp_path.iterdir() if it.name.startswith("table.")] == []


def test_a_text_column_reads_like_a_text_file(spark: SparkSession, engine: SparkMatcher) -> None:
    frame = spark.createDataFrame([("a", "Skills: Python, SQL")], "document_id string, text string")
    [row] = engine.extract_profiles(frame).select("profile.skills.name").collect()
    assert row[0] == ["Python", "SQL"]


def test_documents_without_a_content_are_refused(spark: SparkSession, engine: SparkMatcher) -> None:
    frame = spark.createDataFrame([("a", 1)], "document_id string, size int")
    with pytest.raises(UsageError, match="one of content, text, path; found document_id, size"):
        engine.extract_profiles(frame)


def test_profiles_of_other_settings_are_refused(
    spark: SparkSession, matcher: SkillMatcher, table: str, jobs: Sequence[SkillProfile]
) -> None:
    from skillmatch.distributed import SparkMatcher

    other = SkillMatcher(matcher.taxonomy, Settings(extraction=ExtractionSettings(fuzzy=False)), matcher.background)
    with pytest.raises(MismatchError, match="made with another version, taxonomy or settings"):
        SparkMatcher(spark, other).report(jobs, table, top=1)


def test_rows_of_other_settings_are_kept_and_not_laid_out(
    spark: SparkSession, matcher: SkillMatcher, table: str, tmp_path: Path, jobs: Sequence[SkillProfile]
) -> None:
    from skillmatch.distributed import SparkMatcher

    copy = str(shutil.copytree(table, tmp_path / "copy"))
    other = SkillMatcher(matcher.taxonomy, Settings(extraction=ExtractionSettings(fuzzy=False)), matcher.background)
    engine = SparkMatcher(spark, other)
    new = spark.createDataFrame([("new", "Skills: Python")], "document_id string, text string")
    assert engine.update(copy, new).made == 1
    assert engine.read(copy).count() == 8
    assert blocks_of(copy) == []
    with pytest.raises(MismatchError, match="update the table"):
        engine.report(jobs, copy, top=1)


def test_a_worker_that_is_not_what_the_driver_is_refuses(
    engine: SparkMatcher, table: str, jobs: Sequence[SkillProfile], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skillmatch.distributed.kit.describe", lambda matcher: "skillmatch 99, code x")
    with pytest.raises(MismatchError, match=r"a worker has skillmatch .*, the driver skillmatch 99, code x: install"):
        engine.report(jobs, table, top=1)


def test_the_same_person_twice_is_refused(engine: SparkMatcher, table: str, jobs: Sequence[SkillProfile]) -> None:
    rows = engine.read(table)
    with pytest.raises(UsageError, match="occurs more than once"):
        engine.report(jobs, rows.unionByName(rows), top=2)


def test_tables_that_are_none_are_refused(engine: SparkMatcher, tmp_path: Path, jobs: Sequence[SkillProfile]) -> None:
    with pytest.raises(EngineError, match="no such table"):
        engine.report(jobs, str(tmp_path / "nothing"))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "part-0.parquet").write_bytes(b"PAR1 but not really PAR1")
    with pytest.raises(EngineError, match="Spark failed: "):
        engine.report(jobs, str(tmp_path / "broken"))


def test_an_unreadable_partition_is_one_line(
    engine: SparkMatcher, table: str, tmp_path: Path, jobs: Sequence[SkillProfile]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(table, copy)
    part = max(copy.glob("*.parquet"), key=lambda it: it.stat().st_size)
    (copy / f".{part.name}.crc").unlink()
    data = bytearray(part.read_bytes())
    data[len(data) // 4 : len(data) // 2] = bytes(len(data) // 2 - len(data) // 4)
    part.write_bytes(data)
    with pytest.raises(EngineError) as caught:
        engine.report(jobs, str(copy), top=2)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("step", "size", "parts"), [("adopt", 50_000, 1), ("replace", 3, 2)])
def test_a_run_that_was_stopped_goes_on(
    engine: SparkMatcher, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str,
    step: str, size: int, parts: int,
) -> None:  # fmt: skip
    from skillmatch.distributed import Table

    path = str(tmp_path / "table")

    def stop(self: Table, *rows: DataFrame) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("skillmatch.distributed.updating.SLICE", size)
    with monkeypatch.context() as patch:
        patch.setattr(Table, step, stop)
        with pytest.raises(KeyboardInterrupt):
            engine.update(path, engine.list_folder(folder))
    assert not Path(path).exists()
    gathered: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(Table, "gather", lambda self, rows: gathered.append(rows.count()))
        engine.update(path, engine.list_folder(folder))
    assert gathered == [0] * parts
    assert records(engine.read(path)) == records(engine.read(table))


def test_what_was_gathered_but_not_wholly_is_made_again(
    engine: SparkMatcher, folder: Path, tmp_path: Path, table: str
) -> None:
    half = shutil.copytree(table, tmp_path / "new.gathered")
    (half / "_SUCCESS").unlink()
    assert engine.update(str(tmp_path / "new"), engine.list_folder(folder)).made == 7
    assert records(engine.read(str(tmp_path / "new"))) == records(engine.read(table))


@pytest.mark.parametrize("column", ["text string", "content binary"])
def test_a_document_without_a_content_is_empty_and_stays_so(
    spark: SparkSession, engine: SparkMatcher, tmp_path: Path, column: str
) -> None:
    nothing = spark.createDataFrame([("a", None)], f"document_id string, {column}")
    assert engine.update(str(tmp_path / "table"), nothing).made == 1
    assert engine.update(str(tmp_path / "table"), nothing).made == 0


def test_a_table_between_two_names_is_found_again(
    spark: SparkSession, engine: SparkMatcher, table: str, tmp_path: Path
) -> None:
    shutil.copytree(table, tmp_path / "table.old")
    assert records(engine.read(str(tmp_path / "table"))) == records(engine.read(table))
