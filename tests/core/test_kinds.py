"""Every storey is asked for its kinds by their names."""

import pytest

from effektmatt.core.kinds import KINDS, module_of, of_every_kind
from effektmatt.evaluation.kinds.common import Kind


def test_a_storey_has_every_kind_in_the_order_of_the_plan():
    found = of_every_kind("evaluation", Kind)
    assert tuple(found) == KINDS
    assert found["register"] is module_of("evaluation", "register", Kind)
    assert len({id(kind) for kind in found.values()}) == len(KINDS)


def test_what_a_storey_does_not_expect_is_refused():
    with pytest.raises(TypeError, match="no str"):
        module_of("evaluation", "register", str)
