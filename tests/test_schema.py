from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.errors import MismatchError
from skillmatch.models import Failure, Match, Part, Provenance, Report, SkillProfile, TaxonomyRef
from skillmatch.schema import format_schema, from_json, to_json

COMMITTED = Path(__file__).parents[1] / "src" / "skillmatch" / "schema.json"
REF = TaxonomyRef(name="t", version="1", fingerprint="0")


def test_committed_schema_is_that_of_the_dataclasses() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == format_schema(), "run: python -m skillmatch.schema"


@pytest.mark.parametrize(
    "value",
    [
        Failure(document_id="a", stage="read", code="empty", message="no bytes"),
        SkillProfile(document_id="a", kind="resume", taxonomy=REF, terms=(("python", 2),)),
        Match(
            document_id="a",
            job_id="b",
            rank=1,
            score=50.0,
            parts=(Part(name="required", weight=1.0, value=0.5, contribution=50.0),),
        ),
        Report(provenance=Provenance(skillmatch="0", taxonomy=REF, settings="s", background="b")),
    ],
)
def test_json_gives_back_the_same_value(value: Failure | SkillProfile | Match | Report) -> None:
    assert from_json(to_json(value), type(value)) == value


def test_wrong_json_is_a_clear_error() -> None:
    with pytest.raises(MismatchError, match="document_id"):
        from_json('{"stage": "read"}', Failure)
