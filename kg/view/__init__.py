"""Draw a network, or what changed, as a page that works offline."""

from kg.view.changes import draw_changes
from kg.view.page import draw_network

__all__ = ["draw_changes", "draw_network"]
