"""Read the command line: the only place that prints, asks or exits."""

from kg.cli.app import main

__all__ = ["main"]
