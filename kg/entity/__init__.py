"""Link the words of a record to people and bodies, and say what is said of them."""

from kg.entity.facts import link_entities

__all__ = ["link_entities"]
