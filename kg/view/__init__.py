"""Draw a network as a page that works offline."""

from kg.view.page import draw_network

__all__ = ["draw_network"]
