## The change of those who took part in less and in more

how-dose = In the later wave people also gave “{ $dose }”. The change is shown for each answer to that question, and the association is measured with Kendall’s tau-b.
measure-change-by-dose-trend = association between participation and change (Kendall’s tau-b, from −1 to 1)

note-dose-trend = Of the { $of } who answered both times, { $n } gave “{ $label }”. { $way ->
    [up] The change is { WAY($way, "larger") } on average among those who took part in more (Kendall’s tau-b { NUMBER($tau, decimals: 2) }).
    [down] The change is { WAY($way, "smaller") } on average among those who took part in more (Kendall’s tau-b { NUMBER($tau, decimals: 2) }).
   *[none] There is no statistically established association between how much they took part in and how much they changed (Kendall’s tau-b { NUMBER($tau, decimals: 2) }).
} Those who take part in more may differ from the others in other ways too, such as interest or working conditions. An association does not in itself say what taking part has meant.
note-dose-no-trend = { $why ->
    [few] Too few gave “{ $label }” for it to be possible to say whether the change goes with taking part.
    [dose] Everybody gave the same answer to “{ $label }”, so it is not possible to say whether the change goes with taking part.
   *[change] Everybody changed by the same amount, so it is not possible to say whether the change goes with “{ $label }”.
}

chart-dose-title = { $title }: { $low } among those who answered { $least } to “{ $column }” and { $high } among those who answered { $most }
chart-dose-label = Answer { $dose }
chart-dose-alt = Chart with one row per answer to “{ $column }”: the mean change as a point and the uncertainty interval as a line.
column-mean-change = Change of mean
