# Rapporten: rubriker, ledtexter och de få meningar som hör till rapporten själv.
# Meningar om mål och resultat står i goals.sv.ftl, verdicts.sv.ftl och notes.sv.ftl.

## Omslag och sidor

report-kind = Uppföljning av projektets mål
report-kind-described = Beskrivning av underlagen
report-made = Sammanställd { DATE($made) }
report-authors = Av { $authors }
report-contact = Kontakt: { $contact }
report-page = Sida { $page } av { $pages }
report-skip = Hoppa till innehållet
report-contents = Innehåll

## Sammanfattningen

report-summary = Sammanfattning
report-points = Följs upp utan målnivå
report-verdict-key = Vad bedömningarna betyder

## Avsnitt

report-project = Om projektet
report-how = Så gjordes uppföljningen
report-wave = { $label }: { $period }.
report-waves-undated = { $labels }, utan angivna dagar.
report-participants = Deltagarnas väg genom undersökningen
report-answer-rates = Hur många som svarade
report-goals = Målen ett för ett
report-goals-together = Målen mot sina målnivåer
report-goal = Mål { $number }. { $title }
report-goal-level = { $level }. { $title }
report-described = Vad som står i underlagen
report-limits = Vad uppföljningen inte kan säga
report-conclusions = Slutsatser
report-lessons = Lärdomar
report-goal-tree = Målträdet
report-appendix = Bilaga. Metod och data
report-tables = Tabellbilaga
report-tables-where = Diagrammens siffror, metoderna, frågorna och uppgifter om filerna står i tabellbilagan, { $file }.
report-tables-html = I html-rapporten står de under diagrammen och här nedanför.
report-methods = Metoder
report-data = Vad som hände med varje rad
report-sources = Så lästes filerna
report-scales = Frågorna
report-files = Filer och versioner
report-versions = Beräknat med { $versions }.

## I ett mål

report-quote = Målet i projektets ord
report-how-measured = Så mättes målet
report-comment = Utvärderarens kommentar

## Text som utvärderaren skrivit

report-own-summary = Utvärderarens sammanfattning
report-own-table = Tabell i utvärderarens text
report-own-quote = Citat

## Diagram och tabeller

report-figure = Figur
report-table = Tabell
report-chart-data = Visa diagrammets siffror som tabell
report-drag = Tabellen går att rulla i sidled →
