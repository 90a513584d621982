## Targets: what is to be reached.

target-none = No target set
target-at-least = at least { $amount }
# Everybody: there is no more than 100 %, and so "at least" is not said.
target-all = { $amount }
target-at-most = at most { $amount }
target-in-every = at least { $amount } for every { $group }
target-about = about { $amount } ({ $low } to { $high })
target-increase = an increase
target-decrease = a decrease
target-relative = { $amount } (relative)
# Inside a sentence: "the target, an increase of 70%, has …".
target-increase-inside = an increase of { $amount }
target-decrease-inside = a decrease of { $amount }
target-increase-to = at least { $amount } (level)
target-decrease-to = at most { $amount } (level)
target-increase-time = at least { $amount } longer
target-decrease-time = at least { $amount } shorter
target-increase-count = at least { $amount } more
target-decrease-count = at least { $amount } fewer
target-increase-number = at least { $amount } higher
target-decrease-number = at least { $amount } lower
# The difference of two groups at one time.
target-between = { $way ->
    [apart] at most { $amount } between { $first } and { $second }
    [more] at least { $amount } higher for { $first } than for { $second }
    [less] at least { $amount } lower for { $first } than for { $second }
    [higher] higher for { $first } than for { $second }
   *[lower] lower for { $first } than for { $second }
}
