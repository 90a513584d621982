"""The answers of one survey, coded and linked: what the surveys room computes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from effektmatt.core import Note
from effektmatt.data.accounting import Accounting
from effektmatt.data.linking import Linked, link
from effektmatt.errors import Fault
from effektmatt.evaluation.sources import NO_WAVE, LoadedSource
from effektmatt.plan import Plan
from effektmatt.plan.written import Survey
from effektmatt.surveys.answers import CodedAnswers, code_answers
from effektmatt.surveys.waves import Waves

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SurveyData:
    """One survey, ready to compute from.

    `answers` holds each scale's answers by wave, `waves` the names of the waves that have a file (the first and the
    last are compared), `linked` who answered both times (None: nobody can be linked). `only_before`: the survey
    has been made before, and not yet after.
    """

    id: str
    source: Survey
    frames: Mapping[str, pd.DataFrame]
    answers: Mapping[str, Mapping[str, CodedAnswers]]
    waves: tuple[str, ...]
    only_before: bool
    linked: Linked | None
    accounts: Mapping[str, Accounting]
    notes: tuple[Note, ...]

    def answered(self, wave: str) -> pd.DataFrame:
        """Return one row per person who answered in a wave, or both times ("linked")."""
        if wave == "linked" and self.linked is not None:
            return self.frames[self.waves[0]].iloc[self.linked.before]
        return self.frames[wave]

    def compared(self, scale: str) -> Waves:
        """Return the waves of one scale; one that has no file yet is None."""
        coded = self.answers[scale]
        if len(self.waves) == 1:
            only = coded[self.waves[0]]
            return Waves(before=only, after=None) if self.only_before else Waves(before=None, after=only)
        before, after = coded[self.waves[0]], coded[self.waves[-1]]
        pairs = (self.linked.before, self.linked.after) if self.linked else None
        return Waves(before=before, after=after, pairs=pairs)


def survey_data(loaded: LoadedSource, plan: Plan) -> tuple[SurveyData, list[Fault]]:
    """Code and link the answers of one survey.

    Returns
    -------
    data
        The coded answers; those at fault are missing.
    faults
        Every answer outside its scale, and every column that is missing.
    """
    source = loaded.source
    assert isinstance(source, Survey)
    faults: list[Fault] = []
    answers: dict[str, dict[str, CodedAnswers]] = {}
    for name, scale in plan.scales.items():
        if plan.written.scales[name].source != loaded.id:
            continue
        for wave, file in loaded.files.items():
            coded, wrong = code_answers(file.frame, scale, wave, by=loaded.groups, file=file.reading.file)
            answers.setdefault(name, {})[wave] = coded
            faults += wrong
    waves = tuple(loaded.files)
    linked = None if faults else _linked(loaded, source, waves)
    accounts = _accounts(loaded, waves, linked, answers)
    data = SurveyData(
        id=loaded.id,
        source=source,
        frames={wave: file.frame for wave, file in loaded.files.items()},
        answers=answers,
        waves=waves,
        only_before=len(plan.written.waves) > 1 and waves == (next(iter(plan.written.waves)),),
        linked=linked,
        accounts=accounts,
        notes=_notes(loaded, source, linked),
    )
    return data, faults


def _linked(loaded: LoadedSource, source: Survey, waves: Sequence[str]) -> Linked | None:
    if not source.code or len(waves) < 2 or any(source.code not in file.frame for file in loaded.files.values()):
        return None
    before, after = loaded.files[waves[0]].frame, loaded.files[waves[-1]].frame
    return link(before, after, code=source.code, within=source.link_within)


def _accounts(
    loaded: LoadedSource,
    waves: Sequence[str],
    linked: Linked | None,
    answers: Mapping[str, Mapping[str, CodedAnswers]],
) -> dict[str, Accounting]:
    """Account for every row: linked surveys use who answered both times, others who answered any scale at all."""
    accounts = {wave: file.account for wave, file in loaded.files.items()}
    if linked is not None:
        first, last = waves[0], waves[-1]
        accounts[first] = (
            accounts[first]
            .leave("without-code", len(linked.without_code_before))
            .leave("without-group", len(linked.without_group_before))
            .leave("only-before", len(linked.only_before))
        )
        accounts[last] = (
            accounts[last]
            .leave("without-code", len(linked.without_code_after))
            .leave("without-group", len(linked.without_group_after))
            .leave("only-after", len(linked.only_after))
        )
        return accounts
    for wave, account in accounts.items():
        coded = [by_wave[wave] for by_wave in answers.values() if wave in by_wave]
        if coded:
            answered_any = np.any([one.answered_items > 0 for one in coded], axis=0)
            accounts[wave] = account.leave("no-answer", int((~answered_any).sum()))
    return accounts


def _notes(loaded: LoadedSource, source: Survey, linked: Linked | None) -> tuple[Note, ...]:
    notes = [
        Note(
            code="repeated-resolved",
            values={"file": file.reading.file, "n": file.account.left_out["repeated"], "rule": source.repeated},
        )
        for file in loaded.files.values()
        if "repeated" in file.account.left_out
    ]
    if linked is not None and linked.near_misses:
        sure = sum(miss.only for miss in linked.near_misses)
        notes.append(Note(code="near-misses", values={"n": len(linked.near_misses), "only": sure}))
    if linked is None and NO_WAVE not in loaded.files and len(loaded.files) > 1:
        notes.append(Note(code="waves-not-linked", values={}))
    return tuple(notes)
