## Skäl till en bedömning. $unit är enheten för de värden som nämns, $side vilken sida om målet resultatet ligger på.

note-census = { $about ->
    [held] Alla aktiviteter är räknade, så det finns ingen statistisk osäkerhet att ta hänsyn till.
    [money-used] Beloppen är bokförda, så det finns ingen statistisk osäkerhet att ta hänsyn till.
    [index-change] Värdena räknar alla enligt planen, så det finns ingen statistisk osäkerhet att ta hänsyn till.
    [index-value] Värdena räknar alla enligt planen, så det finns ingen statistisk osäkerhet att ta hänsyn till.
   *[other] Alla är räknade, så det finns ingen statistisk osäkerhet att ta hänsyn till.
}
    .short = { $about ->
        [held] Alla aktiviteter är räknade.
        [money-used] Beloppen är bokförda.
        [index-change] Alla räknas, enligt planen.
        [index-value] Alla räknas, enligt planen.
       *[other] Alla är räknade.
    }
note-whatever-the-unknown = Bedömningen håller oavsett vad som gäller för dem som det saknas uppgift om.
note-possible-contains-target = Målet ligger inom det som är möjligt. Därför går det inte att säga om det är nått.
note-whatever-the-missing = Bedömningen håller oavsett vad de som saknas hade svarat.
note-interval = { $side ->
    [right] Hela osäkerhetsintervallet ligger på rätt sida om målet.
    [wrong] Hela osäkerhetsintervallet ligger på fel sida om målet.
   *[same] Hela osäkerhetsintervallet ligger på samma sida om målet.
}
note-interval-given-assumptions = { $side ->
    [right] Hela osäkerhetsintervallet ligger på rätt sida om målet.
    [wrong] Hela osäkerhetsintervallet ligger på fel sida om målet.
   *[same] Hela osäkerhetsintervallet ligger på samma sida om målet.
} Svaret bygger ändå på något som inte går att pröva här, och därför står det ”troligen”.
note-interval-contains-target = Målet ligger inom osäkerhetsintervallet. Därför går det inte att säga om det är nått.
note-beyond-horizon = Genomsnittet gäller bara början av varje ärende. Ärenden som tar längre tid än så kan vända bedömningen, och därför går det inte att säga om målet är nått.
note-interval-of-few = { $side ->
    [right] Hela osäkerhetsintervallet ligger på rätt sida om målet.
    [wrong] Hela osäkerhetsintervallet ligger på fel sida om målet.
   *[same] Hela osäkerhetsintervallet ligger på samma sida om målet.
} Intervallet är ändå ungefärligt (det minsta underlaget är { $n }, och metoden håller först från omkring { $enough } vad den lovar), och därför står det ”troligen”.
note-unlike-group-may-overturn = { $side ->
    [right] Hela osäkerhetsintervallet ligger på rätt sida om målet.
    [wrong] Hela osäkerhetsintervallet ligger på fel sida om målet.
   *[same] Hela osäkerhetsintervallet ligger på samma sida om målet.
} Men de { $n } grupperna kan sakna någon som är helt olik dem. Med en sådan skulle resultatet kunna ligga mellan { AMOUNT($low, $unit) } och { AMOUNT($high, $unit) }, och det rymmer målet. Därför står det ”troligen”.
note-rare-values-may-overturn = Osäkerhetsintervallet rymmer inte målet. Men underlaget är { $n }, och då kan det saknas mycket höga värden som några få har; från omkring { $enough } brukar sådana synas. Om { $waves ->
    [1] 3 av 100 hade omkring { AMOUNT($each, "number") }
   *[other] 3 av 100 hade omkring { AMOUNT($each, "number") } i den ena mätningen och 2 av 100 i den andra
} skulle resultatet kunna ligga mellan { AMOUNT($low, $unit) } och { AMOUNT($high, $unit) }, och det rymmer målet. Därför går det inte att säga om målet är nått.
note-far-too-few = Osäkerhetsintervallet rymmer inte målet, men det går inte att lita på: det minsta underlaget är { $n }, och metoden håller först från omkring { $enough } vad den lovar. Därför går det inte att säga om målet är nått.
note-rival-explanation = { $rival ->
    [share-difference-of-all] Fler eller färre än före gav inget svar på skalan (som ”vet ej”). Räknat på alla, också dem, går det inte att säga detsamma. Därför är målet inte avgjort.
    [relative-change-of-all] Fler eller färre än före gav inget svar på skalan (som ”vet ej”). Räknat på alla, också dem, går det inte att säga detsamma. Därför är målet inte avgjort.
    [visit-score-difference-adjusted] Räknat med hänsyn till att de som bedömer är olika stränga går det inte att säga detsamma. Därför är målet inte avgjort.
    [weekly-users-jump] Utvecklingen före räcker för att förklara skillnaden: räknat som ett hopp från den linje som redan fanns går det inte att säga detsamma. Därför är målet inte avgjort.
    [period-jump] Utvecklingen före räcker för att förklara skillnaden: räknat som ett hopp från den linje som redan fanns går det inte att säga detsamma. Därför är målet inte avgjort.
    [period-season] Samma perioder året innan skilde sig på ett liknande sätt: räknat mot dem går det inte att säga detsamma. Därför är målet inte avgjort.
    [weekly-users-season] Samma veckor året innan skilde sig på ett liknande sätt: räknat mot dem går det inte att säga detsamma. Därför är målet inte avgjort.
   *[other] En annan förklaring räcker. Därför är målet inte avgjort.
}
note-no-answers-changed = De som inte gav något svar på skalan (som ”vet ej”) är säkert fler eller färre än före. Därför är målet inte avgjort.
note-cautious-contains-target = Osäkerhetsintervallet rymmer inte målet. Men svaren är få eller hopar sig i ena änden av skalan, och då lovar intervallet för mycket. Ett försiktigare intervall, mellan { AMOUNT($low, $unit) } och { AMOUNT($high, $unit) }, rymmer målet. Därför går det inte att säga om det är nått.
note-holds-in-family = Det gäller även när de { $goals } målen i ”{ $family }” bedöms tillsammans.
note-not-in-family = För sig hade målet fått ett svar, men { $goals } mål i ”{ $family }” bedöms tillsammans. Slumpen får då flera försök, kravet på varje mål är strängare, och det räcker resultatet inte till.
note-no-part-surely-not-met = En del ligger under sin nivå, men { $parts } delar prövas, och då får slumpen flera försök. Ingen del ligger så långt under att det går att säga att hela målet inte är nått.
note-no-interval = Osäkerheten går inte att beräkna, så det går inte att säga om målet är nått (n = { $n }).
note-no-data = Det finns inga uppgifter att bedöma.
note-only-a-census = Att ett mål som gäller alla är nått kan bara visas när ingen saknas. { $missing ->
    [one] En saknas.
   *[other] { $missing } saknas.
}
note-unreachable-level = Målet går inte att nå: { AMOUNT($needed, $unit) } är mer än det högsta möjliga, { AMOUNT($ceiling, $unit) }.
note-unreachable-above = { $unit ->
    [share] Målet går inte att nå: andelen var { AMOUNT($before, $unit) } före, så den skulle behöva bli { AMOUNT($needed, $unit) }, men högst { AMOUNT($ceiling, $unit) } är möjligt. Målet hade kunnat nås från högst { AMOUNT($highest_start, $unit) }.
   *[other] Målet går inte att nå: värdet var { AMOUNT($before, $unit) } före, så det skulle behöva bli { AMOUNT($needed, $unit) }, men högst { AMOUNT($ceiling, $unit) } är möjligt. Målet hade kunnat nås från högst { AMOUNT($highest_start, $unit) }.
}
note-horizon-hides = Minskningen går inte att visa: av de dagar som räknas var ett ärende i genomsnitt öppet bara { AMOUNT($before, $unit) } före. Skriv ett större within_days i planen.
note-level-passed = Den nivån var nådd redan före ({ AMOUNT($before, $unit) }), så det går inte att öka eller minska till den.
note-unreachable-below = Målet går inte att nå: värdet var { AMOUNT($before, $unit) } före och kan inte minska så mycket.

## Antaganden. Attributet clause fortsätter en mening efter "om".

note-missing-resemble-answered = Resultatet förutsätter att { $missing ->
    [one] den enda
   *[other] de { $missing }
} som inte svarat{ $times ->
    [both] { " " }båda gångerna
   *[once] { "" }
} liknar dem som { $times ->
    [both] gjort det
   *[once] svarat
}.
    .clause = de som inte svarat liknar dem som svarat
note-self-selected-resemble-all = Resultatet förutsätter att de som valde att svara liknar alla som kunde ha svarat.
    .clause = de som valde att svara liknar alla som kunde ha svarat
note-missing-may-overturn = Redan om { $missing ->
    [0] de som inte svarat
    [one] den enda som saknas
   *[other] de { $missing } som saknas
} skiljer sig måttligt från dem som svarat kan bedömningen bli en annan. Därför går det inte att säga om målet är nått.
note-drawn-resemble-answered = Resultatet förutsätter att de som valdes ut men inte svarade liknar dem som svarat.
    .clause = de som valdes ut men inte svarade liknar dem som svarat
note-answers-of-concerned = Det förutsätts att svaren kommer från dem som målet gäller: de har ingen uppgift om ”{ $column_label }”.
    .clause = svaren kommer från dem som målet gäller
note-answers-unsorted = Svaren har ingen uppgift om ”{ $column_label }”. Målet gäller { $concerned } i registret, men { $others } andra kan finnas bland dem som svarat.
note-answered-once-resemble-twice = Resultatet förutsätter att de som svarat bara den ena gången liknar dem som svarat båda gångerna.
    .clause = de som svarat bara den ena gången liknar dem som svarat båda gångerna

note-answers-independent = Det förutsätts att svaren är oberoende av varandra, så att inte till exempel alla i samma grupp eller på samma arbetsplats svarar lika.
    .clause = svaren är oberoende av varandra
note-none-unseen-changed-far = Det förutsätts att det inte finns några få som har förändrats mycket mer än de { $n } som ingår. Så få visar inte alltid att det finns sådana.
    .clause = inga få har förändrats mycket mer än de som ingår
note-cases-independent = Det förutsätts att ärendena är oberoende av varandra, så att inte till exempel en handläggares alla ärenden tar lika lång tid.
    .clause = ärendena är oberoende av varandra
note-open-like-closed = Det förutsätts att ärenden som fortfarande är öppna inte tar längre tid än andra som varit öppna lika länge.
    .clause = öppna ärenden inte tar längre tid än andra som varit öppna lika länge
note-open-at-end-alike = Det förutsätts att ärenden som inte avslutades under den tid de följdes tar lika lång tid till i båda mätningarna, i genomsnitt högst lika länge till.
    .clause = ärenden som inte avslutades under den tid de följdes tar lika lång tid till i båda mätningarna
note-open-at-end-soon = Det förutsätts att ärenden som inte avslutades under den tid de följdes i genomsnitt tar högst lika lång tid till.
    .clause = ärenden som inte avslutades under den tid de följdes tar högst lika lång tid till
note-series-steady = Det förutsätts att nivån hade legat kvar utan förändringen, så att den inte redan var på väg upp eller ner och inte beror på årstiden.
    .clause = nivån hade legat kvar utan förändringen
note-reviewers-independent = Det förutsätts att de som bedömt inte kände till varandras bedömningar.
    .clause = de som bedömt inte kände till varandras bedömningar

## Varför ett värde saknas

note-too-few-to-show = Resultatet bygger på för få personer för att visas: färre än { $limit }.
note-tells-of-too-few-others = Resultatet visas inte, för tillsammans med rapportens andra uppgifter skulle det gå att räkna ut något om färre än { $limit } personer.
note-tells-with-earlier-report = Resultatet visas inte, för tillsammans med en rapport som redan har lämnats ut skulle det gå att räkna ut något om färre än { $limit } personer.
note-groups-all-alike = Resultatet visas inte uppdelat på { $by }, för det är lika för alla och någon grupp är för liten för att visas.
note-no-rows = Det finns inga rader att räkna.
note-no-answers = Det finns inga svar.
note-no-groups = Ingen rad har uppgift om { $by }.
note-nobody-linked = Ingen har svarat båda gångerna på frågorna.
note-wave-without-concerned = I mätningen ”{ $wave }” finns inga som målet gäller.
note-wave-without-answers = Mätningen ”{ $wave }” har inga svar ännu.
note-no-key-no-share-improved = Svaren före och efter går inte att koppla ihop, så det går inte att säga hur stor andel som förbättrat sig.
note-interval-approximate = Intervallet är ungefärligt: det minsta underlaget är { $n }, och metoden håller först från omkring { $enough } vad den lovar.
note-groups-unequal = Grupperna är så olika stora att { $groups } grupper bara ger lika säkra besked som omkring { $n } jämnstora.
note-rare-values-unseen = Underlaget är { $n }, och då kan det saknas mycket höga värden som några få har; från omkring { $enough } brukar sådana synas. Om { $waves ->
    [1] 3 av 100 hade omkring { AMOUNT($each, "number") }
   *[other] 3 av 100 hade omkring { AMOUNT($each, "number") } i den ena mätningen och 2 av 100 i den andra
} skulle resultatet kunna ligga mellan { AMOUNT($low, $unit) } och { AMOUNT($high, $unit) }. Kan talen inte vara hur höga som helst skrivs det högsta möjliga i planen (possible).
note-spreads-differ = Intervallet förutsätter att svaren sprider sig lika mycket båda gångerna. Det gör de inte, så intervallet är ungefärligt.
note-nothing-varied = Alla svar är lika, så det går inte att beräkna någon osäkerhet.
note-groups-same = { $of ->
    [change] Förändringen är lika stor i alla grupper
   *[level] Alla grupper har samma resultat
}, så det går inte att räkna ut någon osäkerhet.
note-cases-alike = Alla ärenden i samma mätning tog lika lång tid, så det går inte att räkna ut någon osäkerhet.
note-too-few-answers = Svaren är för få: { $n }, och det behövs minst { $needed }.
note-too-few-complete = För få har svarat på alla frågor: { $n }, och det behövs minst { $needed }.
note-relative-from-zero = Värdet före var noll, så en relativ förändring går inte att räkna ut.
note-relative-not-above-zero = Värdet före eller efter var noll eller lägre, så en relativ förändring går inte att räkna ut.
note-relative-to-zero = Värdet efter var noll, så den relativa förändringen får inget osäkerhetsintervall.
note-reliable-change-unknown = Mätfelet i ”{ $scale }” är inte känt. Därför går det inte att säga hur många som har en förbättring större än det.
note-too-few-cases = Ärendena i mätningen ”{ $wave }” är för få: { $n }, och det behövs minst { $needed }.
note-too-few-closed = För få ärenden i mätningen ”{ $wave }” avslutades inom { DAYS($days, $unit) }: { $closed }, och det behövs minst { $needed }.
note-follow-up-too-short = Ärendena i mätningen ”{ $wave }” följdes i { DAYS($follow_up, $unit) }, och det räcker inte för att säga något om { DAYS($days, $unit) }.
note-median-not-reached = Färre än hälften av ärendena i mätningen ”{ $wave }” avslutades under de { DAYS($days, $unit) } som de följdes, så mediantiden går inte att ange.
note-no-comparable-case-types = Ärendena av de typer som går att jämföra är för få: { $n }, och det behövs minst { $needed } i varje mätning.

## Anmärkningar om svar och personer

note-no-room-to-rise = { $n } av { $of } hade redan före ett så { $better ->
    [lower] lågt resultat att det inte kunde sänkas
   *[higher] högt resultat att det inte kunde höjas
}.
note-at-ceiling = { $n } av { $of } hade redan före ett så { $better ->
    [lower] lågt resultat att det inte kunde sänkas
   *[higher] högt resultat att det inte kunde höjas
}. De räknas som att de inte förbättrat sig.
note-group-differs-between-waves = { $n ->
    [one] En har uppgett olika { $by } före och efter. Uppgiften före gäller.
   *[other] { $n } har uppgett olika { $by } före och efter. Uppgiften före gäller.
}
note-group-unknown = { $n ->
    [one] En saknar uppgift om { $by } och finns inte med i någon grupp.
   *[other] { $n } saknar uppgift om { $by } och finns inte med i någon grupp.
}
note-source-without-group = { $source } har ingen uppgift om { $group } och kan inte delas upp på det.
note-population-smaller-than-answers = Enligt registret kunde { $population } svara, men { $n } har gjort det. Registret verkar inte vara fullständigt, och svaren räknas därför som ett urval.
note-percent-as-shown = { $file }: Talen i kolumnen ”{ $column_label }” är skrivna i procent och läses som de visas ({ $example } %), inte som andelar av 1.
note-workbook-hides = { $file }: I en fil av typen { $format } syns det inte vilka celler som är fel (som #SAKNAS!) eller vilka tal som visas i procent. Sådana fel läses som tomma celler, och 72 % som 0,72. Spara arbetsboken i formatet xlsx om den har något av det.
note-declared-missing = { $file }: { $n ->
    [one] ett svar är i filen angivet som saknat
   *[other] { $n } svar är i filen angivna som saknade
} och räknas inte: { $values }.
note-repeated-resolved = { $file }: { $n ->
    [one] ett dubbelt svar togs bort
   *[other] { $n } dubbla svar togs bort
}. { $rule ->
    [latest] Det senaste svaret gäller.
    [earliest] Det första svaret gäller.
   *[other] Inget av de dubbla svaren räknas.
}
note-date-order-settled = { $file }: datumen i ”{ $column }” har lästs som { $example } (31 januari 2013). { $by ->
    [periods] Kolumnen avgör inte vad som är dag och månad, men bara så hamnar datumen inom de tider som planen anger.
   *[other] Kolumnen avgör inte vad som är dag och månad, men det gör en annan kolumn som är skriven på samma sätt.
}
note-days-moved = { $file }: tiderna i ”{ $column }” anger en tidszon och har räknats om till { $zone ->
    [home] svensk tid
   *[other] tidszonen { $zone }
}. { $n ->
    [one] En av dem
   *[other] { $n } av dem
} hör därför till en annan dag än den som står i filen.
note-entered-twice = { $file }: { $n ->
    [one] { $what ->
        [visit] ett besök stod två gånger och räknas en gång.
       *[other] en närvaro stod två gånger (samma person, aktivitet och dag) och räknas en gång.
    }
   *[other] { $what ->
        [visit] { $n } rader är besök som redan står i filen, och de räknas en gång.
       *[other] { $n } rader är närvaro som redan står i filen (samma person, aktivitet och dag), och den räknas en gång.
    }
}
note-entered-twice-differs = { $file }: { $n ->
    [one] { $what ->
        [visit] en rad har samma besökare och besök som en annan rad men andra svar. Båda räknas.
       *[other] en rad har samma person, aktivitet och dag som en annan rad men ett annat antal timmar. Båda räknas.
    }
   *[other] { $what ->
        [visit] { $n } rader har samma besökare och besök som en annan rad men andra svar. Alla räknas.
       *[other] { $n } rader har samma person, aktivitet och dag som en annan rad men ett annat antal timmar. Alla räknas.
    }
}
note-rows-alike = { $file }: { $n ->
    [one] en rad är helt lik en annan rad. Båda räknas.
   *[other] { $n } rader är helt lika en rad som står högre upp. Alla räknas.
}
note-not-in-register = { $file }: { $n ->
    [one] ett svar har en kod som inte finns i registret och räknas inte.
   *[other] { $n } svar har koder som inte finns i registret och räknas inte.
}
note-not-linked-to-register = { $file }: { $n ->
    [one] ett svar saknar kod, så registrets uppgifter ({ $columns }) går inte att koppla till det.
   *[other] { $n } svar saknar kod, så registrets uppgifter ({ $columns }) går inte att koppla till dem.
}
note-survey-of-repeats = { $file } är en upprepad grupp i ett formulär: flera rader kan höra till samma svar. Här räknas varje rad som en person som svarat. Är det saker som ska räknas ska källan vara ett register i planen.
note-answers-outside-wave = { $file }: { $n ->
    [one] ett svar är daterat utanför mätningens tid i planen. Det räknas ändå.
   *[other] { $n } svar är daterade utanför mätningens tid i planen. De räknas ändå.
}
note-rows-left-out = { $file }: { $reason ->
    [title] { $n ->
        [one] rad { $where } står ovanför rubrikraden och läses inte.
       *[other] raderna { $where } står ovanför rubrikraden och läses inte.
    }
    [further-heading] { $n ->
        [one] en extra rubrikrad från Qualtrics räknas inte som ett svar.
       *[other] { $n } extra rubrikrader från Qualtrics räknas inte som svar.
    }
    [repeated-heading] { $n ->
        [one] rubrikerna upprepas på rad { $where }, som inte räknas.
       *[other] rubrikerna upprepas på raderna { $where }, som inte räknas.
    }
    [sum] { $n ->
        [one] rad { $where } är en summa eller ett medelvärde av andra rader och räknas inte. Är den en rad som andra skriver ni keep_rows i planen.
       *[other] raderna { $where } är summor eller medelvärden av andra rader och räknas inte. Är de rader som andra skriver ni keep_rows i planen.
    }
    [footnote] { $n ->
        [one] rad { $where } är en anmärkning under tabellen och räknas inte.
       *[other] raderna { $where } är anmärkningar under tabellen och räknas inte.
    }
    [page] { $n ->
        [one] rad { $where } är ett sidnummer och räknas inte.
       *[other] raderna { $where } är sidnummer och räknas inte.
    }
    [incomplete] { $n ->
        [one] ett svar skickades aldrig in och räknas inte. Ska det räknas sätter ni incomplete till keep i planen.
       *[other] { $n } svar skickades aldrig in och räknas inte. Ska de räknas sätter ni incomplete till keep i planen.
    }
    [test-answer] { $n ->
        [one] ett provsvar räknas inte.
       *[other] { $n } provsvar räknas inte.
    }
    [not-approved] { $n ->
        [one] ett svar har underkänts vid granskningen och räknas inte.
       *[other] { $n } svar har underkänts vid granskningen och räknas inte.
    }
    [withdrawn] { $n ->
        [one] ett värde har dragits tillbaka av den som publicerat det och räknas inte.
       *[other] { $n } värden har dragits tillbaka av den som publicerat dem och räknas inte.
    }
   *[skipped] { $n ->
        [one] rad { $where } räknas inte, enligt planen.
       *[other] raderna { $where } räknas inte, enligt planen.
    }
}
note-periods-as-rows = { $file }: filen har en kolumn för varje år eller period. De är lästa som rader, ett värde på varje.
note-repeated-left-out = { $n ->
    [one] Ett dubbelt svar{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } räknas inte.
   *[other] { $n } dubbla svar{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } räknas inte.
}
note-without-code = { $n ->
    [one] Ett svar{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } saknar kod och går inte att koppla ihop.
   *[other] { $n } svar{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } saknar kod och går inte att koppla ihop.
}
note-near-misses = { $n ->
    [one] En kod skiljer sig bara på ett tecken från en kod i den andra mätningen.
   *[other] { $n } koder skiljer sig bara på ett tecken från en kod i den andra mätningen.
} { $only ->
    [0] { "" }
   *[other] För { $every ->
        [one] den
        [yes] alla
       *[no] { $only } av dem
    } finns det bara en möjlig motsvarighet.{ " " }
}Koderna har inte kopplats ihop. Om de hör till samma person kan koden rättas i filen.
note-answered-once-used = Alla svar räknas: { $linked } har svarat båda gångerna, { $only_before } bara den första gången och { $only_after } bara den andra.
note-answered-once-not-used = { $linked ->
    [0] Ingen har svarat båda gångerna.
    [one] Bara en har svarat båda gångerna.
   *[other] Bara { $linked } har svarat båda gångerna.
} Svaren från { $n } som svarat bara den ena gången används inte i bedömningen. De räknas med om answers för målet är ”all” i planen.
note-waves-not-linked = Svaren före och efter har ingen gemensam kod. De behandlas därför som två oberoende mätningar.
note-linked-by-row = { $file }: varje rad är en person med alla sina mätningar, och svaren jämförs rad för rad.
note-waves-by-column = { $file }: kolumnen ”{ $column_label }” säger vilken mätning varje rad hör till: { $waves }.
note-rows-outside-waves = { $file }: { $n ->
    [one] en rad hör inte till någon mätning enligt kolumnen ”{ $column_label }” och räknas inte.
   *[other] { $n } rader hör inte till någon mätning enligt kolumnen ”{ $column_label }” och räknas inte.
}
note-scale-incoherent = Frågorna i ”{ $scale }” hänger inte ihop{ $wave ->
    [none] { "" }
   *[other] { " " }i mätningen ”{ $wave }”
} (Cronbachs alfa { NUMBER($alpha, decimals: 2) }). Läs dem var för sig: medelvärdet säger lite.{ $others ->
    [0] { "" }
    [one] { " " }I en annan mätning är det likadant.
   *[other] { " " }I { $others } andra mätningar är det likadant.
}
note-item-runs-backwards = Frågan ”{ $label }”{ $item ->
    [none] { "" }
   *[other] { " " }({ $item })
} verkar gå åt motsatt håll mot de andra{ $wave ->
    [none] { "" }
   *[other] { " " }i mätningen ”{ $wave }”
}: sambandet med dem är { NUMBER($correlation, decimals: 2) }. Kontrollera reversed i planen.{ $others ->
    [0] { "" }
    [one] { " " }I en annan mätning är det likadant.
   *[other] { " " }I { $others } andra mätningar är det likadant.
}
note-items-run-apart = Frågorna { $first } och { $second } verkar gå åt olika håll{ $wave ->
    [none] { "" }
   *[other] { " " }i mätningen ”{ $wave }”
}: sambandet mellan dem är { NUMBER($correlation, decimals: 2) }. Kontrollera reversed i planen.{ $others ->
    [0] { "" }
    [one] { " " }I en annan mätning är det likadant.
   *[other] { " " }I { $others } andra mätningar är det likadant.
}

note-answer-that-is-none = ”{ $answer }” står som svar { $place } av { $of } på skalan, från lägst till högst, och räknas så. Är det inget svar hör det hemma i not_an_answer.
note-not-an-answer = { $n } av { $of }{ $wave ->
    [none] { "" }
   *[other] { " " }i mätningen ”{ $wave }”
} gav inget svar på skalan (som ”vet ej”) och ingår inte i andelen.
note-not-an-answer-changed = { $way ->
    [more] De som inte gav något svar på skalan är säkerställt { WAY($way, "fler") } efter än före. Andelen kan därför ha ändrats utan att fler eller färre gett ett sådant svar.
   *[fewer] De som inte gav något svar på skalan är säkerställt { WAY($way, "färre") } efter än före. Andelen kan därför ha ändrats utan att fler eller färre gett ett sådant svar.
}

## Anmärkningar om register

note-units-from-register = Räknat på alla { $units } grupper i kolumnen ”{ $column_label }” som finns i registret. En grupp som inte har någon i registret syns inte.
note-value-never-occurs = Ingen rad har värdet ”{ $value }” i kolumnen ”{ $column_label }”.
note-value-near-other = I kolumnen ”{ $column_label }” står både ”{ $value }” och ”{ $other }”. De räknas som olika. Är det samma sak: rätta det i filen.
note-index-name-alone = ”{ $name }” har bara en mätning ({ $wave_name }) och räknas till inget mål. Hör den ihop med ett annat namn: rätta det i filen.
note-not-an-answer-many = { $n } av { $of } svar ({ AMOUNT($share, $unit) } av svaren) är inget svar enligt planen (not_an_answer) och räknas inte. Är något av dem ändå ett svar hör det hemma i answers.
note-other-values = { $n ->
    [one] En rad har ett annat värde än ”{ $expected }” i kolumnen ”{ $column_label }” och { $counts ->
        [unknown] räknas som okänt
       *[no] räknas inte som ”{ $value }”
    }: { $values }.
   *[other] { $n } rader har andra värden än ”{ $expected }” i kolumnen ”{ $column_label }” och { $counts ->
        [unknown] räknas som okänt
       *[no] räknas inte som ”{ $value }”
    }: { $values }{ $further ->
        [0] { "" }
       *[other] { " " }och { $further } till
    }.
}
note-other-values-unnamed = { $n ->
    [one] En rad har ett annat värde än ”{ $expected }” i kolumnen ”{ $column_label }” och { $counts ->
        [unknown] räknas som okänt
       *[no] räknas inte som ”{ $value }”
    }.
   *[other] { $n } rader har andra värden än ”{ $expected }” i kolumnen ”{ $column_label }” och { $counts ->
        [unknown] räknas som okänt
       *[no] räknas inte som ”{ $value }”
    }.
}
note-among-unknown = { $n ->
    [one] En rad saknar uppgift om ”{ $column_label }”, så det är inte känt om den ska räknas med.
   *[other] { $n } rader saknar uppgift om ”{ $column_label }”, så det är inte känt om de ska räknas med.
}
note-among-otherwise = { $n ->
    [one] En person hör enligt ”{ $column_label }” till dem som målet gäller i en mätning men inte i en annan. Kontrollera kolumnen om ingen har bytt.
   *[other] { $n } personer hör enligt ”{ $column_label }” till dem som målet gäller i en mätning men inte i en annan. Kontrollera kolumnen om ingen har bytt.
}
note-rows-among-unknown = { $n ->
    [one] En rad{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } saknar uppgift om ”{ $column_label }”, så det är inte känt om målet gäller den. Den räknas inte med.
   *[other] { $n } rader{ $wave ->
        [none] { "" }
       *[other] { " " }i mätningen ”{ $wave }”
    } saknar uppgift om ”{ $column_label }”, så det är inte känt om målet gäller dem. De räknas inte med.
}
note-condition-unknown = { $n ->
    [one] En rad saknar uppgift om ”{ $column_label }”, eller har en uppgift som varken är det ena eller det andra.
   *[other] { $n } rader saknar uppgift om ”{ $column_label }”, eller har en uppgift som varken är det ena eller det andra.
}
note-partly-known = { $unit ->
    [share] Andelen kan vara
    [count] Antalet kan vara
   *[other] Värdet kan vara
} från { AMOUNT($low, $unit) } till { AMOUNT($high, $unit) }, beroende på vad som gäller för { $n ->
    [one] den enda som det inte finns säker uppgift om
   *[other] de { $n } som det inte finns säker uppgift om
}.
note-nothing-known = Det finns ingen uppgift om någon av dem som målet gäller.

## Anmärkningar om ärenden

note-restricted-to = Högst { DAYS($days, $unit) } räknas av varje ärende.
note-closed-within = Andelen gäller ärenden som avslutats inom { DAYS($days, $unit) }.
note-limit-missing = { $n ->
    [one] Ett ärende saknar uppgift om hur lång tid det får ta, och räknas inte med.
   *[other] { $n } ärenden saknar uppgift om hur lång tid de får ta, och räknas inte med.
}
note-cases-withdrawn = { $n ->
    [one] Ett ärende återkallades. Det ingår bland alla ärenden men är varken avslutat i tid eller öppet.
   *[other] { $n } ärenden återkallades. De ingår bland alla ärenden men är varken avslutade i tid eller öppna.
}
note-withdrawn-as-open = { $n ->
    [one] Ett ärende återkallades. Det räknas som öppet fram till dess, och säger ingenting om tiden därefter.
   *[other] { $n } ärenden återkallades. De räknas som öppna fram till dess, och säger ingenting om tiden därefter.
}
note-all-closed = Alla ärenden i mätningarna är avslutade. Genomsnittet gäller därför hela handläggningstiden.
note-carried-on = Alla gamla ärenden var redan avslutade, så de sista dagarna har fått uppskattas. Skillnaden kan därför vara fel med högst { DAYS($at_most, $unit, decimals: 1) }.
note-tau-shortened = Planen anger { DAYS($wanted, $unit) }, men ärendena följdes bara i { DAYS($days, $unit) }{ $waves ->
    [one] { "" }
   *[other] { " " }i den ena mätningen
}. Därför räknas högst { DAYS($days, $unit) } av varje ärende.
note-curves-cross = Ingen av mätningarna är snabbare hela vägen: vid någon tidpunkt inom { DAYS($days, $unit) } är den ena säkert före, vid en annan tidpunkt den andra. Läs därför fler mått än ett.
note-case-types-left-out = Ärendetyper som är för få för att jämföras är inte med i jämförelsen: { $types } ({ $cases ->
    [one] ett ärende
   *[other] { $cases } ärenden
}).
note-case-type-missing = { $cases ->
    [one] Ett ärende saknar uppgift om ärendetyp och är inte med i jämförelsen.
   *[other] { $cases } ärenden saknar uppgift om ärendetyp och är inte med i jämförelsen.
}
note-groups-change-alike = Resultatet förutsätter att grupperna hade utvecklats lika om projektet inte hade funnits.

## Vilka som hör till projektet och till jämförelsegruppen

note-comparison-side-unknown = { $n ->
    [one] En saknar uppgift om ”{ $column_label }” och hör varken till projektet eller till jämförelsegruppen.
   *[other] { $n } saknar uppgift om ”{ $column_label }” och hör varken till projektet eller till jämförelsegruppen.
}
note-comparison-side-moved = { $n ->
    [one] En har bytt grupp (”{ $column_label }”) mellan mätningarna och räknas inte i någon av dem.
   *[other] { $n } har bytt grupp (”{ $column_label }”) mellan mätningarna och räknas inte i någon av dem.
}
note-comparison-other-values = { $n ->
    [one] En har ett annat värde än ”{ $project }” (projektet) och ”{ $comparison }” (jämförelsegruppen) i kolumnen ”{ $column_label }” och hör till ingen av dem: { $values }.
   *[other] { $n } har andra värden än ”{ $project }” (projektet) och ”{ $comparison }” (jämförelsegruppen) i kolumnen ”{ $column_label }” och hör till ingen av dem: { $values }.
}
note-comparison-other-values-unnamed = { $n ->
    [one] En har ett annat värde än ”{ $project }” (projektet) och ”{ $comparison }” (jämförelsegruppen) i kolumnen ”{ $column_label }” och hör till ingen av dem.
   *[other] { $n } har andra värden än ”{ $project }” (projektet) och ”{ $comparison }” (jämförelsegruppen) i kolumnen ”{ $column_label }” och hör till ingen av dem.
}
note-groups-differ-before = Projektet och jämförelsegruppen låg olika redan före, så skillnaden i förändring kan inte tolkas som orsakad av projektet.
note-hidden-in-sample = { $n ->
    [one] För { $n } rad i urvalet är något inte känt. Osäkerhetsintervallet räcker så långt att det gäller vad som än skulle ha stått där.
   *[other] För { $n } rader i urvalet är något inte känt. Osäkerhetsintervallet räcker så långt att det gäller vad som än skulle ha stått där.
  }
note-same-periods-compared = { $per_year ->
    [12] Varje månad efter jämförs med samma månad under baslinjen, så att årstiden inte räknas in i förändringen.
   *[other] Varje kvartal efter jämförs med samma kvartal under baslinjen, så att årstiden inte räknas in i förändringen.
}
note-effect-without-margins = Jämförelsen med jämförelsegruppen räknas utan viktningen till kända fördelningar, som bara gäller projektet.

## Grupper och vikter

note-answered-resemble-within-groups = Svaren är viktade efter { $columns }. Det förutsätts att de som svarat inom varje sådan grupp liknar de andra i samma grupp.
    .clause = de som svarat inom varje grupp som svaren viktas efter liknar de andra i samma grupp
note-groups-counted = Hänsyn är tagen till att { $of ->
    [cases] ärenden
   *[answers] svar
} inom samma grupp liknar varandra. Det är { $groups ->
    [one] en grupp
   *[other] { $groups } grupper
}.
note-groups-considered = Hänsyn är tagen till att svar inom samma grupp liknar varandra. Det är { $groups ->
    [one] en grupp
   *[other] { $groups } grupper
}. Variansen är { NUMBER($effect, decimals: 1) } gånger så stor som om svaren hade varit oberoende av varandra.
note-too-few-groups = Svaren kommer från { $n ->
    [one] en enda grupp
   *[other] { $n } grupper
}, och det behövs minst { $needed } för att veta hur mycket grupper skiljer sig åt.
note-too-few-in-stratum = Det finns ett skikt med färre än { $needed } som svarat, och då går osäkerheten inte att beräkna.
note-not-of-groups-or-weights = Det här måttet finns inte för svar som viktas eller kommer från grupper.
note-cluster-unknown = { $n ->
    [one] En rad saknar uppgift om { $column }. Den räknas som en egen grupp.
   *[other] { $n } rader saknar uppgift om { $column }. De räknas som egna grupper.
}
note-weigh-unknown = { $n ->
    [one] En rad saknar uppgift om { $column } och kan inte viktas. Den räknas inte med.
   *[other] { $n } rader saknar uppgift om { $column } och kan inte viktas. De räknas inte med.
}
note-weights-contradict-known = Vikterna och de kända svaren motsäger varandra: med vikterna hamnar andelen utanför vad som är möjligt, från { AMOUNT($low, $unit) } till { AMOUNT($high, $unit) }, oavsett vad de som inte svarat hade sagt.
note-weights-uneven = Vikterna är så olika att de { $n } svaren är värda ungefär så mycket som { $worth } svar som väger lika.
note-weights-heavy = { $n ->
    [one] Ett svar väger
   *[other] { $n } svar väger
} mer än fem gånger så mycket som ett genomsnittligt svar, det tyngsta { $times } gånger så mycket. Resultatet hänger till stor del på dem.
note-group-too-small = Minst en av grupperna har färre än { $needed } svar. Därför visas inte skillnaden.
