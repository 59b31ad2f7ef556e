"""Tables of records in Parquet, which appear whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from skillmatch.distributed.blocks import BLOCK
from skillmatch.distributed.records import RECORD
from skillmatch.distributed.session import clear_errors
from skillmatch.errors import EngineError

if TYPE_CHECKING:
    from py4j.java_gateway import JavaObject
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql.types import StructType

_BLOCKS = "_columns"  # Spark, like others, does not look for rows where a name begins so

# Parquet looks only every hundred rows at how large a page and a group have become, which for blocks is too late.
_LONG_ROWS = {
    "parquet.enable.dictionary": "false",
    "parquet.page.size.row.check.min": "1",
    "parquet.block.size.row.check.min": "1",
}


class Table:
    """A folder of Parquet files at a path or a URL that Spark can write.

    New rows gather beside it in a folder of their own, so that a run that was stopped does not lose them. A new version
    of the table is written beside the old one too, then takes its name. Inside, where Spark does not look for rows, lie
    the blocks that it is ranked by. One program at a time may change a table.

    Parameters
    ----------
    spark
        The session that reads and writes.
    path
        Of the folder; made when first written.
    """

    def __init__(self, spark: SparkSession, path: str) -> None:
        self._spark = spark
        self.path = path.rstrip("/")
        self._gathered, self._next, self._old = (f"{self.path}.{it}" for it in ("gathered", "next", "old"))
        if not self.exists() and self._is_there(self._old):  # stopped between two renames
            self._rename(self._old, self.path)

    def exists(self) -> bool:
        """Tell whether there is a table."""
        return self._is_there(self.path)

    def is_new(self) -> bool:
        """Tell whether there is neither a table nor anything that was gathered for one."""
        return not self.exists() and not self._is_whole(self._gathered)

    def count(self) -> int:
        """Count the rows."""
        with clear_errors():
            return int(self.read().count())

    def full_path(self) -> str:
        """Return the path as Spark names it in what it reads."""
        with clear_errors():
            system, place = self._locate(self.path)
            return str(system.makeQualified(place).toString())

    def read(self, only: pa.DataType = RECORD) -> DataFrame:
        """Return the rows, with some of their columns.

        Raises
        ------
        EngineError
            There is no table, or it is not one of ours.
        """
        if not self.exists():
            raise EngineError(f"{self.path}: no such table of profiles")
        return self._read(self.path, only)

    def gather(self, rows: DataFrame) -> None:
        """Write rows beside the table, to be there for the next run even if this one is stopped."""
        if not self._is_whole(self._gathered):  # left by a run that was stopped while it wrote
            self._delete(self._gathered)
        with clear_errors():
            rows.write.mode("append").parquet(self._gathered)

    def gathered(self) -> DataFrame | None:
        """Return the rows that were gathered and are not in the table yet; None if nothing was."""
        return self._read(self._gathered, RECORD) if self._is_whole(self._gathered) else None

    def blocks(self, making: str) -> DataFrame | None:
        """Return the blocks of all rows; None if there are none of this making."""
        place = f"{self.path}/{_BLOCKS}/{making}"
        with clear_errors():
            return self._spark.read.schema(spark_schema(BLOCK)).parquet(place) if self._is_whole(place) else None

    def keep_blocks(self, making: str, blocks: DataFrame) -> None:
        """Write the blocks of all rows, in place of those of another making."""
        self._delete(f"{self.path}/{_BLOCKS}")
        self._write_blocks(self.path, making, blocks)

    def replace(self, rows: DataFrame, *, blocks: DataFrame | None = None, making: str = "") -> None:
        """Make rows the new content of the table, with their blocks where these are known; forget what was gathered."""
        self._delete(self._next)
        with clear_errors():
            rows.write.parquet(self._next)
        if blocks is not None:
            self._write_blocks(self._next, making, blocks)
        if self.exists():
            self._delete(self._old)
            self._rename(self.path, self._old)
        self._rename(self._next, self.path)
        self._delete(self._old)
        self.forget()

    def adopt(self) -> None:
        """Make what was gathered the table, where there was none."""
        self._rename(self._gathered, self.path)

    def forget(self) -> None:
        """Delete what was gathered."""
        self._delete(self._gathered)

    def _read(self, path: str, only: pa.DataType) -> DataFrame:
        with clear_errors():
            columns = set(self._spark.read.parquet(path).columns)
        missing = [part.name for part in RECORD if part.name not in columns]
        if missing:
            raise EngineError(f"{path}: not a table of profiles: it has no column {missing[0]}")
        return self._spark.read.schema(spark_schema(only)).parquet(path)

    def _write_blocks(self, path: str, making: str, blocks: DataFrame) -> None:
        with clear_errors():
            blocks.write.options(**_LONG_ROWS).parquet(f"{path}/{_BLOCKS}/{making}")

    def _is_there(self, path: str) -> bool:
        with clear_errors():
            system, place = self._locate(path)
            return bool(system.exists(place))

    def _is_whole(self, path: str) -> bool:
        return self._is_there(f"{path}/_SUCCESS")

    def _delete(self, path: str) -> None:
        with clear_errors():
            system, place = self._locate(path)
            system.delete(place, True)

    def _rename(self, path: str, to: str) -> None:
        with clear_errors():
            system, place = self._locate(path)
            if not system.rename(place, self._locate(to)[1]):
                raise EngineError(f"{path}: cannot be renamed to {to}")

    def _locate(self, path: str) -> tuple[JavaObject, JavaObject]:
        """Return the file system of a path, which may be on a disk, in HDFS or in a bucket, and the path there."""
        jvm = self._spark.sparkContext._jvm
        assert jvm is not None  # noqa: S101
        place = jvm.org.apache.hadoop.fs.Path(path)
        return place.getFileSystem(self._spark.sparkContext._jsc.hadoopConfiguration()), place


def spark_schema(kind: pa.DataType | pa.Schema) -> StructType:
    """Return the type of Spark for a struct type of Arrow."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(pa.schema(list(kind)))
