## The command verify: does the finished report still say what it said when it was written?

command-help-verify = compares a finished report with its results, plan and data files: what has changed since it was written?
command-help-verify-json = print what was found as JSON, for other programs
verify-clean = The report holds: everything that was compared says what it said when it was written.
verify-differs = { $n ->
    [one] One thing does
   *[other] { $n } things do
} not agree with what was written:
verify-at = { $kind ->
    [pdf] page { $at }
    [docx] paragraph { $at }
   *[xlsx] cell { $at }
}
verify-about = “{ $what }”
verify-what-changed = here stands “{ $stands }”, but it should be “{ $expected }”.
verify-what-missing = here “{ $expected }” is missing.
verify-what-section-missing = the section “{ $expected }” is missing, or only its heading.
verify-what-moved = “{ $expected }” has been moved here from another place. Under the wrong heading it says something else.
verify-what-added-row = the row “{ $stands }” has been added to one of the report's tables.
verify-what-drawn = the chart is not the one that was written. Make the report again, or put the chart back.
verify-what-results-leaf = at { $at } stands another value than the report shows: “{ $stands }” in the report, “{ $expected }” by the result.
verify-what-results-sealed = the file has been changed since it was written. Make the report again.
verify-what-plan = the plan has been changed since the report was written. Make the report again, or bring back the plan as it was.
verify-what-data = the file has been changed since the report was written. Make the report again, or bring back the file as it was.
verify-what-data-gone = the file cannot be read, so nobody can see whether it has been changed since the report was written.
verify-no-project = Plan and data files were not compared, for the report does not lie in the project's folder. Name the folder with --project.
verify-no-key = Plan, data files and results.json were not compared: the project's key (the file .effektmatt-key) is not in the folder. Put it back from a backup.
verify-other-key = Plan, data files and results.json were not compared: the key in the folder (.effektmatt-key) is not the one that the report was written with. Put it back from a backup.
verify-no-seal = Whether results.json has been changed cannot be said: it was written without a key.
verify-file = { $file }: { $state ->
    [untouched] untouched since it was written
    [agrees] saved again, but says the same
    [differs] does not agree
    [absent] is not in the folder and was not compared
   *[other] is no version of the report and was not compared
}{ $added ->
    [0] .
    [one] . One part was added or rewritten by hand and was not compared.
   *[other] . { $added } parts were added or rewritten by hand and were not compared.
}
verify-drawings = { $n ->
    [one] One chart is untouched.
   *[other] { $n } charts are untouched.
}
fault-verify-no-results = The folder has no results to compare the report with.
    .mend = Name the folder that the report was written to, with results.json of this version. Otherwise make the report again.
fault-verify-no-project = The folder does not have the plan that the report was written by.
    .mend = Name the project's folder, the one with plan.toml.
fault-verify-unreadable = The file is damaged or protected with a password and cannot be compared.
    .mend = Open it in the program that it belongs to, save it without a password and run this again.
fault-verify-too-large = The file grows to more than { $most } MB when it is unpacked, and is not read.
    .mend = Take large pictures out of it, or write it again with effektmatt report.
fault-verify-untagged = The pdf has no structure that can be read: it was scanned as a picture or printed without tags.
    .mend = Export it again from Word with “Document structure tags for accessibility”, or from LibreOffice as a tagged PDF.
