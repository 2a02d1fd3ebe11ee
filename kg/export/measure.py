"""Measure the network that shared members make between councils.

It counts who was listed where. It says nothing of influence, weight or agreement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import networkx as nx

from kg.model import Held, Measure, Measures, Seating

MOST = 2000
"""Above this many nodes betweenness takes minutes, and is not computed."""


def measure_councils(seating: Seating) -> Measures:
    """Return the measures of councils, by name; a tie is one member in both."""
    seats = member_seats(seating)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(_by_name(seating))
    shared = Counter(
        pair for found in seats.values() for pair in combinations(sorted(found), 2)
    )
    graph.add_weighted_edges_from((*pair, n) for pair, n in sorted(shared.items()))
    meetings = _meetings(seating)
    people = {
        council: sum(council in found for found in seats.values()) for council in graph
    }
    rows = _rows(graph, _by_name(seating), meetings, people, graph)
    return Measures("council", tuple(rows))


def measure_people(seating: Seating) -> Measures:
    """Return the measures of members, by name, in the network of those they sat with.

    A neighbour is another member of one of their councils; betweenness is that in
    the network of people and councils, so that a council is no clique of all.
    """
    seats = member_seats(seating)
    named = {one.agent: one.name for one in seating.sittings if one.agent in seats}
    names = dict(sorted(named.items(), key=lambda item: (item[1], item[0])))
    both = nx.Graph()
    both.add_nodes_from(names)
    both.add_edges_from((one, f"council {c}") for one in names for c in seats[one])
    ties = nx.Graph()
    ties.add_nodes_from(names)
    ties.add_weighted_edges_from(
        (left, right, len(seats[left] & seats[right]))
        for left, right in combinations(names, 2)
        if seats[left] & seats[right]
    )
    meetings = _sat(seating, names)
    counts = {one: len(found) for one, found in seats.items()}
    return Measures("person", tuple(_rows(ties, names, meetings, counts, both)))


def member_seats(seating: Seating) -> Mapping[str, frozenset[str]]:
    """Return the councils that each person sat on as a member, absent or not."""
    council = {one.meeting: one.council for one in seating.meetings}
    seats: defaultdict[str, set[str]] = defaultdict(set)
    for one in seating.sittings:
        if one.member and one.person:
            seats[one.agent].add(council[one.meeting])
    return {agent: frozenset(found) for agent, found in seats.items()}


def _by_name(seating: Seating) -> dict[str, str]:
    """Return the councils with their names, in order of these."""
    named = {one.council: one.council_name for one in seating.meetings}
    return dict(sorted(named.items(), key=lambda item: (item[1], item[0])))


def _meetings(seating: Seating) -> dict[str, list[Held]]:
    """Return the meetings of each council."""
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for one in seating.meetings:
        found[one.council].append(one)
    return found


def _sat(seating: Seating, names: Iterable[str]) -> dict[str, list[Held]]:
    """Return the meetings whose rosters list each of *names* as a member."""
    held = {one.meeting: one for one in seating.meetings}
    found: dict[str, list[Held]] = {name: [] for name in names}
    for one in seating.sittings:
        if one.member and one.agent in found:
            meeting = held[one.meeting]
            if meeting not in found[one.agent]:
                found[one.agent].append(meeting)
    return found


def _rows(
    ties: "nx.Graph[str]",
    names: Mapping[str, str],
    meetings: Mapping[str, list[Held]],
    people: Mapping[str, int],
    paths: "nx.Graph[str]",
) -> Iterable[Measure]:
    """Yield a row for each node of *ties*; the paths of *paths* pass through it."""
    between = nx.betweenness_centrality(paths) if len(paths) <= MOST else {}
    community = _communities(ties, names)
    for node in sorted(names, key=lambda one: (names[one], one)):
        held = meetings[node]
        share = between.get(node)
        yield Measure(
            id=node,
            name=names[node],
            meetings=len(held),
            people=people.get(node, 0),
            degree=ties.degree(node),
            shared=ties.degree(node, weight="weight"),
            betweenness=None if share is None else round(share, 4),
            community=community.get(node, 0),
            documents=tuple(sorted({d for one in held for d in one.documents})),
        )


def _communities(graph: "nx.Graph[str]", names: Mapping[str, str]) -> dict[str, int]:
    """Return the community of each node that has neighbours, numbered by size.

    Greedy modularity takes no chance; nodes are numbered by name, so that a tie is
    broken in one way.
    """
    nodes = sorted(
        (one for one in graph if graph.degree(one)), key=lambda one: (names[one], one)
    )
    place = {node: position for position, node in enumerate(nodes)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    edges = ((place[a], place[b], w) for a, b, w in graph.edges(data="weight"))
    plain.add_weighted_edges_from(
        sorted((min(a, b), max(a, b), w) for a, b, w in edges)
    )
    if not plain.number_of_edges():
        return {}
    found = nx.community.greedy_modularity_communities(plain, weight="weight")
    groups = sorted((sorted(group) for group in found), key=lambda g: (-len(g), g))
    return {nodes[one]: n for n, group in enumerate(groups, 1) for one in group}
