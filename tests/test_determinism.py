"""The same document gives the same bytes, wherever and however the command runs."""

import os
import subprocess
import sys

import pytest

from kg.resources import data_path

pytestmark = pytest.mark.model

RUNS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "POSIX", "TZ": "America/Lima"},
)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Return the files of each run, each from a folder of its own, with the folder."""
    found = []
    for settings in RUNS:
        folder = tmp_path_factory.mktemp("run")
        name = "ryoshi-23.txt"
        (folder / name).write_bytes((data_path() / "minutes" / name).read_bytes())
        subprocess.run(
            [sys.executable, "-m", "kg", "build", name, "-o", "out"],
            cwd=folder,
            env=os.environ | settings,  # noqa: TID251 - it is what is changed
            check=True,
            capture_output=True,
        )
        shown = (file for file in (folder / "out").iterdir() if file.is_file())
        files = {file.name: file.read_bytes() for file in shown}
        found.append((folder, files))
    return found


def test_hash_seed_locale_zone_and_folder_do_not_show(runs):
    (_, first), *others = runs

    assert len(first) == 7
    for _, files in others:
        assert {name for name in files if files[name] != first.get(name)} == set()


def test_no_file_holds_a_path(runs):
    for folder, files in runs:
        for data in files.values():
            assert str(folder).encode() not in data
            assert b"data/minutes" not in data
