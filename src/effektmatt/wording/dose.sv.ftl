## Förändringen hos dem som deltagit mindre och mer

how-dose = Vid den senare mätningen har de svarande också uppgett ”{ $dose }”. Förändringen visas för varje svar på den frågan, och sambandet mäts med Kendalls tau-b.
measure-change-by-dose-trend = samband mellan deltagande och förändring (Kendalls tau-b, från −1 till 1)

note-dose-trend = Av de { $of } som svarat båda gångerna har { $n } uppgett ”{ $label }”. { $way ->
    [up] Förändringen är i genomsnitt { WAY($way, "större") } hos dem som deltagit mer (Kendalls tau-b { NUMBER($tau, decimals: 2) }).
    [down] Förändringen är i genomsnitt { WAY($way, "mindre") } hos dem som deltagit mer (Kendalls tau-b { NUMBER($tau, decimals: 2) }).
   *[none] Det finns inget statistiskt säkerställt samband mellan hur mycket de deltagit och hur mycket de förändrats (Kendalls tau-b { NUMBER($tau, decimals: 2) }).
} De som deltar mer kan skilja sig från de andra också på andra sätt, till exempel i intresse eller arbetssituation. Ett samband säger därför inte i sig vad deltagandet betytt.
note-dose-no-trend = { $why ->
    [few] För få har uppgett ”{ $label }” för att det ska gå att säga om förändringen hänger ihop med deltagandet.
    [dose] Alla har uppgett samma svar på ”{ $label }”, så det går inte att säga om förändringen hänger ihop med deltagandet.
   *[change] Alla har förändrats lika mycket, så det går inte att säga om förändringen hänger ihop med ”{ $label }”.
}

chart-dose-title = { $title }: { $low } bland dem som svarat { $least } på ”{ $column }” och { $high } bland dem som svarat { $most }
chart-dose-label = Svaret { $dose }
chart-dose-alt = Diagram med en rad per svar på ”{ $column }”: den genomsnittliga förändringen som en punkt och osäkerhetsintervallet som en linje.
column-mean-change = Förändring i medelvärde
