## Mål: det som ska nås.

target-none = Inget mål satt
target-at-least = minst { $amount }
# Alla: mer än 100 % finns inte, och därför sägs inte "minst".
target-all = { $amount }
target-at-most = högst { $amount }
target-in-every = minst { $amount } för varje { $group }
target-about = omkring { $amount } ({ $low } till { $high })
target-increase = en ökning
target-decrease = en minskning
target-relative = { $amount } (relativt)
# Inne i en mening: "målet, en ökning med 70 %, är …".
target-increase-inside = en ökning med { $amount }
target-decrease-inside = en minskning med { $amount }
target-increase-to = minst { $amount } (nivå)
target-decrease-to = högst { $amount } (nivå)
target-increase-time = minst { $amount } längre
target-decrease-time = minst { $amount } kortare
target-increase-count = minst { $amount } fler
target-decrease-count = minst { $amount } färre
target-increase-number = minst { $amount } högre
target-decrease-number = minst { $amount } lägre
# Skillnaden mellan två grupper vid samma tillfälle.
target-between = { $way ->
    [apart] högst { $amount } mellan { $first } och { $second }
    [more] minst { $amount } högre för { $first } än för { $second }
    [less] minst { $amount } lägre för { $first } än för { $second }
    [higher] högre för { $first } än för { $second }
   *[lower] lägre för { $first } än för { $second }
}
