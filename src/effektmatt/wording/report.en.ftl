# The report: headings, labels and the few sentences that belong to the report itself.
# Sentences about goals and results stand in goals.en.ftl, verdicts.en.ftl and notes.en.ftl.

## Cover and pages

report-kind = Follow-up of the project's goals
report-made = Compiled { DATE($made) }
report-owner-and-made = { $owner } · Compiled { DATE($made) }
report-page = Page { $page } of { $pages }
report-skip = Skip to the content
report-contents = Contents

## The summary

report-summary = Summary
report-goals-in-brief = The goals in brief
report-verdict-key = What the verdicts mean
report-meaning-met = The goal is met, even when the uncertainty is counted in.
report-meaning-likely-met = The figures clearly suggest that the goal is met. It is not certain, for example because not everybody answered.
report-meaning-undetermined = The figures are not enough to say whether the goal is met.
report-meaning-likely-not-met = The figures clearly suggest that the goal is not met. It is not certain, for example because not everybody answered.
report-meaning-not-met = The goal is not met, even when the uncertainty is counted in.
report-meaning-not-assessable = The goal cannot be assessed. The reason is given with the goal.
report-meaning-no-target = The project has not set a level. The result is described but not judged.

## Sections

report-project = About the project
report-how = How the follow-up was made
report-design = Change or effect
report-waves = The measurements
report-wave = { $label }: { $period }.
report-participants = The participants' way through the study
report-answer-rates = How many answered
report-goals = The goals one by one
report-goal = Goal { $number }. { $title }
report-limits = What the follow-up cannot say
report-appendix = Appendix. Method and data
report-methods = Methods
report-data = What became of every row
report-scales = The questions
report-files = Files and versions

## Within a goal

report-quote = The goal in the project's words
report-how-measured = How the goal was measured
report-parts = The parts of the goal
report-part = Part { $number }. { $title }
report-counts = Number in each group
report-readings = Different ways to read the goal
report-groups = Results for groups
report-beside = Other ways to measure
report-assumptions = What the verdict rests on
report-comment = The evaluator's comment
report-context = Background

## Text that the evaluator has written

report-own-table = Table in the evaluator's text
report-own-quote = Quotation

## Charts and tables

report-chart-data = Show the figures of the chart as a table
report-scroll-table = Table that scrolls sideways: { $caption }
report-scroll-chart = Chart that scrolls sideways: { $title }
