"""What one query may cost, and that it is nobody else's loss."""

import asyncio
import os
import signal
import time
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import ResourceError
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.reply import Refused
from kg.serve.site import Task
from kg.serve.watch import keep_fresh
from tests.serve.conftest import SUITE, dataset

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
BOMB = "SELECT ?x10 {{ BIND('{}' AS ?x0) {} }}".format(
    "x" * 1000,
    " ".join(
        f"BIND(CONCAT({','.join([f'?x{n}'] * 10)}) AS ?x{n + 1})" for n in range(10)
    ),
)
"""A query of 2 KB for a text of ten terabytes."""

LIMITS = Limits(seconds=1.0, workers=2, memory=256 << 20, waiting=2, patience=0.5)


@asynccontextmanager
async def pool_over(file, limits=LIMITS, tasks=None):
    """Give a pool over *file*."""
    pool = Pool(tasks or {}, limits)
    try:
        await pool.open(file)
        yield pool
    finally:
        await pool.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Return a file of N-Quads."""
    file = tmp_path_factory.mktemp("pool") / "dataset.nq"
    file.write_text(dataset(), encoding="utf-8")
    return file


async def refusal(question):
    """Return status and words of the refusal of *question*."""
    with pytest.raises(Refused) as caught:
        await question
    return caught.value.status, caught.value.detail


async def until(found):
    """Wait until *found* is true; a test that waits for ever is ended by pytest."""
    for _ in range(1000):
        if found():
            return
        await asyncio.sleep(0.02)
    pytest.fail("it did not come")


def test_a_query_without_end_is_cut_while_others_are_answered(file):
    async def talk():
        async with pool_over(file) as pool:
            begun = time.monotonic()
            cut = asyncio.create_task(refusal(pool.ask(ENDLESS)))
            asked = [begun]
            while not cut.done():
                await pool.ask("ASK {}")
                asked.append(time.monotonic())
            status, words = await cut
            assert status == 504
            assert "1 seconds" in words
            slowest = max(b - a for a, b in pairwise(asked))  # of a busy machine
            assert time.monotonic() - begun < LIMITS.seconds + 1 + slowest
            assert len(asked) > 10
            assert pool.metrics.kills["time"] == 1
            await until(lambda: pool.ready == LIMITS.workers)

    asyncio.run(talk())


def test_a_query_that_takes_all_memory(file):
    async def talk():
        async with pool_over(
            file, Limits(seconds=20, workers=2, memory=256 << 20)
        ) as pool:
            status, words = await refusal(pool.ask(BOMB))
            assert status in {413, 503}
            assert "memory" in words or "large" in words
            await until(lambda: pool.ready == 2)
            assert (await pool.ask("ASK {}")).body

    asyncio.run(talk())


KILLED = [
    (signal.SIGSEGV, 503, "broke the engine", "crash"),
    (signal.SIGABRT, 503, "memory", "memory"),
    (signal.SIGKILL, 503, "memory", "memory"),  # as the system does without memory
]


def test_workers_that_are_killed(file):
    async def talk():
        async with pool_over(file, Limits(seconds=20, workers=1)) as pool:
            for number, status, words, reason in KILLED:
                before = pool.metrics.kills[reason]
                await until(lambda: pool._rota.idle)  # noqa: SLF001 - whom the system would kill
                worker = pool._rota.idle[0].number  # noqa: SLF001
                lost = asyncio.create_task(refusal(pool.ask(ENDLESS)))
                await asyncio.sleep(0.2)
                os.kill(worker, number)
                found, detail = await lost
                assert found == status
                assert words in detail
                assert pool.metrics.kills[reason] == before + 1
                assert (await pool.ask("ASK {}")).body

    asyncio.run(talk())


def test_workers_that_are_killed_while_they_rest(file):
    async def talk():
        async with pool_over(file, Limits(workers=2)) as pool:
            for link in list(pool._rota.idle):  # noqa: SLF001
                os.kill(link.number, signal.SIGKILL)
            await until(lambda: pool.ready == 0)
            assert (await pool.ask("ASK {}")).body
            await until(lambda: pool.ready == 2)

    asyncio.run(talk())


def test_who_waits_too_long_or_too_many_is_told_to_come_again(file):
    async def talk():
        async with pool_over(file) as pool:
            busy = [asyncio.create_task(refusal(pool.ask(ENDLESS))) for _ in range(2)]
            await asyncio.sleep(0)
            waiting = [
                asyncio.create_task(refusal(pool.ask("ASK {}"))) for _ in range(2)
            ]
            await until(lambda: pool.waiting == 2)
            with pytest.raises(Refused) as caught:
                await pool.ask("ASK {}")
            assert caught.value.status == 503
            assert caught.value.headers["Retry-After"] == "2"
            assert [status for status, _ in await asyncio.gather(*waiting)] == [
                503,
                503,
            ]
            assert [status for status, _ in await asyncio.gather(*busy)] == [504, 504]

    asyncio.run(talk())


@pytest.mark.parametrize(
    ("query", "limits"),
    [
        ("SELECT ?s { ?s ?p ?o } LIMIT 101", Limits(rows=100)),
        ("SELECT ?s ?p ?o { ?s ?p ?o }", Limits(size=10_000)),
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", Limits(size=10_000)),
    ],
)
def test_too_large_an_answer(file, query, limits):
    async def talk():
        async with pool_over(file, limits) as pool:
            for accept in ("*/*", "text/csv, text/turtle", "application/xml"):
                status, words = await refusal(pool.ask(query, accept))
                assert status == 413
                assert "ask for less" in words
            reply = await pool.ask("SELECT ?s { ?s ?p ?o } LIMIT 100", "text/csv")
            assert reply.body.count(b"\r\n") == 101

    asyncio.run(talk())


CHAINS = [
    ("values in a row", "SELECT * {{ ?s ?p {} }}", "1,", 6000),
    ("triples about triples", "ASK {{ {} }}", "<<?s ?p ", 1500),
    ("paths", "ASK {{ ?s {} ?o }}", "<p>/", 1900),
    ("optional parts", "ASK {{ {} }}", "OPTIONAL{?s ?p ?o}", 900),
]


def test_what_is_long_in_a_way_that_is_allowed(file):
    """It may be answered or refused; whatever the engine does, the next one asks."""

    async def talk():
        async with pool_over(file, Limits(workers=1, seconds=1)) as pool:
            for _, form, piece, number in CHAINS:
                end = "1" if piece == "1," else "<p>"
                with suppress(Refused):
                    await pool.ask(form.format(piece * number + end))
                assert (await pool.ask("ASK {}")).body

    asyncio.run(talk())


def test_a_new_build_is_taken_up_and_the_old_one_answers_until_then(tmp_path):
    async def talk():
        file = tmp_path / "dataset.nq"
        file.write_text(dataset(), encoding="utf-8")
        count = f"SELECT (COUNT(*) AS ?n) {{ <{SUITE.format(9)}> ?p ?o }}"
        said = []
        async with pool_over(file) as pool:
            before = pool.version
            slow = asyncio.create_task(refusal(pool.ask(ENDLESS)))
            watch = asyncio.create_task(keep_fresh(tmp_path, pool, "", said.append))
            other = f"<{SUITE.format(9)}> <{SUITE.format(9)}> <a:a> <a:a> .\n"
            part = tmp_path / "part"
            part.write_text(dataset() + other, encoding="utf-8")
            part.replace(file)
            await until(lambda: pool.version != before)
            assert (await pool.rows(count))[0]["n"] == "1"
            assert (await slow)[0] == 504
            await until(lambda: said)
            file.write_text("no RDF", encoding="utf-8")
            await until(lambda: len(said) > 1)
            assert "the build before is still shown" in said[1]
            assert (await pool.rows(count))[0]["n"] == "1"
            watch.cancel()

    asyncio.run(talk())


def test_the_graph_is_loaded_again_when_its_process_is_lost(file):
    async def talk():
        said = []
        async with pool_over(file) as pool:
            from kg.serve.build import build_state  # noqa: PLC0415

            state = build_state(file.parent)
            watch = asyncio.create_task(
                keep_fresh(file.parent, pool, state, said.append)
            )
            pool._crew._process.kill()  # noqa: SLF001
            await until(lambda: said)
            assert pool.ready == LIMITS.workers
            assert (await pool.ask("ASK {}")).body
            watch.cancel()

    asyncio.run(talk())


@pytest.mark.parametrize("text", ["no RDF", "<a:a> <a:a> <a:a> .\n<a:a> <a:a>"])
def test_what_cannot_be_loaded_is_told(tmp_path, text):
    file = tmp_path / "dataset.nq"
    file.write_text(text, encoding="utf-8")

    async def talk():
        async with pool_over(file):
            pass

    with pytest.raises(ResourceError, match="is no RDF"):
        asyncio.run(talk())


def sleep(_, arguments):
    """Sleep; a task that takes too long."""
    time.sleep(arguments["seconds"])
    return "slept"


def fail(*_):
    """Fail, as a mistake of ours would."""
    message = "words that nobody should see"
    raise RuntimeError(message)


def test_tasks(file):
    tasks = {name: Task(f"{__name__}:{name}") for name in ("sleep", "fail")}

    async def talk():
        async with pool_over(file, Limits(task=1, workers=1), tasks) as pool:
            assert await pool.call("sleep", {"seconds": 0}) == "slept"
            assert (await refusal(pool.call("sleep", {"seconds": 60})))[0] == 504
            status, words = await refusal(pool.call("fail", {}))
            assert status == 500
            assert "nobody" not in words
            assert await pool.call("sleep", {"seconds": 0}) == "slept"

    asyncio.run(talk())


def test_no_worker_outlives_the_pool(file):
    async def talk():
        async with pool_over(file) as pool:
            return [link.number for link in pool._rota.idle]  # noqa: SLF001

    for worker in asyncio.run(talk()):
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


def test_who_waits_when_the_server_stops_is_told(file):
    async def talk():
        async with pool_over(file, Limits(workers=1)) as pool:
            busy = asyncio.create_task(pool.ask(ENDLESS))
            await asyncio.sleep(0)
            waiting = asyncio.create_task(refusal(pool.ask("ASK {}")))
            await until(lambda: pool.waiting == 1)
        busy.cancel()
        status, words = await waiting
        assert status == 503
        assert "stops" in words

    asyncio.run(talk())


def test_a_worker_reaches_no_network(file):
    tasks = {"connect": Task(f"{__name__}:connect")}

    async def talk():
        async with pool_over(file, tasks=tasks) as pool:
            return await pool.call("connect", {})

    namespaces = asyncio.run(talk())
    if namespaces["worker"] == str(Path("/proc/self/ns/net").readlink()):
        pytest.skip("this machine gives no empty network")
    assert namespaces["error"]


def connect(*_):
    """Try to reach this machine itself."""
    import socket  # noqa: PLC0415 - in the worker

    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1).close()
        error = ""
    except OSError as found:
        error = str(found)
    return {"worker": str(Path("/proc/self/ns/net").readlink()), "error": error}
