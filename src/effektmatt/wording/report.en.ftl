# The report: headings, labels and the few sentences that belong to the report itself.
# Sentences about goals and results stand in goals.en.ftl, verdicts.en.ftl and notes.en.ftl.

## Cover and pages

report-kind = Evaluation of the project’s goals
report-kind-described = Description of the sources
report-made = Compiled { DATE($made) }
report-authors = By { $authors }
report-contact = Contact: { $contact }
report-page = Page { $page } of { $pages }
report-skip = Skip to the content
report-contents = Contents

## The summary

report-summary = Summary
report-points = Followed without a target level
report-verdict-key = What the verdicts mean

## Sections

report-project = About the project
report-how = How the evaluation was done
report-wave = { $label }: { $period }.
report-waves-undated = { $labels }, without days given.
report-participants = The participants’ way through the study
report-answer-rates = How many answered
report-goals = The goals one by one
report-goals-together = The goals against their targets
report-goal = Goal { $number }. { $title }
report-goal-level = { $level }. { $title }
report-described = What the sources hold
report-limits = What the evaluation cannot say
report-conclusions = Conclusions
report-lessons = Lessons learnt
report-goal-tree = The goal tree
report-appendix = Appendix. Method and data
report-tables = Table appendix
report-tables-where = The numbers of the charts, the methods, the questions and facts about the files are in the table appendix, { $file }.
report-tables-html = In the html report they are under the charts and below.
report-methods = Methods
report-data = What became of every row
report-sources = How the files were read
report-scales = The questions
report-files = Files and versions
report-versions = Computed with { $versions }.

## Within a goal

report-quote = The goal in the project’s words
report-how-measured = How the goal was measured
report-comment = The evaluator’s comment

## Text that the evaluator has written

report-own-summary = The evaluator’s summary
report-own-table = Table in the evaluator’s text
report-own-quote = Quotation

## Charts and tables

report-figure = Figure
report-table = Table
report-chart-data = Show the figures of the chart as a table
report-drag = The table scrolls sideways →
