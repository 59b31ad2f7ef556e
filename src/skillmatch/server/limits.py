"""What one service allows, as one frozen object."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits on requests; those on one document are in `skillmatch.settings.ReadingSettings`.

    `hosts` are the names that a request may be addressed to, without port; None is any. A page elsewhere can make a
    browser send requests to this machine under a name of its own. `data` is the folder of the pools; without it there
    are none.
    """

    workers: int | None = None
    hosts: frozenset[str] | None = frozenset(["127.0.0.1", "localhost", "::1"])
    data: Path | None = None
    max_body_bytes: int = 60_000_000
    max_documents: int = 500
    max_requests: int = 64
    max_requests_per_client: int = 16
    max_batches: int = 20
    upload_timeout_s: float = 30.0
    request_timeout_s: float = 120.0
