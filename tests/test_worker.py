"""A worker ends within its limits, whatever its reader does, and says why."""

import sys

import pytest

from kg.errors import WorkerError
from kg.worker import Limits, run_worker

READERS = """
import os, socket, sys, time
def turn(data): return data[::-1]
def chatter(data): print("noise", flush=True); return b"answer"
def sleep(data): time.sleep(60)
def spin(data):
    while True: pass
def fork(data): os.system("sleep 60")
def hoard(data): return bytes(3_000_000_000)
def abort(data): os.abort()
def recurse(data): return recurse(data)
def swell(data): return bytes(2_000_000)
def fail(data): raise LookupError("secret\\nlines")
def connect(data): socket.create_connection(("127.0.0.1", 9)); return b""
def ignore(data): return b"done"
"""
SMALL = Limits(seconds=1.5, answer=1_000_000)


@pytest.fixture
def readers(tmp_path, monkeypatch):
    (tmp_path / "readers_of_test.py").write_text(READERS, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    def run(name, data=b"abc"):
        return run_worker(f"readers_of_test:{name}", data, SMALL)

    return run


def test_bytes_go_in_and_come_out(readers):
    data = bytes(range(256)) * 4000

    assert readers("turn", data[:900_000]) == data[:900_000][::-1]
    assert readers("turn", b"") == b""


def test_what_a_library_prints_is_no_answer(readers):
    assert readers("chatter") == b"answer"


def test_a_reader_need_not_read_all(readers):
    assert readers("ignore", b"a" * 5_000_000) == b"done"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("sleep", "took longer than 1.5 seconds"),
        ("spin", "took longer than 1.5 seconds"),
        ("fork", "took longer than 1.5 seconds"),
        ("abort", "crash"),
        ("recurse", "nested too deeply"),
        ("swell", "too large"),
        ("fail", r"cannot be read \(LookupError\)"),
        ("nothing", r"cannot be read \(AttributeError\)"),
        pytest.param(
            "hoard",
            "too much memory",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="no memory limit"),
        ),
        ("connect", "cannot be read"),
    ],
)
def test_every_end_has_its_reason(readers, name, reason):
    with pytest.raises(WorkerError, match=reason) as caught:
        readers(name)

    assert "\n" not in str(caught.value)
