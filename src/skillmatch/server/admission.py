"""Who may be served: no more requests at a time than the service can hold, nor too many of one client."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from skillmatch.server.limits import Limits
from skillmatch.server.problems import Problem


class Admission:
    """Counts the requests that are being worked on."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._of_client: Counter[str] = Counter()
        self.closed = False

    @property
    def count(self) -> int:
        """The number of requests at work."""
        return self._of_client.total()

    @property
    def full(self) -> bool:
        """Tell whether the next request would be refused."""
        return self.closed or self.count >= self._limits.max_requests

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Hold a place for one request.

        Raises
        ------
        Problem
            There is none: 429 if this client has too many already, 503 if all have.
        """
        if self._of_client[client] >= self._limits.max_requests_per_client:
            detail = f"{self._limits.max_requests_per_client} requests of yours are being worked on: wait for one"
            raise Problem(429, "too-many-requests", detail, retry_after_s=1)
        if self.full:
            raise Problem(503, "busy", "as many requests as allowed are being worked on: try again", retry_after_s=2)
        self._of_client[client] += 1
        try:
            yield
        finally:
            self._of_client[client] -= 1
            if not self._of_client[client]:
                del self._of_client[client]
