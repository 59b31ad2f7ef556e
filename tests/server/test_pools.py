"""Pools: people kept at hand, and erased."""

from __future__ import annotations

import pytest

from tests.server.conftest import JOB, RESUME, files, serving


@pytest.fixture
def pool(client):
    client.put("/v1/pools/people")
    yield "/v1/pools/people"
    client.delete("/v1/pools/people")


def test_members_are_added_ranked_and_erased(client, pool: str) -> None:
    sent = [*files(resumes=RESUME), ("resumes", ("team/b.txt", "Skills: Docker")), ("resumes", ("c", b""))]
    added = client.post(f"{pool}/documents", files=sent).json()
    assert added["members"] == 3
    assert [failure["code"] for failure in added["failures"]] == ["empty"]
    assert client.get("/v1/pools").json() == {"pools": ["people"]}
    report = client.post(f"{pool}/rank", files=files(jobs=JOB), data={"top": "1"}).json()
    assert [match["document_id"] for match in report["matches"]] == ["resumes.txt"]
    assert client.delete(f"{pool}/documents/team/b.txt").json() == {"name": "people", "members": 2}
    assert [it["document_id"] for it in client.get(pool).json()["documents"]] == ["c", "resumes.txt"]


def test_a_pool_ranks_as_the_documents_do(client, pool: str) -> None:
    client.post(f"{pool}/documents", files=files(resumes=RESUME))
    of_pool = client.post(f"{pool}/rank", files=files(jobs=JOB)).json()
    assert of_pool == client.post("/v1/match", files=files(jobs=JOB, resumes=RESUME)).json()


def test_a_change_is_seen_by_the_next_ranking(client, pool: str) -> None:
    for count in (1, 2, 3):
        client.post(f"{pool}/documents", files=[("resumes", (f"{count}.txt", RESUME))])
        for _ in range(3):  # whichever worker it is
            report = client.post(f"{pool}/rank", files=files(jobs=JOB)).json()
            assert len(report["matches"]) == count
    client.delete(f"{pool}/documents/2.txt")
    for _ in range(3):
        report = client.post(f"{pool}/rank", files=files(jobs=JOB)).json()
        assert {match["document_id"] for match in report["matches"]} == {"1.txt", "3.txt"}


def test_a_deleted_pool_leaves_no_file(client, pool: str, live) -> None:
    client.post(f"{pool}/documents", files=files(resumes=RESUME))
    assert client.delete(pool).status_code == 204
    assert list(live.app.state.service.limits.data.iterdir()) == []
    assert client.get(pool).json()["code"] == "no-such-pool"


@pytest.mark.parametrize("name", ["UPPER", "a_b", "-a", "a" * 64, "a.pool", "%2e%2e"])
def test_other_names_are_refused(client, name: str) -> None:
    done = client.put(f"/v1/pools/{name}")
    assert done.status_code in (404, 422)
    assert done.headers["content-type"] == "application/problem+json"


def test_unknown_members_are_not_found(client, pool: str) -> None:
    done = client.delete(f"{pool}/documents/../../x")
    assert done.status_code == 404
    assert client.delete(f"{pool}/documents/nobody").json()["code"] == "no-such-member"


def test_without_a_folder_there_are_no_pools() -> None:
    with serving(ready=False) as live:
        assert live.client.get("/v1/pools").json()["code"] == "no-pools"
