"""Parquet for data frames: one row for each match and each failure, with its parts and requirements nested.

Columns have the names of the data contract; the provenance stands in the metadata of the schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from skillmatch.errors import MissingExtraError
from skillmatch.models import Failure, Match, Report
from skillmatch.reports import Detail
from skillmatch.schema import to_data

if TYPE_CHECKING:
    import pyarrow

Data = TypeVar("Data")

_BATCH = 1_000  # rows turned into columns at a time


def render(report: Report, detail: Detail) -> Iterator[bytes]:
    """Render the file; ``brief`` leaves the requirements empty."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError("the format 'parquet' needs pyarrow: pip install 'skillmatch[parquet]'") from error
    schema = _schema(report)
    rows: list[Match | Failure] = [*report.matches, *report.failures]
    sink = pyarrow.BufferOutputStream()
    with pyarrow.parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for start in range(0, len(rows), _BATCH):
            data = [_row(row, detail) for row in rows[start : start + _BATCH]]
            writer.write_batch(pyarrow.RecordBatch.from_pylist(data, schema=schema))
    yield sink.getvalue().to_pybytes()


def _row(row: Match | Failure, detail: Detail) -> dict[str, object]:
    data = _storable(to_data(row))
    if isinstance(row, Failure):
        return {"type": "failure", **data}
    data["missing"] = [gap["name"] for gap in data["missing"]]
    if detail == "brief":
        data["requirements"] = []
    return {"type": "match", **data}


def _storable(value: Data) -> Data:
    """Replace halves of characters, which a name may hold and UTF-8 cannot."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}  # type: ignore[return-value]
    if isinstance(value, list):
        return [_storable(item) for item in value]  # type: ignore[return-value]
    return value


def _schema(report: Report) -> pyarrow.Schema:
    import pyarrow as pa

    words = pa.list_(pa.string())
    part = pa.struct({"name": pa.string(), **dict.fromkeys(("weight", "value", "contribution"), pa.float64())})
    mention = pa.struct(
        {
            **dict.fromkeys(("text", "section", "method"), pa.string()),
            **dict.fromkeys(("start", "end", "page"), pa.int32()),
            "confidence": pa.float64(),
            "negated": pa.bool_(),
        }
    )
    requirement = pa.struct(
        {
            **dict.fromkeys(("skill_id", "name", "kind", "any_of", "status", "reason"), pa.string()),
            **dict.fromkeys(("min_years", "credit", "score_if_met"), pa.float64()),
            "rank_if_met": pa.int32(),
            "evidence": pa.list_(mention),
        }
    )
    warning = pa.struct({**dict.fromkeys(("code", "message", "detail"), pa.string()), "page": pa.int32()})
    columns = {
        "type": pa.string(),
        "job_id": pa.string(),
        "document_id": pa.string(),
        "rank": pa.int32(),
        "score": pa.float64(),
        "margin": pa.float64(),
        **dict.fromkeys(("rank_first", "rank_last"), pa.int32()),
        "parts": pa.list_(part),
        "requirements": pa.list_(requirement),
        "missing": words,
        "extra_skills": words,
        "warnings": pa.list_(warning),
        **dict.fromkeys(("stage", "code", "message"), pa.string()),
    }
    provenance = json.dumps(to_data(report)["provenance"], sort_keys=True)
    return pa.schema(columns, metadata={"skillmatch": provenance, "schema": report.schema})
