## Kompetensbehov och skattning i efterhand

found-need-met = { $hits } av { $n } som skattat sig når den nivå som yrkesrollen behöver i alla färdigheter ({ $value })
how-need-met = Räknat i { $source }: var och en skattar sin nivå i varje färdighet{ $scales }, och planen säger vilken nivå yrkesrollen behöver. Behovet är den nivå som behövs minus den skattade nivån, i genomsnitt för dem vars roll behöver färdigheten. Ett behov större än 0 betyder att nivån ligger under vad rollen behöver. De som inte skattat alla färdigheter som rollen behöver räknas inte i andelen.

measure-need-met = andel som når den nivå rollen behöver
measure-mean-score-then = medelvärde före, skattat i efterhand
measure-response-shift = förskjuten måttstock (i efterhand minus före)
measure-then-test-change = förändring enligt skattningen i efterhand
measure-share-improved-then-test = andel som förbättrat sig enligt skattningen i efterhand
    .if = om läget före är det som skattats i efterhand

note-role-unknown = { $n ->
    [one] En person har inte angett någon yrkesroll och kan inte räknas.
   *[other] { $n } personer har inte angett någon yrkesroll och kan inte räknas.
}
note-response-shift = I enkäten efter fick deltagarna också skatta hur det var före, med vad de vet nu (then-test, ”{ $label }”). De { $n } som gjort alla tre skattningarna satte { NUMBER($before, decimals: 2) } före och { NUMBER($then, decimals: 2) } när de såg tillbaka. { $way ->
    [lower] De bedömer alltså sitt tidigare jag { NUMBER($shift, decimals: 2) } { WAY($way, "lägre") } än de gjorde då. Det tyder på att måttstocken har flyttats, som ofta sker när man lär sig hur mycket det finns att kunna. Skillnaden mellan skattningarna efter och före blir i så fall mindre än vad deltagarna själva anser att de lärt sig.
    [higher] De bedömer alltså sitt tidigare jag { NUMBER($shift, decimals: 2) } { WAY($way, "högre") } än de gjorde då. Det tyder på att måttstocken har flyttats.
   *[none] Skillnaden är inte statistiskt säkerställd: det finns inget tydligt tecken på att måttstocken flyttats.
} Från skattningen i efterhand till { NUMBER($after, decimals: 2) } efter är förändringen { NUMBER($change, decimals: 2) }. Skattningen i efterhand bygger på minnet, och därför visas båda.
note-then-test = I enkäten efter fick deltagarna också skatta hur det var före, med vad de vet nu (then-test, ”{ $label }”). Från den skattningen till skattningen efter är förändringen { NUMBER($change, decimals: 2) } ({ $n ->
    [one] en person
   *[other] { $n } personer
}). Skattningen i efterhand bygger på minnet.

table-then = Skattat före, i efterhand och efter: ”{ $label }”
then-before = Före, skattat då
then-then = Före, skattat i efterhand
then-after = Efter
then-shift = Förskjuten måttstock: i efterhand minus då
then-change = Förändring enligt skattningen i efterhand: efter minus i efterhand
then-plain = Förändring enligt skattningarna då: efter minus före
column-rated = Skattning
column-mean = Medelvärde

table-need-roles = Nivå som yrkesrollerna behöver
column-role = Yrkesroll
table-need = Behov per enhet, { $wave }: nivå som behövs minus skattad nivå
table-need-note = Ett tal över 0 betyder att enheten i genomsnitt ligger under den nivå som behövs. Den som ligger över nivån väger upp den som ligger under, så också vid 0 och lägre kan det finnas behov. ”–” betyder att ingen i enheten har en roll som behöver färdigheten.
need-everybody = Alla
chart-need-title = { $wave }: { $hidden ->
    [0] behovet är
   *[other] bland de enheter som visas är behovet
} i genomsnitt störst i ”{ $skill }” ({ $unit }, { $need })
chart-need-title-none = { $wave }: alla enheter{ $hidden ->
    [0] { "" }
   *[other] { " " }som visas
} ligger i genomsnitt på eller över nivån
chart-need-title-hidden = { $wave }: för få har skattat för att behoven ska kunna visas
chart-need-alt = Tabell med färg: en rad per enhet, en kolumn per färdighet. Talet är den nivå som behövs minus den skattade nivån, i genomsnitt. Mörkare färg betyder större behov.
chart-need-alt-row = { $unit }: störst genomsnittligt behov i ”{ $skill }” ({ $need }).
chart-need-alt-none = { $unit }: i genomsnitt på eller över nivån i alla färdigheter.
chart-need-alt-hidden = { $unit }: dolt, för få har skattat.
chart-need-key = Nivå som behövs minus skattad nivå, i genomsnitt; också där genomsnittet är lågt kan enskilda ligga under nivån
chart-need-step-none = i genomsnitt på eller över nivån
chart-need-step = { $low } till { $high }
chart-need-step-over = över { $low }

fault-need-level-outside-scale = Nivån { $got } finns inte på skalan, som går från { $lowest } till { $highest }.
    .mend = Ange en nivå på skalan.
fault-role-without-needed = Yrkesrollen ”{ $got }” har inga nivåer i planen. Där finns { $names }.
    .mend = Rätta rollen i filen, eller lägg till den under needed i planen.
