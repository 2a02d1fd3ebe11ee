"""Ask the graph: the prepared questions, their blanks, and SPARQL."""

from kg.ask.catalogue import find_question, read_question, read_questions
from kg.ask.cell import guard_cell, show_cell, write_csv, write_table
from kg.ask.format import FORMATS, write_result
from kg.ask.parameter import bind_value, find_entity, list_values
from kg.ask.question import ask_question, fill_blanks, run_query, show_example

__all__ = [
    "FORMATS",
    "ask_question",
    "bind_value",
    "fill_blanks",
    "find_entity",
    "find_question",
    "guard_cell",
    "list_values",
    "read_question",
    "read_questions",
    "run_query",
    "show_cell",
    "show_example",
    "write_csv",
    "write_result",
    "write_table",
]
