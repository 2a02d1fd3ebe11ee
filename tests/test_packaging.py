"""What is shipped is found, pinned and listed."""

import csv
import hashlib
import tomllib
from importlib.metadata import version

from kg.resources import data_path, ontology_path


def project(root):
    """Return the table of the project."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]


def test_resources_are_found():
    assert (ontology_path() / "questions").is_dir()
    assert (data_path() / "gazetteer").is_dir()
    assert (data_path() / "register").is_dir()


def test_what_is_read_at_run_time_is_in_the_wheel(root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    wheel = tomllib.loads(text)["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert {"ontology", "data/gazetteer", "data/register"} <= set(
        wheel["force-include"]
    )


def test_every_bundled_document_is_listed_and_untouched():
    with (data_path() / "sources.tsv").open(encoding="utf-8", newline="") as file:
        listed = {
            row["file"]: row["sha256"] for row in csv.DictReader(file, delimiter="\t")
        }

    found = {
        f"minutes/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (data_path() / "minutes").iterdir()
    }

    assert found == listed


def test_pins_are_those_that_were_tested(root):
    """What changes output is pinned in the wheel, at the version that make installs."""
    pins = [one for one in project(root)["dependencies"] if "==" in one]
    tested = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert len(pins) >= 5
    assert set(pins) <= set(tested)


def test_the_version_is_the_same_everywhere(root):
    number = project(root)["version"]

    assert version("gijiroku-kg") == number
    assert f"\nversion: {number}\n" in (root / "CITATION.cff").read_text(
        encoding="utf-8"
    )
    assert f"## [{number}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
