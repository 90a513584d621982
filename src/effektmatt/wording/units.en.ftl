## Numbers with a unit. The number is already text; $form is "one" only for exactly 1.

unit-points = { $number } percentage { $form ->
    [one] point
   *[other] points
}
unit-days = { $number } { $form ->
    [one] day
   *[other] days
}
unit-working-days = { $number } working { $form ->
    [one] day
   *[other] days
}
unit-money = SEK { $number }

probability-above = more than { $percent }
probability-below = less than { $percent }
probability-about = about { $percent }

span = { $low } to { $high }
span-from = { $low } or more
span-to = { $high } or less

# The same inside a sentence: "lies between 82.1 and 89.3%".
between = between { $low } and { $high }
between-from = at { $low } or more
between-to = at { $high } or less

period = { $first } to { $last }
period-in-month = { $first }–{ $last }
period-from = from { $first }
period-until = until { $last }

list = { $first } and { $last }
alternatives = { $first } or { $last }
limits-low = at least { $low }
limits-high = at most { $high }
limits-both = { $low }–{ $high }
quoted = “{ $text }”
