## Tal med enhet. Talet är redan skrivet som text; $form är "one" bara för exakt 1.

unit-points = { $number } { $form ->
    [one] procentenhet
   *[other] procentenheter
}
unit-days = { $number } { $form ->
    [one] dag
   *[other] dagar
}
unit-working-days = { $number } { $form ->
    [one] arbetsdag
   *[other] arbetsdagar
}
unit-money = { $number } kr

probability-above = mer än { $percent }
probability-below = mindre än { $percent }
probability-about = omkring { $percent }

span = { $low } till { $high }
span-from = { $low } eller mer
span-to = { $high } eller mindre

# Samma sak inne i en mening: "ligger mellan 82,1 och 89,3 %".
between = mellan { $low } och { $high }
between-from = på { $low } eller mer
between-to = på { $high } eller mindre

period = { $first } till { $last }
period-in-month = { $first }–{ $last }
period-from = från { $first }
period-until = till { $last }

list = { $first } och { $last }
alternatives = { $first } eller { $last }
limits-low = minst { $low }
limits-high = högst { $high }
limits-both = { $low }–{ $high }
quoted = ”{ $text }”
