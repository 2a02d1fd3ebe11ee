"""The application answers from the files of the build, and else from the graph."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from kg.graph import build_graph, open_store
from kg.serve.budget import Budget
from kg.serve.inline import Inline
from kg.serve.pages_mount import TASKS, routes
from kg.serve.reply import Refused
from kg.serve.site import Site
from tests.graph.small_record import BASE, HANAKO, RECORD

ADDRESS = "http://kg.example"
CLIENT = "192.0.2.7", 7
"""Who asks from elsewhere."""


@pytest.fixture
def site(tmp_path):
    """Return what an application over the small record is given."""
    (tmp_path / "index.html").write_text("<!doctype html>")
    graph = Inline(open_store(build_graph((RECORD,), BASE)), TASKS)
    budget = Budget(60)
    return Site(tmp_path, graph, BASE, ADDRESS, "ja", lambda: tmp_path, budget)


@pytest.fixture
def client(site):
    """Return a client of it."""
    transport = httpx.ASGITransport(Starlette(routes=routes(site)), client=CLIENT)
    return httpx.AsyncClient(transport=transport, base_url=ADDRESS)


async def _talk(client):
    """Ask one thing of each sort."""
    assert (await client.get("/")).text == "<!doctype html>"
    found = await client.get("/api/v1/search", params={"q": "鈴木"})
    assert found.json()["total"] == 2
    path = found.json()["items"][0]["page"].removeprefix(ADDRESS)
    assert "鈴木" in (await client.get(path)).text
    thing = await client.get(f"/id/{HANAKO.id}", headers={"Accept": "text/turtle"})
    assert thing.status_code == 303
    data = await client.get(thing.headers["Location"])
    assert data.headers["Content-Type"].startswith("text/turtle")
    tag = {"If-None-Match": data.headers["ETag"]}
    assert (await client.get(str(data.url), headers=tag)).status_code == 304
    form = {"queries": '{"q0": {"query": "架空電機"}}'}
    answer = (await client.post("/reconcile", data=form)).json()
    assert answer["q0"]["result"][0]["match"]
    assert (await client.get("/%2e%2e/%2e%2e/etc/passwd")).status_code == 404
    assert (await client.get("/nothing")).json()["status"] == 404


async def _talk_too_much(site):
    """Ask with nothing left of the budget, and send what is too large."""
    site.budget.spend(CLIENT[0], 90)
    app = Starlette(routes=routes(site))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app, client=CLIENT), base_url=ADDRESS
    ) as client:
        with pytest.raises(Refused) as caught:
            await client.get("/api/v1/search", params={"q": "鈴木"})
        assert caught.value.status == 429
        assert (await client.get("/")).status_code == 200  # a file costs no query
        head = {"Content-Length": "99999999999"}
        with pytest.raises(Refused) as caught:
            await client.post("/reconcile", headers=head)
        assert caught.value.status == 413


def test_who_asks_too_much(site):
    asyncio.run(_talk_too_much(site))


def test_the_application(client):
    asyncio.run(_talk(client))
