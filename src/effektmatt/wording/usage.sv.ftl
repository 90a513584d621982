## Loggar, aktiviteter, pengar och publicerade index: vad som hittades, hur det är mätt, och vad som är fel.

# Under vilken tid användningar räknas; $period är redan skriven.
in-period = { " " }under tiden { $period }

found-active-share = { $hits } av { $of } ({ $value }) finns med { $times ->
    [1] minst en gång
   *[other] minst { $number } gånger
} i { $source }{ $period }
found-weekly-users = I genomsnitt finns { $value } olika personer per vecka i { $source } ({ $n ->
    [one] en vecka
   *[other] { $n } veckor
})
found-weekly-users-change = Antalet användare per vecka { $way ->
    [up] { WAY($way, "steg") } från i genomsnitt { $before } före { $date } till { $after } från och med den veckan
    [down] { WAY($way, "sjönk") } från i genomsnitt { $before } före { $date } till { $after } från och med den veckan
    [same] var i genomsnitt { $after } både före { $date } och från och med den veckan
   *[unsure] var i genomsnitt { $before } före { $date } och { $after } från och med den veckan, en skillnad{ $unsure }
}
found-weekly-users-level = Från och med { $date } är antalet användare per vecka i genomsnitt { $after }, mot { $before } dessförinnan
found-held = { $held } av { $expected } { $expected ->
    [one] planerad aktivitet
   *[other] planerade aktiviteter
} genomfördes
held-kind = { " " }av slaget { $kind }
found-full-dose = { $hits } av { $of } ({ $value }) har deltagit i minst { $hours } timmar
found-money-used = Av budgeten på { $budget }{ $post } är { $used } använda ({ $share }){ $way ->
    [less] , och { $rest } är inte använda
    [more] , alltså { $rest } { WAY($way, "mer") } än budgeten
   *[same] { "" }
}
found-money-without-budget = Ingen budget finns{ $post }, och { $way ->
    [used] { $amount } är använda: { $amount } { WAY($way, "över") } budgeten
    [income] { $amount } har kommit in
   *[same] ingenting är använt
}
found-money-came-in = Av budgeten på { $budget }{ $post } är ingenting använt; i stället har { $amount } kommit in
found-income = Av de budgeterade intäkterna på { $budget }{ $post } har { $amount } kommit in ({ $share }){ $way ->
    [less] , { $rest } { WAY($way, "mindre") } än budgeterat
    [more] , { $rest } { WAY($way, "mer") } än budgeterat
   *[same] { "" }
}
found-income-cost = De budgeterade intäkterna på { $budget }{ $post } har i stället blivit en kostnad på { $amount }
for-post = { " " }för { $post }
found-index-change = Värdet{ $called } { $way ->
    [up] { WAY($way, "steg") } från { $before } ({ $first }) till { $after } ({ $last }), en { WAY($way, "ökning") } med { $amount }
    [down] { WAY($way, "sjönk") } från { $before } ({ $first }) till { $after } ({ $last }), en { WAY($way, "minskning") } med { $amount }
   *[same] var { $after } både { $first } och { $last }
}
found-index-changes = { $named ->
    [none] { $moves }
   *[other] ”{ $named }”: { $moves }
}{ $list }
for-index = { " " }för ”{ $named }”
index-moves = { $way ->
    [several] av { $number }{ $compared ->
        [some] { " " }som går att jämföra
       *[all] { "" }
    } har { $moved }
   *[other] { $how ->
        [only] den enda
        [both] båda
       *[all] alla { $total }
    }{ $compared ->
        [some] { " " }som går att jämföra
       *[all] { "" }
    } har { $way ->
        [up] { WAY($way, "stigit") }
        [down] { WAY($way, "sjunkit") }
       *[same] samma värde som först
    }
}
index-moved = { $n ->
    [one] en
   *[other] { $number }
} { $way ->
    [up] { WAY($way, "stigit") }
    [down] { WAY($way, "sjunkit") }
   *[same] samma värde som först
}
found-index-level = Det senaste värdet{ $called } är { $after } ({ $last }), mot { $before } ({ $first })
found-index-some = Bara { $known } av { $total } enheter har värden att jämföra{ $list }
found-index-levels = Det { $which ->
    [highest] högsta
   *[lowest] lägsta
} av de senaste värdena{ $called } är { $value } ({ $unit_name })
index-deciding = { $which ->
    [highest] högst
   *[lowest] lägst
}: { $value } ({ $unit_name })
index-units = { "" }: { $list }
index-mean = ; i genomsnitt är det { $value }{ $interval }
index-decided = ; { $unit_name } avgör, med { $value }
index-gone = Värdet för { $wave_name } saknas, och det som är känt är tidigare: { $found }
index-one-unit = { $unit_name } från { $before } till { $after }
with-unit = { $number } { $unit }

how-active-share = Räknat i { $source }: varje person i registret eftersöks i loggen, och den som finns där { $times ->
    [1] minst en gång
   *[other] minst { $times } gånger
} räknas som användare.
how-weekly-users = Räknat i { $source }: olika personer per vecka, måndag till söndag. Ett XmR-diagram visar vad som är vanlig variation: gränserna ligger 2,66 gånger det genomsnittliga avståndet mellan två veckor från medelvärdet, och inga avstånd är borttagna. Medelvärdenas osäkerhetsintervall räknar med att veckor nära varandra kan likna varandra.
how-held = Räknat i { $source }: aktiviteter{ $kind } med en dag då de genomfördes, mot det antal som planen lovade.
how-full-dose = Räknat i { $source }: timmarna läggs ihop person för person och jämförs med { $hours } timmar. Alla i registret räknas, också de som inte har deltagit alls.
how-money-used = Räknat i { $source }: utfallet delat med budgeten. Beloppen räknas exakt, på öret.
how-index-change = Hämtat ur { $source }: det första värdet jämförs med det sista.{ $units ->
    [one] { "" }
   *[other] { $over ->
        [mean] { " " }Ett mål bedöms efter genomsnittet över enheterna.
       *[every] { " " }Ett mål är uppnått bara när alla enheter når det.
    }
}

## Vad som mäts, och metoder

measure-active-share = andel användare
measure-weekly-users = användare per vecka, i genomsnitt
measure-weekly-users-difference = förändring i användare per vecka
measure-weekly-users-jump = hopp i användare per vecka från den linje som redan fanns
    .if = som ett hopp från den linje som redan fanns
measure-weekly-users-season = förändring i användare per vecka mot samma veckor året innan
    .if = mot samma veckor året innan
measure-held = genomförda aktiviteter
measure-full-dose = andel som fått alla timmar
measure-money-used = andel av budgeten som är använd
measure-index-value = publicerat värde
measure-mean-index-change = genomsnittlig förändring över enheterna
measure-mean-index-value = genomsnittligt värde över enheterna
measure-mean-relative-change = genomsnittlig relativ förändring över enheterna
method-published-error = publicerat värde med sin angivna felmarginal
measure-index-change = förändring i publicerat värde
method-ar1 = t-intervall som räknar med att varje värde kan likna det närmast före (autoregression)
method-ledger = bokförda belopp, exakt räknade
method-published = publicerade värden, ingen beräkning

## Anmärkningar

note-users-not-in-register = { $n ->
    [one] En användare i loggen finns inte i registret och räknas inte med.
   *[other] { $n } användare i loggen finns inte i registret och räknas inte med.
}
note-users-not-in-register-counted = { $n ->
    [one] En användare i loggen finns inte i registret. Här räknas alla användare, även den.
   *[other] { $n } användare i loggen finns inte i registret. Här räknas alla användare, även de.
}
note-rebase-outside-log = Dagen då en ny period börjar, { DATE($day) }, ligger utanför loggen. Därför räknas allt som en enda period.
note-mark-outside-log = ”{ $mark }”, { DATE($day) }, ligger utanför de veckor som räknas och syns inte i diagrammet.
note-uses-outside-weeks = { $n ->
    [one] En användning ligger utanför de hela veckor som räknas.
   *[other] { $n } användningar ligger utanför de hela veckor som räknas.
}
note-weeks-too-alike = { $of ->
    [change] Veckorna liknar varandra så mycket att uppgifterna inte kan säga hur stor förändringen är. Intervallet omfattar därför också värden som är omöjliga.
   *[level] Veckorna liknar varandra så mycket att uppgifterna säger lite om hur många som i längden använder det under en vecka. Därför är osäkerheten stor.
}
note-too-few-weeks-for-error = Det är för få veckor för att räkna ut någon osäkerhet: { $n }, och det behövs minst { $needed }.
note-weeks-all-alike = Alla veckor är lika, så det går inte att räkna ut någon osäkerhet.
note-weekly-course = Veckorna { $since ->
    [none] { "" }
   *[other] från { DATE($since) }{ " " }
}är olika, så medelvärdet säger inte allt: som mest { $most } användare (veckan från { DATE($most_day) }{ $most_mark ->
    [none] { "" }
   *[other] , { $most_mark }
}), som minst { $least } (veckan från { DATE($least_day) }{ $least_mark ->
    [none] { "" }
   *[other] , { $least_mark }
}) och de sista { $weeks } veckorna i genomsnitt { NUMBER($last, decimals: 1) }.
note-too-few-weeks = Loggen har för få veckor för att visa vad som är vanlig variation: { $n }.
note-xmr-ordinary = Ingen vecka avviker från vad som är vanlig variation.
note-xmr-signals = { $n ->
    [one] En vecka av { $weeks } avviker från vad som är vanlig variation, eller ingår i ett mönster som gör det.
   *[other] { $n } veckor av { $weeks } avviker från vad som är vanlig variation, eller ingår i ett mönster som gör det.
}
note-no-uses = Loggen har ingen användning.
note-held-late = { $n ->
    [one] En aktivitet genomfördes senare än planerat.
   *[other] { $n } aktiviteter genomfördes senare än planerat.
}
note-not-held = { $n ->
    [one] En planerad aktivitet saknar uppgift om när den genomfördes och räknas som inte genomförd.
   *[other] { $n } planerade aktiviteter saknar uppgift om när de genomfördes och räknas som inte genomförda.
}
note-attended-not-in-register = { $n ->
    [one] En person i närvarolistan finns inte i registret och räknas inte med.
   *[other] { $n } personer i närvarolistan finns inte i registret och räknas inte med.
}
note-hours-missing = { $n ->
    [one] På en rad saknas timmarna. De räknas som noll.
   *[other] På { $n } rader saknas timmarna. De räknas som noll.
}
note-mean-hours = I genomsnitt har varje person i registret fått { NUMBER($mean, decimals: 1) } timmar. { $all ->
    [yes] Minst hälften har fått alla { NUMBER($full) } timmarna.
   *[no] Hälften har fått minst { NUMBER($median, decimals: 1) }.
}
note-outcome-missing = { $n ->
    [one] En post saknar utfall, så det går inte att säga hur mycket som är använt.
   *[other] { $n } poster saknar utfall, så det går inte att säga hur mycket som är använt.
}
note-reason-missing = { $way ->
    [more] { WAY($way, "Mer") } är använt än vad budgeten medger, och skälet är inte angivet. Skriv det i underlaget eller i planen.
    [lower] Intäkterna blev { WAY($way, "lägre") } än budgeterat, och skälet är inte angivet. Skriv det i underlaget eller i planen.
    [higher] Intäkterna blev { WAY($way, "högre") } än budgeterat, och skälet är inte angivet. Skriv det i underlaget eller i planen.
   *[less] Att pengar inte är använda är varken bra eller dåligt, men skälet är inte angivet. Skriv det i underlaget eller i planen.
}
note-reasons-missing = Skälet till att utfallet avviker från budgeten är inte angivet för { $posts }.
note-no-budget = Posten har ingen budget att jämföra med.
note-no-outcome = Posten har inget utfall.
note-cost-per-person = Kostnaden är { MONEY($amount) } per person ({ $people ->
    [one] en person
   *[other] { $people } personer
}).
note-index-not-applicable = Indexet gäller inte { $unit_name }, som inte räknas med.
note-index-unit-missing = { $unit_name } saknar värden att jämföra{ $why ->
    [dropped-out] { " " }(bortfall)
    [secret] { " " }(sekretess)
    [not-available] { " " }(uppgift finns inte)
   *[other] { "" }
}.
note-index-other-waves = { $named ->
    [no] Värdet för { $gone } saknas. Därför jämförs
   *[yes] För { $unit_name } saknas värdet för { $gone }. Där jämförs
} { $last } med { $first }.
note-decided-by-unit = { $which ->
    [highest] Högst
   *[lowest] Lägst
} av { $units } enheter är { $unit_name }, som avgör om alla når målet.
note-last-wave-missing = Det förutsätts att { $missing_wave }, som saknas, inte skiljer sig från { $last_wave }.
    .clause = { $missing_wave }, som saknas, inte skiljer sig från { $last_wave }
note-published-counts-all = Det förutsätts att värdena räknar alla. De är publicerade utan felmarginal, och bygger de på ett urval kan en förändring bero på slumpen.
    .clause = de publicerade värdena räknar alla
note-census-given-assumptions = Värdena tas som de är publicerade, utan felmarginal. Det förutsätts att de räknar alla: bygger de på ett urval kan en förändring bero på slumpen.
note-index-units-open = Någon enhet saknar värden, så det går inte att säga om alla når målet.
note-no-index-values = Det finns inte tillräckligt med värden att jämföra.

left-without-user = utan uppgift om person

## Tabeller

table-held = Planerat och genomfört
table-dose = Hur många timmar var och en har fått
table-money = Budget och utfall, i kronor
table-index = Värden
dose-none = Inga timmar
dose-between = Från { $low } till under { $high } timmar
dose-below = Mer än 0 men under { $high } timmar
dose-full = { $low } timmar eller mer
money-total = Totalt
money-reason-missing = skäl saknas
money-part = { $post } (del av { $under })
sign-dropped-out = bortfall
sign-not-applicable = ej aktuellt
sign-secret = sekretess
sign-not-available = uppgift finns inte
column-activity = Aktivitet
column-expected = Planerat
column-held = Genomfört
column-late = Varav senare än planerat
column-hours = Timmar
column-post = Post
column-budget = Budget
column-outcome = Utfall
column-unused = Ej använt
column-share-used = Använt
column-reason = Skäl
column-unit = Enhet
column-index = Indikator
column-change = Förändring
column-week = Vecka från
column-users = Användare
column-uses = Användningar
column-centre = Medelvärde
column-limits = Vanlig variation
column-signal = Mönster
column-began = Började

## Diagram

chart-held-title = { $total ->
    [one] { $kind }: { $held } av { $expected } genomfördes
   *[other] { $how ->
        [none] Inget av { $total } slags aktiviteter har hållits
        [both] Båda slagen av aktiviteter har hållits
        [all] Alla { $total } slags aktiviteter har hållits
       *[some] { $n } av { $total } slags aktiviteter har hållits
    } så många gånger som planerat
}
chart-retention-weeks = { $n ->
    [one] en vecka
   *[other] { $n } veckor
}
chart-held-alt = Diagram med en rad per slags aktivitet: en ram för det planerade, fylld så långt som aktiviteterna har genomförts.
chart-held-of = { $held } av { $expected }{ $late ->
    [0] { "" }
   *[other] { "" }, varav { $late } senare än planerat
}
chart-budget-title = { $used } av { $budget } är använda ({ $share })
chart-budget-title-over = { $used }, utan budget
chart-budget-title-none = Budgeten, post för post
chart-budget-alt = Diagram med en rad per post: en ram för budgeten, fylld så långt som utfallet räcker.
chart-budget-of = { $used } av { $budget } ({ $share })
chart-budget-no-outcome = budget { $budget }, inget utfall
chart-budget-no-budget = { $used }, ingen budget
chart-retention-title = { $weeks ->
    [one] { $share } av de nya användarna{ $shown } kom tillbaka veckan efter
   *[other] { $share } av de nya användarna{ $shown } kom tillbaka under nästa period om { $weeks } veckor
}
chart-retention-alt = Tabell med färgade rutor: en rad för dem som började samtidigt, en kolumn för varje senare period, och i rutan hur många procent som då var aktiva.
chart-retention-alt-row = Av { $n } som började { $first } var { $share } aktiva efter { $span ->
    [one] en vecka
   *[other] { $span } veckor
} och { $last } efter { $weeks ->
    [one] en vecka
   *[other] { $weeks } veckor
}.
chart-retention-columns = Andel aktiva så många veckor senare
chart-retention-note = { $weeks ->
    [one] En rad är de som använde det första gången den vecka som börjar den dagen.
   *[other] En rad är de som använde det första gången under de { $weeks } veckor som börjar den dagen.
} Två punkter (..) betyder att de är för få för att visas.
chart-index-title = { $title }: { $moves }
chart-index-title-one = { $title }: { $way ->
    [same] { $last } både först och sist
   *[moved] från { $first } till { $last }
}
chart-index-alt = { $n ->
    [one] Linjediagram, mätning för mätning.
   *[other] Linjediagram med { $n } linjer, mätning för mätning.
}
chart-index-alt-target = Målet, { $target }, är en linje tvärs över.
chart-weekly-title = Användare per vecka: i genomsnitt { $value }
chart-weekly-title-change = Användare per vecka: från i genomsnitt { $before } till { $after }
chart-weekly-alt = XmR-diagram över { $n } veckor från { $first }: användare per vecka med medelvärde och gränser för vanlig variation.
chart-weekly-alt-mark = Markerad dag: { $name }, { $day }.
chart-variation-ordinary = Den sista veckan: vanlig variation
chart-variation-up = Den sista veckan: mer än vanlig variation, { WAY($way, "uppåt") }
chart-variation-down = Den sista veckan: mer än vanlig variation, { WAY($way, "nedåt") }
chart-assurance-passes = En enskild vecka når målet
chart-assurance-fails = En enskild vecka når inte målet
chart-assurance-varies = En enskild vecka når målet ibland
chart-limit-high = Övre gräns { $value }
chart-limit-centre = Medelvärde { $value }
chart-limit-low = Nedre gräns { $value }
chart-limit-wanted = Mål { $value }
chart-signal-beyond-limit = { $way ->
    [up] { WAY($way, "Över") } den övre gränsen: { $first } till { $last }.
   *[down] { WAY($way, "Under") } den nedre gränsen: { $first } till { $last }.
}
chart-signal-run-one-side = { $way ->
    [up] Minst sju veckor i rad { WAY($way, "över") } medelvärdet: { $first } till { $last }.
   *[down] Minst sju veckor i rad { WAY($way, "under") } medelvärdet: { $first } till { $last }.
}
chart-signal-trend = { $way ->
    [up] Minst sju veckor i rad allt { WAY($way, "högre") }: { $first } till { $last }.
   *[down] Minst sju veckor i rad allt { WAY($way, "lägre") }: { $first } till { $last }.
}
chart-signal-two-of-three = { $way ->
    [up] Två av tre veckor nära den { WAY($way, "övre") } gränsen: { $first } till { $last }.
   *[down] Två av tre veckor nära den { WAY($way, "nedre") } gränsen: { $first } till { $last }.
}
signal-beyond-limit = utanför gränserna
signal-run-one-side = sju i rad på samma sida
signal-trend = sju i rad åt samma håll
signal-two-of-three = två av tre nära en gräns

## Fel

fault-date-outside-project = Dagen { DATE($got) } ligger utanför projekttiden{ $last ->
    [none] { "" }, som börjar { DATE($first) }
   *[other] { $first ->
        [none] { "" }, som slutar { DATE($last) }
       *[other] { "" }, { DATE($first) } till { DATE($last) }
    }
}.
    .mend = Rätta dagen, eller projektets start och end i planen.
fault-activity-not-expected = Aktiviteten ”{ $got }” finns inte i planen. Det som väntas är { $names }.
    .mend = Rätta namnet, eller lägg till aktiviteten under expected i planen.
fault-hours-negative = Antalet timmar är { $got }, men kan inte vara mindre än noll.
    .mend = Rätta talet.
fault-money-wrong = ”{ $got }” är inte ett belopp i kronor och ören.
    .mend = Skriv beloppet som 166 954,96.
fault-post-unknown = Posten som den här är en del av, ”{ $got }”, finns inte i filen.
    .mend = Rätta namnet, eller lägg till posten.
fault-post-in-circle = Posten ”{ $got }” är, genom andra poster, en del av sig själv.
    .mend = Rätta vilken post den är en del av.
fault-ledger-does-not-add-up = { $whole ->
    [plan] Posterna blir tillsammans { MONEY($found) }, men ska enligt planen bli { MONEY($wanted) }
   *[post] Delarna av ”{ $post }” blir tillsammans { MONEY($found) }, men posten är på { MONEY($wanted) }
}: { MONEY($difference) } { $way ->
    [more] för mycket
   *[less] för lite
}.
    .mend = Rätta beloppen så att summan stämmer.
fault-index-repeated = Samma värde (”{ $got }”) står redan på rad { $earlier }.
    .mend = Behåll en av raderna.
fault-index-wave-unknown = Mätningen ”{ $got }” finns inte under waves i planen, och är varken år, kvartal eller månad.
    .mend = Rätta namnet.
fault-index-one-wave = Indexet ”{ $index }” har bara en mätning{ $given ->
    [yes] { " " }({ $got })
   *[no] { "" }
}, så det går inte att se någon förändring.
    .mend = Lägg till en mätning till.
fault-plan-error-twice = Felet i de publicerade värdena är angivet på flera sätt, eller fast de räknar alla.
    .mend = Ange std_error eller margin, eller counted = true, men bara ett av dem.

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-log = Loggar: användning över tid
    .unknown = Det finns ingen logg som heter ”{ $got }” bland källorna.
kind-activities = Aktiviteter: planerade och genomförda
    .unknown = Det finns inga aktiviteter som heter ”{ $got }” bland källorna.
kind-ledger = Ekonomi: budget och utfall
    .unknown = Det finns inget ekonomiunderlag som heter ”{ $got }” bland källorna.
kind-index = Publicerade index: värden per enhet och mätning
    .unknown = Det finns inget index som heter ”{ $got }” i källan.
