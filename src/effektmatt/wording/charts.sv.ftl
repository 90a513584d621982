## Diagrammen: rubriker, ord i bilden och alternativtexter.

chart-as-table = Visa siffrorna som tabell
chart-no-value = Inget värde kunde räknas ut

## Kolumner i diagrammens tabeller

chart-column-goal = Mål
chart-column-target = Målnivå
chart-column-value = Utfall
chart-column-interval = Osäkerhetsintervall
chart-column-possible = Möjligt spann
chart-column-verdict = Bedömning
chart-column-result-against-target = Utfall mot målnivå

## Alla mål

chart-goal-title = { $title }: { $verdict }
chart-goals-title = Av { $n } mål är { $parts }
chart-goals-met = { $n } { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-likely-met = { $n } troligen { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-undetermined = { $n } ej { $n ->
    [one] avgjort
   *[other] avgjorda
}
chart-goals-likely-not-met = { $n } troligen ej { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-not-met = { $n } ej { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-not-assessable = { $n } inte { $n ->
    [one] möjligt
   *[other] möjliga
} att bedöma
chart-goals-no-target = { $n } utan satt målnivå
chart-goals-alt = Diagram med en rad per mål: utfallet som en punkt, osäkerhetsintervallet som en linje och målnivån som ett streck.
chart-goals-alt-row = { $title }: { $value }, mål { $target }. Bedömning: { $verdict }.
chart-goals-alt-whole = { $title }, alla delar sammantaget. Bedömning: { $verdict }.
chart-key-value = utfall
chart-key-interval = osäkerhetsintervall ({ $level })
chart-key-possible = möjligt, vad de som saknas än hade svarat
chart-key-target = målnivån är nådd

## Grupper

chart-everybody = Alla
chart-column-group = Grupp
chart-column-by = Indelning
chart-column-n = Antal
chart-column-n-before = Antal före
chart-column-n-after = Antal efter
chart-column-before = Före
chart-column-after = Efter
chart-column-difference = Förändring
chart-column-value-and-interval = Utfall och osäkerhet
chart-hidden = ”..” betyder att gruppen är för liten för att visas.
chart-groups-title = { $title }: { $value } bland alla, och så här i grupperna
chart-groups-title-target = { $title }: { $n } av { $total } grupper ligger på målnivån eller bättre
chart-groups-title-up = { $title }: högre efter än före i { $n } av { $total } grupper
chart-groups-title-down = { $title }: lägre efter än före i { $n } av { $total } grupper
chart-groups-alt = Diagram med en rad per grupp: värdet som en punkt och osäkerhetsintervallet som en linje.
chart-groups-alt-before-after = Diagram med en rad per grupp: värdet före som en ring och värdet efter som en fylld punkt.
chart-groups-alt-row = { $label }: { $value }.
chart-groups-alt-change = { $label }: { $before } före och { $after } efter ({ $difference }).
chart-groups-alt-hidden = { $label }: för få för att visas.
