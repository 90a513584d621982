"""The participants' way is drawn where somebody is lost on it."""

from effektmatt.charts import flow_chart
from effektmatt.findings import FlowFinding, FlowStep


def test_a_way_on_which_nobody_is_lost_needs_no_chart():
    steps = tuple(FlowStep(code=code, n=14) for code in ("in-register", "answered-before", "answered-after", "linked"))
    assert flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=steps)) is None
    lost = (*steps, FlowStep(code="analysed", n=13, left=(("too-few-items", 1),)))
    assert flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=lost)) is not None
