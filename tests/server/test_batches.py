"""Batches: accepted at once, followed, fetched."""

from __future__ import annotations

import json
import time

from tests.server.conftest import JOB, RESUME, files


def finished(client, place: str) -> dict:
    deadline = time.monotonic() + 90
    while (found := client.get(place).json())["state"] in ("waiting", "running"):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def test_a_batch_is_followed_and_fetched(client) -> None:
    sent = files(jobs=JOB, resumes=RESUME)
    accepted = client.post("/v1/batches", files=sent)
    assert accepted.status_code == 202
    place = accepted.headers["location"]
    assert finished(client, place)["state"] == "done"
    assert client.get(f"{place}/result").json() == client.post("/v1/match", files=sent).json()
    assert client.get(f"{place}/result?format=csv").text.startswith("job,")
    assert client.delete(place).status_code == 204
    assert client.get(place).json()["code"] == "no-such-batch"


def test_events_end_when_the_batch_does(client) -> None:
    sent = [*files(jobs=JOB), *[("resumes", (f"{number}.txt", RESUME)) for number in range(5)]]
    place = client.post("/v1/batches", files=sent).headers["location"]
    with client.stream("GET", f"{place}/events") as events:
        assert events.headers["content-type"].startswith("text/event-stream")
        states = [json.loads(line.removeprefix("data: ")) for line in events.iter_lines() if line.startswith("data: ")]
    assert states[-1]["state"] == "done"
    assert states[-1]["done"] == 6
    assert [state["done"] for state in states] == sorted(state["done"] for state in states)


def test_a_batch_that_fails_says_why(client) -> None:
    place = client.post("/v1/batches", files=files(jobs=b"", resumes=RESUME)).headers["location"]
    found = finished(client, place)
    assert found["state"] == "failed"
    assert "jobs.txt" in found["detail"]
    refused = client.get(f"{place}/result")
    assert (refused.status_code, refused.json()["code"]) == (409, "not-done")


def test_the_oldest_finished_ones_make_room(client, live) -> None:
    sent = files(jobs=JOB, resumes=RESUME)
    places = []
    for _ in range(live.app.state.service.limits.max_batches + 2):
        places.append(client.post("/v1/batches", files=sent).headers["location"])
        finished(client, places[-1])
    assert client.get(places[0]).status_code == 404
    assert client.get(places[-1]).status_code == 200


def test_unknown_batches_are_not_found(client) -> None:
    assert client.get("/v1/batches/" + "0" * 32).json()["code"] == "no-such-batch"
    assert client.get("/v1/batches/nothing").status_code == 422
