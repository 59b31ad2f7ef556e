"""The OpenAPI document: sound, and true."""

from __future__ import annotations

import pytest

from tests.server.conftest import Live

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")


def test_every_reference_leads_somewhere(client) -> None:
    document = client.get("/openapi.json").json()
    known = document["components"]["schemas"]

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if isinstance(place := value.get("$ref"), str):
                assert place.removeprefix("#/components/schemas/") in known, place
            for item in value.values():
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    walk(document)
    assert {"Report", "ProblemBody", "MatchRequest", "DocumentIn"} <= known.keys()


def test_no_request_breaks_it_and_no_answer_breaks_its_schema(live: Live) -> None:
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis import checks

    schema = schemathesis.openapi.from_url(f"{live.url}/openapi.json")
    wanted = [
        checks.not_a_server_error,
        checks.CHECKS.get_one("status_code_conformance"),
        checks.CHECKS.get_one("content_type_conformance"),
        checks.CHECKS.get_one("response_schema_conformance"),
    ]
    quiet = settings(
        max_examples=8,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.path.endswith("/events"):
            continue  # a stream: tested by hand

        @quiet
        @given(case=operation.as_strategy())
        def call(case) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(checks=wanted, timeout=120)

        call()
    assert asked > 80
