## Kommandot verify: står det kvar i den färdiga rapporten som stod där när den skrevs?

command-help-verify = jämför en färdig rapport med resultaten, planen och datafilerna: vad har ändrats sedan den skrevs?
command-help-verify-json = skriv det som hittades som JSON, för andra program
verify-clean = Rapporten stämmer: allt som jämfördes säger detsamma som när den skrevs.
verify-differs = { $n ->
    [one] En sak stämmer inte
   *[other] { $n } saker stämmer inte
} med det som skrevs:
verify-at = { $kind ->
    [pdf] sidan { $at }
    [docx] stycke { $at }
   *[xlsx] cell { $at }
}
verify-about = ”{ $what }”
verify-what-changed = här står ”{ $stands }”, men det ska stå ”{ $expected }”.
verify-what-missing = här saknas ”{ $expected }”.
verify-what-section-missing = avsnittet ”{ $expected }” saknas, eller bara dess rubrik.
verify-what-moved = ”{ $expected }” har flyttats hit från en annan plats. Under fel rubrik säger det något annat.
verify-what-added-row = raden ”{ $stands }” har lagts till i en av rapportens tabeller.
verify-what-drawn = diagrammet är inte det som skrevs. Gör rapporten på nytt, eller lägg tillbaka diagrammet.
verify-what-results-leaf = på platsen { $at } står ett annat värde än det som rapporten visar: ”{ $stands }” i rapporten, ”{ $expected }” enligt resultatet.
verify-what-results-sealed = filen har ändrats sedan den skrevs. Gör rapporten på nytt.
verify-what-plan = planen har ändrats sedan rapporten skrevs. Gör rapporten på nytt, eller ta tillbaka planen som den var.
verify-what-data = filen har ändrats sedan rapporten skrevs. Gör rapporten på nytt, eller ta tillbaka filen som den var.
verify-what-data-gone = filen går inte att läsa, så det går inte att se om den har ändrats sedan rapporten skrevs.
verify-no-project = Planen och datafilerna jämfördes inte, för rapporten ligger inte i projektets mapp. Ange mappen med --project.
verify-no-key = Planen, datafilerna och results.json jämfördes inte: projektets nyckel (filen .effektmatt-key) finns inte i mappen. Lägg tillbaka den ur en säkerhetskopia.
verify-other-key = Planen, datafilerna och results.json jämfördes inte: nyckeln i mappen (.effektmatt-key) är inte den som rapporten skrevs med. Lägg tillbaka den ur en säkerhetskopia.
verify-no-seal = Om results.json har ändrats går inte att säga: den skrevs utan nyckel.
verify-file = { $file }: { $state ->
    [untouched] orörd sedan den skrevs
    [agrees] har sparats om men säger detsamma
    [differs] stämmer inte
    [absent] finns inte i mappen och jämfördes inte
   *[other] är inte en version av rapporten och jämfördes inte
}{ $added ->
    [0] .
    [one] . En del har lagts till eller skrivits om för hand och jämfördes inte.
   *[other] . { $added } delar har lagts till eller skrivits om för hand och jämfördes inte.
}
verify-drawings = { $n ->
    [one] Ett diagram är orört.
   *[other] { $n } diagram är orörda.
}
fault-verify-no-results = I mappen finns inga resultat att jämföra rapporten med.
    .mend = Ange mappen som rapporten skrevs till, med results.json från den här versionen. Annars: gör rapporten på nytt.
fault-verify-no-project = I mappen finns inte planen som rapporten skrevs efter.
    .mend = Ange projektets mapp, den med plan.toml.
fault-verify-unreadable = Filen är skadad eller skyddad med lösenord och går inte att jämföra.
    .mend = Öppna den i programmet som den hör till, spara den utan lösenord och kör igen.
fault-verify-too-large = Filen växer till mer än { $most } MB när den packas upp, och läses inte.
    .mend = Ta bort stora bilder ur den, eller skriv den på nytt med effektmatt report.
fault-verify-untagged = Pdf:en har ingen struktur som går att läsa: den är inläst som bild eller utskriven utan taggar.
    .mend = Exportera den på nytt från Word med ”Dokumentstrukturtaggar för hjälpmedel”, eller från LibreOffice som taggad pdf.
