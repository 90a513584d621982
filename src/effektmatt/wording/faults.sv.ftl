## Fel i planen och i filerna. Stället (fil, blad, rad, kolumn, nyckel) skrivs framför av sig självt.
## Attributet mend säger vad man ska göra; det kommer efter frågan "Menade du …?".
## Attributet rows ersätter meningen om hur många rader felet finns på.

fault-sheet = bladet { $sheet }
fault-row = rad { $row }
fault-column = kolumn { $column }
fault-goal = mål ”{ $goal }”
fault-expected-more = { $first } och { $more ->
    [one] ett till
   *[other] { $more } till
}
fault-nearest = Menade du ”{ $nearest }”?
fault-rows = Samma fel finns på { $rows } rader.
fault-rows-where = Samma fel finns på { $rows } rader: { $where }.
fault-further = Ytterligare { $further_values ->
    [one] ett felaktigt värde finns
   *[other] { $further_values } felaktiga värden finns
}, på { $further_rows ->
    [one] en rad
   *[other] { $further_rows } rader
}.

## Mappen och kommandot

fault-folder-missing = Mappen { $got } finns inte.
    .mend = Kontrollera namnet.
fault-folder-is-file = { $got } är en fil, inte en mapp.
    .mend = Ange en mapp.
fault-file-exists = Filen finns redan i { $got }, och ingenting har skrivits över.
    .mend = Välj en annan mapp, eller flytta filen.
fault-sample-unknown = Det finns inget exempelprojekt som heter ”{ $got }”. Det som finns är { $names }.
fault-rows-file-exists = Här finns redan en annan fil, och den har inte skrivits över.
    .mend = Ge listan ett annat namn.
fault-goal-unknown = Det finns inget mål med id ”{ $got }”. Det som finns är { $names }.
fault-report-not-written = Filen kan inte skrivas i { $folder }: { $cannot }.
    .mend = { $instead } Det som fanns i mappen är orört.
fault-report-edited = Filen har ändrats sedan den skrevs, och den skrivs inte över.
    .mend = Flytta den eller ge den ett annat namn, och kör sedan igen. Eller välj en annan mapp för rapporten med -o.
fault-report-format = Rapporten kan inte skrivas i formatet ”{ $got }”.
    .mend = Skriv till exempel --formats html,docx.
fault-docx-template-missing = Word-mallen { $got } finns inte.
    .mend = Kontrollera namnet och mappen.
fault-docx-template = { $got ->
    [protected] Mallen är skyddad med lösenord eller sparad i Words äldre format (.doc).
    [macros] Mallen innehåller makron.
   *[other] Mallen är inte en Word-fil som går att läsa.
}
    .mend = Öppna mallen i Word, spara den som Word-dokument (.docx) utan lösenord och makron, och ange den filen.
cannot-write = { $why ->
    [full] disken är full
    [read-only] disken är skrivskyddad
    [not-allowed] du saknar rätt att skriva där
    [open] den är öppen i ett annat program
    [long-name] namnet är för långt
    [bad-name] namnet går inte att använda
    [is-folder] det finns en mapp med samma namn
    [is-file] det finns en fil med samma namn
    [gone] mappen går inte att skapa
    [closed] det finns ingen som tar emot den
    [busy] en annan körning skriver just nu i samma mapp
   *[other] { $reason }
}
cannot-write-mend = { $why ->
    [full] Gör plats, eller välj en annan mapp.
    [not-allowed] Välj en annan mapp, eller ändra rättigheterna. Är filen öppen i ett annat program? Stäng den och kör kommandot igen.
    [open] Stäng den och kör kommandot igen.
    [long-name] Välj ett kortare namn.
    [is-folder] Flytta mappen, eller välj en annan.
    [is-file] Flytta filen, eller välj en annan mapp.
    [busy] Vänta tills den är klar och kör kommandot igen.
   *[other] Välj en annan mapp.
}

## Filer

fault-file-missing = Filen finns inte i mappen.
    .mend = Kontrollera namnet i planen, eller lägg filen där.
fault-file-outside = Filen ligger utanför projektets mapp.
    .mend = Lägg en kopia i mappen, eller skriv outside = true under källan i planen.
fault-own-file-outside = Filen ligger utanför projektets mapp.
    .mend = Lägg en kopia i mappen, och skriv den kopians namn.
fault-picture-kind = Filen är ingen bild i formatet png eller jpg.
    .mend = Spara bilden som png (ritningar och skärmbilder) eller jpg (foton).
fault-picture-too-large = Bilden är för stor ({ $got }): högst { $most } och 50 miljoner bildpunkter kan läsas.
    .mend = Spara den i mindre format; 2 000 bildpunkter på längden räcker.
fault-picture-damaged = Bilden är skadad och kan inte visas.
    .mend = Spara den på nytt från det program som den kommer från.
fault-picture-address = Bilden ”{ $got }” ligger inte i projektets mapp, och bilder hämtas aldrig från nätet.
    .mend = Lägg bildens fil i mappen och skriv dess namn: ![Vad bilden visar](bild.png).
fault-picture-place = Bilden ”{ $got }” står i en rubrik eller en tabell.
    .mend = Flytta den till ett eget stycke.
fault-picture-without-alt = Bilden ”{ $got }” saknar alternativ text, som läses upp för den som inte ser bilden.
    .mend = Skriv inom hakparenteserna vad bilden visar: ![Deltagarna vid ett runt bord](bild.png).
fault-logo-without-alt = Logotypen ”{ $got }” saknar alternativ text, som läses upp för den som inte ser bilden.
    .mend = Skriv under [project.logo] vad den visar, till exempel alt = "Malmö stads logotyp".
fault-file-no-file = Det här är ingen vanlig fil.
    .mend = Spara data i en fil och ange den.
fault-file-too-large = Filen är på { $size } MB, och högst { $most } MB kan läsas.
    .mend = Ta bort kolumner som planen inte använder, eller räkna ihop raderna.
fault-file-is-folder = Det här är en mapp, inte en fil.
    .mend = Ange filens namn.
fault-file-unreadable = Filen kan inte öppnas ({ $got }).
    .mend = Är den öppen i ett annat program? Stäng den och försök igen.
fault-file-empty = Filen är tom.
    .mend = Spara den på nytt från källan.
fault-file-header-only = Filen har en rubrikrad men inga rader med data.
    .mend = Exportera den på nytt, med data.
fault-database-closed = Databasen kan inte öppnas. Den svarar ”{ $got }”.
    .mend = { $kind ->
        [file] Stäng filen i andra program och försök igen. Är den skadad eller skyddad med lösenord behövs en ny kopia ur systemet.
       *[server] Kontrollera adressen, att databasen är igång, och vilken användare och vilket lösenord som står i miljövariablerna (PGUSER och PGPASSWORD).
    }
fault-database-refused = Databasen kan inte svara på frågan. Den säger ”{ $got }”.
    .mend = Rätta frågan i planen (query), eller prova den i databasens eget program först.
fault-driver-missing = Paketet { $got }, som läser den här sortens databas, är inte installerat.
    .mend = Kör pip install "effektmatt[{ $extra }]".
fault-table-missing = Databasen har ingen tabell som heter ”{ $got }”. Där finns { $names }.
    .mend = Rätta tabellens namn i planen.
fault-table-unclear = Databasen har flera tabeller: { $names }.
    .mend = Skriv i planen vilken som ska läsas: database = "…" i stället för file, och table = "…", eller query med en fråga.
fault-px-damaged = Filen är en PC-Axis-fil (px) vars rubriker och värden inte går ihop ({ $got }).
    .mend = Hämta den på nytt.
fault-json-damaged = Filen ser ut som JSON men kan inte läsas ({ $got }).
    .mend = Hämta den på nytt.
fault-json-unknown = Filen är JSON, men varken JSON-stat 2 (SCB och andra med PxWeb) eller ett svar från Kolada.
    .mend = Hämta tabellen som JSON-stat 2, PC-Axis (px) eller CSV.
fault-json-stat-damaged = Filen är JSON-stat vars rubriker och värden inte går ihop ({ $got }).
    .mend = Hämta den på nytt som JSON-stat 2.
fault-kolada-more-pages = Filen är en sida av flera ur Kolada: fortsättningen finns på ”{ $got }”.
    .mend = Hämta alla sidor (till exempel med ett större per_page) och lägg dem i en och samma lista i filen.
fault-file-not-table = Filen är { $got ->
    [pdf] en pdf
    [png] en bild
    [jpeg] en bild
    [gif] en bild
    [bmp] en bild
    [tiff] en bild
    [docx] ett textdokument
    [odt] ett textdokument
    [rtf] ett textdokument
    [pptx] en presentation
    [zip] en packad fil
    [gzip] en packad fil
    [rar] en packad fil
    [doc] ett textdokument
    [ppt] en presentation
    [msg] ett mejl
    [html] en webbsida
    [xml] en xml-fil
    [binary] ingen textfil
   *[other] i ett annat format
} och kan inte läsas som en tabell.
    .mend = Spara den som Excel-arbetsbok (.xlsx) eller CSV.
fault-file-protected = Arbetsboken är skyddad med lösenord.
    .mend = Ta bort lösenordet (Arkiv, Info, Skydda arbetsbok) och spara.
fault-file-damaged = Filen är skadad och kan inte läsas ({ $got }).
    .mend = Öppna den i programmet som den är sparad i, till exempel Excel, och spara den på nytt.
fault-encoding-unknown = Tecknet med koden { $got } kan inte läsas.
    .mend = Spara filen på nytt som CSV UTF-8.
fault-encoding-garbled = Här står ”{ $got }”: å, ä och ö har förstörts när filen sparades.
    .mend = Exportera den på nytt från källan som CSV UTF-8.
fault-quote-not-closed = En cell börjar med ett citattecken (") som aldrig avslutas, så resten av filen går inte att läsa.
    .mend = Ta bort citattecknet, eller lägg till det som fattas.
fault-title-above-header = Det ser ut att stå en rubrik (”{ $got }”) ovanför tabellen, men det går inte att avgöra vilken rad som har kolumnernas namn.
    .mend = Skriv header_row = { $candidate } för källan i planen, om namnen står på rad { $candidate }.
fault-headings-in-two-rows = Rubrikerna ser ut att stå på två rader: kolumn { $letter } heter ”{ $got }” på rad { $second }, men är tom på raden ovanför.
    .mend = Skriv header_row = { $second } för källan i planen. Namn på raden ovanför gäller då där rad { $second } är tom.
fault-header-row-empty = Enligt planen står kolumnernas namn på den här raden, men den är tom eller finns inte.
    .mend = Rätta header_row i planen.
fault-row-may-be-sum = Raden ser ut att vara en summa eller ett medelvärde (”{ $got }”), men talen är varken summan eller medelvärdet av de andra raderna.
    .mend = Ska den inte räknas skriver ni skip_rows = [{ $number }] för källan i planen, annars keep_rows = [{ $number }].
fault-row-may-be-footnote = Under tabellen står ”{ $got }” ensamt på en rad. Det går inte att avgöra om det är en anmärkning eller en rad som andra.
    .mend = Ska den inte räknas skriver ni skip_rows = [{ $number }] för källan i planen, annars keep_rows = [{ $number }].
fault-rows-not-there = Planen nämner rad { $got } i { $named }, men filen slutar på rad { $last }.
    .mend = Rätta radnumren i planen. Gäller de bara en av filerna skriver ni dem mätning för mätning, till exempel { $named }.after = [45].
fault-period-repeated = Kolumnerna { $names } gäller samma period, ”{ $got }”.
    .mend = Ta bort den som inte ska räknas, eller skriv rubrikerna så att de skiljer sig åt.
fault-column-repeated = { $times } kolumner heter likadant ({ $letters }).
    .mend = Ge dem olika namn.
fault-column-unnamed = Kolumn { $letter } har innehåll, till exempel ”{ $got }”, men inget namn.
    .mend = Skriv ett namn överst, eller ta bort kolumnen.
    .rows = Innehåll finns på { $rows ->
    [one] raden
   *[other] raderna
} { $where }.
fault-row-too-long = Raden har fler celler än rubrikraden, som har { $columns }. Utanför står ”{ $got }”.
    .mend = Ofta är det en text med skiljetecken som saknar citattecken omkring sig.
fault-library-missing = Den här sortens fil läses med paketet { $got }, som inte är installerat.
    .mend = Kör pip install "effektmatt[{ $extra }]", eller spara filen som CSV.
fault-workbook-too-large = { $of ->
    [megabytes] Arbetsboken är { $size } MB när den packas upp, och mer än { $most } MB läses inte.
    [table] Tabellen har { $size } celler, och fler än { $most } läses inte.
   *[cells] Arbetsboken har ett blad som sträcker sig över { $size } celler, och fler än { $most } läses inte. Ofta är det en ensam cell långt ut som gör det.
}
    .mend = { $of ->
        [table] Spara en fil med bara de kolumner som planen läser.
       *[cells] Ta bort det som inte hör till tabellen (tomma rader och kolumner utanför den), eller spara bladet som CSV.
    }
fault-sheet-missing = Arbetsboken har inget blad som heter ”{ $got }”. Där finns { $names }.
    .mend = Rätta bladets namn i planen.
fault-sheet-unclear = Flera blad har innehåll: { $names }.
    .mend = Skriv i planen vilket som ska läsas, med sheet.
fault-header-row-not-chosen = Planen anger rad { $got } som rubrikrad, men filen säger själv vad kolumnerna heter, och alla dess rader är data.
    .mend = Ta bort header_row för källan.
fault-sheet-in-text-file = Planen anger bladet ”{ $got }”, men en textfil har inga blad.
    .mend = Ta bort sheet ur planen.
fault-personal-number = Kolumnen innehåller personnummer ({ $got }).
    .rows = De finns på { $rows ->
    [one] en rad
   *[other] { $rows } rader
}.
    .mend = Ta bort dem, eller byt dem mot koder som inte kan härledas till en person. Filen läses inte förrän det är gjort.
fault-personal-number-split = Kolumnerna har tillsammans personnummer ({ $got }): födelsedatum i den ena och de fyra sista siffrorna i den andra.
    .rows = De finns på { $rows ->
    [one] en rad
   *[other] { $rows } rader
}.
    .mend = Ta bort kolumnen med de fyra sista siffrorna, eller byt dem mot koder som inte kan härledas till en person. Filen läses inte förrän det är gjort.
fault-personal-number-in-sheet = Bladets namn innehåller ett personnummer ({ $got }), och namnet står i rapporten.
    .mend = Byt namn på bladet.
fault-column-missing = Kolumnen finns inte i filen. Där finns { $names }.
    .mend = Rätta namnet i planen eller i filen.

## Celler

fault-option-unknown = Ingen har svarat ”{ $got }” på frågan.{ $listed ->
    [yes] { " " }Svaren är { $names }.
   *[no] { "" }
}
    .mend = Rätta svaret i planen. Är det ett alternativ som ingen har valt: räkna upp alternativen i planen, med options.
fault-cell-empty = Cellen är tom men måste ha ett värde.
    .mend = Fyll i det.
fault-key-repeated = ”{ $got }” får bara stå på en rad.
    .rows = Det står på { $rows } rader: { $where }.
    .mend = { $may_choose ->
        [yes] Rätta raderna, eller skriv i planen vilken av dem som gäller, till exempel repeated = "latest".
       *[no] Rätta raderna.
    }
fault-repeated-undecided = ”{ $got }” står på flera rader, och { $dated ->
    [no] inget datum säger
   *[yes] datumen säger inte
} i vilken ordning de kom till.
    .rows = Det är { $rows } rader: { $where }.
    .mend = { $dated ->
        [no] Skriv i planen vilken kolumn som säger när raden kom till, { $order_key } = "…", eller repeated = "leave-out", så att ingen av dem räknas.
       *[yes] Rätta datumen, eller skriv i planen repeated = "leave-out", så att ingen av dem räknas.
    }
fault-date-wrong = ”{ $got }” är inte ett datum som kan läsas.
    .mend = Skriv det som { $expected }.
fault-date-stands-for-none = ”{ $got }” är ingen dag när något hände. Så skriver ärendesystem när inget har hänt ännu.
    .mend = Skriv missing = ["{ $got }"] för källan i planen, så räknas cellen som tom. Ett ärende utan avslutsdag räknas som öppet.
fault-date-unclear = ”{ $got }” kan vara { DATE($one) } eller { DATE($other) }, och inget annat i kolumnen avgör det.
    .mend = Skriv i planen i vilken ordning de står: date_order = "dmy" om dagen står först, "mdy" om månaden står först och "ymd" om året står först. Eller skriv datumen som { $expected }.
fault-date-clash = Kolumnen blandar dag först och månad först: både ”{ $got }” och ”{ $other }” finns.
    .mend = Skriv alla datum som { $expected }.
fault-number-wrong = ”{ $got }” är inte ett tal.
    .mend = Skriv bara siffror{ $decimal ->
    [comma] , med decimalkomma
    [point] , med decimalpunkt
   *[none] { "" }
}.
fault-number-unclear = ”{ $got }” kan vara ett helt tal med tusentalsavgränsare eller ett tal med tre decimaler, och inget i filen avgör det.
    .mend = Skriv tusental utan tecken emellan, eller med mellanslag.
fault-number-too-large = ”{ $got }” är större än något som kan ha räknats eller mätts; antagligen har siffror skrivits fel eller hamnat i samma cell.
    .mend = Rätta cellen, eller töm den om talet inte är känt.
fault-number-too-small = ”{ $got }” är närmare noll än något som kan ha mätts, utan att vara noll.
    .mend = Rätta cellen: skriv 0 om talet är noll, eller byt till en mindre enhet.
fault-number-not-whole = ”{ $got }” är inte ett helt tal.
    .mend = Här ska det stå ett antal utan decimaler.
fault-number-percent-mixed = Här står ”{ $got }”, men på en annan rad i kolumnen ”{ $other } %”. Det går inte att se vad som är procent.
    .mend = Skriv alla tal i kolumnen på samma sätt: alla med procenttecken (eller visade i procent i Excel), eller alla utan.
fault-value-not-allowed = ”{ $got }” är inget av de värden som planen anger: { $names }.
    .mend = Rätta värdet, eller lägg till det i planen.
fault-answer-outside-scale = Här står ”{ $got }”, men svaret ska vara { $expected }.
    .rows = { $rows ->
    [one] { "" }
   *[other] Det står i { $rows } celler: { $where }.
}
    .mend = { $near ->
    [yes] Rätta svaret i filen, eller skriv det bredvid det rätta svaret i answers om båda ska läsas.
   *[no] Är det ett svar som fattas: lägg till det i answers på sin plats. Är det inget svar: skriv det under not_an_answer. Är det fel: rätta det i filen.
}
fault-several-answers = Flera svar står i samma cell, till exempel ”{ $got }”, i { $where }, men en skala har ett svar per fråga.
    .rows = { $rows ->
    [one] { "" }
   *[other] Så är det i { $rows } celler.
}
    .mend = Låt varje svar bli ja eller nej: skriv multiple."{ $column }" = "{ $separator ->
        [blank] { " " }
       *[other] { $separator }
    }" under källan, och en skala med answers = ["nej", "ja"] och items = ["{ $column }/{ $answer }"].
fault-answer-forgotten = Svaret ”{ $got }” fattas bland svaren till ”{ $scale }”, men står i { $rows } av { $filled } celler: { $where }. I planen står { $names }.
    .rows = { "" }
    .mend = Lägg till det i answers på sin plats, lägsta svaret först (eller bredvid ett svar som det är en annan stavning av). Är det inget svar, som ”Vet ej”: skriv det under not_an_answer.
fault-column-outside-scale = { $columns ->
    [one] En kolumn har
   *[other] { $columns } kolumner har
} mest annat än svaren till ”{ $scale }”, i { $n } av { $filled } celler: { $where }. Där står { $got }{ $further ->
    [0] { "" }
    [one] { " " }och ett värde till
   *[other] { " " }och { $further } värden till
}. I planen står { $names }.
    .mend = Är det rätt kolumn? Rätta annars items. Är det rätt svar? Rätta annars answers; hör frågan till en annan skala, flytta den dit.
fault-where-value-unknown = Planen frågar efter ”{ $got }”, men det värdet finns inte i kolumnen. Där står { $names }.
    .mend = Rätta värdet i planen eller i filen.
fault-group-is-code = Kolumnen säger vem varje rad gäller och kan inte dela upp resultaten: då skulle koderna stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every).
fault-group-tells-mail = Kolumnen har e-postadresser och kan inte dela upp resultaten: då skulle de stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every).
fault-group-tells-telephone = Kolumnen verkar ha telefonnummer och kan inte dela upp resultaten: då skulle de stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every). Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-group-tells-names = Kolumnen verkar ha namn på personer och kan inte dela upp resultaten: då skulle de stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every). Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-group-tells-codes = Kolumnen verkar ha koder för personer och kan inte dela upp resultaten: då skulle de stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every). Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-group-tells-texts = Kolumnen har långa texter och kan inte dela upp resultaten: då skulle de stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every). Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-group-tells-nearly-unique = Kolumnen har { $different } olika värden på { $n } rader. Så små grupper pekar ut enskilda personer, och deras namn skulle stå i rapporten.
    .mend = Ta bort kolumnen ur groups (eller in_every). Är det enheter: skriv kolumnen under units_as_groups i [analysis].
fault-named-by-mail = Kolumnen har e-postadresser. De skulle stå i rapporten.
    .mend = Ange en kolumn med namn på enheter i stället, eller ta bort nyckeln.
fault-named-by-telephone = Kolumnen verkar ha telefonnummer. De skulle stå i rapporten.
    .mend = Gäller varje rad en person: läs källan som ett annat slag, till exempel register eller measurements, med kolumnen som key. Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-named-by-names = Kolumnen verkar ha namn på personer. De skulle stå i rapporten.
    .mend = Gäller varje rad en person: läs källan som ett annat slag, till exempel register eller measurements, med kolumnen som key. Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-named-by-codes = Kolumnen verkar ha koder för personer. De skulle stå i rapporten.
    .mend = Gäller varje rad en person: läs källan som ett annat slag, till exempel register eller measurements, med kolumnen som key. Är det enheter som heter så: skriv kolumnen under units_as_groups i [analysis].
fault-audit-no-results = I mappen finns inga resultat att pröva.
    .mend = Ange mappen som rapporten skrevs till, med results.json från den här versionen.
fault-released-unreadable = Det går inte att läsa vad projektet har lämnat ut tidigare, så det går inte att skydda nya rapporter mot det.
    .mend = Hämta filen eller mappen ur en säkerhetskopia, eller ge dig läsrätt till den. Lämnades den rapporten aldrig ut: ta bort filen.
fault-released-other-key = Filen skrevs med en annan nyckel än den som finns i projektets mapp, så ingen i den tidigare rapporten går att känna igen.
    .mend = Lägg tillbaka filen ”.effektmatt-key” som hör till, ur en säkerhetskopia eller från den mapp som projektet kommer från. Lämnades rapporten aldrig ut: ta bort filen.
fault-audit-other-plan = Rapporten skrevs efter en annan plan. Mål som skiljer: { $got }.
    .mend = Skriv rapporten på nytt med den plan som gäller, eller ange med --project mappen med den plan som rapporten skrevs efter.
fault-personal-number-in-plan = Raden innehåller ett personnummer ({ $got }), och det som står i planen kommer med i rapporten.
    .mend = Ta bort det. Står det i namnet på en datafil: byt namn på filen.
fault-group-in-no-file = Ingen fil har en kolumn som heter ”{ $got }”.
    .mend = Rätta namnet, eller säg under källans groups vad kolumnen heter där.
fault-goal-for-nobody = Målet gäller dem som har ”{ $got }” i registret, men det har ingen.
    .mend = Rätta among i planen eller kolumnen i filen.
fault-visits-exchanged = Här står de besökare som i en annan mätning står i kolumnen ”{ $visitor }”. Rubrikerna verkar ha bytt plats i filen.
    .mend = Byt tillbaka rubrikerna, eller ge besökare och besök olika namn i filerna.
fault-waves-same-file = Här står samma rader som i { $got }, fast de hör till en annan mätning.
    .mend = Ange mätningens egen fil eller eget blad i planen.
fault-waves-swapped = { $wave } är enligt planen den tidigare mätningen, men dess första dag är { $got } och den sista dagen i { $other } är { $day }.
    .mend = Byt plats på mätningarnas rader (filer, blad eller värden) i planen, eller rätta datumen.
fault-waves-same-column = { $n ->
    [one] { $got } läses ur samma kolumn i två mätningar, och då finns inget att jämföra.
   *[other] { $got } läses var och en ur samma kolumn i två mätningar, och då finns inget att jämföra.
}
    .mend = Skriv vad kolumnen heter i varje mätning, till exempel columns.v1.before = "v1_t1" och columns.v1.after = "v1_t2". En fråga som bara ställdes en gång hör till en källa för sig.
fault-wave-missing = Raden säger inte vilken mätning den hör till.
    .mend = Fyll i det, eller räkna inte raderna: skip_rows = [{ $skip }].
fault-wave-in-two = ”{ $got }” hör enligt planen till två mätningar: { $wave } och { $other }.
    .mend = Låt varje värde och varje dag höra till en enda mätning: skriv i källan vad som står i kolumnen vid var och en, till exempel waves.{ $other } = "Andra gången", eller rätta mätningarnas from och to om det står dagar i kolumnen.
fault-wave-without-rows = Ingen rad hör till mätningen { $wave } ({ $got }). { $count ->
    [0] I kolumnen står inget annat än de andra mätningarna.
   *[other] I kolumnen står också { $names }.
}
    .mend = Skriv i källan vad som står i kolumnen, till exempel waves.{ $wave } = "Andra gången". Har mätningen inte gjorts än: ta bort den där tills svaren finns.

## Planen

fault-output-not-written = Det som kommandot skulle skriva ut går inte att skriva: { $cannot }.
    .mend = Skicka utskriften någon annanstans.
fault-working-folder-gone = Mappen som du står i finns inte längre.
    .mend = Gå till en annan mapp (cd) och kör kommandot igen.
fault-folder-not-written = Det går inte att skriva i mappen { $got }: { $cannot }.
    .mend = { $instead }
fault-plan-missing = Det finns ingen plan i mappen { $got }.
    .mend = Kör effektmatt new för att skapa en.
fault-plan-not-utf8 = Filen innehåller tecken som inte kan läsas.
    .mend = Spara planen som UTF-8.
fault-plan-not-toml = Raden kan inte läsas: ”{ $got }”.
    .mend = { $slip ->
    [quotes] Text ska stå inom raka citattecken ("så här"), inte typografiska.
    [percent] Procent skrivs som decimaltal med punkt: 80 % är 0.80.
    [date] Ett datum skrivs med år, månad och dag: 2011-09-19.
    [thousands] Ett stort tal skrivs utan mellanrum: 3250124.
    [decimal-comma] Ett decimaltal skrivs med punkt: 0.80.
    [backslash] En sökväg skrivs med snedstreck: "mapp/fil.csv".
    [repeated] Samma nyckel eller rubrik står redan längre upp. Behåll en av dem; flera mål skrivs var för sig under [[goals]].
    [name] Ett namn med å, ä, ö, blanksteg eller andra tecken står inom citattecken.
    [unquoted] Text ska stå inom citattecken.
    [colon] Efter nyckeln ska det stå ett likhetstecken.
    [unclosed] Ett citattecken eller en parentes avslutas aldrig, på raden eller strax ovanför. Lägg till det som fattas.
   *[other] Text ska stå inom citattecken, och varje nyckel ska följas av ett likhetstecken.
}{ $mended ->
    [none] { "" }
   *[other] { " " }Skriv så här: { $line }
}
fault-plan-unknown-key = Nyckeln ”{ $got }” finns inte här. Här kan det stå { $expected }.
fault-plan-missing-key = Nyckeln fattas i planen.
    .mend = Lägg till den.
fault-plan-format = { $what ->
    [newer] Planen är skriven i format { $got }, och den här versionen av effektmatt läser högst format { $newest }.
   *[unknown] Det finns inget format ”{ $got }” för planer.
}
    .mend = { $what ->
    [newer] Uppdatera effektmatt, eller använd den version som planen skrevs för.
   *[unknown] Skriv format = { $newest }, eller ta bort raden.
}
fault-plan-empty = Här fattas ett innehåll.
    .mend = Fyll i minst ett värde.
fault-plan-wrong-type = { $given ->
    [no] Här ska det stå
   *[yes] Här står ”{ $got }”, men det ska vara
} { $expected ->
    [text] en text inom citattecken
    [whole-number] ett helt tal
    [number] ett tal
    [date] ett datum, till exempel 2013-06-30, utan citattecken
    [condition] en text inom citattecken, till exempel "ja", eller en lista med sådana
    [list] en lista inom hakparenteser
    [table] en tabell med nycklar
   *[true-false] true eller false
}.
fault-plan-limit = Här står ”{ $got }”, men värdet ska vara { $sign ->
    [above] större än
    [at-least] minst
    [below] mindre än
   *[at-most] högst
} { $limit }.
fault-plan-value = Här står ”{ $got }”, men det ska vara { $expected }.
fault-plan-unknown-name = { $what ->
    [weigh] Svaren viktas inte efter ”{ $got }”.
    [activity] Aktiviteten ”{ $got }” finns inte under expected i källan.
    [post] Posten ”{ $got }” finns inte i ekonomiunderlaget.
    [unit] Enheten ”{ $got }” finns inte i filen.
    [source] Det finns ingen källa som heter ”{ $got }”.
    [scale] Det finns ingen skala som heter ”{ $got }”.
    [checklist] Det finns ingen checklista som heter ”{ $got }”.
    [area] Checklistan har inget område som heter ”{ $got }”.
    [wave] Det finns ingen mätning som heter ”{ $got }” under waves.
    [goal] Det finns inget mål med id ”{ $got }”.
    [tree] Det finns ingen nod som heter ”{ $got }” i målträdet.
    [question] Mallen har ingen fråga som heter ”{ $got }”.
    [template] Det finns ingen mall som heter ”{ $got }”, varken bland programmets mallar eller som mapp i projektet.
    [item] Checklistan har ingen punkt som heter ”{ $got }”.
    [scale-item] Skalan har ingen fråga som heter ”{ $got }”.
   *[column] Det finns ingen kolumn som heter ”{ $got }”.
}
    .listed = Här kan det stå { $expected }.
fault-plan-item-repeated = ”{ $got }” står mer än en gång i listan.
    .mend = Ta bort den ena, eller skriv namnet på den kolumn som skulle stå där.
fault-plan-name-of-nothing = Det står inte ”{ $got }” någonstans i kolumnen ”{ $of }” i datafilerna.
    .listed = Där står { $names }.
    .mend = Skriv namnet som det står i filen, eller ta bort raden.
fault-plan-beyond-horizon = Målet på { $got } { $unit ->
    [working-days] arbetsdagar
   *[other] dagar
} kan inte prövas: av varje ärende räknas bara { $unit ->
    [working-days] de första { $days } arbetsdagarna
   *[other] de första { $days } dagarna
}.
    .mend = Skriv ett större within_days, till exempel { $longer }.
fault-plan-one-limit = När ett ärende ska vara avslutat sägs på ett sätt: within_days, limit_column eller limits_by.
    .mend = Behåll en av dem.
fault-plan-target = { $reason ->
    [none] Målet säger inte vad som ska nås.
    [several] Målet säger flera saker på en gång.
    [about-within] Nycklarna about och within hör ihop: about = 40 och within = 0.10 betyder 36 till 44.
    [reading] Nyckeln reading hör bara till increase_by och decrease_by för andelar, medelvärden och publicerade värden.
    [in-every] Nyckeln in_every hör bara till mått av slaget count, tillsammans med at_least.
    [percent] Här står ”{ $got }”, men procent skrivs som decimaltal: 80 % är 0.80.
   *[not-positive] En ökning, en minskning och en tolerans skrivs som tal större än noll.
}
    .mend = { $reason ->
    [none] Skriv en av at_least, at_most, increase_by, decrease_by, about och direction.
    [several] Behåll en av at_least, at_most, increase_by, decrease_by, about och direction.
    [percent] Skriv om talet.
   *[other] Rätta det i planen.
}
fault-plan-measure-target = Ett mått av det här slaget kan inte ha målet ”{ $got }”. Det kan ha { $expected }.
    .mend = { $serving ->
    [none] Skriv ett sådant mål.
   *[other] Skriv ett sådant mål, eller välj ett annat mått på samma källa som kan ha ”{ $got }”: { $serving }.
}
fault-plan-measure-among = Måttet ”{ $got }” gäller alltid hela källan, så målet kan inte ha among.
    .mend = Ta bort among, eller lägg det som målet gäller i en egen fil.
fault-plan-reading-missing = ”Öka med 70 %” kan betyda tre saker, och planen måste säga vilken.
    .mend = Skriv reading = "relative" (räknat på värdet före), "points" (procentenheter) eller "level" (till den nivån).
fault-plan-relative-of-all = En relativ förändring går bara att räkna på dem som svarat båda gångerna, men planen anger answers = "all".
    .mend = Ta bort answers, eller ange reading = "points" eller "level".
fault-plan-cluster-of-everybody = Registrets rader är alla som finns, och då finns ingen osäkerhet att räkna över grupper, men källan har cluster = "{ $got }".
    .mend = Ta bort cluster, eller skriv sampling = "random" om raderna är ett slumpmässigt urval.
fault-plan-empty-is-no-number = Målen sätter gränser för talen i kolumnen ”{ $got }”, och då kan en tom cell inte betyda nej.
    .mend = Ta bort kolumnen ur empty_is_no, och skriv talet i cellerna, till exempel 0, om det är känt.
fault-plan-sample-counts-nobody = Källan { $got } är ett slumpmässigt urval och säger inte hur många som finns.
    .mend = Ange ett register över alla, eller fråga efter en andel (share) i urvalet.
fault-plan-not-over-groups = Osäkerheten för medianen, eller för medeltiden vid samma ärendemix, går inte att räkna över grupper, men källan har cluster = "{ $got }".
    .mend = Ta bort statistic eller standardise, eller läs in samma fil som en källa till, utan cluster, för det här målet.
fault-plan-not-weighed = Måttet { $got } kan inte viktas till kända fördelningar, men källan har weigh. Vikterna gäller alla som svarat, och måttet räknar varje yrkesroll för sig.
    .mend = Ta bort weigh ur källan, eller läs in samma fil som en källa till, utan weigh, för det här målet.
fault-plan-duplicate-id = Två mål har samma id, ”{ $got }”.
    .mend = Ge dem olika.
fault-plan-tree-circle = Noden står under sig själv: vägen uppåt från ”{ $got }” kommer tillbaka hit.
    .mend = Låt under peka på en nod högre upp i målträdet.
fault-plan-multiple = Här behövs antingen separator (vad som skiljer svaren åt i cellen) eller columns (kolumnerna, när varje svar har en egen).
fault-plan-time-zone = Det finns ingen tidszon som heter ”{ $got }”.
    .mend = Skriv den som "Europe/Stockholm", eller utelämna nyckeln för svensk tid.
fault-plan-dates = Slutet, { DATE($got) }, ligger före början, { DATE($first) }.
    .mend = Rätta datumen.
fault-plan-organisation-number = ”{ $got }” är inte ett giltigt organisationsnummer: { $reason ->
    [check-digit] den sista siffran stämmer inte med de nio andra.
    [person] numret ser ut som ett personnummer, och ett sådant hör inte hemma i en plan.
   *[form] det har tio siffror och skrivs 212000-0142.
  }
    .mend = Jämför med beslutet om stöd eller med registerutdraget.
fault-plan-nuts = ”{ $got }” är inte en giltig NUTS-kod: { $reason ->
    [unknown] den finns inte bland de svenska koderna.
   *[form] den har två bokstäver för landet och en till tre tecken för regionen.
  }
    .mend = Stockholms län är till exempel SE11 (NUTS 2) eller SE110 (NUTS 3).
fault-plan-preset-items = Formuläret ”{ $preset }” har { $questions } frågor, men här står { $got } kolumner.
    .mend = Ange kolumnerna i formulärets ordning, en för varje fråga.
fault-plan-cci = ”{ $got }” är inte ett giltigt CCI-nummer.
    .mend = Skriv numret som i beslutet om stöd, till exempel 2021SE05SFPR001.
fault-plan-money = ”{ $got }” är inte ett belopp.
    .mend = Skriv kronor med punkt före ören, inom citattecken: "3250124.00".
fault-plan-row-range = Raderna är inte ett spann.
    .mend = Skriv den första raden först, till exempel "45-47".
fault-index-parts = Samma sak har flera värden, som skiljs åt av kolumnen: { $names }. { $total ->
    [yes] ”{ $got }” är de andra tillsammans och får inte räknas ihop med dem.
   *[no] Planen säger inte vilket av dem som gäller.
}
    .mend = Välj i planens källa vilka rader som ska räknas, till exempel only."{ $column }" = "{ $got }".
fault-index-total-among = Målet gäller alla, men ”{ $got }” i kolumnen { $column } är de andra tillsammans och får inte räknas ihop med dem.
    .mend = Ange i målet vilken enhet det gäller (unit), eller utelämna summan i källan: without."{ $column }" = "{ $got }".
fault-plan-file-or-files = Källan ska ha antingen file (en enda fil), files (en fil för varje mätning) eller database (en databas).
fault-plan-one-file = En källa av det här slaget läses ur en enda fil.
    .mend = Skriv file i stället för files (eller, för en databas, en enda table eller query).
fault-plan-wave-value-twice = ”{ $got }” står också för mätningen { $other }.
    .mend = Ta bort det från en av mätningarna.
fault-plan-waves-twice = Kolumnen { $got } i wave behövs inte: källan säger redan vilken mätning raderna hör till, med en fil, ett blad eller kolumner för varje mätning.
    .mend = Ta bort wave, eller skriv file med en enda fil.
fault-plan-no-database = En tabell (table) eller fråga (query) hör till en databas, och källan har ingen.
    .mend = Skriv databasen med database, till exempel database = "arenden.sqlite".
fault-plan-table-or-query = Källan har både table och query.
    .mend = Ta bort en av dem: table läser en hel tabell, query det som frågan ger.
fault-plan-password = Databasens adress innehåller ett lösenord. Planen är till för att läsas och delas, så det får inte stå där.
    .mend = Ta bort det och ange det i miljövariabeln PGPASSWORD. Byt lösenordet om andra har sett planen.
fault-database-unknown = { $given ->
    [yes] Databaser av slaget { $got } kan inte läsas.
   *[no] Databasens adress går inte att förstå.
}
    .mend = Ange en SQLite- eller DuckDB-fil i projektets mapp, eller en adress som "postgresql://server/databas".
fault-query-not-select = Frågan ska vara en enda SELECT-sats. effektmatt läser databaser och ändrar dem aldrig.
    .mend = Skriv frågan så att den börjar med SELECT eller WITH, utan fler satser efter semikolon.
fault-plan-measure-two-waves = Måttet jämför två mätningar, men källan ”{ $got }” har bara en.
    .mend = Skriv i sources.{ $got } en fil för varje mätning, till exempel files.before = "fore.csv" och files.after = "efter.csv". Finns bara en mätning: mät läget i stället, till exempel med kind = "share".
fault-plan-two-waves = Ett mått på ärenden behöver två mätningar, före och efter.
    .mend = Skriv dem under waves. Har planen fler än två, så nämn de två i källans measured.
fault-plan-measure-or-all-of = Målet ska ha antingen measure eller all_of, inte båda.
fault-plan-scale-or-scales = Måttet ska ha antingen scale (en skala) eller scales (flera).
fault-plan-scale-mismatch = Skalorna kommer från olika källor: { $names }.
    .mend = Skalor som räknas ihop måste komma från samma enkät.
fault-plan-no-code = Enkäten ”{ $source }” har ingen kod som kopplar ihop svaren före och efter, så det går inte att räkna vilka som har förbättrat sig.
    .mend = Ange code för enkäten, eller välj måttet share-change eller score-change.
fault-plan-scale-wanted = Källan ”{ $got }” är en enkät. Där räknas andelen på en skala, inte med source och where.
    .mend = Skriv scale och top i stället. En fråga där flera svar får väljas skrivs under multiple i källan, och varje svarsalternativ som ska räknas får en skala.
fault-plan-source-or-scale = Andelen ska räknas antingen i ett register (source och where) eller i en enkät (scale och top).

## Skalorna i planen

fault-scale-without-items = Skalan har inga frågor.
    .mend = Lägg till dem under items.
fault-scale-too-few-answers = Skalan har { $got } svar, och det behövs minst två.
    .mend = Skriv alla svar under answers, det lägsta först.
fault-scale-answer-empty = Ett av svaren är tomt.
    .mend = Ta bort det, eller skriv vad det heter.
fault-scale-item-repeated = Frågan ”{ $got }” står mer än en gång.
    .mend = Ta bort den ena.
fault-scale-answer-repeated = Svaret ”{ $got }” står mer än en gång.
    .mend = Ta bort det ena. Samma text kan inte vara två olika svar.
fault-scale-item-unknown = Frågan ”{ $got }” finns inte i skalan. Där finns { $names }.
fault-scale-score-unknown = Sättet ”{ $got }” att räkna ihop svaren finns inte. Här kan det stå { $expected }.
fault-skr-index-needs-five-answers = SKR:s index (skr-index) räknas på fem svar, men skalan har { $got }.
    .mend = Välj score = "mean" i stället.
fault-minimum-answered-not-a-share = Här står ”{ $got }”, men minsta andelen besvarade frågor ska ligga mellan 0 och 1.
fault-top-outside-scale = Här står ”{ $got }”, men antalet svar som räknas som höga ska vara { $expected }.
fault-index-of-unlike-scales = Skalor med olika många svar kan inte slås ihop till ett index ({ $got }).
    .mend = Välj combine = "every" eller "each", eller skriv score = "skr-index" för skalorna.
fault-scales-better-both-ways = För vissa av skalorna är höga svar bättre, för andra låga ({ $got }).
    .mend = Bedöm dem var för sig med combine = "each".
fault-colour-unknown = ”{ $got }” är ingen färg.
    .mend = Skriv färgen som sex siffror och bokstäver efter #, till exempel "#005a8c".
fault-colour-contrast = Färgen { $got } syns för dåligt mot den ljusa bakgrunden: kontrasten är { NUMBER($has) }:1, och { $what ->
    [accent] text behöver
   *[line] linjer behöver
} minst { NUMBER($least) }:1.
    .mend = Den närmaste färg som duger är { $near }.
fault-template-folder = Mappen ”{ $got }” ska innehålla en enda mall, en TOML-fil, och innehåller { $n ->
    [0] ingen
   *[other] { $n }
}.
    .mend = Låt mallen ligga ensam i en mapp i projektets mapp.
fault-template-twice = ”{ $got }” står i två av mallens avsnitt.
    .mend = Ta bort det ena, eller ge texten ett annat namn.
fault-template-text-of-goals = Texterna om målen står vid målen och kan inte stå i ett avsnitt för sig.
    .mend = Skriv block = "goals" i stället för text = "goals", eller ge texten ett annat namn.
fault-plan-version-name = Namnet på rapportversionen blir ett filnamn, och ”{ $got }” kan inte vara det.
    .mend = Använd bokstäver, siffror och bindestreck.
fault-plan-comparison = Upplägget ”{ $got }” och jämförelsegruppen stämmer inte överens.
    .mend = Ange analysis.comparison när design är ”comparison-group” eller ”randomised”, och bara då.
fault-comparison-project-unclear = Kolumnen har flera värden utöver jämförelsegruppens ”{ $got }”, och det framgår inte vilka av dem som är projektet: { $names }.
    .mend = Skriv project = ["…"] under analysis.comparison, med de värden som är projektets.

## Vikter och grupper

fault-weight-not-above-nought = Vikten ska vara större än noll, men här står { $got }.
    .mend = Rätta vikten, eller ta bort raden ur filen.
fault-weigh-empty-cell = { $wave ->
    [linked] Ingen av dem som har svarat båda gångerna hör till
   *[other] Ingen som har svarat hör till
} ”{ $got }”, men i befolkningen är de { $n }. Då går svaren inte att vikta.
    .mend = Slå ihop ”{ $got }” med en annan grupp i kolumnen, eller ta bort kolumnen ur weigh.
fault-weigh-value-unknown = ”{ $got }” finns bland svaren men inte i befolkningen som svaren ska viktas till.
    .mend = Rätta värdet i filen, eller lägg till det i registret eller under population i planen.
fault-weigh-impossible = Det finns inga vikter som ger befolkningens fördelning i alla dessa kolumner på en gång.
    .mend = Vikta efter färre kolumner, eller slå ihop grupper som få har svarat från.
fault-plan-margins-differ = Kolumnerna under population räknar olika många: { $got }.
    .mend = Ange samma befolkning i varje kolumn.
fault-plan-groups-alike = Samma grupp, ”{ $got }”, står två gånger.
    .mend = Ange två olika grupper att jämföra.
