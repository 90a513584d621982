# Rapporten: rubriker, ledtexter och de få meningar som hör till rapporten själv.
# Meningar om mål och resultat står i goals.sv.ftl, verdicts.sv.ftl och notes.sv.ftl.

## Omslag och sidor

report-kind = Uppföljning av projektets mål
report-made = Sammanställd { DATE($made) }
report-owner-and-made = { $owner } · Sammanställd { DATE($made) }
report-page = Sida { $page } av { $pages }
report-skip = Hoppa till innehållet
report-contents = Innehåll

## Sammanfattningen

report-summary = Sammanfattning
report-goals-in-brief = Målen i korthet
report-verdict-key = Vad bedömningarna betyder
report-meaning-met = Målet är uppnått, även när osäkerheten räknas in.
report-meaning-likely-met = Siffrorna talar tydligt för att målet är uppnått. Helt säkert är det inte, till exempel för att alla inte har svarat.
report-meaning-undetermined = Siffrorna räcker inte för att säga om målet är uppnått.
report-meaning-likely-not-met = Siffrorna talar tydligt för att målet inte är uppnått. Helt säkert är det inte, till exempel för att alla inte har svarat.
report-meaning-not-met = Målet är inte uppnått, även när osäkerheten räknas in.
report-meaning-not-assessable = Målet går inte att bedöma. Skälet står vid målet.
report-meaning-no-target = Projektet har inte satt någon nivå. Resultatet beskrivs men bedöms inte.

## Avsnitt

report-project = Om projektet
report-how = Så gjordes uppföljningen
report-design = Förändring eller effekt
report-waves = Mätningarna
report-wave = { $label }: { $period }.
report-participants = Deltagarnas väg genom undersökningen
report-answer-rates = Hur många som svarade
report-goals = Målen ett för ett
report-goal = Mål { $number }. { $title }
report-limits = Vad uppföljningen inte kan säga
report-appendix = Bilaga. Metod och data
report-methods = Metoder
report-data = Vad som hände med varje rad
report-scales = Frågorna
report-files = Filer och versioner

## I ett mål

report-quote = Målet i projektets ord
report-how-measured = Så mättes målet
report-parts = Målets delar
report-part = Del { $number }. { $title }
report-counts = Antal i varje grupp
report-readings = Olika sätt att läsa målet
report-groups = Resultat för grupper
report-beside = Andra sätt att mäta
report-assumptions = Vad bedömningen bygger på
report-comment = Utvärderarens kommentar
report-context = Bakgrund

## Text som utvärderaren skrivit

report-own-table = Tabell i utvärderarens text
report-own-quote = Citat

## Diagram och tabeller

report-chart-data = Visa diagrammets siffror som tabell
report-scroll-table = Tabell som går att rulla i sidled: { $caption }
report-scroll-chart = Diagram som går att rulla i sidled: { $title }
