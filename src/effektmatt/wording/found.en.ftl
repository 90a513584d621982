## What lies in a folder: the columns of the files, and what a new plan guesses.

describe-title = { $name }: { $rows ->
    [one] one row
   *[other] { $rows } rows
}, { $columns ->
    [one] one column
   *[other] { $columns } columns
}
describe-frame = The table
describe-sheet = { $file }, sheet { $sheet }
describe-nothing = There are no data files here.
describe-column = Column
describe-holds = Holds
describe-filled = Filled in
describe-missing = Empty
describe-different = Different
describe-values = Values
describe-named = { $name } ({ $label })
describe-value = { $value }: { $n }
describe-from-to = { $low } to { $high }
describe-more = and { $n } more
describe-no-answers = no answer: { $values }
describe-not-shown = not shown
describe-kind-empty = empty
describe-kind-code = code or key
describe-kind-date = date
describe-kind-period = year or period
describe-kind-number = number
describe-kind-answers = answers on a scale
describe-kind-group = group
describe-kind-text = free text
describe-kind-personal-number = personal identity numbers
describe-kind-mail = e-mail addresses
describe-kind-telephone = telephone numbers
describe-kind-names = names of people
describe-personal = { $columns }: personal data. They are not shown here, and should not be in the files unless they are needed.
describe-personal-number = { $columns }: personal identity numbers. effektmatt reads no file with such numbers. Replace them with codes of your own.
describe-guessed-order = { $columns }: the order of the answers cannot be seen from the words.

## A new plan from the files in a folder

found-guess = guess: { $why }
found-target = change to the goal of the project
found-target-guessed = which way is a guess; change to the goal of the project
found-wave-before = Before
found-wave-after = After
found-wave-followup = Follow-up
found-wave-number = Wave { $number }
found-scale = { $n ->
    [2] Questions ‘{ $first }’ and ‘{ $last }’
   *[other] Questions ‘{ $first }’ to ‘{ $last }’
}
found-copy = { $file }: the same answers as in { $of }, which the plan reads instead.
found-unknown = { $file }: it cannot be seen what a row is. Add the file under [sources] if it should be read.
found-done = The plan in { $plan } is written from the files in the folder.
found-read = { $source }: { $what } ({ $files })
found-unused = { $n ->
    [one] One file is not read. The plan says why.
   *[other] { $n } files are not read. The plan says why.
}
found-wave-question = Does the column { $column } say which wave a row is of? Then take # away here and write the waves under [waves]. Now all rows count as one wave.
found-unsettled = { $source }: the column { $column } may be the wave. Now all rows count as one wave; answer the question in the plan.
found-unread = Columns that the plan does not name: { $columns }. Questions are written under [scales] with their answers in order, groups under groups, numbers under types. effektmatt describe shows what stands in them.
found-next = Read the lines that are marked “guess”. Then run: effektmatt check { $folder }

found-remark-repeat = A repeated group of a form: several rows may belong to the same answer. The rows are counted as things, not as people who answered.

guess-groups = results are split by these columns
guess-kind-register = a register, a row is a person or a thing
guess-kind-survey = a survey, a row is one answered questionnaire
guess-kind-measurements = measured numbers, a row is a person, a unit or an occasion
guess-kind-cases = cases, a row is one case
guess-kind-visits = visits or reviews, a row is what one person judged
guess-kind-log = a log, a row is one use
guess-kind-series = a series, a row is a number for a period
guess-kind-activities = activities, a row is one activity, or that somebody attended one
guess-kind-ledger = money, a row is one post
guess-kind-index = published values, a row is a value for a unit and a wave
guess-scale-label = better say what it is about
guess-order = the order cannot be seen from the words, write the answers from lowest to highest
guess-answers-unseen = nobody gave one of the answers, or there are more
guess-order-of-codes = in the order of the codes in the file; turn it round if 1 is the highest
guess-better-lower = low answers look good; take the line away if they are not
guess-multiple = several answers can be chosen; those who answered the question are counted
guess-day-for-none = the day says that nothing has happened yet; the cell counts as empty
guess-skip-rows = looks like a sum, a mean or a remark; write keep_rows instead if the row should count
guess-not-an-answer = is not counted as an answer
guess-reversed = the answers go against those to the other questions
guess-reversed-words = the words say that low answers are good here; take away the # if the answers should be turned round
guess-code = looks like a code for the person, but few codes come back
guess-number = the file has several numbers, choose the one to follow
guess-of = those who could have answered or taken part, take away the # if so
guess-unit = what is visited or judged
guess-measured = the last day in the file, what is not closed by then is open
guess-only = only these rows, of what the table is split by as well; change it to follow something else
guess-everybody = remove # if the file has a row for everybody there is, such as a list from the staff system; the result is then counted, not estimated
guess-possible = the lowest and the highest number that is possible; remove # if it is right, it helps most where there are few
guess-rows-of-no-wave = the rows do not say which wave they belong to; fill in the column in the file if they are to count
guess-halves = the time in the file divided in the middle
guess-signs = the signs “-”, “.” and “..” stand for missing values
guess-baseline = the first half of the periods, which the rest is compared with
guess-waves = the file names do not say which wave is which
guess-wave = the column that says which wave a row is of
guess-waves-again = the same people come again; check which wave is the first
guess-waves-gap = the same people have answered again, at a later time
guess-panel-numbers = the columns differ only by the number; check that it is the wave
guess-panel-unmarked = the columns without a word for the wave are taken for the first
guess-wave-order = the file names say another order than the dates
guess-wave-year = the year in a file name has become the wave of files dated in that year

example-register-share = Share where “{ $column }” is “{ $answer }” ({ $source })
example-register-count = Number by { $column } ({ $source })
example-survey-improved = Share who improved: { $scale }
example-survey-score = { $way ->
    [lower] Lower
   *[higher] Higher
} mean: { $scale }
example-survey-change = { $way ->
    [lower] Fewer
   *[higher] More
} who answer high: { $scale }
example-survey-share = Share who answer high: { $scale }
example-survey-chose = Share who chose “{ $column }”
example-measurements-change = { $way ->
    [lower] Lower
   *[higher] Higher
} mean: { $column }
example-cases-time = Shorter handling time ({ $source })
example-visits-score = Better results in { $source }
example-activities-held = Held: { $activity }
example-activities-dose = Share who got all hours ({ $source })
example-log-weekly = Users per week ({ $source })
example-ledger-used = Money used ({ $source })
example-index-change = { $way ->
    [lower] Lower values in { $source }{ $of }
   *[higher] Higher values in { $source }{ $of }
}
example-series-change = { $way ->
    [lower] Lower level in { $source }
   *[higher] Higher level in { $source }
}
