"""Load the build again when a new one is shown, or when the loaded one is lost."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from kg.errors import KgError
from kg.serve.build import DATASET, build_state
from kg.serve.pool import Pool

_LOOK = 1.0
"""Seconds between two looks whether there is a new build."""

_TRY_AGAIN = 10.0
"""Seconds between two attempts to load one that cannot be loaded."""


async def keep_fresh(
    out: Path, pool: Pool, loaded: str, say: Callable[[str], None]
) -> None:
    """Let *pool* answer from what *out* shows, whenever that is not what is *loaded*.

    Until a new build is loaded the one before answers, and where it cannot be
    loaded, too. Ends when it is cancelled.
    """
    while True:
        await asyncio.sleep(_LOOK)
        state = build_state(out)
        if not state or (state == loaded and pool.alive):
            continue
        begun = monotonic()
        try:
            await pool.open(out / DATASET)
        except (KgError, OSError) as error:
            say(f"{error}; the build before is still shown")
            await asyncio.sleep(_TRY_AGAIN)
            continue
        loaded = state
        say(f"{out}: loaded again in {monotonic() - begun:.1f} s")
