"""Ask a build in Python and in notebooks: `kg.open`, and what it returns."""

from kg.api.dataset import Dataset, open_dataset
from kg.api.evidence import Evidence
from kg.api.listing import Listing
from kg.api.picture import Picture, read_chart
from kg.api.post import Attendance, Post, Sighting
from kg.api.question import Questions
from kg.api.table import Table
from kg.api.thing import Council, Meeting, Organization, Person, Theme, Thing

__all__ = [
    "Attendance",
    "Council",
    "Dataset",
    "Evidence",
    "Listing",
    "Meeting",
    "Organization",
    "Person",
    "Picture",
    "Post",
    "Questions",
    "Sighting",
    "Table",
    "Theme",
    "Thing",
    "open_dataset",
    "read_chart",
]
