"""The goal tree of a plan: whether it hangs together, and its nodes in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from effektmatt.errors import Fault
from effektmatt.plan.checks import unknown
from effektmatt.plan.sections import TreeNode
from effektmatt.plan.written import WrittenPlan


def tree_faults(written: WrittenPlan, numbers: Sequence[int]) -> list[Fault]:
    """Return what is wrong with a plan's goal tree: nodes that are not there, and nodes under themselves.

    Parameters
    ----------
    written
        The plan.
    numbers
        The number of each goal as the user counts them.
    """
    nodes = written.tree
    faults = [
        unknown(f"tree.{name}.under", node.under, "tree", nodes)
        for name, node in nodes.items()
        if node.under is not None and node.under not in nodes
    ]
    faults += [
        Fault(code="plan-tree-circle", key=f"tree.{name}.under", got=node.under)
        for name, node in nodes.items()
        if node.under in nodes and _under_itself(name, nodes)
    ]
    faults += [
        unknown(f"goals[{number}].under", goal.under, "tree", nodes)
        for number, goal in zip(numbers, written.goals, strict=True)
        if goal.under is not None and goal.under not in nodes
    ]
    return faults


def _under_itself(name: str, nodes: Mapping[str, TreeNode]) -> bool:
    """Say whether the way up from a node comes back to it."""
    seen: set[str] = set()
    above = nodes[name].under
    while above is not None and above in nodes and above not in seen:
        if above == name:
            return True
        seen.add(above)
        above = nodes[above].under
    return False


class PlacedNode(TreeNode):
    """A node with its place: its id, how far down it is (0 at the top), and the goals that stand directly under it."""

    id: str
    depth: int
    goals: list[str] = []


def placed_nodes(written: WrittenPlan) -> tuple[PlacedNode, ...]:
    """Return the nodes of a plan's goal tree, each before those under it, in the plan's own order.

    Goals that the plan puts under no node are not in the tree. A plan without nodes has none.
    """
    return tuple(_below(None, 0, written))


def _below(above: str | None, depth: int, written: WrittenPlan) -> Iterator[PlacedNode]:
    for name, node in written.tree.items():
        if node.under == above:
            goals = [goal.id for goal in written.goals if goal.under == name]
            yield PlacedNode(**node.model_dump(), id=name, depth=depth, goals=goals)
            yield from _below(name, depth + 1, written)
