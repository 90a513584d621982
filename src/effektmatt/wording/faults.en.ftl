## Faults in the plan and the files. The place (file, sheet, row, column, key) is written before them by itself.
## The attribute mend says what to do; it comes after the question "Did you mean …?".
## The attribute rows replaces the sentence about how many rows the fault is in.

fault-sheet = sheet { $sheet }
fault-row = row { $row }
fault-column = column { $column }
fault-goal = goal “{ $goal }”
fault-expected-more = { $first } and { $more ->
    [one] one more
   *[other] { $more } more
}
fault-nearest = Did you mean “{ $nearest }”?
fault-rows = The same fault is in { $rows } rows.
fault-rows-where = The same fault is in { $rows } rows: { $where }.
fault-further = There { $further_values ->
    [one] is one more wrong value
   *[other] are { $further_values } more wrong values
}, in { $further_rows ->
    [one] one row
   *[other] { $further_rows } rows
}.

## The folder and the command

fault-folder-missing = The folder { $got } does not exist.
    .mend = Check its name.
fault-folder-is-file = { $got } is a file, not a folder.
    .mend = Give a folder.
fault-file-exists = The file is already in { $got }, and nothing has been written over.
    .mend = Choose another folder, or move the file.
fault-sample-unknown = There is no sample project called “{ $got }”. There are { $names }.
fault-rows-file-exists = Another file stands here already, and has not been written over.
    .mend = Give the list another name.
fault-goal-unknown = There is no goal with the id “{ $got }”. There are { $names }.
fault-report-not-written = The file cannot be written in { $folder }: { $cannot }.
    .mend = { $instead } What was in the folder is untouched.
fault-report-edited = The file has been changed since it was written, and is not written over.
    .mend = Move it or give it another name, then run again. Or choose another folder for the report with -o.
fault-report-format = The report cannot be written in the format “{ $got }”.
    .mend = Write for example --formats html,docx.
fault-docx-template-missing = The Word template { $got } does not exist.
    .mend = Check the name and the folder.
fault-docx-template = { $got ->
    [protected] The template is protected by a password, or saved in Word’s older format (.doc).
    [macros] The template has macros.
   *[other] The template is not a Word file that can be read.
}
    .mend = Open it in Word, save it as a Word document (.docx) without password and macros, and name that file.
cannot-write = { $why ->
    [full] the disk is full
    [read-only] the disk is read-only
    [not-allowed] you may not write there
    [open] it is open in another program
    [long-name] the name is too long
    [bad-name] the name cannot be used
    [is-folder] there is a folder of the same name
    [is-file] there is a file of the same name
    [gone] the folder cannot be made
    [closed] nobody receives it
    [busy] another run is writing to the same folder just now
   *[other] { $reason }
}
cannot-write-mend = { $why ->
    [full] Make room, or choose another folder.
    [not-allowed] Choose another folder, or change the permissions. Is the file open in another program? Close it and run the command again.
    [open] Close it and run the command again.
    [long-name] Choose a shorter name.
    [is-folder] Move the folder, or choose another.
    [is-file] Move the file, or choose another folder.
    [busy] Wait until it is done and run the command again.
   *[other] Choose another folder.
}

## Files

fault-file-missing = The file is not in the folder.
    .mend = Check its name in the plan, or put the file there.
fault-file-outside = The file lies outside the project's folder.
    .mend = Put a copy in the folder, or write outside = true under the source in the plan.
fault-own-file-outside = The file lies outside the folder of the project.
    .mend = Put a copy in the folder, and write the name of the copy.
fault-picture-kind = The file is no picture in the format png or jpg.
    .mend = Save the picture as png (drawings and screenshots) or jpg (photographs).
fault-picture-too-large = The picture is too large ({ $got }): at most { $most } and 50 million dots can be read.
    .mend = Save it in a smaller size; 2,000 dots along the longer side are enough.
fault-picture-damaged = The picture is damaged and cannot be shown.
    .mend = Save it again from the program that it comes from.
fault-picture-address = The picture “{ $got }” does not lie in the folder of the project, and pictures are never fetched from the web.
    .mend = Put the file of the picture in the folder and write its name: ![What the picture shows](picture.png).
fault-picture-place = The picture “{ $got }” stands in a heading or a table.
    .mend = Move it to a paragraph of its own.
fault-picture-without-alt = The picture “{ $got }” has no alternative text, which is read out to those who do not see the picture.
    .mend = Write in the square brackets what the picture shows: ![The participants at a round table](picture.png).
fault-logo-without-alt = The logo “{ $got }” has no alternative text, which is read aloud to those who do not see the picture.
    .mend = Write under [project.logo] what it shows, for example alt = "The logo of the City of Malmö".
fault-file-no-file = This is no ordinary file.
    .mend = Save the data in a file and name that.
fault-file-too-large = The file is { $size } MB, and { $most } MB at most can be read.
    .mend = Take away columns that the plan does not use, or sum up the rows.
fault-file-is-folder = This is a folder, not a file.
    .mend = Give the name of the file.
fault-file-unreadable = The file cannot be opened ({ $got }).
    .mend = Is it open in another program? Close it and try again.
fault-file-empty = The file is empty.
    .mend = Save it again from where it came.
fault-file-header-only = The file has a header but no rows of data.
    .mend = Export it again, with its data.
fault-database-closed = The database cannot be opened. It answers “{ $got }”.
    .mend = { $kind ->
        [file] Close the file in other programs and try again. If it is damaged or protected by a password, a new copy from the system is needed.
       *[server] Check the address, that the database is running, and which user and password the environment variables give (PGUSER and PGPASSWORD).
    }
fault-database-refused = The database cannot answer the query. It says “{ $got }”.
    .mend = Mend the query in the plan, or try it in the database's own program first.
fault-driver-missing = The package { $got }, which reads this kind of database, is not installed.
    .mend = Run pip install "effektmatt[{ $extra }]".
fault-table-missing = The database has no table called “{ $got }”. It has { $names }.
    .mend = Mend the table's name in the plan.
fault-table-unclear = The database has several tables: { $names }.
    .mend = Say in the plan which should be read: database = "…" instead of file, and table = "…", or query with a query.
fault-px-damaged = The file is a PC-Axis file (px) whose headings and values do not fit together ({ $got }).
    .mend = Fetch it again.
fault-json-damaged = The file looks like JSON but cannot be read ({ $got }).
    .mend = Fetch it again.
fault-json-unknown = The file is JSON, but neither JSON-stat 2 (Statistics Sweden and others with PxWeb) nor an answer from Kolada.
    .mend = Fetch the table as JSON-stat 2, PC-Axis (px) or CSV.
fault-json-stat-damaged = The file is JSON-stat whose headings and values do not fit together ({ $got }).
    .mend = Fetch it again as JSON-stat 2.
fault-kolada-more-pages = The file is one page of several from Kolada: the next is at “{ $got }”.
    .mend = Fetch all pages (for example with a larger per_page) and put them in one list in the file.
fault-file-not-table = The file is { $got ->
    [pdf] a pdf
    [png] an image
    [jpeg] an image
    [gif] an image
    [bmp] an image
    [tiff] an image
    [docx] a text document
    [odt] a text document
    [rtf] a text document
    [pptx] a presentation
    [zip] an archive
    [gzip] an archive
    [rar] an archive
    [doc] a text document
    [ppt] a presentation
    [msg] an e-mail
    [html] a web page
    [xml] an xml file
    [binary] not a text file
   *[other] in another format
} and cannot be read as a table.
    .mend = Save it as an Excel workbook (.xlsx) or as CSV.
fault-file-protected = The workbook is protected by a password.
    .mend = Remove it (File, Info, Protect Workbook) and save.
fault-file-damaged = The file is damaged and cannot be read ({ $got }).
    .mend = Open it in the program that it was saved in, for example Excel, and save it again.
fault-encoding-unknown = The character with the code { $got } cannot be read.
    .mend = Save the file again as CSV UTF-8.
fault-encoding-garbled = This says “{ $got }”: å, ä and ö were destroyed when the file was saved.
    .mend = Export it again from its source as CSV UTF-8.
fault-quote-not-closed = A cell begins with a quotation mark (") that is never closed, so the rest of the file cannot be read.
    .mend = Remove it, or add the missing one.
fault-title-above-header = A title (“{ $got }”) seems to stand above the table, but which row has the names of the columns cannot be told.
    .mend = Write header_row = { $candidate } for the source in the plan, if the names stand in row { $candidate }.
fault-headings-in-two-rows = The headings seem to stand in two rows: column { $letter } is called “{ $got }” in row { $second }, but is empty in the row above.
    .mend = Write header_row = { $second } for the source in the plan. Names in the row above then hold where row { $second } is empty.
fault-header-row-empty = By the plan the names of the columns stand in this row, but it is empty or not there.
    .mend = Correct header_row in the plan.
fault-row-may-be-sum = The row seems to be a sum or a mean (“{ $got }”), but its numbers are neither the sum nor the mean of the other rows.
    .mend = If it should not count, write skip_rows = [{ $number }] for the source in the plan, else keep_rows = [{ $number }].
fault-row-may-be-footnote = Below the table, “{ $got }” stands alone in a row. Whether it is a remark or a row like others cannot be told.
    .mend = If it should not count, write skip_rows = [{ $number }] for the source in the plan, else keep_rows = [{ $number }].
fault-rows-not-there = The plan names row { $got } in { $named }, but the file ends with row { $last }.
    .mend = Correct the numbers of rows in the plan. If they hold for one of the files only, write them wave by wave, for example { $named }.after = [45].
fault-period-repeated = The columns { $names } are of the same period, “{ $got }”.
    .mend = Take away the one that should not count, or write the headings so that they differ.
fault-column-repeated = { $times } columns have the same name ({ $letters }).
    .mend = Give them different names.
fault-column-unnamed = Column { $letter } has content, for example “{ $got }”, but no name.
    .mend = Write a name at the top, or remove the column.
    .rows = There is content in { $rows ->
    [one] row
   *[other] rows
} { $where }.
fault-row-too-long = The row has more cells than the header, which has { $columns }. Outside it stands “{ $got }”.
    .mend = Often it is a text that holds the separator and has no quotation marks around it.
fault-library-missing = This kind of file is read with the package { $got }, which is not installed.
    .mend = Run pip install "effektmatt[{ $extra }]", or save the file as CSV.
fault-workbook-too-large = { $of ->
    [megabytes] The workbook is { $size } MB when it is unpacked, and more than { $most } MB are not read.
    [table] The table has { $size } cells, and more than { $most } are not read.
   *[cells] The workbook has a sheet that reaches over { $size } cells, and more than { $most } are not read. Often a lone cell far out is the reason.
}
    .mend = { $of ->
        [table] Save a file with only the columns that the plan reads.
       *[cells] Remove what is no part of the table (empty rows and columns outside it), or save the sheet as CSV.
    }
fault-sheet-missing = The workbook has no sheet called “{ $got }”. It has { $names }.
    .mend = Correct the name of the sheet in the plan.
fault-sheet-unclear = Several sheets hold something: { $names }.
    .mend = Say in the plan which one to read, with sheet.
fault-header-row-not-chosen = The plan names row { $got } as the headings, but the file itself says what its columns are called, and all its rows are data.
    .mend = Take header_row out of the source.
fault-sheet-in-text-file = The plan names the sheet “{ $got }”, but a text file has no sheets.
    .mend = Remove sheet from the plan.
fault-personal-number = The column holds personal identity numbers ({ $got }).
    .rows = They stand in { $rows ->
    [one] one row
   *[other] { $rows } rows
}.
    .mend = Remove them, or exchange them for codes that cannot be traced to a person. The file is not read until then.
fault-personal-number-split = The columns together hold personal identity numbers ({ $got }): the date of birth in the one and the four last digits in the other.
    .rows = They stand in { $rows ->
    [one] one row
   *[other] { $rows } rows
}.
    .mend = Remove the column of the four last digits, or exchange them for codes that lead to no person. The file is not read until that is done.
fault-personal-number-in-sheet = The name of the sheet holds a personal identity number ({ $got }), and the name stands in the report.
    .mend = Rename the sheet.
fault-column-missing = The column is not in the file. It has { $names }.
    .mend = Correct the name in the plan or in the file.

## Cells

fault-option-unknown = Nobody has answered “{ $got }” to the question.{ $listed ->
    [yes] { " " }The answers are { $names }.
   *[no] { "" }
}
    .mend = Correct the answer in the plan. If it is an option that nobody has chosen: list the options in the plan, with options.
fault-cell-empty = The cell is empty but must have a value.
    .mend = Fill it in.
fault-key-repeated = “{ $got }” may stand in one row only.
    .rows = It stands in { $rows } rows: { $where }.
    .mend = { $may_choose ->
        [yes] Correct the rows, or say in the plan which of them counts, for example repeated = "latest".
       *[no] Correct the rows.
    }
fault-repeated-undecided = “{ $got }” stands in several rows, and { $dated ->
    [no] no date tells
   *[yes] the dates do not tell
} in which order they came.
    .rows = It is { $rows } rows: { $where }.
    .mend = { $dated ->
        [no] Write in the plan which column says when a row came, { $order_key } = "…", or repeated = "leave-out", so that none of them counts.
       *[yes] Correct the dates, or write repeated = "leave-out" in the plan, so that none of them counts.
    }
fault-date-wrong = “{ $got }” is not a date that can be read.
    .mend = Write it like { $expected }.
fault-date-stands-for-none = “{ $got }” is no day on which anything happened. Case systems write it when nothing has happened yet.
    .mend = Write missing = ["{ $got }"] for the source in the plan, and the cell counts as empty. A case without a closing day counts as open.
fault-date-unclear = “{ $got }” may be { DATE($one) } or { DATE($other) }, and nothing else in the column tells which.
    .mend = Write in the plan in what order they stand: date_order = "dmy" where the day comes first, "mdy" where the month does and "ymd" where the year does. Or write the dates like { $expected }.
fault-date-clash = The column mixes day first and month first: it holds both “{ $got }” and “{ $other }”.
    .mend = Write all dates like { $expected }.
fault-number-wrong = “{ $got }” is not a number.
    .mend = Write digits only{ $decimal ->
    [comma] , with a decimal comma
    [point] , with a decimal point
   *[none] { "" }
}.
fault-number-unclear = “{ $got }” may be a whole number with a thousands separator or a number with three decimals, and nothing in the file tells which.
    .mend = Write thousands with no sign between them, or with a space.
fault-number-too-large = “{ $got }” is larger than anything that can have been counted or measured; digits have probably been mistyped or put into one cell.
    .mend = Correct the cell, or empty it if the number is not known.
fault-number-too-small = “{ $got }” is nearer zero than anything that can have been measured, without being zero.
    .mend = Correct the cell: write 0 if the number is zero, or change to a smaller unit.
fault-number-not-whole = “{ $got }” is not a whole number.
    .mend = A count without decimals is expected here.
fault-number-percent-mixed = Here stands “{ $got }”, but “{ $other } %” on another row of the column. It cannot be seen what is per cent.
    .mend = Write all numbers of the column in the same way: all with a per cent sign (or shown in per cent in Excel), or all without.
fault-value-not-allowed = “{ $got }” is none of the values that the plan declares: { $names }.
    .mend = Correct the value, or add it to the plan.
fault-answer-outside-scale = It says “{ $got }” here, but the answer should be { $expected }.
    .rows = { $rows ->
    [one] { "" }
   *[other] It stands in { $rows } cells: { $where }.
}
    .mend = { $near ->
    [yes] Correct the answer in the file, or write it beside the right answer in answers if both are to be read.
   *[no] If it is an answer that is missing: add it to answers in its place. If it is no answer: write it under not_an_answer. If it is wrong: correct it in the file.
}
fault-several-answers = Several answers stand in one cell, for example “{ $got }”, in { $where }, but a scale has one answer per question.
    .rows = { $rows ->
    [one] { "" }
   *[other] So it is in { $rows } cells.
}
    .mend = Make each answer ja or nej: write multiple."{ $column }" = "{ $separator ->
        [blank] { " " }
       *[other] { $separator }
    }" under the source, and a scale with answers = ["nej", "ja"] and items = ["{ $column }/{ $answer }"].
fault-answer-forgotten = The answer “{ $got }” is missing among the answers to “{ $scale }”, but stands in { $rows } of { $filled } cells: { $where }. The plan has { $names }.
    .rows = { "" }
    .mend = Add it to answers in its place, the lowest answer first (or beside an answer that it is another spelling of). If it is no answer, as “Don’t know”: write it under not_an_answer.
fault-column-outside-scale = { $columns ->
    [one] One column holds
   *[other] { $columns } columns hold
} mostly other things than the answers to “{ $scale }”, in { $n } of { $filled } cells: { $where }. There stands { $got }{ $further ->
    [0] { "" }
    [one] { " " }and one more value
   *[other] { " " }and { $further } more values
}. The plan has { $names }.
    .mend = Is it the right column? If not, correct items. Are they the right answers? If not, correct answers; if the question belongs to another scale, move it there.
fault-where-value-unknown = The plan asks for “{ $got }”, but that value is not in the column. It holds { $names }.
    .mend = Correct the value in the plan or in the file.
fault-group-is-code = The column says whom each row is about and cannot divide the results: the codes would stand in the report.
    .mend = Take the column out of groups (or in_every).
fault-group-tells-mail = The column holds e-mail addresses and cannot divide the results: they would stand in the report.
    .mend = Take the column out of groups (or in_every).
fault-group-tells-telephone = The column seems to hold telephone numbers and cannot divide the results: they would stand in the report.
    .mend = Take the column out of groups (or in_every). If units are called so, write the column under units_as_groups in [analysis].
fault-group-tells-names = The column seems to hold names of people and cannot divide the results: they would stand in the report.
    .mend = Take the column out of groups (or in_every). If units are called so, write the column under units_as_groups in [analysis].
fault-group-tells-codes = The column seems to hold codes of people and cannot divide the results: they would stand in the report.
    .mend = Take the column out of groups (or in_every). If units are called so, write the column under units_as_groups in [analysis].
fault-group-tells-texts = The column holds long texts and cannot divide the results: they would stand in the report.
    .mend = Take the column out of groups (or in_every). If units are called so, write the column under units_as_groups in [analysis].
fault-group-tells-nearly-unique = The column has { $different } different values in { $n } rows. Groups so small point out single people, and their names would stand in the report.
    .mend = Take the column out of groups (or in_every). If they are units, write the column under units_as_groups in [analysis].
fault-named-by-mail = The column holds e-mail addresses. They would stand in the report.
    .mend = Name a column of units' names instead, or remove the key.
fault-named-by-telephone = The column seems to hold telephone numbers. They would stand in the report.
    .mend = If each row is about a person, read the source as another kind, such as register or measurements, with the column as its key. If units are called so, write the column under units_as_groups in [analysis].
fault-named-by-names = The column seems to hold names of people. They would stand in the report.
    .mend = If each row is about a person, read the source as another kind, such as register or measurements, with the column as its key. If units are called so, write the column under units_as_groups in [analysis].
fault-named-by-codes = The column seems to hold codes of people. They would stand in the report.
    .mend = If each row is about a person, read the source as another kind, such as register or measurements, with the column as its key. If units are called so, write the column under units_as_groups in [analysis].
fault-audit-no-results = The folder has no results to try.
    .mend = Name the folder that the report was written to, with results.json from this version.
fault-released-unreadable = What the project has handed out before cannot be read, so new reports cannot be protected against it.
    .mend = Restore the file or folder from a backup, or give yourself the right to read it. If that report was never handed out, delete the file.
fault-released-other-key = The file was written with another key than the one in the project's folder, so nobody in the earlier report can be recognised.
    .mend = Put back the file “.effektmatt-key” that belongs to it, from a backup or from the folder that the project came from. If the report was never handed out, delete the file.
fault-audit-other-plan = The report was written from another plan. Goals that differ: { $got }.
    .mend = Write the report anew with the plan as it is, or name with --project the folder of the plan that the report was written from.
fault-personal-number-in-plan = The line holds a personal identity number ({ $got }), and what stands in the plan gets into the report.
    .mend = Take it out. If it is in the name of a data file, rename the file.
fault-group-in-no-file = No file has a column called “{ $got }”.
    .mend = Correct the name, or say in the source's groups what the column is called there.
fault-goal-for-nobody = The goal concerns those who have “{ $got }” in the register, but nobody has.
    .mend = Correct among in the plan, or the column in the file.
fault-visits-exchanged = Here stand the visitors that in another wave stand in the column “{ $visitor }”. The headings seem to have changed places in the file.
    .mend = Put the headings back, or give visitors and visits different names in the files.
fault-waves-same-file = The same rows stand here as in { $got }, although they belong to another wave.
    .mend = Give the wave's own file or sheet in the plan.
fault-waves-swapped = By the plan { $wave } is the earlier wave, but its first day is { $got } and the last day of { $other } is { $day }.
    .mend = Swap the rows of the waves (files, sheets or values) in the plan, or correct the dates.
fault-waves-same-column = { $n ->
    [one] { $got } is read from the same column in two waves, so there is nothing to compare.
   *[other] { $got } are each read from the same column in two waves, so there is nothing to compare.
}
    .mend = Write what the column is called in each wave, for example columns.v1.before = "v1_t1" and columns.v1.after = "v1_t2". A question that was asked only once belongs to a source of its own.
fault-wave-missing = The row does not say which wave it is of.
    .mend = Fill it in, or do not count the rows: skip_rows = [{ $skip }].
fault-wave-in-two = By the plan, “{ $got }” belongs to two waves: { $wave } and { $other }.
    .mend = Let each value and each day belong to one wave only: write in the source what stands in the column in each of them, for example waves.{ $other } = "Second time", or correct from and to of the waves where the column holds days.
fault-wave-without-rows = No row belongs to the wave { $wave } ({ $got }). { $count ->
    [0] Nothing but the other waves stands in the column.
    [one] { $names } also stands in the column.
   *[other] { $names } also stand in the column.
}
    .mend = Write in the source what stands in the column, for example waves.{ $wave } = "Second time". If the wave has not been made yet, take it away there until it has.

## The plan

fault-output-not-written = What the command was to print cannot be written: { $cannot }.
    .mend = Send the output somewhere else.
fault-working-folder-gone = The folder that you are in is no longer there.
    .mend = Go to another folder (cd) and run the command again.
fault-folder-not-written = The folder { $got } cannot be written to: { $cannot }.
    .mend = { $instead }
fault-plan-missing = There is no plan in the folder { $got }.
    .mend = Run effektmatt new to make one.
fault-plan-not-utf8 = The file holds characters that cannot be read.
    .mend = Save the plan as UTF-8.
fault-plan-not-toml = The line cannot be read: “{ $got }”.
    .mend = { $slip ->
    [quotes] Text stands within straight quotation marks ("like this"), not curly ones.
    [percent] Per cent is written as a decimal number with a point: 80% is 0.80.
    [date] A date is written with year, month and day: 2011-09-19.
    [thousands] A large number is written without spaces: 3250124.
    [decimal-comma] A decimal number is written with a point: 0.80.
    [backslash] A path is written with slashes: "folder/file.csv".
    [repeated] The same key or heading stands further up already. Keep one of them; several goals are written each under its own [[goals]].
    [name] A name with å, ä, ö, a blank or other signs stands within quotation marks.
    [unquoted] Text stands within quotation marks.
    [colon] A key is followed by an equals sign.
    [unclosed] A quotation mark or a bracket is never closed, on the line or just above. Add what is missing.
   *[other] Text must stand within quotation marks, and every key must be followed by an equals sign.
}{ $mended ->
    [none] { "" }
   *[other] { " " }Write it like this: { $line }
}
fault-plan-unknown-key = There is no key “{ $got }” here. It can be { $expected }.
fault-plan-missing-key = The key is missing from the plan.
    .mend = Add it.
fault-plan-format = { $what ->
    [newer] The plan is written in format { $got }, and this version of effektmatt reads format { $newest } at most.
   *[unknown] There is no format “{ $got }” of plans.
}
    .mend = { $what ->
    [newer] Update effektmatt, or use the version that the plan was written for.
   *[unknown] Write format = { $newest }, or take the line away.
}
fault-plan-empty = Something is missing here.
    .mend = Fill in at least one value.
fault-plan-wrong-type = { $given ->
    [no] This should hold
   *[yes] This says “{ $got }”, but should be
} { $expected ->
    [text] a text within quotation marks
    [whole-number] a whole number
    [number] a number
    [date] a date, for example 2013-06-30, without quotation marks
    [condition] a text within quotation marks, for example "yes", or a list of such
    [list] a list within square brackets
    [table] a table of keys
   *[true-false] true or false
}.
fault-plan-limit = This says “{ $got }”, but the value should be { $sign ->
    [above] more than
    [at-least] at least
    [below] less than
   *[at-most] at most
} { $limit }.
fault-plan-value = This says “{ $got }”, but should be { $expected }.
fault-plan-unknown-name = { $what ->
    [weigh] The answers are not weighted by “{ $got }”.
    [activity] The activity “{ $got }” does not stand under expected in the source.
    [post] There is no post “{ $got }” in the ledger.
    [unit] There is no unit “{ $got }” in the file.
    [source] There is no source called “{ $got }”.
    [scale] There is no scale called “{ $got }”.
    [checklist] There is no checklist called “{ $got }”.
    [area] The checklist has no area called “{ $got }”.
    [wave] There is no wave called “{ $got }”.
    [goal] There is no goal with the id “{ $got }”.
    [tree] No node in the goal tree is called “{ $got }”.
    [question] The template has no question called “{ $got }”.
    [template] There is no template called “{ $got }”, neither among the program’s own nor as a folder in the project.
    [item] The checklist has no item called “{ $got }”.
    [scale-item] The scale has no question called “{ $got }”.
   *[column] There is no column called “{ $got }”.
}
    .listed = It can be { $expected }.
fault-plan-item-repeated = “{ $got }” stands more than once in the list.
    .mend = Remove one of them, or write the name of the column that should stand there.
fault-plan-name-of-nothing = “{ $got }” does not stand anywhere in the column “{ $of }” of the data files.
    .listed = What stands there is { $names }.
    .mend = Write the name as it stands in the file, or remove the line.
fault-plan-beyond-horizon = The target of { $got } { $unit ->
    [working-days] working days
   *[other] days
} cannot be tried: of each case only { $unit ->
    [working-days] the first { $days } working days
   *[other] the first { $days } days
} are counted.
    .mend = Write a larger within_days, for example { $longer }.
fault-plan-one-limit = When a case is to be closed is said in one way: within_days, limit_column or limits_by.
    .mend = Keep one of them.
fault-plan-target = { $reason ->
    [none] The target does not say what is to be reached.
    [several] The target says several things at once.
    [about-within] The keys about and within belong together: about = 40 and within = 0.10 mean 36 to 44.
    [reading] The key reading belongs only to increase_by and decrease_by, for shares, means and published values.
    [in-every] The key in_every belongs only to measures of the kind count, together with at_least.
    [percent] This says “{ $got }”, but per cent is written as a decimal number: 80% is 0.80.
   *[not-positive] An increase, a decrease and a tolerance are written as numbers larger than nought.
}
    .mend = { $reason ->
    [none] Write one of at_least, at_most, increase_by, decrease_by, about and direction.
    [several] Keep one of at_least, at_most, increase_by, decrease_by, about and direction.
    [percent] Rewrite the number.
   *[other] Correct it in the plan.
}
fault-plan-measure-target = A measure of this kind cannot have the target “{ $got }”. It can have { $expected }.
    .mend = { $serving ->
    [none] Write such a target.
   *[other] Write such a target, or choose another measure of the same source that can have “{ $got }”: { $serving }.
}
fault-plan-measure-among = The measure “{ $got }” is always of the whole source, so that the goal cannot have among.
    .mend = Remove among, or put what the goal concerns in a file of its own.
fault-plan-reading-missing = “Increase by 70%” can mean three things, and the plan must say which.
    .mend = Write reading = "relative" (relative to the value before), "points" (percentage points) or "level" (up to that level).
fault-plan-relative-of-all = A relative change can only be computed for those who answered both times, but the plan says answers = "all".
    .mend = Remove answers, or write reading = "points" or "level".
fault-plan-cluster-of-everybody = The register's rows are all that there are, and then there is no uncertainty to compute over groups, but the source has cluster = "{ $got }".
    .mend = Remove cluster, or write sampling = "random" if the rows are a random sample.
fault-plan-empty-is-no-number = The goals put limits on the numbers in the column “{ $got }”, and then an empty cell cannot mean no.
    .mend = Take the column out of empty_is_no, and write the number in the cells, for example 0, where it is known.
fault-plan-sample-counts-nobody = The source { $got } is a random sample and does not say how many there are.
    .mend = Name a register of everybody, or ask for a share in the sample.
fault-plan-not-over-groups = The uncertainty of the median, or of the mean time at the same case mix, cannot be computed over groups, but the source has cluster = "{ $got }".
    .mend = Remove statistic or standardise, or read the same file as another source, without cluster, for this goal.
fault-plan-not-weighed = The measure { $got } cannot be weighted to known margins, but the source has weigh. The weights are those of everybody who answered, and the measure counts each role by itself.
    .mend = Remove weigh from the source, or read the same file as another source, without weigh, for this goal.
fault-plan-duplicate-id = Two goals have the same id, “{ $got }”.
    .mend = Give them different ones.
fault-plan-tree-circle = The node stands under itself: the way up from “{ $got }” comes back here.
    .mend = Let under name a node further up in the goal tree.
fault-plan-multiple = Either separator (what stands between the answers in the cell) or columns (the columns, where each answer has one) is needed here.
fault-plan-time-zone = There is no time zone called “{ $got }”.
    .mend = Write it like "Europe/Stockholm", or leave the key out for Swedish time.
fault-plan-dates = The end, { DATE($got) }, comes before the beginning, { DATE($first) }.
    .mend = Correct the dates.
fault-plan-organisation-number = “{ $got }” is not a valid organisation number: { $reason ->
    [check-digit] the last digit does not agree with the other nine.
    [person] the number looks like a personal identity number, which does not belong in a plan.
   *[form] it has ten digits and is written 212000-0142.
  }
    .mend = Compare with the decision on funding or with the register.
fault-plan-nuts = “{ $got }” is not a valid NUTS code: { $reason ->
    [unknown] it is not among the Swedish codes.
   *[form] it has two letters for the country and one to three characters for the region.
  }
    .mend = The county of Stockholm, for example, is SE11 (NUTS 2) or SE110 (NUTS 3).
fault-plan-preset-items = The questionnaire “{ $preset }” has { $questions } questions, but { $got } columns stand here.
    .mend = Give the columns in the order of the questionnaire, one for each question.
fault-plan-cci = “{ $got }” is not a valid CCI number.
    .mend = Write the number as in the decision on funding, for example 2021SE05SFPR001.
fault-plan-money = “{ $got }” is not an amount.
    .mend = Write kronor with a point before the öre, within quotation marks: "3250124.00".
fault-plan-row-range = The rows are no range.
    .mend = Write the first row first, for example "45-47".
fault-index-parts = The same thing has several values, told apart by the column: { $names }. { $total ->
    [yes] “{ $got }” is the others together and must not be counted with them.
   *[no] The plan does not say which of them is meant.
}
    .mend = Choose in the source of the plan which rows to count, for example only."{ $column }" = "{ $got }".
fault-index-total-among = The goal is about all units, but “{ $got }” in the column { $column } is the others together and must not be counted with them.
    .mend = Say in the goal which unit it is about (unit), or leave the sum out of the source: without."{ $column }" = "{ $got }".
fault-plan-file-or-files = The source should have either file (a single file), files (one file for each wave) or database (a database).
fault-plan-one-file = A source of this kind is read from a single file.
    .mend = Write file instead of files (or, for a database, a single table or query).
fault-plan-wave-value-twice = “{ $got }” stands for the wave { $other } as well.
    .mend = Take it away from one of the waves.
fault-plan-waves-twice = The column { $got } in wave is not needed: the source already says which wave the rows are of, with a file, a sheet or columns for each wave.
    .mend = Take wave away, or write file with a single file.
fault-plan-no-database = A table or a query belongs to a database, and the source has none.
    .mend = Write the database with database, for example database = "cases.sqlite".
fault-plan-table-or-query = The source has both table and query.
    .mend = Take one of them away: table reads a whole table, query what the query returns.
fault-plan-password = The database's address holds a password. The plan is there to be read and shared, so it must not stand there.
    .mend = Take it away and give it in the environment variable PGPASSWORD. Change the password if others have seen the plan.
fault-database-unknown = { $given ->
    [yes] Databases of the kind { $got } cannot be read.
   *[no] The database's address cannot be understood.
}
    .mend = Give an SQLite or DuckDB file in the project's folder, or an address like "postgresql://server/database".
fault-query-not-select = The query should be a single SELECT statement. effektmatt reads databases and never changes them.
    .mend = Write the query so that it begins with SELECT or WITH, with no further statements after a semicolon.
fault-plan-measure-two-waves = The measure compares two waves, but the source “{ $got }” has only one.
    .mend = Write a file for each wave in sources.{ $got }, for example files.before = "before.csv" and files.after = "after.csv". If there is only one wave: measure the level instead, for example with kind = "share".
fault-plan-two-waves = A measure of cases needs two waves, before and after.
    .mend = Write them under waves. Where the plan has more than two, name the two in measured of the source.
fault-plan-measure-or-all-of = The goal should have either measure or all_of, not both.
fault-plan-scale-or-scales = The measure should have either scale (one scale) or scales (several).
fault-plan-scale-mismatch = The scales come from different sources: { $names }.
    .mend = Scales that are counted together must come from the same survey.
fault-plan-no-code = The survey “{ $source }” has no code that links the answers before and after, so it is not possible to count who improved.
    .mend = Give code for the survey, or choose the measure share-change or score-change.
fault-plan-scale-wanted = The source “{ $got }” is a survey. There a share is counted on a scale, not with source and where.
    .mend = Write scale and top instead. A question with several answers is written under multiple in the source, and each option that should be counted gets a scale.
fault-plan-source-or-scale = The share should be counted either in a register (source and where) or in a survey (scale and top).

## The plan's scales

fault-scale-without-items = The scale has no questions.
    .mend = Add them under items.
fault-scale-too-few-answers = The number of answers in the scale is { $got }, and at least two are needed.
    .mend = Write all answers under answers, the lowest first.
fault-scale-answer-empty = One of the answers is empty.
    .mend = Remove it, or write what it is called.
fault-scale-item-repeated = The question “{ $got }” stands more than once.
    .mend = Remove one of them.
fault-scale-answer-repeated = The answer “{ $got }” stands more than once.
    .mend = Remove one of them. The same text cannot be two different answers.
fault-scale-item-unknown = The question “{ $got }” is not in the scale. It has { $names }.
fault-scale-score-unknown = There is no way to score answers called “{ $got }”. It can be { $expected }.
fault-skr-index-needs-five-answers = SKR’s index (skr-index) is calculated on five answers, but the scale has { $got }.
    .mend = Choose score = "mean" instead.
fault-minimum-answered-not-a-share = This says “{ $got }”, but the smallest share of questions answered should lie between 0 and 1.
fault-top-outside-scale = This says “{ $got }”, but the number of answers that count as high should be { $expected }.
fault-index-of-unlike-scales = Scales with different numbers of answers cannot be made into one index ({ $got }).
    .mend = Choose combine = "every" or "each", or write score = "skr-index" for the scales.
fault-scales-better-both-ways = High answers are better on some of the scales, and low ones on others ({ $got }).
    .mend = Judge each by itself with combine = "each".
fault-colour-unknown = “{ $got }” is no colour.
    .mend = Write the colour as six digits and letters after #, for example "#005a8c".
fault-colour-contrast = The colour { $got } cannot be seen well enough on the light ground: the contrast is { NUMBER($has) }:1, and { $what ->
    [accent] text needs
   *[line] lines need
} at least { NUMBER($least) }:1.
    .mend = The nearest colour that does is { $near }.
fault-template-folder = The folder “{ $got }” should hold one template, a TOML file, and holds { $n ->
    [0] none
   *[other] { $n }
}.
    .mend = Let the template lie alone in a folder in the project’s folder.
fault-template-twice = “{ $got }” stands in two of the template’s sections.
    .mend = Remove one of them, or give the text another name.
fault-template-text-of-goals = The texts about the goals stand with the goals and cannot have a section of their own.
    .mend = Write block = "goals" instead of text = "goals", or give the text another name.
fault-plan-version-name = The name of the version of the report becomes the name of a file, and “{ $got }” cannot be that.
    .mend = Use letters, digits and hyphens.
fault-plan-comparison = The design “{ $got }” and the comparison group do not agree.
    .mend = Give analysis.comparison when the design is “comparison-group” or “randomised”, and only then.
fault-comparison-project-unclear = The column holds several values besides “{ $got }” of the comparison group, and it cannot be told which of them are the project: { $names }.
    .mend = Write project = ["…"] under analysis.comparison, with the values that are the project’s.

## Weights and groups

fault-weight-not-above-nought = A weight must be above nought, but here stands { $got }.
    .mend = Correct the weight, or take the row out of the file.
fault-weigh-empty-cell = { $wave ->
    [linked] Nobody of those who answered both times belongs to
   *[other] Nobody who answered belongs to
} “{ $got }”, but in the population there are { $n }. Then the answers cannot be weighted.
    .mend = Join “{ $got }” with another group of the column, or take the column out of weigh.
fault-weigh-value-unknown = “{ $got }” stands among the answers but not in the population that they should be weighted to.
    .mend = Correct the value in the file, or add it to the register or under population in the plan.
fault-weigh-impossible = No weights give the population's distribution in all these columns at once.
    .mend = Weight by fewer columns, or join groups that few answered from.
fault-plan-margins-differ = The columns under population count different numbers of people: { $got }.
    .mend = Give the same population in every column.
fault-plan-groups-alike = The same group, “{ $got }”, stands twice.
    .mend = Name two different groups to compare.
