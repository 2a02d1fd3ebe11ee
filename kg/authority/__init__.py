"""Link the graph to the world: registers that a user has, tables that people wrote.

Our side is read once into an index of names; a file is read row by row past it.
What is unique, open and equal in its full name is certain; all else waits in a table
(SSSOM) for a person, and comes back with that person's word.
"""

from kg.authority.link import Linked, ReadFile, link_files
from kg.authority.name import Names
from kg.authority.sssom import read_table
from kg.authority.subject import Subject, Subjects, read_subjects
from kg.authority.table import write_table

__all__ = [
    "Linked",
    "Names",
    "ReadFile",
    "Subject",
    "Subjects",
    "link_files",
    "read_subjects",
    "read_table",
    "write_table",
]
