"""The one guard around the work on one document: whatever goes wrong becomes one `Failure`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from skillmatch.errors import DocumentError, InternalError, LimitError, SkillmatchError
from skillmatch.models import Failure

logger = logging.getLogger(__name__)

Result = TypeVar("Result")


def guarded(document_id: str, stage: str, work: Callable[[], Result]) -> Result | Failure:
    """Run `work` for one document; every error becomes a `Failure` row.

    Parameters
    ----------
    document_id
        Named in the failure.
    stage
        Where a bug of ours happened: ``read`` or ``profile``.
    work
        Called once, without arguments.

    Examples
    --------
    >>> guarded("cv.pdf", "read", lambda: 1)
    1
    """
    try:
        return work()
    except DocumentError as error:
        return failure_of(document_id, error)
    except SkillmatchError as error:  # an extra that this document needs is not installed
        return Failure(document_id=document_id, stage=stage, code=error.code, message=str(error))
    except (MemoryError, RecursionError) as error:
        return failure_of(document_id, LimitError(f"needs more memory than allowed ({type(error).__name__})"))
    except Exception as error:
        logger.warning("internal error in %s of %s: %s", stage, document_id, type(error).__name__)
        place = _origin(error)
        return failure_of(document_id, InternalError(f"{type(error).__name__} at {place}"), stage)


def failure_of(document_id: str, error: DocumentError, stage: str | None = None) -> Failure:
    """Turn a document's error into its row: what was found, then what to do."""
    message = f"{error}: {error.advice}" if error.advice else str(error)
    return Failure(document_id=document_id, stage=stage or error.stage, code=error.code, message=message)


def _origin(error: BaseException) -> str:
    """Name module and line of the innermost frame: never the text that the error may quote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
