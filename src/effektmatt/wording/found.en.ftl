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
