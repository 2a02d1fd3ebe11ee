"""Serve the graph to the network, only for reading."""

from kg.serve.reply import Refused, Reply
from kg.serve.site import Asked, Site, Task

__all__ = ["Asked", "Refused", "Reply", "Site", "Task"]
