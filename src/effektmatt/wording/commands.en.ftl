## The command effektmatt: help, what is being done and what is ready.

command-help = Follows up a project’s goals: reads the plan and the data files, judges each goal and writes a report.
command-help-documentation = Guides from file to report (in Swedish), the keys of the plan (plan.md, in Swedish) and the methods (methods.md) lie in { $folder }
command-help-new = makes a plan to start from, or a copy of a sample project
command-help-describe = shows the columns of the data files: what each holds, which values, and what is missing
command-help-described = the folder with the data files, or one file
command-help-json = write JSON, for other programs
command-help-check = reads the plan and all files, and shows every fault at once
command-help-goals = shows the goals and the verdicts in the terminal
command-help-report = writes the report as a web page, pdf, Word and Excel, with the charts and a results file
command-help-folder = the project’s folder, with plan.toml and the data files
command-help-from = the name of the sample project to copy
command-help-yes = ask nothing: write the plan that suits most projects
command-help-require = exit with an error code unless every goal is at least this surely met
command-help-output = the folder to write the report in (otherwise the folder report in the project’s folder)
command-help-formats = the formats that the report is written in, instead of the plan’s: html, pdf, docx, xlsx, with commas between
command-help-docx-template = a Word file (.docx or .dotx) whose styles, header, footer and margins the Word report gets
command-help-usage = usage
command-help-options = Options
command-help-help = show this help
command-help-version = show the version
command-help-commands = Commands
command-help-arguments = This command takes
command-help-language = the language: sv (Swedish) or en (English); otherwise the one the plan states
command-help-debug = show the program’s own error messages

command-new-ask = Which kinds of evidence do you have?
command-new-numbers = Write the numbers with commas between (only Enter: { $usual }):
command-new-again = Write one or several of the numbers 1 to { $last }.
command-new-done = The plan is in { $plan }. Fill it in and then run: effektmatt check { $folder }
command-new-copied = A copy of the sample project is in { $plan }. Run: effektmatt report { $folder }
command-report-removed = Files of the last report that are no part of the new one have been removed:
command-report-changed = Files of the last report that are no part of the new one, but that somebody has changed, have been left:
command-report-done = The report is here:
command-faults = { $n ->
    [one] One fault was found:
   *[other] { $n } faults were found:
}
command-interrupted = Interrupted.
command-defect = Something went wrong in the program, and it is not your fault: { $error }. Run the same command again with --debug and send what it prints to whoever looks after the program.
command-check-ok = The plan and all files can be read. No faults were found ({ $files ->
    [one] one file
   *[other] { $files } files
}, { $goals ->
    [one] one goal
   *[other] { $goals } goals
}).
command-check-of-goals = The goals { $goals }: { $text }
command-check-remarks = To bear in mind:
command-check-no-remarks = There is nothing in particular to bear in mind.

## What is being done right now

progress-reading = Reading the plan and the files
progress-counting = Counting
progress-charts = Drawing charts
progress-html = Writing the web page
progress-pdf = Writing the pdf
progress-docx = Writing the Word file
progress-xlsx = Writing the Excel file
progress-json = Writing the results file
progress-files = Saving
command-check-empty-is-no = Does an empty cell in “{ $columns }” mean no? Say so in the plan: empty_is_no under the register.
command-help-against = the folder of an older report that is out too: what could be worked out from the two together?
command-help-audit = tries a finished report: what could be worked out of few people?
command-help-report-folder = the report’s folder, with results.json
command-help-project = the project’s folder, if the report does not lie in it
command-audit-done = The list of what the report releases is here: { $path }
audit-tables = The tables of results.json were tried one by one. Where the report lies in the project’s folder, all figures are tried against each other.
audit-equations = { $n } figures about people were tried against each other.
audit-nothing = Nothing about few people could be worked out.
audit-earlier = Reports that have been handed out already were tried too: { $reports }.
audit-kept-yes = The project now remembers the report as handed out: later reports are protected, so that nothing about few people can be worked out from two reports together. If it is not handed out, remove its file in the folder .effektmatt-released.
audit-kept-changed = The data files have changed since the report was made, so the project cannot remember it as handed out. Make the report again and audit it again.
audit-kept-no-key = The project's folder cannot be written to, so the project cannot remember the report as handed out.
audit-recovered = Of { $n } { $n ->
    [one] person
   *[other] people
 } it can be worked out: between { $low } and { $high }, from { $of }.
release-title = What the report releases
release-what = Result, breakdown or chart
release-state = Judged
release-by = { $title }, by { $by }
release-fine = Can be released
release-hidden = Hidden
release-groups = { $hidden } of { $cells } groups are hidden
release-document = Holds the results above, as long as nobody has changed the file
release-beside = { $what ->
    [everybody] the answers of all who answered, beside those who answered both times
    [linked] the answers of those who answered both times, beside all who answered
    [item] the answers to each question
    [wave] each wave
    [then] the rating in retrospect of how it was before
    [dose] the change of those who took part to each degree
    [skill] the need of each skill and unit
    [met] the share who meet the needs, earlier waves
    [in_every] the number in each unit
    [unit] each unit visited
    [visitor] each visitor
    [comparison] the project beside the comparison group
   *[other] { "" }
 }
release-tables = { $hidden } of { $cells } are hidden
release-answer-rates = How many answered
release-flows = The participants’ way through the survey
release-scales = How well the questions of each scale hang together
release-described = What the data files hold
release-sizes = Numbers of people and rows. What rests on few is hidden by itself
release-chart = Shows the same figures as the tables above
release-reason = Few people. Released for the reason: { $reason }
release-no-reason = Few people, and no reason is given
release-signed = Evaluator: ____________________ Date: __________
release-second = Read by a second person: ____________________ Date: __________

## Commands that cannot be understood: $at is where, $got what stood there.

command-refused-missing = Missing: { $got }. Run the command with --help to see what it takes.
command-refused-choice = There is no “{ $got }” here. It can be { $names }.
command-refused-unknown = The command does not take “{ $got }”.
command-refused-value = { $at } needs a value after it.
command-refused-ambiguous = “{ $got }” can mean { $names }. Write the whole word.
command-refused-no-value = { $at } takes no value (“{ $got }”).
command-refused-other = The command cannot be understood ({ $message }).
command-help-rows = write the cells that must be mended into this file, which Excel opens
command-rows-none = There are no rows to mend, so no list has been written.
command-rows-done = { $n ->
    [0] None of the faults stands in a certain row, so the list is empty
    [one] One cell to mend stands in the list
   *[other] { $n } cells to mend stand in the list
}: { $path }{ $earlier ->
    [yes] . It replaces the earlier list.
   *[no] { "" }
}
rows-file = file
rows-sheet = sheet
rows-row = row
rows-key = key
rows-column = column
rows-got = content
rows-reason = reason
rows-expected = expected
command-help-quiet = say nothing of what went well; faults are always shown, and the exit code tells how it went
command-help-goals-json = write the goals as JSON, in numbers, for other programs
command-help-goals-csv = write the goals as CSV, in numbers with decimal points, for other programs
command-help-open = open the report in the web browser when it is ready
command-help-completion = writes what lets the shell fill in commands and options when you press Tab
command-help-shell = the shell: bash, zsh, fish, powershell or tcsh
command-not-opened = The report is written, but it could not be opened here. Open the file yourself: { $path }
command-refused-together = Choose either { $at } or { $got }, not both.
