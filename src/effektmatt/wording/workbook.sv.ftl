# Arbetsboken: bladet som förklarar, och vad kolumner och blad heter. Rubriker i tabellerna själva står i tables.sv.ftl.

workbook-about = Om filen
workbook-what = Här är alla tabeller i rapporten och siffrorna bakom varje diagram. Varje blad har en tabell.
workbook-numbers = Talen är avrundade som i rapporten och går att räkna vidare med. Enheten står vid talet eller i kolumnens rubrik.
workbook-hidden = Två punkter (..) betyder att så få personer ligger bakom talet att det inte visas. Ett streck (–) betyder att det inte finns något värde.
workbook-source = Källa: projektets egna underlag, sammanställda med effektmatt. Hur varje mål mättes står i rapporten.
workbook-language = Språk: svenska
workbook-sheets = Innehåll
workbook-sheet = Blad
workbook-shows = Vad bladet visar
workbook-section = Avsnitt i rapporten
workbook-kind = Slag
workbook-chart = Diagram
workbook-table = Tabell
workbook-back = Till innehållet
workbook-from = { $name }, från
workbook-to = { $name }, till
workbook-of = { $name }, av
workbook-own = Utvärderarens text
workbook-text = Text
