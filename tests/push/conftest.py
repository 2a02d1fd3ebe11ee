"""A build of five invented records, and stores on this machine to send it to."""

import shutil
import socket
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from tests.conftest import ROOT, leave_model_out


@pytest.fixture(scope="session")
def five(kg, tmp_path_factory):
    """Return the folder into which the five records were built, without a model."""
    out = tmp_path_factory.mktemp("five") / "out"
    with pytest.MonkeyPatch.context() as patch:
        leave_model_out(patch)
        kg("build", ROOT / "tests" / "corpora" / "five", "-o", out, "-j", 1)
    assert (out / "dataset.nq").is_file()
    return out


@pytest.fixture
def out(five, tmp_path):
    """Return a copy of the build that a test may change."""
    copy = tmp_path / "out"
    copy.mkdir()
    shutil.copyfile(five / "dataset.nq", copy / "dataset.nq")
    return copy


@pytest.fixture
def oxigraph():
    """Give the address of an empty oxigraph server."""
    program = Path(sys.executable).parent / "oxigraph"
    if not program.is_file():
        pytest.skip("no oxigraph server here: pip install oxigraph")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{found.getsockname()[1]}"
    with subprocess.Popen(
        [program, "serve", "--bind", place],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(f"http://{place}/query?query=ASK%7B%7D")
            yield f"http://{place}"
        finally:
            process.terminate()


def _wait(url):
    """Wait until *url* answers."""
    for _ in range(100):
        try:
            if httpx.get(url, trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    pytest.fail(f"{url} does not answer")


class Scripted(BaseHTTPRequestHandler):
    """Answers as the test says, and keeps what it was asked."""

    def _answer(self):
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(size)
        self.server.seen.append((self.command, self.path, dict(self.headers), body))
        status, headers, words = self.server.script(
            self.command, self.path, self.headers, body
        )
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815 - as the library wants

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def scripted():
    """Return a function that starts a server which answers by a script."""
    servers = []

    def start(script):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
        server.script, server.seen = script, []
        server.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
