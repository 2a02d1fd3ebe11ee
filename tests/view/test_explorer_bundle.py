"""What the wheel ships of the front end is what its sources build."""

import json
import tomllib

from tests.front_end import WEB, node

ASSETS = ("explorer.js", "explorer-engine.js", "parts.js", "explorer.css")


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
