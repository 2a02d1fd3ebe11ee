"""Write the graph in the formats of others."""

from kg.export.facts import export_facts, write_facts
from kg.export.gexf import export_gexf
from kg.export.graphml import NetworkGraph, export_graphml, network_graph
from kg.export.jsonld import export_jsonld
from kg.export.measure import measure_councils, measure_people
from kg.export.ntriples import export_ntriples
from kg.export.tables import export_csv

__all__ = [
    "NetworkGraph",
    "export_csv",
    "export_facts",
    "export_gexf",
    "export_graphml",
    "export_jsonld",
    "export_ntriples",
    "measure_councils",
    "measure_people",
    "network_graph",
    "write_facts",
]
