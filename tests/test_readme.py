"""What the README shows is run, and both languages have the same sections."""

import re
import shlex

import pytest

READMES = ("README.md", "README.ja.md")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
pytestmark = pytest.mark.model


def blocks(root, name, kind):
    """Return the code blocks of one *kind* in the README called *name*."""
    text = (root / name).read_text(encoding="utf-8")
    return [found["text"] for found in BLOCK.finditer(text) if found["kind"] == kind]


def test_console_blocks_print_what_they_show(kg, root, tmp_path, monkeypatch):
    """The same blocks stand in both, so that one run shows both."""
    monkeypatch.chdir(tmp_path)
    texts = blocks(root, "README.md", "console")
    shown = [text.partition("\n") for text in texts]

    printed = []
    for command, _, _ in shown:
        dollar, program, *words = shlex.split(command)
        assert (dollar, program) == ("$", "kg")
        result = kg(*words)
        assert result.exit_code == 0
        printed.append(result.stdout)

    assert printed == [expected for _, _, expected in shown]
    assert blocks(root, "README.ja.md", "console") == texts


def test_python_blocks_run(root, built, monkeypatch):
    """Beside the folder `out` that `kg try` wrote."""
    monkeypatch.chdir(built.parent)
    (block,) = blocks(root, "README.md", "python")

    exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - that is the test

    assert blocks(root, "README.ja.md", "python") == [block]


def test_shell_blocks_are_the_same(root):
    assert blocks(root, "README.ja.md", "sh") == blocks(root, "README.md", "sh")


@pytest.mark.parametrize("name", READMES)
def test_shell_blocks_name_targets_that_exist(root, name):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    lines = "".join(blocks(root, name, "sh")).splitlines()

    assert lines
    for line in lines:
        program, target, *_ = line.split()
        assert program == "make"
        assert re.search(rf"^{target}:.*##", makefile, re.MULTILINE)


def test_both_languages_have_the_same_sections(root):
    """As many headings of each level, blocks, table rows and bullets, in one order."""
    shapes = [
        re.findall(
            r"^(#+ |```\w+|\||- )",
            (root / name).read_text(encoding="utf-8"),
            re.MULTILINE,
        )
        for name in READMES
    ]

    assert shapes[0] == shapes[1]


def test_it_is_short(root):
    for name in READMES:
        assert len((root / name).read_text(encoding="utf-8").splitlines()) <= 150


def test_pictures_are_there_and_small(root):
    texts = [(root / name).read_text(encoding="utf-8") for name in READMES]
    shown = [re.findall(r"!\[[^]]+\]\(([^)]+)\)", text) for text in texts]

    assert shown[0] == shown[1] != []
    assert all((root / picture).is_file() for picture in shown[0])
    for picture in (root / "data/pictures").iterdir():
        assert picture.stat().st_size <= 120_000, picture
