from __future__ import annotations

import pytest

from skillmatch.errors import EncryptedDocumentError, MissingExtraError
from skillmatch.guard import guarded
from skillmatch.models import Failure


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (EncryptedDocumentError("a password is needed"), "encrypted"),
        (MissingExtraError("install skillmatch[rtf]"), "missing-extra"),
        (MemoryError(), "limit"),
        (RecursionError(), "limit"),
        (ZeroDivisionError("Jane Doe"), "internal"),
    ],
)
def test_every_error_becomes_a_row_with_its_code(error: Exception, code: str) -> None:
    def work() -> None:
        raise error

    row = guarded("cv.pdf", "read", work)
    assert isinstance(row, Failure)
    assert (row.document_id, row.stage, row.code) == ("cv.pdf", "read", code)
    assert "Jane" not in row.message
