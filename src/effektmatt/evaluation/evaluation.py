"""The object that users hold: an evaluated project, and its goals one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from effektmatt.core import Progress, expect
from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.evaluation.goal_rows import goal_rows
from effektmatt.evaluation.keyed_sums import sum_of
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Fulfilment, Verdict
from effektmatt.speech import Shown, told_in
from effektmatt.wording import words
from effektmatt.wording.targets import decimals_beside, target_text

if TYPE_CHECKING:
    import pandas as pd

    from effektmatt.charts import Chart
    from effektmatt.report.write import Written


def _rows(goal: GoalFinding) -> list[dict[str, object]]:
    """Return the rows of a goal without parts, or of one part."""
    outcome = goal.outcome
    everybody = (outcome.estimate, *outcome.beside)
    rows: list[dict[str, object]] = [{"by": None, "group": None, **estimate.to_row()} for estimate in everybody]
    for group in outcome.groups:
        found = group.estimate.to_row() if group.estimate else {"measure": outcome.estimate.measure}
        rows.append({"by": group.by, "group": group.group, **found})
    return rows


@dataclass(frozen=True, slots=True)
class EvaluatedGoal(Shown):
    """One goal of an evaluation."""

    finding: GoalFinding
    language: str
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def fulfilment(self) -> Fulfilment:
        """The verdict, with its probability, possible range, tipping point and reasons."""
        return self.finding.fulfilment

    @property
    def verdict(self) -> Verdict:
        """Whether the goal is met."""
        return self.finding.fulfilment.verdict

    def to_frame(self) -> pd.DataFrame:
        """Return what was found, in all, by group and measured in other ways, in the shared column vocabulary.

        Of a goal in parts the rows of every part, with its title in the column "part".
        """
        import pandas as pd

        if not self.finding.parts:
            return pd.DataFrame(_rows(self.finding))
        return pd.DataFrame([{"part": part.title, **row} for part in self.finding.parts for row in _rows(part)])

    def chart(self) -> Chart:
        """Return the goal's chart: figure, title, alternative text and data table."""
        from effektmatt.charts import chart

        return chart(self.finding, language=self.language, labels=self.labels)

    def charts(self) -> dict[str, Chart]:
        """Return all charts of the goal by what they show ("groups", "answers-1"), the most telling first.

        Those of a goal in parts begin with the part's number ("2-groups").
        """
        from effektmatt.charts import goal_charts

        made = goal_charts(self.finding, labels=self.labels, language=self.language)
        return {chart.name.removeprefix(f"{self.finding.id}-"): chart for chart in made}

    @property
    def _speaking(self) -> GoalFinding:
        return self.finding


@dataclass(frozen=True, slots=True)
class Evaluation(Shown):
    """An evaluated project: its goals by id, and a report; `folder` is where its plan lies.

    Examples
    --------
    >>> import effektmatt as em
    >>> evaluation = em.evaluate("data/sample/den-nya-administratoren")
    >>> evaluation["delmal-2"].verdict
    <Verdict.NOT_MET: 'not-met'>
    """

    findings: Findings
    folder: Path | None = None

    def __getitem__(self, goal: str) -> EvaluatedGoal:
        ids = tuple(found.id for found in self.findings.goals)
        expect("a goal", goal, str, f'the id in evaluation["{(*ids, "mal-1")[0]}"]')
        try:
            return self._evaluated(self.findings.goal(goal))
        except KeyError:
            raise InputFaults(
                [Fault(code="goal-unknown", got=goal, expected=ids, nearest=nearest(goal, ids))],
                language=self.findings.language,
            ) from None

    def __iter__(self) -> Iterator[EvaluatedGoal]:
        return map(self._evaluated, self.findings.goals)

    def _evaluated(self, goal: GoalFinding) -> EvaluatedGoal:
        return told_in(self.findings.language, EvaluatedGoal(goal, self.findings.language, self.findings.labels))

    def __len__(self) -> int:
        return len(self.findings.goals)

    def charts(self) -> dict[str, Chart]:
        """Return the charts of the whole project: its goals ("goals"), their tree, each flow of people ("flow-1")."""
        from effektmatt.charts import flow_chart, goal_tree_chart, goals_charts

        language = self.findings.language
        flows = enumerate(self.findings.flows, start=1)
        made = [
            *goals_charts(self.findings, language),
            goal_tree_chart(self.findings, language),
            *(flow_chart(flow, name=f"flow-{place}", language=language) for place, flow in flows),
        ]
        return {chart.name: chart for chart in made if chart is not None}

    @property
    def goals(self) -> pd.DataFrame:
        """The goals as a table to read: goal, target, outcome, interval, verdict, probability, indexed by goal id.

        All but the probability is in words; `to_frame` has the numbers. The parts of a goal follow it, with ids such as
        "delmal-3/1". What is measured stands at the parts: of the whole there is the verdict alone.
        """
        import pandas as pd

        rows = []
        for goal in self.findings.goals:
            rows.append(self._row(goal.id, goal))
            rows += [self._row(f"{goal.id}/{place}", part) for place, part in enumerate(goal.parts, start=1)]
        return pd.DataFrame(rows).set_index("id")

    def to_frame(self) -> pd.DataFrame:
        """Return the goals in numbers: a row for each goal, and for each part of a goal in parts.

        Shares are written between 0 and 1, verdicts as codes ("likely-met"), what is hidden as missing. A target is the
        region from `target_low` to `target_high`, missing where it has no end. `effektmatt goals --json` and `--csv`
        print the same.
        """
        import pandas as pd

        return pd.DataFrame(goal_rows(self.findings))

    def _row(self, name: str, goal: GoalFinding) -> dict[str, object]:
        say, fulfilment = words(self.findings.language), goal.fulfilment
        row = {"id": name, "goal": goal.title, "target": "", "outcome": "", "interval": ""}
        if not goal.parts:
            decimals = decimals_beside(fulfilment.estimate, fulfilment.target)
            unit, counted = fulfilment.estimate.unit, goal.measure.measured_in
            row["target"] = target_text(fulfilment.target, unit, say, self.findings.labels, measured_in=counted)
            row["outcome"] = say.value(fulfilment.estimate, decimals)
            row["interval"] = say.interval(fulfilment.estimate, decimals)
        probability = None if goal.parts else fulfilment.probability
        return {**row, "verdict": say.verdict(fulfilment.verdict), "probability": probability}

    def report(
        self,
        folder: str | Path,
        *,
        formats: Sequence[str] | None = None,
        docx_template: str | Path | None = None,
        progress: Progress | None = None,
    ) -> Written:
        """Write the report in the plan's formats (html, pdf, docx, xlsx), its charts and results.json into a folder.

        Parameters
        ----------
        folder
            Made if it does not exist. An earlier report there is replaced only when the new one is whole; its files in
            formats and versions that are not asked for any more are taken away, unless somebody has changed them.
        formats
            Any of "html", "pdf", "docx" and "xlsx"; None: those that the plan asks for.
        docx_template
            A Word file (.docx or .dotx) whose styles, header, footer and page the Word report gets.
        progress
            Called with a few words before each step; see `effektmatt.core.Progress`.

        Returns
        -------
        Written
            The path of each file written, by its format; `removed` and `changed` tell of an earlier report's files.

        Raises
        ------
        InputFaults
            Where the folder cannot be written to, or the template cannot be used.
        """
        from effektmatt.report.write import write_report

        def seal(content: bytes) -> str | None:
            return None if self.folder is None else sum_of(content, self.folder)

        chosen = None if formats is None else tuple(dict.fromkeys([*formats, "json"]))
        return write_report(
            self.findings, folder, formats=chosen, docx_template=docx_template, progress=progress, seal=seal
        )

    @property
    def _speaking(self) -> Findings:
        return self.findings
