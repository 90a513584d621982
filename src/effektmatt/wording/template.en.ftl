# What templates demand; their headings stand in the templates.

template-missing = Answer missing
template-missing-answer = Write the answer in the plan under [{ $table }], key { $key }.
    .gap = The project’s answer is missing here.
template-missing-text = The template demands a text here: write it in the plan under [{ $table }], key { $key }.
    .gap = The evaluator’s text is missing here.
template-missing-reason = The reason why outcome and budget differ is missing: write it in the plan under [{ $table }], key { $key }.
    .gap = The reason why outcome and budget differ is missing.
template-missing-ledger = No goal of the plan reads a ledger (kind ledger, under [{ $table }]).
    .gap = There are no accounts to report.
template-text-unshown = The text { $key } under [text] is not shown: none of the reports has a section for it. Add the section to the template, or remove the text.
template-signed = Signature
template-printed = Name in print
template-place-date = Place and date

template-terms = confidence interval, significan, statistic, Krippendorff, Cronbach, standardis, standard deviation, Jeffreys, bootstrap, regression, p-value, correlat, variance, hypothes
template-too-many-terms = The version “{ $title }” should be read without statistics, and its texts have { $n } { $n ->
    [one] term
   *[other] terms
} of it: { $terms }. The template bears at most { $most }. Say it in plain words.
