"""A server that runs: kg serve, over one invented record and three small graphs."""

import subprocess
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import httpx
import pytest

from kg.graph import build_graph
from kg.graph.nquads import write_nquads
from tests.graph.small_record import BASE, RECORD

SUITE = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
"""The graphs that the W3C's tests of the protocol ask; each says that it is one."""

DOCUMENT = "<http://xmlns.com/foaf/0.1/Document>"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def dataset():
    """Return the N-Quads that are served."""
    lines = [
        f"<{name}> {TYPE} {DOCUMENT} <{name}> .\n"
        for name in (SUITE.format(number) for number in (1, 2, 3))
    ]
    return write_nquads(build_graph((RECORD,), BASE)) + "".join(lines)


@contextmanager
def serving(out, *words, log=subprocess.DEVNULL):
    """Give the address of `kg serve` over *out*, and its process."""
    command = [sys.executable, "-m", "kg", "serve", out, "--port", "0", *words]
    with subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=log, text=True
    ) as process:
        try:
            address = process.stdout.readline().split("  ")[0].rstrip("/")
            assert address.startswith("http"), "the server did not start"
            yield SimpleNamespace(address=address, process=process)
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="session")
def out(tmp_path_factory):
    """Return a folder as a build leaves it, with something beside it to be hidden."""
    out = tmp_path_factory.mktemp("served") / "out"
    out.mkdir()
    (out / "dataset.nq").write_text(dataset(), encoding="utf-8")
    (out / "index.html").write_text("<!doctype html><title>meeting</title>")
    (out / "explorer.html").write_text(f"<!doctype html>{'explorer ' * 1000}")
    (out / ".secret").write_text("secret")
    (out.parent / "secret.txt").write_text("secret")
    return out


@pytest.fixture(scope="session")
def server(out):
    """Give a server of `out`."""
    with serving(out) as found:
        yield found


@pytest.fixture(scope="session")
def client(server):
    """Give a client of the server."""
    with httpx.Client(base_url=server.address, timeout=30, trust_env=False) as found:
        yield found
