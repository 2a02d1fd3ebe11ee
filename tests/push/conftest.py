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
    place = f"127.0.0.1:{_port()}"
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


VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{}
NumberOfBuffers = 5000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{}
ServerRoot = .
ServerThreads = 4
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory):
    """Give the address of a new Virtuoso, which knows the user dba alone."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("no Virtuoso here: apt-get install virtuoso-opensource-7-bin")
    folder, port = tmp_path_factory.mktemp("virtuoso"), _port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(_port(), port))
    with subprocess.Popen(
        [program, "-f", "-c", "virtuoso.ini"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/sparql?query=ASK%7B%7D")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


def _port():
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def _wait(url):
    """Wait until *url* answers."""
    for _ in range(400):
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
        answer = self.server.script(self.command, self.path, self.headers, body)
        if answer is None:  # the line is cut
            self.close_connection = True
            return
        status, headers, words = answer
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
