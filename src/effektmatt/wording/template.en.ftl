# The template for reporting back granted money.

template-redovisning-av-medel = Report on granted money
template-redovisning-av-medel-board = At which committee was the development work carried out?
template-redovisning-av-medel-name = Name of the development work
template-redovisning-av-medel-fulfilment = Goal fulfilment of the development work
template-redovisning-av-medel-anchoring = How was the development work anchored in the committee, company or association?
template-redovisning-av-medel-earlier-experience = In what way was earlier experience […] used in the development work?
template-redovisning-av-medel-future-use = How will the committee make use of the experience gained?
template-redovisning-av-medel-budget = What is the result compared with the budget of the development work?
template-redovisning-av-medel-signature = Signature of the manager responsible

template-missing = Answer missing
template-missing-answer = Write the answer in the plan under [{ $table }], key { $key }.
    .gap = The project’s answer is missing here.
template-missing-reason = The reason why outcome and budget differ is missing: write it in the plan under [{ $table }], key { $key }.
    .gap = The reason why outcome and budget differ is missing.
template-missing-ledger = No goal of the plan reads a ledger (kind ledger, under [{ $table }]).
    .gap = There are no accounts to report.
template-signed = Signature
template-printed = Name in print
template-place-date = Place and date
