"""Measure the service over loopback: extraction, ranking of a pool, memory, and what the service itself costs.

python benchmarks/bench_service.py [SECONDS]
python benchmarks/bench_service.py --soak REQUESTS
"""

from __future__ import annotations

import asyncio
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from skillmatch import SkillMatcher, read_bytes

EXAMPLES = Path(__file__).parents[1] / "examples"
PORT = 8932
BYTES = 4096
MEMBERS = 100


def text_of(number: int) -> str:
    """Return a made-up resume of 4 KB; each has words of its own."""
    base = (EXAMPLES / "resumes" / "femi-adeyemi.txt").read_text(encoding="utf-8")
    return f"Person {number} {number * 7919}\n{base * 9}"[:BYTES]


def request(path: str, body: dict[str, object]) -> bytes:
    data = json.dumps(body).encode()
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, data: bytes) -> int:
    """Send one request; return the status."""
    writer.write(data)
    head = await reader.readuntil(b"\r\n\r\n")
    [length] = re.findall(rb"(?i)content-length: (\d+)", head)
    await reader.readexactly(int(length))
    return int(head.split(b" ", 2)[1])


async def load(requests: list[bytes], clients: int, seconds: float, most: int = 1_000_000) -> list[float]:
    """Ask from several connections, each its next request when the last is answered; return the times in ms."""
    times: list[float] = []
    end = time.perf_counter() + seconds

    async def client(number: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        while time.perf_counter() < end and len(times) < most:
            began = time.perf_counter()
            status = await ask(reader, writer, requests[(len(times) + number) % len(requests)])
            assert status == 200, status
            times.append(1000 * (time.perf_counter() - began))
        writer.close()

    await asyncio.gather(*(client(number) for number in range(clients)))
    return sorted(times)


async def show(pid: int, name: str, requests: list[bytes], clients: int, seconds: float) -> float:
    """Print throughput and times of one load; return the CPU time of the service for each request, in ms.

    `own` is what of it the service spends outside its workers.
    """
    before = cpu_ms(tree(pid)), cpu_ms([pid])
    times = await load(requests, clients, seconds)
    cpu, own = ((cpu_ms(it) - then) / len(times) for it, then in zip((tree(pid), [pid]), before, strict=True))
    middle, late = times[len(times) // 2], times[min(len(times) - 1, int(0.99 * len(times)))]
    rate = len(times) / seconds
    print(f"{name:30}{rate:8.1f} requests/s   p50 {middle:6.1f} ms   p99 {late:6.1f} ms   ", end="")
    print(f"cpu {cpu:5.1f} ms, {own:3.1f} of it the service's own")
    return cpu


def tree(pid: int) -> list[int]:
    """Return a process and all that it started."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [pid, *(below for child in children for below in tree(child))]


def cpu_ms(pids: list[int]) -> float:
    """Return the CPU time of processes: other work on the machine does not count."""
    ticks = 0
    for one in pids:
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Return the memory of the service and all that it started, in MB; shared pages count once."""
    found = 0.0
    for one in tree(pid):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        found += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return found


def bare(texts: list[str], seconds: float) -> float:
    """Return the CPU time of the pipeline alone for each document, in ms."""
    from skillmatch.schema import to_json

    matcher = SkillMatcher()
    matcher.profile(read_bytes(b"Skills: Python", document_id="a"))
    count, end = 0, time.perf_counter() + seconds
    began = time.process_time()
    while time.perf_counter() < end:
        to_json(matcher.profile(read_bytes(texts[count % len(texts)].encode(), document_id="a"), "resume"))
        count += 1
    return 1000 * (time.process_time() - began) / count


async def wait_until_ready() -> None:
    for _ in range(600):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", PORT)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise TimeoutError("the service did not start")


async def measure(pid: int, seconds: float, texts: list[str]) -> None:
    await wait_until_ready()
    extracts = [request("/v1/extract", {"documents": [{"id": "a", "text": text}], "kind": "resume"}) for text in texts]
    cpu = await show(pid, "extract 4 KB, 1 client", extracts, 1, seconds)
    started = memory(pid)
    await show(pid, "extract 4 KB, 2 clients", extracts, 2, seconds)
    await show(pid, "extract 4 KB, 8 clients", extracts, 8, seconds)
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.write(f"PUT /v1/pools/bench HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n".encode())
    await reader.readuntil(b'documents":[]}')
    resumes = [{"id": f"{number}.txt", "text": texts[number]} for number in range(MEMBERS)]
    assert await ask(reader, writer, request("/v1/pools/bench/documents", {"resumes": resumes})) == 200
    writer.close()
    job = (EXAMPLES / "jobs" / "data-engineer.txt").read_text(encoding="utf-8")
    ranks = [request("/v1/pools/bench/rank", {"jobs": [{"text": job}], "top": 10, "detail": "brief"})]
    await show(pid, f"rank {MEMBERS} of a pool, 1 client", ranks, 1, seconds)
    print(f"memory {started:.0f} MB after the first run, {memory(pid):.0f} MB at the end")
    alone = bare(texts, seconds)
    print(f"pipeline alone: cpu {alone:.1f} ms a document; the service takes {cpu / alone - 1:.0%} more")


async def soak(pid: int, count: int) -> None:
    """Print the memory while many short texts pass, each with words of its own: a tenth of them at a time."""
    await wait_until_ready()
    for part in range(10):
        numbers = range(part * count // 10, (part + 1) * count // 10)
        texts = [text_of(number)[:1024] for number in numbers]
        asked = [request("/v1/extract", {"documents": [{"id": "a", "text": text}]}) for text in texts]
        times = await load(asked, 4, 600, most=len(asked))
        print(
            f"{numbers[-1] + 1:7} requests   p99 {times[int(0.99 * len(times))]:6.1f} ms   memory {memory(pid):.0f} MB"
        )


def main() -> None:
    soaked = int(sys.argv[2]) if sys.argv[1:2] == ["--soak"] else 0
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 and not soaked else 10.0
    print(f"{platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "skillmatch", "serve", "--port", str(PORT), "--data", data, "--workers", "2"]
        service = subprocess.Popen(command)
        try:
            if soaked:
                asyncio.run(soak(service.pid, soaked))
            else:
                asyncio.run(measure(service.pid, seconds, [text_of(number) for number in range(200)]))
        finally:
            service.terminate()
            service.wait()


if __name__ == "__main__":
    main()
