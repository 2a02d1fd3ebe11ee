"""Do a piece of work for each of many things, on all cores, in any order.

What is done shows in the cache alone, so the number of workers never shows in the
output.
"""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

Task = TypeVar("Task")

_FEW = 3
"""Fewer tasks are done here: starting a worker takes longer than they do."""
_AHEAD = 4
"""Tasks that wait for each worker, so that none of them idles."""

CRASHED = "made the program crash; leave it out, and report it"


@dataclass(frozen=True, slots=True)
class Crew(Generic[Task]):
    """Who does the work: *start* once in each worker, then *work* for each task.

    Both are functions of a module, with arguments that can be pickled: they are
    our own, and never data. *work* returns "" or why the task failed.
    """

    start: Callable[..., None]
    settings: tuple[object, ...]
    work: Callable[[Task], str]


def work_through(
    tasks: Sequence[Task], crew: Crew[Task], jobs: int = 0
) -> Iterator[tuple[Task, str]]:
    """Do all *tasks*, and yield each with "" or the reason why it failed.

    *jobs* is the number of workers, 0 for one a core. A task that kills its worker
    fails alone: those that were under way beside it are done again, one by one.
    """
    if not tasks:
        return
    workers = min(jobs or os.cpu_count() or 1, len(tasks))
    if workers < 2 or len(tasks) < _FEW:  # noqa: PLR2004 - one worker is none
        crew.start(*crew.settings)
        for task in tasks:
            yield task, crew.work(task)
        return
    waiting = list(reversed(tasks))
    while waiting:
        suspects = yield from _run(waiting, crew, workers)
        for task in suspects:
            yield task, _alone(task, crew)


def _run(
    waiting: list[Task], crew: Crew[Task], workers: int
) -> Generator[tuple[Task, str], None, list[Task]]:
    """Do what is *waiting* until it is done, or a worker dies.

    Returns the tasks that were under way when one died.
    """
    running: dict[Future[str], Task] = {}
    with _pool(crew, workers) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < workers * _AHEAD:
                    running[pool.submit(crew.work, waiting[-1])] = waiting[-1]
                    waiting.pop()
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    reason = future.result()
                    yield running.pop(future), reason
        except BrokenProcessPool:
            return list(running.values())
    return []


def _alone(task: Task, crew: Crew[Task]) -> str:
    """Do one task in a worker of its own, which it may kill."""
    with _pool(crew, 1) as pool:
        try:
            return pool.submit(crew.work, task).result()
        except BrokenProcessPool:
            return CRASHED


def _pool(crew: Crew[Task], workers: int) -> ProcessPoolExecutor:
    """Return a pool of fresh processes: nothing of this one is shared with them."""
    return ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=crew.start,
        initargs=crew.settings,
    )
