"""A task that kills its worker fails alone, and the others are done."""

import os
import signal

import pytest

from kg.corpus.pool import CRASHED, Crew, work_through


def start(word):
    assert word == "ready"


def work(task):
    if task < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return "odd" if task % 2 else ""


CREW = Crew(start, ("ready",), work)


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_is_done_once(jobs):
    done = dict(work_through(range(9), CREW, jobs))

    assert done == {task: "odd" if task % 2 else "" for task in range(9)}


def test_nothing_to_do_starts_nobody():
    assert list(work_through((), Crew(None, (), None))) == []


@pytest.mark.parametrize(
    "tasks",
    [
        pytest.param([0, 2, -1, 4, 6, 8], id="one"),
        pytest.param([-2, 0, 2, 4, -1, 6], id="two"),
        pytest.param([0, 2, 4, 6, 8, -1], id="the last"),
    ],
)
def test_a_task_that_kills_its_worker_fails_alone(tasks):
    done = dict(work_through(tasks, CREW, 2))

    assert done == {task: CRASHED if task < 0 else "" for task in tasks}
