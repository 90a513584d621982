## Skäl till en bedömning

note-census = Alla är räknade, så det finns ingen statistisk osäkerhet att ta hänsyn till.
note-whatever-the-missing = Bedömningen håller oavsett vad de som saknas hade svarat.
note-interval = Hela osäkerhetsintervallet ligger på samma sida om målet.
note-interval-given-assumptions = Hela osäkerhetsintervallet ligger på samma sida om målet. Svaret bygger ändå på ett antagande som inte går att pröva här, och därför står det ”troligen”.
note-interval-contains-target = Målet ligger inom osäkerhetsintervallet. Därför går det inte att säga om det är nått.
note-no-interval = Resultatet bygger på för få uppgifter för att osäkerheten ska kunna beräknas (n = { $n }).
note-no-data = Det finns inga uppgifter att bedöma.
note-only-a-census = Ett mål som gäller alla kan bara visas vara nått när ingen saknas. { $missing ->
    [one] En saknas.
   *[other] { $missing } saknas.
}
note-unreachable-level = Målet { AMOUNT($needed, $unit) } ligger över det högsta möjliga värdet, { AMOUNT($ceiling, $unit) }.
note-unreachable-above = Målet går inte att nå: värdet var { AMOUNT($before, $unit) } före, så det skulle behöva bli { AMOUNT($needed, $unit) }, och det högsta möjliga är { AMOUNT($ceiling, $unit) }. Målet hade bara kunnat nås från högst { AMOUNT($highest_start, $unit) }.
note-unreachable-below = Målet går inte att nå: värdet var { AMOUNT($before, $unit) } före och kan inte minska så mycket.

## Antaganden. Attributet clause fortsätter en mening efter "om".

note-missing-resemble-answered = Resultatet förutsätter att de { $missing } som saknas liknar dem som svarat.
    .clause = de som inte svarat liknar dem som svarat
note-self-selected-resemble-all = Resultatet förutsätter att de som valde att svara liknar dem som inte gjorde det.
    .clause = de som valt att svara liknar dem som inte gjort det
note-open-cases-resemble = X
    .clause = xxx
