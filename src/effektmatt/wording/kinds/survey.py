"""Surveys in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from effektmatt.goals import Target, Verdict, judge
from effektmatt.plan.kinds.survey import (
    NeedMetFacts,
    ScoreChangeFacts,
    ShareChangeFacts,
    ShareImprovedFacts,
    SurveyFacts,
    TopFacts,
    TopShareFacts,
)
from effektmatt.surveys.change import ScaleAnswers, SurveyChange, ThenTest
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.need import Need
from effektmatt.surveys.who_improved import Definition
from effektmatt.wording.certainty import side_of
from effektmatt.wording.changes import changes_table, moved_text
from effektmatt.wording.conditions import quoted, whom
from effektmatt.wording.kind import DetailWords, Given, KindWords, MeasureWords, Said, Told, of_detail
from effektmatt.wording.kinds.survey_need import roles_table
from effektmatt.wording.kinds.two_groups import WORDS as TWO_GROUPS
from effektmatt.wording.language import MISSING
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import decimals_beside
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.core import Estimate
    from effektmatt.findings import GoalFinding
    from effektmatt.wording.language import Words

# ---- what was found, and how it was measured -----------------------------------------------------------------


def _share_improved(told: Told[ShareImprovedFacts]) -> str:
    estimate, facts, words = told.estimate, told.facts, told.words
    labels = quoted(facts.labels, words)
    over = words.say(f"over-{facts.combine}", labels=labels) if len(facts.labels) > 1 else ""
    rise = "" if facts.improved == "any" else words.say("improved-rise", improved=facts.improved)
    given = {**told.counted, "over": over, "rise": rise, "improved": facts.improved, "better": facts.better}
    if estimate.population is None:
        return _of_concerned(told, words.say("found-share-improved-linked", **given))
    given["answered"] = "all" if estimate.n == estimate.population else "some"
    given["every"] = "yes" if estimate.hits == estimate.n > 1 else "no"
    detail = told.goal.outcome.detail
    linked = detail.linked if isinstance(detail, ShareImproved) and detail.linked else estimate.n
    given |= {"linked": linked, "enough": "no" if linked > estimate.n else "yes"}
    return words.say("found-share-improved", population=estimate.population, whom=whom(facts.among, words), **given)


def _turns(told: Told[ShareImprovedFacts]) -> Iterator[str]:
    """Say which other definitions of improved give another verdict: both in one sentence where it is the same."""
    goal, words, target = told.goal, told.words, told.goal.fulfilment.target
    if target is None or told.estimate.value is None:
        return
    turned = {definition: (words.value(other, decimals_beside(other, target)), verdict)
              for definition, other, verdict in _other_definitions(goal, target)
              if side_of(verdict) != side_of(goal.fulfilment.verdict)}  # fmt: skip
    verdicts = {verdict for _, verdict in turned.values()}
    if set(turned) == {Definition.STEP, Definition.RELIABLE} and len(verdicts) == 1:
        values = {str(definition): value for definition, (value, _) in turned.items()}
        then = words.judged_then(verdicts.pop(), part=told.part)
        yield words.say("improved-turns-both", then=then, **values)
        return
    for definition, (value, verdict) in turned.items():
        then = words.judged_then(verdict, part=told.part)
        yield words.say("improved-turns", better=told.facts.better, definition=definition, value=value, then=then)


def _other_definitions(goal: GoalFinding, target: Target) -> Iterator[tuple[Definition, Estimate, Verdict]]:
    """Yield how many have improved by other definitions than the goal's, and what the verdict would be."""
    for definition in Definition:
        measure = f"share-improved-{definition}"
        other = next((one for one in goal.outcome.beside if one.measure == measure and one.value is not None), None)
        if other is not None:
            yield definition, other, judge(other, target).verdict


def _means(told: Told[ShareImprovedFacts]) -> Iterator[str]:
    """Say what the means were before and after of those whose answers are compared; none of a yes or no."""
    change, words, highest = told.goal.outcome.change, told.words, told.facts.highest
    ends = told.facts.ends
    of_two = told.facts.questions == 1 and ends is not None and ends[1] - ends[0] == 1
    if change is not None and not of_two:
        code = "certain-mean" if highest is None else "certain-mean-of"
        before, after = words.value(change.before), words.value(change.after)
        yield words.say(code, before=before, after=after, highest=words.number(highest or 0))


def _gave(told: Told[TopFacts], scales: str = "") -> str:
    """Return what those have done who count: "gav något av de två högsta svaren".

    Of several questions it is the mean that counts: "hade i genomsnitt minst 4 av 5 på frågorna". `scales` says
    which questions, where the sentence does: " på frågorna om ”Bemötande”".
    """
    facts, words = told.facts, told.words
    if facts.questions == 1 and facts.answer is not None:
        return words.say("gave-answer", answer=facts.answer) + scales
    if facts.questions == 1:
        return words.say("gave-highest", top=facts.top) + scales
    least, highest = words.number(facts.least), words.number(facts.highest)
    return words.say("gave-mean", least=least, highest=highest, scales=scales or words.say("gave-mean-questions"))


def _share_moved(told: Told[ShareChangeFacts]) -> str:
    return _of_concerned(told, told.moved("found-share-change", gave=_gave(told)))


def _score_moved(told: Told[ScoreChangeFacts]) -> str:
    return _of_concerned(told, told.moved("found-score-change"))


def _top_share(told: Told[TopShareFacts]) -> str:
    return _of_concerned(told, told.words.say("found-share-survey", gave=_gave(told), **told.counted))


def _of_concerned(told: Told[SurveyFacts], found: str) -> str:
    """Say whom a goal concerns after what was found of them; of everybody nothing."""
    among = told.facts.among
    return told.words.say("found-among", found=found, whom=whom(among, told.words)) if among else found


def _given_gave(told: Told[TopFacts]) -> Given:
    return {"gave": _gave(told, told.scales)}


def _waves(told: Told[SurveyFacts]) -> Iterator[str]:
    if told.facts.first and told.facts.last:
        yield told.words.say("how-waves", first=told.facts.first, last=told.facts.last)


def _combined(told: Told[ShareImprovedFacts]) -> Iterator[str]:
    if told.facts.combine is not None:
        yield told.words.say(f"how-combine-{told.facts.combine}", better=told.facts.better)
    yield from _waves(told)
    yield from _by_chance(told)


def _by_chance(told: Told[ShareImprovedFacts]) -> Iterator[str]:
    """Say how many would have answered higher though nothing had changed, where every rise counts."""
    detail = told.goal.outcome.detail
    if not isinstance(detail, ShareImproved) or told.estimate.value is None or detail.by_chance is None:
        return
    if told.facts.improved == Definition.ANY:
        share = told.words.percent(round(detail.by_chance, 2), 0)
        yield told.words.say("improved-by-chance", share=share, better=told.facts.better)


def _all_answers(told: Told[ShareChangeFacts] | Told[ScoreChangeFacts]) -> Iterator[str]:
    yield from _waves(told)
    if told.facts.answers:
        yield told.words.say("how-answers-all")


def _score_choices(told: Told[ScoreChangeFacts]) -> Iterator[str]:
    yield from _all_answers(told)
    if told.facts.dose:
        yield told.words.say("how-dose", dose=told.facts.dose)


# ---- tables --------------------------------------------------------------------------------------------------


def then_table(test: ThenTest, words: Words) -> TextTable:
    """Return the means of the three ratings, and what differs between them."""
    named = {
        "before": test.before,
        "then": test.then,
        "after": test.after,
        "shift": test.shift,
        "change": test.change,
    }
    return table_of(
        [(code, estimate) for code, estimate in named.items() if estimate is not None],
        Column("rated", lambda row: words.say(f"then-{row[0]}")),
        Column("n", lambda row: words.count(row[1].n)),
        Column("mean", lambda row: words.value(row[1])),
        Column("interval", lambda row: words.interval(row[1]) or MISSING),
        caption=words.say("table-then", label=test.label),
        words=words,
    )


def _then_tables_of(told: Told[SurveyFacts], scales: Iterable[ScaleAnswers]) -> list[TextTable]:
    """Return the ratings before, in retrospect and after of each scale that has a then-test."""
    return [then_table(scale.then_test, told.words) for scale in scales if scale.then_test is not None]


# ---- in a notebook -------------------------------------------------------------------------------------------


def _said(change: SurveyChange, words: Words) -> Said:
    """Say who answered, how the mean changed and how many improved, with every way in which that is measured."""
    answered = words.say(
        "survey-answered",
        label=change.label or change.scale,
        before=change.n_before,
        after=change.n_after,
        linked="no" if change.n_linked is None else "yes",
        analysed=change.n_analysed or 0,
    )
    sentences = [answered]
    moved = change.mean.difference
    if moved.value is not None:
        sentences.append(moved_text(change.mean, "mean-sentence", words, interval=words.interval(moved) or MISSING))
    improved = change.shares_improved[0] if change.shares_improved else None
    if improved is not None and improved.value is not None:
        value = words.value(improved)
        sentences.append(words.say("improved-sentence", hits=improved.hits or 0, n=improved.n, value=value))
    sentences += [note_text(note, words) for note in change.notes]
    changes = [change.mean, *([change.top_share] if change.top_share else [])]
    single = [*change.shares_improved, change.ordinal, *(change.all_answers.estimates if change.all_answers else ())]
    return [" ".join(sentences)], [changes_table(changes, [one for one in single if one.value is not None], words)]


def _told_apart(goal: GoalFinding) -> GoalFinding | None:
    """Return nothing where scales are put together: each part then says how."""
    return None if isinstance(goal.measure, ShareImprovedFacts) and goal.measure.combine else goal


KIND = KindWords(
    measures=(
        TWO_GROUPS,
        MeasureWords(
            of=ShareImprovedFacts,
            found=_share_improved,
            how="how-share-improved",
            given=lambda told: {"improved": told.facts.improved, "better": told.facts.better},
            more=_combined,
            tables=of_detail(ShareImproved, lambda told, found: _then_tables_of(told, found.scales)),
            means=_means,
            turns=_turns,
            alike=_told_apart,
            tipping="tipping-needed-improved",
        ),
        MeasureWords(
            of=TopShareFacts,
            found=_top_share,
            how="how-share-survey",
            given=_given_gave,
        ),
        MeasureWords(
            of=ShareChangeFacts,
            found=_share_moved,
            instead=_share_moved,
            how="how-share-change",
            given=_given_gave,
            more=_all_answers,
            tables=of_detail(SurveyChange, lambda told, change: _then_tables_of(told, [change])),
        ),
        MeasureWords(
            of=ScoreChangeFacts,
            found=_score_moved,
            instead=_score_moved,
            how="how-score-change",
            more=_score_choices,
            tables=of_detail(SurveyChange, lambda told, change: _then_tables_of(told, [change])),
        ),
        MeasureWords(
            of=NeedMetFacts,
            found=lambda told: told.words.say("found-need-met", **told.counted),
            how="how-need-met",
            # what each unit needs stands in the charts, and in the tables of those
            tables=of_detail(Need, lambda told, need: [roles_table(need, told.words)]),
        ),
    ),
    details=(DetailWords(of=SurveyChange, said=_said),),
    limits=("limits-self-rated",),
)
