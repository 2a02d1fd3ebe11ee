"""What several tests stand on: the bundled minutes, built once, and no model."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner

from kg.cli.app import app
from kg.mention import recognise_nothing
from kg.pipeline import DEFAULT_BASE, load_tools
from tests.chromium import browser, launch, playwright  # noqa: F401 - fixtures
from tests.front_end import axe, web  # noqa: F401 - fixtures

ROOT = Path(__file__).parents[1]

# The same examples in every run: a failure can be repeated.
settings.register_profile("kg", derandomize=True, deadline=None)
settings.load_profile("kg")


@pytest.fixture(scope="session")
def root():
    """Return the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def kg():
    """Return a function that runs `kg` with some words, in this process."""
    runner = CliRunner()

    def run(*words, stdin=None):
        return runner.invoke(app, [str(word) for word in words], input=stdin)

    return run


def leave_model_out(patch):
    """Let the line run without GiNZA until *patch* ends: nothing is recognised."""

    def load(base=DEFAULT_BASE, encoding=""):
        return replace(load_tools(base, encoding), recognise=recognise_nothing)

    patch.setattr("kg.pipeline.load_tools", load)


@pytest.fixture
def without_model(monkeypatch):
    """Let the line run without GiNZA for one test."""
    leave_model_out(monkeypatch)


@pytest.fixture(scope="session")
def built(kg, tmp_path_factory):
    """Return the folder into which the bundled minutes were built, with the model."""
    out = tmp_path_factory.mktemp("built") / "out"
    result = kg("try", "-o", out)
    assert result.exit_code == 0, result.output
    return out
