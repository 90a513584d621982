# The workbook: the sheet that explains, and what columns and sheets are called. Names within the tables stand in tables.en.ftl.

workbook-about = About this file
workbook-what = Here are all tables of the report, and the figures behind every chart. Each sheet has one table.
workbook-numbers = The numbers are rounded as in the report and can be used in calculations. The unit stands beside the number or in the name of the column.
workbook-hidden = Two dots (..) mean that so few people are behind the number that it is not shown. A dash (–) means that there is no value.
workbook-source = Source: the project’s own data, compiled with effektmatt. The report says how each goal was measured.
workbook-language = Language: English
workbook-sheets = Contents
workbook-sheet = Sheet
workbook-shows = What the sheet shows
workbook-section = Section of the report
workbook-kind = Kind
workbook-chart = Chart
workbook-table = Table
workbook-back = To the contents
workbook-from = { $name }, from
workbook-to = { $name }, to
workbook-of = { $name }, of
workbook-own = The evaluator’s text
workbook-text = Text
