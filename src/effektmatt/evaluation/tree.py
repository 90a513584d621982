"""The goal tree: from a council's goal down to the goals that were measured."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.findings import TreeNode
from effektmatt.plan import Plan


def goal_tree(plan: Plan) -> tuple[TreeNode, ...]:
    """Return the nodes of a plan's goal tree, each before those under it, in the plan's own order.

    Goals that the plan puts under no node are not in the tree. A plan without nodes has none.
    """
    return tuple(_below(None, 0, plan))


def _below(above: str | None, depth: int, plan: Plan) -> Iterator[TreeNode]:
    for name, node in plan.written.tree.items():
        if node.under != above:
            continue
        yield TreeNode(
            id=name,
            title=node.title,
            level=node.level,
            depth=depth,
            under=above,
            resources=node.resources,
            ways_of_working=node.ways_of_working,
            activities=tuple(node.activities),
            goals=tuple(goal.id for goal in plan.written.goals if goal.under == name),
        )
        yield from _below(name, depth + 1, plan)
