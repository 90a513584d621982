## Meningar om ett mål och om vad som hittades. Meddelanden som börjar med found är satser utan punkt.

# Små tal skrivs med bokstäver i löpande text.
number-word = { $n ->
    [1] ett
    [2] två
    [3] tre
    [4] fyra
    [5] fem
    [6] sex
    [7] sju
    [8] åtta
    [9] nio
    [10] tio
    [11] elva
    [12] tolv
   *[other] { $n }
}

## Vilka det gäller. Ett villkor är antingen "Genomgått: ja" eller en fras som "har genomgått utbildningen".

whom-plain = som målet gäller
whom-conditions = som målet gäller ({ $conditions })
whom-phrase = som { $phrase }

gave-answer = gav svaret ”{ $answer }”
gave-highest = gav { $top ->
    [1] det högsta svaret
    [2] något av de två högsta svaren
    [3] något av de tre högsta svaren
   *[other] något av de { $top } högsta svaren
}
gave-mean = gav i genomsnitt minst { $least } av { $highest }{ $scales }
gave-mean-questions = { " " }på frågorna

## Vad som hittades

found-nothing = Det finns inget resultat att redovisa
found-hidden = Resultatet visas inte

found-share-improved = Av de { $population } { $whom } svarade { $answered ->
    [all] alla
   *[some] { $linked }
} båda gångerna{ $enough ->
    [no] , { $n } av dem på tillräckligt många av frågorna
   *[yes] { "" }
}, och av dem { $improved ->
    [any] skattar { $every ->
        [yes] alla
       *[no] { $hits }
    } ({ $value }) sig { $better ->
        [lower] lägre
       *[higher] högre
    } än före{ $over }
   *[other] har { $every ->
        [yes] alla
       *[no] { $hits }
    } ({ $value }) förbättrat sig{ $over }{ $rise }
}
found-share-improved-linked = { $improved ->
    [any] Av de { $n } som svarat båda gångerna skattar { $hits } ({ $value }) sig { $better ->
        [lower] lägre
       *[higher] högre
    } än före{ $over }
   *[other] Av de { $n } som svarat båda gångerna har { $hits } ({ $value }) förbättrat sig{ $over }{ $rise }
}
improved-rise = { $improved ->
    [reliable] , med mer än vad mätfelet kan förklara
   *[step] , med minst ett svarssteg
}
improved-by-chance = Om ingenting hade ändrats hade omkring { $share } ändå skattat sig { $better ->
    [lower] lägre
   *[higher] högre
}, eftersom svar varierar från gång till gång.
improved-turns = { $definition ->
    [reliable] Krävs en förändring som är större än mätfelet är det { $value }, och { $then }.
    [step] Krävs minst ett helt svarssteg är det { $value }, och { $then }.
   *[any] Räknas varje { $better ->
        [lower] sänkning
       *[higher] höjning
    } är det { $value }, och { $then }.
}
improved-turns-both = Krävs minst ett helt svarssteg är det { $step }, krävs en förändring som är större än mätfelet { $reliable }, och { $then }.
over-index = { " " }i { $labels } sammantaget
over-every = { " " }i vart och ett av områdena { $labels }

found-share = { $hits } av { $of } { $what } ({ $value })
found-share-answered = Av { $of } finns uppgift om { $n }, och { $hits } av dem ({ $value }) { $what }
found-weighed = { $value } när svaren viktas
found-share-survey = { $hits } av { $n } som svarade ({ $value }) { $gave }
of-plain = { $population } i { $source }
of-whom = de { $population } { $whom }
what-conditions = har { $conditions }

found-among = { $found }, bland dem { $whom }
found-count = Antalet i { $source } { $what } är { $value }{ $against }
found-count-of = { $value } av { $of } { $phrase }{ $against }
against-before = , mot { $before } före
found-count-every = Räknat per { $group } har { $reached } av { $units } minst { $least }{ $whom }{ $below }{ $open }
found-count-every-below = ; färre har { $list }
found-count-every-open = ; för { $list } saknas uppgifter
count-every-short = { $reached } av { $units }, per { $group }
found-count-every-all = Räknat per { $group } har alla { $units } minst { $least }{ $whom }
who-count = { " " }som { $phrase }
found-count-smallest = Det minsta antalet per { $group } är { $value }
some-names = { $names } och { $more ->
    [one] en till
   *[other] { $more } till
}
count-conditions = med { $conditions }
count-phrase = som { $phrase }

counted-at-least = minst { $value }
found-count-change = I { $source } { $way ->
    [up] { WAY($way, "ökade") } antalet från { $before } till { $after }
    [down] { WAY($way, "minskade") } antalet från { $before } till { $after }
    [about] var antalet i stort sett oförändrat ({ $both })
    [same] var antalet { $after } båda gångerna
   *[unsure] var antalet { $both }, men det går inte att säga åt vilket håll det har gått
}
# Varför det inte går att säga åt vilket håll något har gått; fortsätter "en skillnad på 3 procentenheter".
difference-unsure = { $why ->
    [few] , men underlaget är för litet för att säga vad den beror på
    [incomputable] , men hur säker den är går inte att räkna ut
    [unknown] , men de uppgifter som saknas kan vända på den
    [visitors] { " " }som kan bero på vilka som gjorde bedömningarna
    [trend] { " " }som kan vara en fortsättning på utvecklingen dessförinnan
    [season] { " " }som kan bero på årstiden
    [explained] { " " }som kan ha en annan förklaring
   *[chance] { " " }som kan bero på slumpen
}
found-share-change = Andelen som { $gave } { $way ->
    [up] { WAY($way, "steg") } från { $span }, en { WAY($way, "ökning") } med { $amount }
    [down] { WAY($way, "sjönk") } från { $span }, en { WAY($way, "minskning") } med { $amount }
    [about] var i stort sett oförändrad ({ $both })
    [same] var { $after } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $unsure }
}
found-score-change = Medelvärdet { $way ->
    [up] { WAY($way, "steg") } från { $span }, en { WAY($way, "ökning") } med { $amount }
    [down] { WAY($way, "sjönk") } från { $span }, en { WAY($way, "minskning") } med { $amount }
    [about] var i stort sett oförändrat ({ $both })
    [same] var { $after } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $unsure }
}
found-handling-time = Handläggningstiden { $way ->
    [up] { WAY($way, "ökade") } från i genomsnitt { $span }, en { WAY($way, "förlängning") } med { $amount }
    [down] { WAY($way, "minskade") } från i genomsnitt { $span }, en { WAY($way, "förkortning") } med { $amount }
    [about] var i genomsnitt i stort sett oförändrad ({ $both })
    [same] var i genomsnitt { $after } båda gångerna
   *[unsure] var i genomsnitt { $both }, en skillnad på { $amount }{ $unsure }
}
found-handling-time-standardised = Vid samma fördelning på { $standardise } { $way ->
    [up] { WAY($way, "ökade") } handläggningstiden från i genomsnitt { $span }, en { WAY($way, "förlängning") } med { $amount }
    [down] { WAY($way, "minskade") } handläggningstiden från i genomsnitt { $span }, en { WAY($way, "förkortning") } med { $amount }
    [about] var handläggningstiden i genomsnitt i stort sett oförändrad ({ $both })
    [same] var handläggningstiden i genomsnitt { $after } båda gångerna
   *[unsure] var handläggningstiden i genomsnitt { $both }, en skillnad på { $amount }{ $unsure }
}
# Det begränsade medelvärdet kallas vad det är.
of-first-days = { $before } av { $first } före och { $after } efter
found-first-days = Ett ärende var i genomsnitt öppet { $way ->
    [up] { $days }, en { WAY($way, "förlängning") } med { $amount }
    [down] { $days }, en { WAY($way, "förkortning") } med { $amount }
    [about] i stort sett lika länge båda gångerna ({ $days })
    [same] lika länge båda gångerna ({ $days })
   *[unsure] { $days }, en skillnad på { $amount }{ $unsure }
}
found-first-days-standardised = Vid samma fördelning på { $standardise } var ett ärende i genomsnitt öppet { $way ->
    [up] { $days }, en { WAY($way, "förlängning") } med { $amount }
    [down] { $days }, en { WAY($way, "förkortning") } med { $amount }
    [about] i stort sett lika länge båda gångerna ({ $days })
    [same] lika länge båda gångerna ({ $days })
   *[unsure] { $days }, en skillnad på { $amount }{ $unsure }
}
found-median-time = Mediantiden { $way ->
    [up] { WAY($way, "ökade") } från { $span }, en { WAY($way, "förlängning") } med { $amount }
    [down] { WAY($way, "minskade") } från { $span }, en { WAY($way, "förkortning") } med { $amount }
    [about] var i stort sett oförändrad ({ $both })
    [same] var { $after } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $unsure }
}
found-handling-time-level = Handläggningstiden var i genomsnitt { $value }{ $against }
found-first-days-level = Av { $first } var ett ärende i genomsnitt öppet { $value }{ $against }
found-median-time-level = Mediantiden var { $value }{ $against }
before-and-after = { $waves ->
    [named] { $before } ({ $first }) och { $after } ({ $last })
   *[plain] { $before } före och { $after } efter
}
found-before-and-after = { $what }: { $both }
found-closed-within = Andelen ärenden som avslutats inom { $limit } { $way ->
    [up] { WAY($way, "steg") } från { $span }, en { WAY($way, "ökning") } med { $amount }
    [down] { WAY($way, "sjönk") } från { $span }, en { WAY($way, "minskning") } med { $amount }
    [about] var i stort sett oförändrad ({ $both })
    [same] var { $after } båda gångerna
   *[unsure] var { $both }, en skillnad på { $amount }{ $unsure }
}
found-closed-within-level = { $value } av ärendena avslutades inom { $limit }{ $against }
limit-of-all = { DAYS($days, $unit) }
limit-of-each = den tid som gäller för vart och ett ({ $column })
how-closed-within = Räknat i { $source }: andelen av alla ärenden som avslutats inom { $limit }. Ärenden som fortfarande var öppna när tiden gått ut räknas som inte avslutade i tid, och de som inte följts så länge räknas så långt som de följts.{ $withdrawn ->
    [yes] { " " }Återkallade ärenden ingår bland alla ärenden men är varken avslutade i tid eller öppna.
   *[no] { "" }
}
first-days = { $days ->
    [1] { $unit ->
        [working-days] den första arbetsdagen
       *[other] den första dagen
    }
   *[other] { $unit ->
        [working-days] de första { $days } arbetsdagarna
       *[other] de första { $days } dagarna
    }
}

## Målet i en mening

goal-alone = målet
goal-with-target = målet, { $target },
goal-whole = hela målet
goal-only-with-target = det enda mål som prövas
goal-only = projektets enda mål
goal-sentence = { $found }; { $judged }.
goal-sentence-none = { $found }.
goal-sentence-parts = Målet har { $total } delar. { $parts } { $whole }.
goal-sentence-described = { $total } delar beskrivs utan målnivå. { $parts }
goal-part = { $judged }: { $found }.
goal-part-described = { $title }: { $found }.
goal-of-part = { $title }. { $text }

## Målet som kort i sammanfattningen

card-outcome = { $value }; målet är { $target }
card-counted = { $hits } av { $n } ({ $value })
card-sure = Så säkert är det:
card-part-interval = { $between }.
card-point-part = { $title } { $found }
card-point-parts = { $parts }
card-from-to = från { $before } till { $after }{ $by ->
    [yes] { " " }({ $value })
   *[no] { "" }
}
card-measured = { $value } ({ $measure })
decided-by = { $why ->
    [missing-may-overturn] Bedömningen vilar på vad utfallet blir om de som saknas skiljer sig måttligt från dem som svarat ({ $between }), och det rymmer målet.
    [rare-values-may-overturn] Bedömningen vilar på vad utfallet blir om några mycket höga värden saknas i underlaget ({ $between }), och det rymmer målet.
    [beyond-horizon] Bedömningen vilar på vad utfallet blir om ärenden som tar längre tid räknas med ({ $between }), och det rymmer målet.
    [rival-explanation] Bedömningen vilar på utfallet när andra förklaringar är borträknade ({ $between }), och det ger inte samma svar.
    [others-counted] Bedömningen vilar på utfallet när också de som inte gav något svar på skalan räknas med ({ $between }), och det ger inte samma svar.
    [far-too-few] Intervallet rymmer inte målet, men underlaget är för litet för att bedöma efter det.
   *[other] Bedömningen vilar på ett försiktigare intervall ({ $between }), och det rymmer målet.
}
card-interval = { $between }{ $assuming ->
    [no] { "" }
    [more] , om { $clause } och ytterligare { $n ->
        [one] ett antagande
       *[other] { $more } antaganden
    } håller
   *[yes] , om { $clause }
} ({ $level } procents säkerhet).
card-quoted = ”{ $title }”
card-intervals = { $named ->
    [yes] { $parts ->
        [one] intervallet för { $of }
       *[other] vart och ett av intervallen för { $of }
    }
   *[no] { $parts ->
        [one] intervallet för den del som har ett
       *[other] varje dels intervall
    }
} gäller med { $level } procents säkerhet{ $assuming ->
    [no] { "" }
    [more] , om { $clause } och ytterligare { $n ->
        [one] ett antagande
       *[other] { $more } antaganden
    } håller
   *[yes] , om { $clause }
}.
value-of-unit = { $value } ({ $unit_name })

## Hur säkert det är

certain-interval = { $assuming ->
    [yes] Om { $assumptions } ligger { $what } { $between } ({ $level } procents säkerhet).
   *[no] Med { $level } procents säkerhet ligger { $what } { $between }.
}
certain-and-if = om { $clause }
certain-explained = Osäkerhetsintervallet är uträknat så att det i { $level } fall av 100 omfattar det verkliga värdet.
certain-probability = Sannolikheten att målet är uppnått är { $probability }{ $prior ->
    [jeffreys] { " " }(räknat med Jeffreys apriorifördelning)
   *[none] { "" }
}{ $assuming }.
certain-assuming = , om { $assumptions }
certain-assuming-same = { " " }under samma förutsättning
certain-mean = Medelvärdet för dem som svarat båda gångerna var { $before } före och { $after } efter.
certain-mean-of = Medelvärdet för dem som svarat båda gångerna var { $before } före och { $after } efter, där { $highest } är det högsta möjliga.
certain-change = { $sure ->
    [likely] Förändringen är troligen verklig: hela osäkerhetsintervallet ({ $interval }) ligger på samma sida om noll, men det bygger på antaganden som inte går att pröva.
    [few] Hela osäkerhetsintervallet ({ $interval }) ligger på samma sida om noll, men underlaget är för litet för att förändringen ska räknas som säkerställd.
    [explained] Hela osäkerhetsintervallet ({ $interval }) ligger på samma sida om noll, men förändringen kan ha en annan förklaring.
    [yes] Förändringen är statistiskt säkerställd: hela osäkerhetsintervallet ({ $interval }) ligger på samma sida om noll.
   *[no] Förändringen är inte statistiskt säkerställd: osäkerhetsintervallet ({ $interval }) rymmer också möjligheten att ingenting har förändrats.
}
certain-so = { $sure ->
    [likely] Förändringen är alltså troligen verklig, men det bygger på antaganden som inte går att pröva.
    [few] Underlaget är ändå för litet för att förändringen ska räknas som säkerställd.
    [explained] Förändringen kan ändå ha en annan förklaring.
    [yes] Förändringen är alltså statistiskt säkerställd.
   *[no] Förändringen är alltså inte statistiskt säkerställd.
}
what-share = andelen
what-share-of = andelen bland alla { $population }
what-relative = den relativa förändringen
what-difference = förändringen
what-number = värdet

possible-range = { $missing ->
    [one] Vad den enda som saknas än hade svarat ligger andelen { $between }.
   *[other] Vad de { $missing } som saknas än hade svarat ligger andelen { $between }.
}
tipping-needed = { $missing ->
    [one] Den enda som saknas
   *[other] Av de { $missing } som saknas
} måste { $all ->
    [one] räknas
    [yes] alla räknas
   *[no] minst { $needed } räknas
} in för att målet ska vara uppnått.
    .holds = { $holds ->
        [yes] Det håller om { $all ->
            [no] minst { $needed } av de { $missing } som saknas ({ $share }) räknas in.
           *[yes] alla { $missing } som saknas räknas in.
        }
       *[no] Målet är uppnått om { $all ->
            [no] minst { $needed } av de { $missing } som saknas ({ $share }) räknas in.
           *[yes] alla { $missing } som saknas räknas in.
        }
    }
tipping-needed-improved = { $missing ->
    [one] Den enda som inte svarat båda gångerna
   *[other] Av de { $missing } som inte svarat båda gångerna
} måste { $all ->
    [one] ha
    [yes] alla ha
   *[no] minst { $needed } ha
} förbättrat sig för att målet ska vara uppnått.
    .holds = { $holds ->
        [yes] Det håller om { $all ->
            [no] minst { $needed } av de { $missing } som saknas ({ $share }) har förbättrat sig.
           *[yes] alla { $missing } som saknas har förbättrat sig.
        }
       *[no] Målet är uppnått om { $all ->
            [no] minst { $needed } av de { $missing } som saknas ({ $share }) har förbättrat sig.
           *[yes] alla { $missing } som saknas har förbättrat sig.
        }
    }
means-missing = { $holds ->
    [yes] Det håller för alla om
   *[no] Målet är uppnått för alla om
} { $moved ->
    [yes] den genomsnittliga förändringen
   *[no] medelvärdet
} bland { $missing ->
    [one] den enda som saknas
   *[other] de { $missing } som saknas
} är { $way ->
    [at-least] minst
   *[at-most] högst
} { $needed }.
means-missing-settled = { $way ->
    [lowest] { $missing ->
        [one] Det håller för alla även om den enda som saknas hade svarat lägst.
       *[other] Det håller för alla även om de { $missing } som saknas hade svarat lägst.
    }
   *[highest] { $missing ->
        [one] Det håller för alla även om den enda som saknas hade svarat högst.
       *[other] Det håller för alla även om de { $missing } som saknas hade svarat högst.
    }
}
means-missing-lost = { $missing ->
    [one] Räknat på alla kan målet inte vara uppnått, vad den enda som saknas än hade svarat.
   *[other] Räknat på alla kan målet inte vara uppnått, vad de { $missing } som saknas än hade svarat.
}
# Hur bra det hade behövt vara för att underlaget skulle ha räckt; $what är andelen, skillnaden, förändringen eller talet.
reach = För att ett underlag som det här ska visa, fyra gånger av fem, att { $of ->
    [part] delen är uppnådd
   *[goal] målet är uppnått
} måste { $what } i själva verket vara { $way ->
    [at-least] minst
   *[at-most] högst
} { $value }.
reach-none = Med ett så litet underlag kunde { $of ->
    [part] delen knappast ha visats uppnådd, även om den är det
   *[goal] målet knappast ha visats uppnått, även om det är det
}.
tipping-settled = { $missing ->
    [one] Målet är uppnått även om den enda som saknas inte räknas in.
   *[other] Målet är uppnått även om ingen av de { $missing } som saknas räknas in.
}
tipping-lost = { $missing ->
    [one] Målet kan inte nås ens om den enda som saknas räknas in.
   *[other] Målet kan inte nås ens om alla { $missing } som saknas räknas in.
}

## Andra sätt att mäta, och andra läsningar av målet

beside-same = Utfallet blir { $list }. Bedömningen blir densamma.
beside-one = { $value } { $if }
beside-differs = { $if } blir utfallet { $value }, och { $judged }.
beside-measure = räknat som { $measure }
reading = Läst som { $target }: { $judged }, utfallet är { $value }.{ $chosen ->
    [yes] { " " }Det är den läsning som planen anger.
   *[no] { "" }
}
reading-unreachable = Läst som { $target } kan målet inte bedömas. { $reason }

## Grupper som inte når målet

missing-target = Färre än { $least } har { $list }.
group-value = { $group } ({ $value })

## Hur målet är mätt

how-share-improved = Mätt i { $source }: andelen som svarat { $better ->
    [lower] lägre
   *[higher] högre
} efter än före{ $scales }{ $of }. { $improved ->
    [step] Den räknas som har { $better ->
        [lower] sänkt
       *[higher] höjt
    } sig minst ett steg på svarsskalan.
    [reliable] Den räknas vars { $better ->
        [lower] sänkning
       *[higher] höjning
    } är större än mätfelet (reliabel förändring).
   *[any] Varje { $better ->
        [lower] sänkning
       *[higher] höjning
    } räknas.
}
how-scales = { $questions ->
    [one] { " " }på frågan om { $labels }
   *[other] { " " }på frågorna om { $labels }
}
how-combine-index = Frågorna slås ihop till ett index.
how-combine-every = Det krävs en { $better ->
    [lower] sänkning
   *[higher] höjning
} i vart och ett av områdena.
how-of = , av alla { $whom }
how-share = Räknat i { $source }: andelen som { $what }{ $of }.
how-share-survey = Mätt i { $source }: andelen som { $gave }.
how-count = Räknat i { $source }: antalet { $what }.
how-count-change = Räknat i { $source }: antalet före och antalet efter.
how-share-change = Mätt i { $source }: andelen som { $gave }, vid båda mätningarna.
how-score-change = Mätt i { $source }: medelvärdet{ $scales }, vid båda mätningarna.
how-parts-apart = Delarna mäts var för sig.
how-waves = Mätningen ”{ $last }” jämförs med mätningen ”{ $first }”.
how-answers-all = Också svaren från dem som svarat bara den ena gången räknas.
how-handling-time = Mätt i { $source }: tiden från att ett ärende öppnades tills det avslutades, i { $unit ->
    [working-days] arbetsdagar
   *[calendar-days] kalenderdagar
}. { $counted ->
    [median] Mediantiden är den tid inom vilken hälften av ärendena avslutats, med de öppna ärendena medräknade.
    [whole] Alla ärenden är avslutade, och därför räknas hela tiden.
   *[first] Genomsnittet räknas över { $first }, så att också ärenden som fortfarande är öppna kommer med.
}
how-standardised = Skillnaden räknas vid samma fördelning på { $standardise }.

## Hela uppföljningen

several-goals-by-chance = { $number } mål bedöms med { $level } procents säkerhet var för sig. Om alla låg strax under sin nivå skulle minst ett ändå se ut som uppnått i { $times } av 100 sådana uppföljningar, av en slump.
summary-one = { $judged }.
summary = Av projektets { $total } mål är { $list }.
summary-with-target = Av de { $total } mål som kan bedömas är { $list }.
summary-alike = { $verdict ->
    [met] { $every } uppnådda
    [likely-met] { $every } troligen uppnådda
    [likely-not-met] troligen är { $none } uppnått
    [not-met] { $none } är uppnått
    [undetermined] för { $none } går det att avgöra om det är uppnått
   *[not-assessable] { $none } kan bedömas
}
summary-every = { $which ->
    [assessed] de { $number } mål som kan bedömas är { $n ->
        [2] båda
       *[other] alla
    }
   *[all] { $n ->
        [2] båda målen är
       *[other] alla { $number } mål är
    }
}
summary-none = inget av { $which ->
    [assessed] de { $number } mål som kan bedömas
    [with-target] de { $number } mål som har en nivå
   *[all] projektets { $n ->
        [2] båda
       *[other] { $number }
    } mål
}
summary-met = { $n ->
    [one] { $number } uppnått
   *[other] { $number } uppnådda
}
summary-likely-met = { $n ->
    [one] { $number } troligen uppnått
   *[other] { $number } troligen uppnådda
}
summary-undetermined = { $n ->
    [one] { $number } inte avgjort
   *[other] { $number } inte avgjorda
}
summary-likely-not-met = { $n ->
    [one] { $number } troligen inte uppnått
   *[other] { $number } troligen inte uppnådda
}
summary-not-met = { $n ->
    [one] { $number } inte uppnått
   *[other] { $number } inte uppnådda
}
summary-not-assessable = { $n ->
    [one] Ett mål kan inte bedömas.
   *[other] Det finns { $number } mål som inte kan bedömas.
}
summary-nothing-judged = { $n ->
    [one] Uppföljningen beskriver en punkt, utan målnivå.
   *[other] Uppföljningen beskriver { $number } punkter, alla utan målnivå.
}
summary-no-target = { $n ->
    [one] Dessutom beskrivs en punkt utan målnivå.
   *[other] Dessutom beskrivs { $number } punkter utan målnivå.
}

design-before-after = Uppföljningen jämför före och efter, utan någon jämförelsegrupp. Den visar vad som har förändrats, men inte om det var projektet som orsakade förändringen.
design-one-time = Uppföljningen beskriver läget vid ett tillfälle. Den jämför varken med tiden före eller med någon jämförelsegrupp, och visar därför inte om det var projektet som ledde dit.
design-comparison-group = Uppföljningen jämför projektets deltagare med en jämförelsegrupp. Skillnaden mellan grupperna kan tolkas som en effekt av projektet, om grupperna annars hade utvecklats lika.
design-comparison-group-unlike = Uppföljningen jämför projektets deltagare med en jämförelsegrupp. Skillnaden mellan grupperna kan tolkas som en effekt av projektet bara där de låg lika från början och annars hade utvecklats lika. För minst ett mål låg de olika redan före.
design-randomised = Lottning avgjorde vilka som fick ta del av projektet. Skillnaden mellan grupperna kan därför tolkas som en effekt av projektet.

limits-interval = Osäkerhetsintervallen i rapporten gäller med { $level } procents säkerhet. De räknar bara med slumpen, inte med att frågor kan missförstås eller att de som svarar kan skilja sig från dem som inte gör det.
limits-rounded = Talen är avrundade var för sig. Därför stämmer skillnader och summor inte alltid på sista siffran.
limits-self-rated = Svaren i enkäterna är de svarandes egna uppfattningar.
limits-hidden = Uppgifter som bygger på färre än { $means } personer visas inte, och fördelningar av svar visas inte för färre än { $distributions }. De är ersatta med två punkter (..).
limits-hidden-in-groups = Projektet har valt att visa resultat och utfall också för mål som bygger på färre än { $means } personer. I uppdelningar på grupper visas färre än { $means } personer inte, och fördelningar av svar visas inte för färre än { $distributions }. De är ersatta med två punkter (..).
limits-without-group = { $sources } har ingen uppgift om { $group } och kan inte delas upp på det.
limits-linked = Svar före och efter har kopplats ihop med en kod. En sådan kod är en pseudonym. Svaren ska därför hanteras som personuppgifter så länge koden finns kvar.

## Ett resultat för sig, som det visas i en anteckningsbok

estimate-sentence = { $measure }: { $value }{ $interval }. { $n ->
    [one] Bygger på en.
   *[other] Bygger på { $of }.
}
estimate-interval = { " " }({ $interval }, { $level } procents säkerhet)
estimate-missing = { $measure }: inget värde.
fulfilment-sentence = { $judged }: utfallet är { $value }.
fulfilment-none = Ingen målnivå är satt: utfallet är { $value }.
survey-answered = { $label }: { $before } svarade före och { $after } efter.{ $linked ->
    [no] { " " }Svaren går inte att koppla ihop, så före och efter är två oberoende mätningar.
   *[yes] { " " }Av dem har { $analysed } svar båda gångerna, och resultaten gäller dem.
}
mean-sentence = Medelvärdet { $way ->
    [up] { WAY($way, "steg") } från { $span }, en { WAY($way, "ökning") } med { $amount } ({ $interval }).
    [down] { WAY($way, "sjönk") } från { $span }, en { WAY($way, "minskning") } med { $amount } ({ $interval }).
    [about] var i stort sett oförändrat ({ $both }) ({ $interval }).
    [same] var { $after } båda gångerna ({ $interval }).
   *[unsure] var { $both }, en skillnad på { $amount } som inte är statistiskt säkerställd ({ $interval }).
}
improved-sentence = { $hits } av { $n } ({ $value }) har förbättrat sig.
times-left-out = { $n ->
    [one] Ett ärende räknas inte
   *[other] { $n } ärenden räknas inte
}: { $reasons }.
times-cases = { $wave }: { $n ->
    [0] inga ärenden.
    [one] ett ärende, { $open ->
        [0] avslutat
       *[other] fortfarande öppet
    } när mätningen gjordes.
   *[other] { $n } ärenden, { $open ->
        [0] alla avslutade
        [one] varav ett fortfarande öppet
       *[other] varav { $open } fortfarande öppna
    } när mätningen gjordes.
}
case-types = ärendetyper
times-mean = { $found } ({ $interval }).

## did the project do it?
report-cause = Berodde det på insatsen?
cause-none = Inget mål kunde jämföras med en jämförelsegrupp.
cause-unknown = { $title }: för få svarade i någon av grupperna för att jämföra dem.
cause-found = { $title }: { $moved } ({ $level } procents osäkerhetsintervall { $interval }).
cause-difference-in-differences = { $way ->
    [up] { WAY($way, "ökningen") }
   *[down] { WAY($way, "minskningen") }
} var { $more ->
    [same] lika stor som
    [more] { $amount } { $way ->
        [up] { WAY($more, "större") } än
       *[down] { WAY($more, "mindre") } än
    }
   *[less] { $amount } { $way ->
        [up] { WAY($more, "mindre") } än
       *[down] { WAY($more, "större") } än
    }
} i jämförelsegruppen
cause-difference-after = från samma läge före låg projektet { $more ->
    [same] lika högt efter som
    [more] { $amount } { WAY($more, "högre") } efter än
   *[less] { $amount } { WAY($more, "lägre") } efter än
} jämförelsegruppen
cause-improved-difference = andelen som har förbättrat sig var { $more ->
    [same] lika stor som
    [more] { $amount } { WAY($more, "större") } än
   *[less] { $amount } { WAY($more, "mindre") } än
} i jämförelsegruppen
cause-unlike = Redan före låg projektet { $amount } { $start ->
    [low] { WAY($start, "lägre") }
   *[high] { WAY($start, "högre") }
} än jämförelsegruppen ({ $interval }). { $nearer ->
    [yes] Grupper som från början ligger olika brukar närma sig varandra också utan insats (regression mot medelvärdet)
   *[no] Grupper som från början ligger olika utvecklas ofta olika också utan insats
}, och därför kan skillnaden inte tolkas som en effekt av projektet.
cause-group-project = Projektet
cause-group-comparison = Jämförelsegruppen
table-compared = Projektet och jämförelsegruppen, före och efter
column-answers-before = Antal före
column-answers-after = Antal efter

## Två grupper vid samma tillfälle

found-group-difference = { $way ->
    [same] Lika: { $what } är { $first } för { $one } och { $second } för { $other }
   *[apart] Skillnaden är { $size }: { $what } är { $first } för { $one } och { $second } för { $other }
}
group-difference-share = andelen som { $gave }
group-difference-mean = medelvärdet
how-group-difference = Mätt i { $source }: { $what }{ $scales }{ $of }, för { $one } minus { $other } (”{ $by }”), vid samma tillfälle.
table-two-groups = Grupperna var för sig (”{ $by }”)
what-between = skillnaden
certain-so-between = { $sure ->
    [likely] Skillnaden är alltså troligen verklig, men det bygger på antaganden som inte går att pröva.
    [few] Underlaget är ändå för litet för att skillnaden ska räknas som säkerställd.
    [explained] Skillnaden kan ändå ha en annan förklaring.
    [yes] Skillnaden är alltså statistiskt säkerställd.
   *[no] Skillnaden är alltså inte statistiskt säkerställd.
}

# What a kind of evidence is called where it is chosen (effektmatt new), and when the plan names one that is not there.
kind-register = Register: deltagare, verksamheter eller annat som räknas
    .unknown = Det finns inget register som heter ”{ $got }” bland källorna.
kind-survey = Enkäter: före och efter, eller flera mätningar
    .unknown = Det finns ingen enkät som heter ”{ $got }” bland källorna.
kind-cases = Ärenden: handläggningstider
    .unknown = Det finns ingen ärendekälla som heter ”{ $got }” bland källorna.

## Ett resultat på skärmen (print)

short-goal = { $title }: { $outcome }{ $target ->
    [none] { "" }
   *[other] { " " }(mål: { $target })
}
estimate-method = Metod: { $method }{ $source ->
    [none] .
   *[other] { " " }({ $source }).
}
short-more = Alla ord: .in_words(). Alla tal: .to_frame(). Ett mål: [id], till exempel { $id }.
short-rest = … och { $n } rader till: .in_words() säger allt.
