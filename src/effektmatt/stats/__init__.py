"""Pure statistics over counts and small arrays: no dataframes, no words from the evaluators' world.

Import by full path. A difference is always first minus second (after minus before), a level 0.95 (never 95), and the
variant of a method stands in the result's `method`.

What answers which question is one table, `choices` (its lines are made of what `question` defines), and where each
method is published stands in `methods`; the evidence rooms take their methods from there.

- One share, finite populations, what remains possible: `share` (`without_replacement`); the probability of a target:
  `probability`, `share_curves`.
- Two shares: `share_difference` (independent, and their ratio), `paired_shares`, `paired_ratio`;
  intervals put together: `square_and_add`.
- Ordered answers: `ordinal_paired`, `signed_rank`, `ordinal_independent`, `trend`.
- Means: `mean`, `ratio_of_means`; some people linked and some not: `partly_linked`; less a comparison group:
  `comparison_group`.
- How many are enough for an interval that is only nearly right: `enough`.
- Without distributions: `sign_flip` (exact), `bootstrap` (BCa on units).
- Times with open cases: `survival`, `restricted_mean`, `log_rank`, `curve_differences`.
- Visits in units: `clusters`, `icc`; several reviewers: `agreement`.
- Indices of several items: `reliability`; what fools a change: `shifts`.
- Values over time: `series`; several tests: `multiple`; who answered against who there are: `weights`,
  `designs` (weights, strata and clusters of each person); cases withdrawn or with limits of their own: `competing`.
"""
