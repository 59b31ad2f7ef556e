"""Counts for Prometheus: requests, documents, workers. No name of a document or of a client is among them."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from skillmatch.server.admission import Admission
from skillmatch.server.workers import Workers

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """The counters of one service."""

    def __init__(self, workers: Workers, admission: Admission) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "skillmatch_requests", "Requests answered", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "skillmatch_request_seconds", "Time to answer", ("route",), buckets=_SECONDS, registry=self._registry
        )
        self._documents = Counter(
            "skillmatch_documents", "Documents worked on, by outcome", ("outcome",), registry=self._registry
        )
        for name, help_, read in (
            ("skillmatch_requests_at_work", "Requests being worked on", lambda: admission.count),
            ("skillmatch_workers", "Workers", lambda: workers.size),
            ("skillmatch_workers_idle", "Workers without a task", lambda: workers.idle),
            ("skillmatch_workers_lost", "Workers that died or were ended for taking too long", lambda: workers.lost),
        ):
            Gauge(name, help_, registry=self._registry).set_function(read)

    def note_request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def note_document(self, outcome: str) -> None:
        """Count one document by its outcome: ``ok`` or the code of its failure."""
        self._documents.labels(outcome).inc()

    def show(self) -> bytes:
        """Write all counts as Prometheus reads them."""
        return generate_latest(self._registry)
