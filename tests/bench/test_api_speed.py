"""How many catalogue answers a second one worker gives, beside a plain Django view over the ORM on the same server."""

import json
import socket
import statistics
import time
from urllib.parse import urlsplit

import pytest

from tests.web.served import serving

LEAST_TIMES_FASTER = 3
GOAL_A_SECOND = 2_000
CONNECTIONS, SECONDS, ROUNDS = 4, 2.0, 5


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One worker with four threads, with both views behind the same middleware."""
    with serving(
        tmp_path_factory.mktemp("bench"),
        application="tests.bench.plain_wsgi:application",
        BOUWSTEEN_API_POINTS="0",
    ) as running:
        assert json.loads(running.get("/fill-plain").body)["filled"] > 600
        yield running


@pytest.mark.bench
@pytest.mark.parametrize("path", ["qualifications/25706", "qualifications?limit=20&level=3"])
def test_the_catalogue_is_three_times_as_fast_as_a_plain_view(site, benchmark, path):
    """In turn, in one run: a neighbour on the machine slows both alike."""
    ours, plain = f"/api/v1/{path}", "/plain/25706"
    for each in (ours, plain):
        rate(site.address, each, 0.3)
    rounds = [(rate(site.address, ours, SECONDS), rate(site.address, plain, SECONDS)) for _ in range(ROUNDS)]
    fast, slow = (max(each) for each in zip(*rounds, strict=True))
    ratio = statistics.median(first / second for first, second in rounds)
    benchmark.extra_info["times_a_plain_view"] = round(ratio, 1)
    benchmark.pedantic(lambda: site.get(ours), rounds=5)
    print(
        f"\n{ours}: {fast:,.0f} a second (goal {GOAL_A_SECOND:,}); "
        f"a plain view over the ORM {slow:,.0f}; {ratio:.1f}×"
    )

    assert ratio >= LEAST_TIMES_FASTER


def rate(address: str, path: str, seconds: float) -> float:
    """Answers a second over a few connections that stay open, asked by a process that does little itself."""
    parts = urlsplit(address)
    asked = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: application/json\r\n\r\n".encode()
    doors = [socket.create_connection((parts.hostname, parts.port)) for _ in range(CONNECTIONS)]
    for door in doors:
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        door.sendall(asked)
    count, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for door in doors:
            read_answer(door)
            door.sendall(asked)
            count += 1
    took = time.perf_counter() - start
    for door in doors:
        door.close()
    return count / took


def read_answer(door: socket.socket) -> None:
    """All of one answer; nothing of it is kept."""
    got = door.recv(65536)
    while b"\r\n\r\n" not in got:
        got += door.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head[:100]
    left = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]) - len(body)
    while left > 0:
        left -= len(door.recv(min(left, 65536)))
