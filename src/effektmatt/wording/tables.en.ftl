## Tables: captions, columns and what stands in the cells.

table-goals = The goals, the outcomes and the verdicts
table-all-parts = all parts
table-part = { $goal }: { $part }
table-parts = The parts of the goal, one by one
table-of-part = { $part }: { $table }
table-readings = Ways to read the target, and what they give
table-reading-chosen = { $reading } (the plan’s reading)
table-beside = Other ways to measure the same thing
table-groups = { $title }: everybody and each group
table-group = { $label }: { $group }
table-everybody = Everybody
table-hidden = Two dots (..) mean that the group has fewer than { $means } people, or that its figure could otherwise have been worked out. It is therefore not shown.
table-hidden-units = Two dots (..) mean that the unit has too few people for the number to be shown, or that it could otherwise have been worked out. The unit still counts in the verdict.
table-census = everybody counted
table-n-of = { $n } of { $population }
table-counts = Number per { $group }
table-yes = Yes
table-no = No
table-unknown = Cannot be told
table-changes = Before, after and change
table-times = The outcome, measured in several ways
table-project = The project
table-tree = How the organisation works for the goals
column-resources = Resources
column-ways-of-working = Ways of working
column-activities = Activities
table-sources = How the files were read
table-accounting = What became of the rows in the files
table-accounting-linked = Those who answered only once are left out where answers are linked, for then it is the same people who are compared. Charts of the answers to each question, and of every wave, still show everybody who answered then.
table-flow = The participants’ way through { $source }
table-answer-rates = How many answered
table-scales = The questions and how well they hang together
table-alpha = Cronbach’s alpha shows how well the questions of a scale measure the same thing. It is at most 1; above 0.7 is usually considered good.
table-files = The files that the evaluation rests on
table-checksum = The checksum (HMAC-SHA-256) is made with the project’s own key, which lies in a file in the project’s folder. With it the project can show that the files are the same, and the sum gives nothing of them away.
table-no-checksum = The project’s folder could not be written to, so the project has no key of its own and the files have no checksums.
table-methods = The methods behind the figures

## Readings of a target such as "increase by 70 %"

reading-relative = Read relative to the value before
reading-points = Read as { $unit ->
    [score] scale steps
   *[share] percentage points
}
reading-level = Read as a level

## Columns

column-goal = Goal
column-part = Part
column-target = Target
column-value = Outcome
column-interval = Uncertainty interval
column-verdict = Verdict
column-verdict-if = Verdict by this measure
column-reading = Reading
column-measure = Measure
column-reference = Reference
column-method = Method
column-group = Group
column-n = Number
column-before = Before
column-after = After
column-count = Number
column-people = People
column-reaches = Reaches the target
column-fact = Item
column-said = Content
column-file = File
column-source = Source
column-wave = Wave
column-read-as = Read as
column-rows = Rows
column-rows-read = Read
column-rows-used = Used for the goals
column-rows-left-out = Left out
column-reasons = Reasons
column-step = Step
column-left = Dropped out
column-could-answer = Could answer
column-answered = Answered
column-share-answered = Share
column-scale = Scale
column-questions = Questions
column-alpha = { $named ->
    [no] Alpha
   *[yes] Alpha, { $wave }
}
column-bytes = Size (bytes)
column-sha256 = Checksum

## The project

project-name = Name
project-owner = Project owner
project-partners = Partners
project-funder = Funder
project-period = Project period
project-granted = Amount granted
project-diary-number = Diary number
project-country = Country
project-organisation-number = Organisation number
project-fund = Fund
project-cci = CCI number
project-co-financing = Share of co-financing
project-programme-area = Programme area
project-specific-objective = Specific objective
project-region = Region
project-nuts = NUTS code
project-intervention-type = Type of intervention
project-participants = Number of participants

## How a file was read

read-separated = { $encoding }, { $separator }
read-text = { $encoding }, a single column
read-workbook = { $format ->
    [ods] OpenDocument, sheet { $sheet }
    [xls] Excel 97–2003, sheet { $sheet }
   *[other] Excel, sheet { $sheet }
}
read-format = { $format ->
    [sav] SPSS (.sav)
    [por] SPSS (.por)
    [dta] Stata (.dta)
    [parquet] Parquet
    [px] PC-Axis (.px)
    [json-stat] JSON-stat
    [kolada] Kolada
    [sqlite] SQLite
    [duckdb] DuckDB
    [postgresql] PostgreSQL
   *[other] { $format }
}
read-export = { $form }; export from { $tool }
tool-qualtrics = Qualtrics
tool-limesurvey = LimeSurvey
tool-microsoft-forms = Microsoft Forms
tool-google-forms = Google Forms
tool-kobotoolbox = KoboToolbox
tool-odk = ODK
encoding-utf-8 = UTF-8{ $bom ->
    [yes] { " " }with BOM
   *[no] { "" }
}
encoding-utf-16 = UTF-16{ $bom ->
    [yes] { " " }with BOM
   *[no] { "" }
}
encoding-cp1252 = Windows-1252{ $bom ->
    [yes] { " " }with BOM
   *[no] { "" }
}
encoding-cp850 = DOS (CP850)
encoding-mac-roman = Macintosh (Mac Roman)
separator-semicolon = separated by semicolons
separator-comma = separated by commas
separator-tab = separated by tabs
separator-bar = separated by vertical bars

## Rows and people left out

source-and-wave = { $source }, { $wave }
wave-before = Before
wave-after = After
wave-linked = Both times
left-reason = { $n } { $reason }
left-repeated = { $n ->
    [one] double submission
   *[other] double submissions
}
left-repeated-cases = { $n ->
    [one] double case
   *[other] double cases
}
left-entered-twice = { $n ->
    [one] row that stands twice
   *[other] rows that stand twice
}
left-not-in-register = { $n ->
    [one] answer by somebody who is not in the register
   *[other] answers by people who are not in the register
}
left-empty-row = { $n ->
    [one] empty row
   *[other] empty rows
}
left-title = { $n ->
    [one] row above the headings
   *[other] rows above the headings
}
left-further-heading = { $n ->
    [one] further row of headings
   *[other] further rows of headings
}
left-repeated-heading = { $n ->
    [one] repeated row of headings
   *[other] repeated rows of headings
}
left-sum = { $n ->
    [one] row of sums
   *[other] rows of sums
}
left-footnote = { $n ->
    [one] remark below the table
   *[other] remarks below the table
}
left-page = { $n ->
    [one] row with a page number
   *[other] rows with page numbers
}
left-skipped = { $n ->
    [one] row that the plan skips
   *[other] rows that the plan skips
}
left-incomplete = { $n ->
    [one] answer never submitted
   *[other] answers never submitted
}
left-test-answer = { $n ->
    [one] test answer
   *[other] test answers
}
left-not-approved = { $n ->
    [one] answer not approved
   *[other] answers not approved
}
left-not-asked-for = not asked for in the plan
left-withdrawn = withdrawn by the publisher
left-dropped-out = dropped out
left-secret = secret
left-not-applicable = not applicable
left-not-available = not available
left-without-code = without a code
left-without-group = without a group
left-only-before = answered only before
left-only-after = answered only after
left-answered-once = answered only one of the waves
left-measured-once = measured only once
left-side-unknown = without a group to compare
left-side-neither = in neither of the groups compared
left-side-moved = changed group between the waves
left-no-answer = without an answer
left-not-concerned = whom the goals do not concern
left-too-few-items = answered too few questions
left-withdrawn-undated = withdrawn without a date
left-opened-missing = without a date of opening
left-opened-outside-periods = opened outside the measuring periods
left-opened-after-measured = opened after the measuring day
left-registered-after-measured = registered after the measuring day
left-closed-before-opened = closed before the day of opening

## Steps of the participants' way

flow-in-register = In the register
flow-completed = Concerned by the goals
flow-answered-before = Answered before
flow-answered-after = Answered after
flow-linked = Answered both times, linked
flow-answered-wave = Answered: { $label }
flow-linked-twice = Answered at least twice, linked
flow-analysed = Included in the analysis
table-possible = possible: { $between }

## What the sources hold, where the plan has no goals

described-summary = The plan has no goals yet. What the sources hold is described here.
described-source = { $source }: { $rows }.
described-wave = { $rows ->
    [one] one row
   *[other] { $rows } rows
 } ({ $wave })
rows-of = { $rows ->
    [one] one row
   *[other] { $rows } rows
}
described-groups = { $source }: groups
described-questions = { $source }: { $scale }
described-numbers = { $source }: numbers
described-count = { $n } ({ $percent })
described-unknown = not known
described-hidden = Two dots (..) mean that fewer than { $means } people are in the group or gave the answer, that fewer than { $distributions } answered the question, or that the figure could have been worked out otherwise.
described-no-goals = The plan has no goals. The report then describes what the sources hold.
column-described-answers = Answers
column-described-number = Number
column-described-mean = Mean
column-described-deviation = Standard deviation
column-described-low = Lowest
column-described-high = Highest
