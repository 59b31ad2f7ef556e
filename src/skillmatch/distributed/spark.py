"""SkillMatcher on Spark: the same profiles and the same scores, on as many machines as there are.

No rule of reading, matching or scoring lives here: workers call what one machine calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.blocks import NARROW, pools_of_blocks, pools_of_rows
from skillmatch.distributed.columns import decode, narrow
from skillmatch.distributed.extraction import extract, hash_contents
from skillmatch.distributed.kit import Kit
from skillmatch.distributed.ranking import RANKED, STANDING, explain, score
from skillmatch.distributed.records import RECORD
from skillmatch.distributed.session import clear_errors
from skillmatch.distributed.table import Table, spark_schema
from skillmatch.distributed.updating import Updated, build, complete_blocks, iter_missing, settle
from skillmatch.documents import list_documents
from skillmatch.errors import UsageError
from skillmatch.models import Failure, Match, Report, SkillProfile

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from skillmatch.matcher import SkillMatcher
    from skillmatch.run import Kind

CONTENT = ("content", "text", "path")
TASK = 256  # documents in one task: some ten seconds of work, so that a lost worker costs little


class SparkMatcher:
    """Extracts profiles and ranks them on a Spark cluster.

    Parameters
    ----------
    spark
        A session: see `open_session`. Spark Connect has no broadcasts and cannot be used.
    matcher
        Its taxonomy, settings and background are shipped to the workers.
    """

    def __init__(self, spark: SparkSession, matcher: SkillMatcher) -> None:
        self._spark = spark
        self._matcher = matcher

    def list_folder(self, path: str | Path) -> DataFrame:
        """Return the documents of a folder on a disk that all workers see, as one machine lists them.

        Raises
        ------
        UsageError
            There is nothing at the path.
        """
        columns = ("document_id", "path", "member", "problem")
        schema = pa.schema(dict.fromkeys(columns, pa.string()))
        root = Path(path).resolve()
        found = list(list_documents(root, settings=self._matcher.settings.reading))
        rows = {name: [str(getattr(source, name)) for source in found] for name in columns}
        frame = self._spark.createDataFrame(pa.Table.from_pydict(rows, schema=schema))
        return frame.repartition(max(1, len(found) // TASK, min(len(found), self._cores)))

    def load_folder(self, url: str) -> DataFrame:
        """Return the documents of a folder in any storage that Spark reads, with their content.

        Ids are paths from the folder on. Spark does not see empty files and those whose names begin with ``.`` or
        ``_``; archives are not opened.

        Raises
        ------
        EngineError
            It cannot be read.
        """
        from pyspark.sql import functions as F  # noqa: N812

        with clear_errors():
            files = self._spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(url)
        start = len(Table(self._spark, url).full_path()) + 2  # Spark counts from 1, and there is a slash
        return files.select(F.col("path").substr(start, 1 << 20).alias("document_id"), "content")

    def extract_profiles(self, documents: DataFrame, *, kind: Kind = "resume") -> DataFrame:
        """Read and profile documents; each gives one row of the schema `RECORD`, with its profile or its failure.

        Parameters
        ----------
        documents
            Rows with ``document_id`` and ``content`` (bytes of a file), ``text``, or ``path`` (with ``member`` and
            ``problem``, as `list_folder` gives them). Of Spark's source ``binaryFile``, the path becomes the id.
        kind
            What the documents are; ``auto`` decides for each by content.

        Raises
        ------
        UsageError
            A column is missing.
        """
        kit = Kit(self._spark, self._matcher)
        return _named(documents).mapInArrow(extract(kit, kind), spark_schema(RECORD))

    def update(self, table: str, documents: DataFrame, *, kind: Kind = "resume", mirror: bool = False) -> Updated:
        """Bring a table of profiles up to date: only what is new or changed since, or was made otherwise, is made.

        Parameters
        ----------
        table
            Path or URL of the table; made if it is not there. It stays as it was until all is done, and what was made
            until a run was stopped is not made again.
        documents, kind
            As for `extract_profiles`.
        mirror
            Remove the rows of documents that are not among these.
        """
        place, kit = Table(self._spark, table), Kit(self._spark, self._matcher)
        documents = _named(documents)

        def make(some: DataFrame) -> DataFrame:
            return some.mapInArrow(extract(kit, kind), spark_schema(RECORD))

        with clear_errors():
            if place.is_new():
                done = build(place, documents, make)
            else:
                keys = self._keys(documents, kind, kit.making).persist()
                try:
                    for missing in iter_missing(place, keys):
                        place.gather(make(documents.join(missing, "document_id")))
                    done = settle(place, keys, kit, mirror=mirror)
                finally:
                    keys.unpersist()
            complete_blocks(place, kit)
            return done

    def read(self, table: str) -> DataFrame:
        """Return the rows of a table.

        Raises
        ------
        EngineError
            There is none, or it is not one of ours.
        """
        return Table(self._spark, table).read()

    def rank(self, jobs: Sequence[SkillProfile], profiles: DataFrame | str, *, top: int | None = None) -> DataFrame:
        """Rank profiles for every job.

        Parameters
        ----------
        jobs
            Profiles of jobs.
        profiles
            A table by its path or URL, which `update` has laid out for ranking, or rows, which are laid out each time.
            Rows are gone through twice, with `top` once before this returns: those that `extract_profiles` is still to
            make should be persisted first. No document id may occur twice.
        top
            Keep this many matches for each job. With None all are kept, and those of one job must fit into the memory
            of one worker.

        Returns
        -------
        DataFrame
            The columns of `RANKED`, in no order: the place of the job in `jobs`, and the match. Matches are those of
            `SkillMatcher.rank_many`, to the last bit.
        """
        from pyspark.sql import Window
        from pyspark.sql import functions as F  # noqa: N812

        kit = Kit(self._spark, self._matcher, jobs)
        blocks = Table(self._spark, profiles).blocks(kit.columns_making) if isinstance(profiles, str) else None
        if blocks is None:
            scored = self._rows(profiles, NARROW).mapInArrow(score(kit, top, pools_of_rows), spark_schema(STANDING))
        else:
            scored = blocks.mapInArrow(score(kit, top, pools_of_blocks), spark_schema(STANDING))
        found = self._rows(profiles, RECORD).select("document_id", "profile")
        if top is not None:
            order = Window.partitionBy("job").orderBy(F.desc("score"), "document_id")
            scored = scored.withColumn("place", F.row_number().over(order)).where(F.col("place") <= top).drop("place")
            with clear_errors():  # they are few: known here, they are sent to where the rows are, which then stay
                scored = F.broadcast(self._spark.createDataFrame(scored.toArrow()))
        best = found.where("profile is not null").join(scored, "document_id")
        return best.groupBy("job").applyInArrow(explain(kit), spark_schema(RANKED))

    def report(
        self, jobs: Iterable[SkillProfile | Failure], profiles: DataFrame | str, *, top: int | None = None
    ) -> Report:
        """Rank profiles for every job and bring the matches here, as `SkillMatcher.rank_many` gives them.

        Parameters
        ----------
        jobs, profiles, top
            As for `rank`; a job that failed goes to the report.

        Returns
        -------
        Report
            Failures are sorted by document, those of jobs come last.
        """
        asked: list[SkillProfile] = []
        unusable: list[Failure] = []
        for job in jobs:
            (unusable if isinstance(job, Failure) else asked).append(job)  # type: ignore[arg-type]
        with clear_errors():
            ranked = self.rank(asked, profiles, top=top).toArrow() if asked else RANKED.empty_table()
            failed = self._rows(profiles, narrow(RECORD, ["failure"])).where("failure is not null").toArrow()
        numbers = ranked["job"].to_pylist()
        matches: list[Match] = decode(ranked["match"].combine_chunks(), Match)  # type: ignore[assignment]
        failures: list[Failure] = decode(failed["failure"].combine_chunks(), Failure)  # type: ignore[assignment]
        placed = sorted(zip(numbers, matches, strict=True), key=lambda it: (it[0], it[1].rank))
        return Report(
            job_ids=tuple(job.document_id for job in asked),
            matches=tuple(match for _, match in placed),
            failures=(*sorted(failures, key=lambda it: it.document_id.split("/")), *unusable),
            provenance=self._matcher.provenance,
        )

    @property
    def _cores(self) -> int:
        return self._spark.sparkContext.defaultParallelism

    def _rows(self, profiles: DataFrame | str, only: pa.DataType) -> DataFrame:
        if isinstance(profiles, str):
            return Table(self._spark, profiles).read(only)
        return profiles.to(spark_schema(only))

    def _keys(self, documents: DataFrame, kind: Kind, making: str) -> DataFrame:
        """Return for each document what a record of it has to have to be up to date."""
        from pyspark.sql import functions as F  # noqa: N812

        if "path" in documents.columns:
            limit = self._matcher.settings.reading.max_bytes
            hashed = documents.mapInArrow(hash_contents(limit), "document_id string, sha256 string")
        else:
            content = F.col("content") if "content" in documents.columns else F.encode("text", "UTF-8")
            known = F.coalesce(content, F.lit(b""))
            hashed = documents.select("document_id", F.sha2(known, 256).alias("sha256"))
        return hashed.withColumns({"kind": F.lit(kind), "making": F.lit(making)})


def _named(documents: DataFrame) -> DataFrame:
    """Check the columns of documents, and keep those that count; Spark's own listing gets ids."""
    columns = documents.columns
    if "document_id" not in columns and {"path", "content"} <= set(columns):
        return documents.select(documents["path"].alias("document_id"), "content")
    given = next((name for name in CONTENT if name in columns), None)
    if given is None or "document_id" not in columns:
        raise UsageError(
            f"documents need the columns document_id and one of {', '.join(CONTENT)}; found {', '.join(columns)}"
        )
    places = [name for name in ("member", "problem") if given == "path" and name in columns]
    return documents.select("document_id", given, *places)
