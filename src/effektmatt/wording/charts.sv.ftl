## Diagrammen: rubriker, ord i bilden och alternativtexter.

chart-as-table = Visa siffrorna som tabell
chart-table = Siffrorna i diagrammet
chart-everybody = Alla som svarade vid respektive mätning, också de som bara svarade en gång.
chart-no-value = Inget värde kunde räknas ut
chart-hidden = Två punkter (..) betyder att för få svarade för att siffran ska kunna visas.
chart-share-and-count = { $share } ({ $n })

## Kolumner som bara diagrammens tabeller har

column-possible = Möjligt spann
column-result-against-target = Utfall mot målnivå
column-value-and-interval = Utfall och osäkerhet
column-change-in = { $unit ->
    [points] Förändring, procentenheter
    [days] Förändring, dagar
    [working-days] Förändring, arbetsdagar
   *[other] Förändring och osäkerhet
}
column-by = Indelning
column-n-before = Antal före
column-n-after = Antal efter
column-n-wave = Antal, { $wave }
column-difference = Förändring
column-missing = Saknas till { $least }
column-day = Dag
column-open-before = Öppna före
column-open-after = Öppna efter
column-open-wave = Öppna, { $wave }
column-followed-wave = Följda ärenden, { $wave }
column-followed-before = Följda ärenden före
column-followed-after = Följda ärenden efter
column-question = Fråga
column-definition = Vad som räknas

## Alla mål

chart-goal-title = { $title }: { $verdict }
chart-goals-title = { $described ->
    [0] Av { $number } mål är { $parts }
   *[other] { $judged ->
        [0] { $number } punkter som beskrivs utan mål
        [one] En av { $total } punkter har ett mål: { $parts }
       *[other] { $number } av { $total } punkter har ett mål: { $parts }
    }
}
chart-goals-more = Utfall mot målnivå, del { $page } av { $pages }
chart-goals-met = { $number } { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-likely-met = { $number } troligen { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-undetermined = { $number } inte { $n ->
    [one] avgjort
   *[other] avgjorda
}
chart-goals-likely-not-met = { $number } troligen inte { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-not-met = { $number } inte { $n ->
    [one] uppnått
   *[other] uppnådda
}
chart-goals-not-assessable = { $number } utan möjlig bedömning
chart-goals-alt = Diagram med en rad per mål: utfallet som en punkt, osäkerhetsintervallet som en linje och målnivån som ett streck.
chart-goals-alt-row = { $title }: { $value }{ $open ->
    [yes] , möjligt { $possible } vad de som saknas än hade svarat
   *[no] { "" }
}. Mål: { $target }. Bedömning: { $verdict }.
chart-goals-alt-none = { $title }: { $value }. { $verdict }.
chart-goals-alt-whole = { $title }, alla delar sammantaget. Bedömning: { $verdict }.
chart-key-value = utfall
chart-key-interval = osäkerhetsintervall ({ $level })
chart-key-possible = möjligt, vad de som saknas än hade svarat
chart-key-target = målnivån är nådd

## Grupper

chart-groups-between = … { $n ->
    [one] en grupp däremellan
   *[other] { $n } grupper däremellan
}
chart-groups-every = { $what ->
    [change] Alla gruppers förändring
   *[value] Alla gruppers utfall
}
chart-groups-title = { $title }: { $value }, uppdelat på grupper
chart-groups-title-target = { $title }: { $reached }
chart-reached-met = { $how ->
    [only] gruppen{ $shown } når målet
    [both] båda grupperna{ $shown } når målet
    [all] alla { $total } grupper{ $shown } når målet
    [named] { $names } når målet
   *[some] { $n } av { $total } grupper{ $shown } når målet
}
chart-reached-likely-met = { $how ->
    [only] gruppen{ $shown } når troligen målet
    [both] båda grupperna{ $shown } når troligen målet
    [all] alla { $total } grupper{ $shown } når troligen målet
    [named] { $names } når troligen målet
   *[some] { $n } av { $total } grupper{ $shown } når troligen målet
}
chart-reached-not-met = { $how ->
    [only] gruppen{ $shown } når inte målet
    [both] ingen av de båda grupperna{ $shown } når målet
    [all] ingen av de { $total } grupperna{ $shown } når målet
    [named] { $names } når inte målet
   *[some] { $n } av { $total } grupper{ $shown } når inte målet
}
chart-reached-likely-not-met = { $how ->
    [only] gruppen{ $shown } når troligen inte målet
    [both] troligen når ingen av de båda grupperna{ $shown } målet
    [all] troligen når ingen av de { $total } grupperna{ $shown } målet
    [named] { $names } når troligen inte målet
   *[some] { $n } av { $total } grupper{ $shown } når troligen inte målet
}
chart-reached-undetermined = { $how ->
    [only] om gruppen{ $shown } når målet går inte att avgöra
    [both] för ingen av de båda grupperna{ $shown } går det att avgöra om målet är nått
    [all] för ingen av de { $total } grupperna{ $shown } går det att avgöra om målet är nått
    [named] för { $names } går det inte att avgöra
   *[some] för { $n } av { $total } grupper{ $shown } går det inte att avgöra
}
chart-rows-shown = { " " }som visas
chart-rows-compared = { " " }som går att jämföra
chart-claims-title = { $title }{ $waves ->
    [named] { " " }({ $first } till { $last })
   *[plain] { "" }
}: { $claims }
chart-moved = { $way ->
    [up] { $sureness ->
        [sure] säkerställd { WAY($way, "ökning") } { $where }
        [likely] trolig { WAY($way, "ökning") } { $where }
       *[counted] { WAY($way, "ökning") } { $where }
    }
    [down] { $sureness ->
        [sure] säkerställd { WAY($way, "minskning") } { $where }
        [likely] trolig { WAY($way, "minskning") } { $where }
       *[counted] { WAY($way, "minskning") } { $where }
    }
    [same] ingen förändring { $where }
   *[unsure] { $where } går det inte att säga
}
chart-moved-none = ingen säkerställd förändring { $where }
chart-in = { $how ->
    [named] för { $names }
   *[counted] { $noun ->
        [area] { $how ->
            [only] i det område som visas
            [both] i båda områdena{ $shown }
            [all] i alla { $total } områden{ $shown }
           *[some] i { $n } av { $total } områden{ $shown }
        }
        [item] { $how ->
            [only] på den punkt som visas
            [both] på båda punkterna{ $shown }
            [all] på alla { $total } punkter{ $shown }
           *[some] på { $n } av { $total } punkter{ $shown }
        }
        [unit] { $how ->
            [only] vid den enhet som visas
            [both] vid båda enheterna{ $shown }
            [all] vid alla { $total } enheter{ $shown }
           *[some] vid { $n } av { $total } enheter{ $shown }
        }
        [question] { $how ->
            [only] på frågan
            [both] på båda frågorna{ $shown }
            [all] på alla { $total } frågor{ $shown }
           *[some] på { $n } av { $total } frågor{ $shown }
        }
       *[group] { $how ->
            [only] i den grupp som visas
            [both] i båda grupperna{ $shown }
            [all] i alla { $total } grupper{ $shown }
           *[some] i { $n } av { $total } grupper{ $shown }
        }
    }
}
chart-in-none = { $noun ->
    [area] { $total ->
        [one] i det område som visas
       *[other] i något av de { $total } områdena{ $shown }
    }
    [item] { $total ->
        [one] på den punkt som visas
       *[other] på någon av de { $total } punkterna{ $shown }
    }
    [unit] { $total ->
        [one] vid den enhet som visas
       *[other] vid någon av de { $total } enheterna{ $shown }
    }
    [question] { $total ->
        [one] på frågan
       *[other] på någon av de { $total } frågorna{ $shown }
    }
   *[group] { $total ->
        [one] i den grupp som visas
       *[other] i någon av de { $total } grupperna{ $shown }
    }
}
chart-groups-alt = Diagram med en rad per grupp: värdet som en punkt och osäkerhetsintervallet som en linje.
chart-groups-alt-before-after = Diagram med en rad per grupp: { $waves ->
    [named] { $first } som en ring, { $last } som en fylld punkt
   *[plain] värdet före som en ring, värdet efter som en fylld punkt
}, och bredvid förändringen med osäkerhetsintervallet som en linje.
chart-groups-alt-row = { $label }: { $value }.
chart-groups-alt-change = { $label }: { $waves ->
    [named] { $before } ({ $first }) och { $after } ({ $last }), skillnad { $difference }.
   *[plain] { $before } före och { $after } efter ({ $difference }).
}
chart-groups-alt-difference = { $difference }, osäkerhet { $interval }
chart-overturned-missing = För { $names } ligger hela intervallet på ena sidan om målet, men om de som saknas skiljer sig måttligt från dem som svarat kan det bli tvärtom.
chart-overturned-few = För { $names } ligger hela intervallet på ena sidan om målet, men underlaget är för litet för en bedömning.
chart-overturned-no-answers = För { $names } ligger hela intervallet på ena sidan om målet, men där är de som inte gav något svar på skalan (som ”vet ej”) säkert fler eller färre än före.
chart-groups-target = Det skuggade fältet visar var målet är nått: { $target }.
chart-groups-alt-hidden = { $label }: visas inte.

## Antal per avdelning

chart-counts-title = { $target }: { $n } av { $total }{ $shown } når dit{ $below ->
    [0] { "" }
   *[other] , { $below } har färre
}{ $open ->
    [0] { "" }
   *[other] , för { $open } saknas uppgifter
}
chart-counts-more = Diagrammet visar { $shown } av { $total } enheter, först och främst sådana som har färre. Tabellen har alla.
chart-counts-alt = Diagram med en rad per enhet i bokstavsordning: en punkt för var och en som finns, en ring för var och en som saknas.
chart-counts-alt-below = Färre har { $list }.
chart-counts-alt-below-some = Färre har bland andra { $list }.
chart-at-least = minst { $least }
chart-count-of = { $count } av { $least }
chart-key-one = en som finns
chart-key-missing = en som saknas
chart-key-below = färre än målet

## Deltagarnas väg

chart-flow-title = { $label }: { $end ->
    [linked] { $last } av { $first } svarade båda gångerna
    [linked-twice] { $last } av { $first } svarade minst två gånger
   *[other] av { $first } ingår { $last } i analysen
}
chart-flow-alt = Flödesdiagram uppifrån och ned, med bortfallet åt sidan.
chart-flow-alt-step = { $step }: { $n }.
chart-flow-alt-left = { $step }: { $n }. Utanför: { $reasons }.
chart-flow-at = { $step }: { $reason }

## Målträdet

column-tree-title = Målträd
column-tree-level = Nivå
column-tree-above = Under
chart-tree-title = { $judged ->
    [0] { "" }
    [one] ett mål
   *[other] { $goals_number } mål
}{ $described ->
    [0] { "" }
   *[other] { $judged ->
        [0] { "" }
       *[other] { " " }och{ " " }
    }{ $described ->
        [one] en punkt utan målnivå
       *[other] { $described_number } punkter utan målnivå
    }
} under { $tops }
chart-tree-alt = Målträd uppifrån och ned, med bedömningen vid varje mål.
chart-tree-alt-top = { $level }: { $title }.
chart-tree-alt-node = { $level }: { $title }, under { $above }.
chart-tree-alt-goal = { $level }: { $title }. Bedömning: { $verdict }.

## Flera mätningar

chart-waves-title = { $title }: { $waves ->
    [one] { $first } ({ $start })
   *[other] { $first } ({ $start }) och { $last } ({ $end })
}
chart-waves-alt = En punkt per mätning från vänster till höger, med osäkerhetsintervallet som en linje.
chart-waves-n = { $n } svar
chart-waves-few = visas inte

## Ärenden som ännu är öppna

chart-open-title-shorter = { $counted ->
    [first] Av { $first } är ärendena { $sureness ->
        [likely] troligen{ " " }
       *[sure] { "" }
    }öppna i genomsnitt { $amount } { WAY($way, "kortare") }
   *[whole] Ärendena avslutas { $sureness ->
        [likely] troligen{ " " }
       *[sure] { "" }
    }{ WAY($way, "snabbare") }: i genomsnitt { $amount } { WAY($way, "kortare") }
}{ $mix ->
    [same] { " " }vid samma ärendemix
   *[plain] { "" }
}
chart-open-title-longer = { $counted ->
    [first] Av { $first } är ärendena { $sureness ->
        [likely] troligen{ " " }
       *[sure] { "" }
    }öppna i genomsnitt { $amount } { WAY($way, "längre") }
   *[whole] Ärendena tar { $sureness ->
        [likely] troligen{ " " }
       *[sure] { "" }
    }{ WAY($way, "längre") } tid: i genomsnitt { $amount } { WAY($way, "längre") }
}{ $mix ->
    [same] { " " }vid samma ärendemix
   *[plain] { "" }
}
chart-open-title-unsure = Ingen säker skillnad i tid{ $counted ->
    [first] { " " }av { $first }
   *[whole] { "" }
}: i genomsnitt { $amount } { $way ->
    [longer] { WAY($way, "längre") }
   *[shorter] { WAY($way, "kortare") }
}{ $mix ->
    [same] { " " }vid samma ärendemix
   *[plain] { "" }
}
chart-open-title-same = { $counted ->
    [first] Av { $first } är ärendena öppna lika länge efter som före
   *[whole] Ärendena tar lika lång tid efter som före
}
chart-in-time-title-one = Inom { $limit } avslutades { $share }
chart-in-time-title = Inom { $limit } avslutades { $before } före och { $after } efter
chart-in-time-title-named = Inom { $limit } avslutades { $before } ({ $first }) och { $after } ({ $last })
chart-open-title-one = Hälften av ärendena avslutades inom { $median }
chart-open-title-none = Hur stor del av ärendena är ännu öppna, dag för dag?
chart-open-axis = Andel av ärendena som ännu är öppna så många dagar efter att de kom in
chart-open-limit = Inom { $limit }
chart-open-limit-share = { $after } avslutade
chart-open-limit-shares = { $before } → { $after } avslutade
chart-open-end = { $share } öppna
chart-open-followed = Ärenden som följs så länge
chart-open-median-none = inte nådd
chart-open-reading = Ytan mellan linjerna är skillnaden: i genomsnitt { $amount } { $way ->
    [longer] { WAY($way, "längre") }
   *[shorter] { WAY($way, "kortare") }
} per ärende{ $counted ->
    [first] { " " }av { $first }
   *[whole] { "" }
}.
chart-open-reading-mix = Vid samma ärendemix är det { $amount } { $way ->
    [longer] { WAY($way, "längre") }
   *[shorter] { WAY($way, "kortare") }
}.
chart-open-alt = Trappstegslinjer som visar hur stor andel av ärendena som ännu är öppna, dag för dag.
chart-open-alt-wave = { $wave }: { $n } ärenden, { $open ->
    [0] alla avslutade
   *[other] varav { $open } ännu inte var avslutade
}. Efter { $day } är { $share } öppna. Mediantid: { $median }.
chart-open-alt-limit = Avslutade inom { $limit }: { $waves ->
    [named] { $before } ({ $first }) och { $after } ({ $last }).
   *[plain] { $before } före och { $after } efter.
}

## Vilka som förbättrat sig

chart-improved = Bättre
chart-unchanged = Oförändrade
chart-worse = Sämre
chart-at-ceiling = Ingen plats för { $better ->
    [lower] sänkning
   *[higher] höjning
}
chart-ceiling-of = { $n } av { $of }
chart-improved-any = Varje { $better ->
    [lower] sänkning
   *[higher] höjning
} räknas
chart-improved-step = Minst ett svarssteg
chart-improved-reliable = Mer än mätfelet
chart-improved-step-threshold = { $better ->
    [lower] sänkning
   *[higher] höjning
} på minst { $amount }
chart-improved-reliable-threshold = { $better ->
    [lower] sänkning
   *[higher] höjning
} på mer än { $amount }
chart-improved-title = { $named ->
    [yes] { $title }: { $share }
   *[no] { $share }
} { $definition ->
    [step] har förbättrat sig med minst ett svarssteg
    [reliable] har en förbättring som är större än mätfelet
   *[any] skattar sig { $better ->
        [lower] lägre
       *[higher] högre
    } än före
}{ $weighed ->
    [yes] { " " }när svaren viktas ({ $counted } i diagrammet, utan vikter)
   *[no] { "" }
}
chart-improved-alt = Staplar, en per sätt att räkna: hur många som har förbättrat sig, är oförändrade och har försämrats.
chart-improved-alt-row = { $definition }: { $improved } har förbättrat sig, { $unchanged } är oförändrade och { $worse } har försämrats, av { $n }.{ $ceiling ->
    [0] { "" }
   *[other] { " " }{ $ceiling } stod så { $better ->
        [lower] lågt före att det inte fanns plats för en sänkning
       *[higher] högt före att det inte fanns plats för en höjning
    }.
}

## Svaren på varje fråga

chart-answers-title = { $label }: { $questions ->
    [1] så fördelar sig svaren
   *[other] svaren på varje fråga
}
chart-answers-of-part = { $part }. { $question }
chart-answers-alt = Staplar åt båda hållen från svarsskalans mitt, { $parts ->
    [1] en per fråga
   *[other] en per del och fråga
}. De högre svaren ligger till höger.
chart-answers-alt-row = { $label }: { $high } svarade över mitten. Svaren från det lägsta till det högsta: { $shares }.
chart-answers-unweighed = I diagrammet räknas alla svar lika. Andelen som jämförs med målet är viktad.
chart-items-title-none = { $label }: svaren på varje fråga
# Vad som ökade eller minskade är andelen svar över mitten.
chart-items-title = { $label }{ $waves ->
    [named] { " " }({ $first } till { $last })
   *[plain] { "" }
}, andelen höga svar: { $claims }
chart-items-alt-moved = { $linked ->
    [yes] Hos dem som svarat båda gångerna är skillnaden { $difference }, osäkerhet { $interval }.
   *[no] Skillnaden är { $difference }, osäkerhet { $interval }.
}
chart-items-alt = Staplar åt båda hållen från svarsskalans mitt, två per fråga: { $waves ->
    [named] först { $first }, sedan { $last }
   *[plain] svaren före och svaren efter
}. De högre svaren ligger till höger.
chart-items-alt-row = { $label }: { $waves ->
    [named] { $before } svarade över mitten i den första mätningen ({ $first }) och { $after } i den andra ({ $last }).
   *[plain] { $before } svarade över mitten före och { $after } efter.
}
chart-items-reversed = { $label } (omvänd fråga, svaren är vända)
chart-items-alt-hidden = { $label }: visas inte.
chart-part-of-scale = Axeln visar en del av skalan, från { $low } till { $high }.
chart-items-alt-answers = Svaren från det lägsta till det högsta: först { $before }, sedan { $after }.
chart-items-alt-scale = Svaren är, från det lägsta till det högsta, { $answers }.
