"""Link the words of a record to people and bodies, and say what is said of them."""

from kg.entity.facts import link_entities
from kg.entity.identifier import membership_id, organization_id

__all__ = ["link_entities", "membership_id", "organization_id"]
