"""Which statistic answers which question, by how the data hang together: the table that everything reads.

Evidence rooms take their method from here, `docs/methods.md` prints it, the report cites its sources
(`effektmatt.stats.methods`). To change a default is to change a line here.
"""

from __future__ import annotations

from typing import Any

from effektmatt.core import Interval
from effektmatt.stats import (
    agreement,
    ancova,
    bounded_means,
    cautious_shares,
    cluster_regression,
    clusters,
    comparison_group,
    competing,
    curve_differences,
    designs,
    enough,
    grouped,
    held_difference,
    icc,
    interrupted_series,
    log_rank,
    mean,
    multiple,
    ordinal_independent,
    ordinal_paired,
    paired_ratio,
    paired_shares,
    partly_linked,
    published,
    raking,
    ratio_of_means,
    reliability,
    restricted_mean,
    series,
    share,
    share_curves,
    share_difference,
    shifts,
    sign_flip,
    signed_rank,
    survival,
    trend,
    weighted_limits,
)
from effektmatt.stats.agreement import Agreement
from effektmatt.stats.curve_differences import TimeDifference
from effektmatt.stats.icc import IntraclassCorrelation
from effektmatt.stats.interrupted_series import InterruptedSeries
from effektmatt.stats.question import Assumption, Choice, Layout, Question, Scale
from effektmatt.stats.ratio_of_means import RatioInference
from effektmatt.stats.results import Inference, ShareInference
from effektmatt.stats.series import StepChange, XmrChart
from effektmatt.stats.shifts import ResponseShift
from effektmatt.stats.survival import Quantile
from effektmatt.stats.trend import Trend

_PEOPLE = (Assumption.INDEPENDENT,)
_WAVES = (Assumption.INDEPENDENT, Assumption.WAVES_INDEPENDENT)
_PARTLY = (Assumption.ONCE_LIKE_TWICE, Assumption.INDEPENDENT)
_UNITS = (Assumption.UNITS_INDEPENDENT,)
_CASES = (Assumption.CASES_INDEPENDENT, Assumption.OPEN_LIKE_CLOSED)
_WEIGHED = (Assumption.INDEPENDENT, Assumption.MARGINS_KNOWN)
_WEIGHED_UNITS = (Assumption.UNITS_INDEPENDENT, Assumption.MARGINS_KNOWN)
_PARALLEL = (Assumption.PARALLEL,)
_STEPS = (Assumption.EQUAL_STEPS,)
_ENOUGH = (Assumption.ENOUGH,)

# ---- shares ----------------------------------------------------------------------------------------------

SHARE: Question[Interval] = Question(
    code="share",
    scale=Scale.SHARE,
    choices={
        Layout.CENSUS: Choice(default=None, curve=share_curves.known),
        Layout.FINITE: Choice(
            default=share.hypergeometric,
            curve=share_curves.finite_share_curve,
            assumes=(Assumption.MISSING_LIKE_ANSWERED,),
        ),
        Layout.PROCESS: Choice(
            default=share.clopper_pearson,
            curve=share_curves.share_curve,
            assumes=_PEOPLE,
        ),
    },
)

SHARE_IN_UNITS: Question[ShareInference] = Question(
    code="share",
    scale=Scale.SHARE,
    choices={
        Layout.UNITS: Choice(
            default=clusters.clustered_share, assumes=_UNITS, enough=10, cautious=clusters.cautious_share_of_sums
        )
    },
)

#: One row per person: people in groups, with weights (design weights, known margins, strata), or both.
SHARE_OF_SAMPLE: Question[ShareInference] = Question(
    code="share",
    scale=Scale.SHARE,
    choices={
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_share,
            assumes=_UNITS,
            enough=10,
            cautious=grouped.cautious_share,
        ),
        Layout.WEIGHTED: Choice(
            default=designs.design_share, assumes=_WEIGHED, cautious=weighted_limits.cautious_weighted_share
        ),
        Layout.DESIGN: Choice(
            default=designs.design_share, assumes=_WEIGHED_UNITS, enough=10, cautious=grouped.cautious_share
        ),
    },
)

MEAN_OF_SAMPLE: Question[Inference] = Question(
    code="mean",
    scale=Scale.SCORE,
    choices={
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_mean,
            assumes=_UNITS + _STEPS,
            enough=10,
            skewness=grouped.skewness_of_mean,
            cautious=grouped.cautious_mean,
        ),
        Layout.WEIGHTED: Choice(
            default=designs.design_mean,
            also=(raking.raked_weights, designs.effective_n),
            assumes=_WEIGHED + _STEPS,
            enough=60,
            cautious=weighted_limits.bounded_weighted_mean,
        ),
        Layout.DESIGN: Choice(
            default=designs.design_mean, assumes=_WEIGHED_UNITS + _STEPS, enough=10, cautious=grouped.cautious_mean
        ),
    },
)

DIFFERENCE_OF_SAMPLES: Question[Inference] = Question(
    code="mean-difference",
    scale=Scale.SCORE,
    choices={
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_difference,
            assumes=_UNITS + _STEPS,
            enough=10,
            skewness=grouped.skewness_of_difference,
            cautious=grouped.cautious_difference,
        ),
        Layout.WEIGHTED: Choice(
            default=designs.design_difference,
            assumes=_WEIGHED + _STEPS,
            enough=60,
            cautious=weighted_limits.bounded_weighted_difference,
        ),
        Layout.DESIGN: Choice(
            default=designs.design_difference,
            assumes=_WEIGHED_UNITS + _STEPS,
            enough=10,
            cautious=grouped.cautious_difference,
        ),
    },
)

RATIO_OF_SAMPLES: Question[RatioInference] = Question(
    code="mean-ratio",
    scale=Scale.SCORE,
    choices={
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_ratio, assumes=(*_UNITS, *_STEPS, Assumption.POSITIVE), enough=10
        ),
        Layout.WEIGHTED: Choice(
            default=designs.design_ratio, assumes=(*_WEIGHED, *_STEPS, Assumption.POSITIVE), enough=60
        ),
        Layout.DESIGN: Choice(
            default=designs.design_ratio, assumes=(*_WEIGHED_UNITS, *_STEPS, Assumption.POSITIVE), enough=10
        ),
    },
)

NET_SHARE_IMPROVED: Question[Inference] = Question(
    code="net-share-improved",
    scale=Scale.ORDINAL,
    choices={
        Layout.PAIRED: Choice(
            default=ordinal_paired.net_share,
            also=(reliability.reliable_change_of_mean,),
            test=ordinal_paired.sign_test,
            assumes=_PEOPLE,
        )
    },
)

SHARE_DIFFERENCE: Question[Interval] = Question(
    code="share-difference",
    scale=Scale.SHARE,
    choices={
        Layout.INDEPENDENT: Choice(
            default=held_difference.held_newcombe,
            curve=share_curves.share_difference_curve,
            cautious=cautious_shares.melded_difference,
            assumes=_WAVES,
        ),
        Layout.PAIRED: Choice(
            default=paired_shares.tango,
            curve=share_curves.paired_difference_curve,
            cautious=cautious_shares.bounded_paired_share_difference,
            assumes=_PEOPLE,
        ),
    },
)

SHARE_DIFFERENCE_PARTLY_LINKED: Question[Inference] = Question(
    code="share-difference",
    scale=Scale.SHARE,
    choices={
        Layout.PARTLY_LINKED: Choice(default=partly_linked.partly_linked_share_difference, assumes=_PARTLY + _ENOUGH)
    },
)

SHARE_RATIO: Question[Interval] = Question(
    code="share-ratio",
    scale=Scale.SHARE,
    choices={
        Layout.INDEPENDENT: Choice(
            default=share_difference.koopman_ratio,
            curve=share_curves.share_ratio_curve,
            assumes=_WAVES,
            enough=20,
            cautious=cautious_shares.melded_ratio,
        ),
        Layout.PAIRED: Choice(
            default=paired_ratio.paired_ratio,
            curve=share_curves.paired_ratio_curve,
            assumes=_PEOPLE,
            cautious=cautious_shares.bounded_paired_share_ratio,
        ),
    },
)

# ---- ordered answers and scores ----------------------------------------------------------------------------

PROBABILITY_HIGHER: Question[Inference] = Question(
    code="probability-higher",
    scale=Scale.ORDINAL,
    choices={
        Layout.PAIRED: Choice(
            default=ordinal_paired.probability_higher_paired,
            test=signed_rank.signed_rank,
            assumes=_PEOPLE,
        ),
        Layout.INDEPENDENT: Choice(
            default=ordinal_independent.probability_higher,
            test=ordinal_independent.mann_whitney,
            assumes=_WAVES + _ENOUGH,
            enough=50,
            skewness=enough.of_placements,
        ),
        Layout.PARTLY_LINKED: Choice(
            default=partly_linked.partly_linked_probability_higher,
            assumes=_PARTLY + _ENOUGH,
            enough=20,
            skewness=enough.of_partly_linked_placements,
        ),
    },
)

MEAN: Question[Inference] = Question(
    code="mean",
    scale=Scale.SCORE,
    choices={
        Layout.PROCESS: Choice(
            default=mean.mean,
            assumes=_PEOPLE + _STEPS + _ENOUGH,
            skewness=enough.of_mean,
            cautious=bounded_means.bounded_mean,
        ),
        Layout.SERIES: Choice(default=series.series_mean, assumes=_ENOUGH, enough=50),
    },
)

MEAN_DIFFERENCE: Question[Inference] = Question(
    code="mean-difference",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=mean.paired_mean_difference,
            assumes=_PEOPLE + _STEPS,
            enough=10,
            skewness=enough.of_change,
            cautious=bounded_means.bounded_mean_change,
        ),
        Layout.INDEPENDENT: Choice(
            default=mean.mean_difference,
            assumes=_WAVES + _STEPS,
            enough=10,
            skewness=enough.of_difference,
            cautious=bounded_means.bounded_mean_difference,
        ),
        Layout.PARTLY_LINKED: Choice(
            default=partly_linked.partly_linked_mean_difference,
            assumes=_PARTLY + _STEPS,
            enough=20,
            skewness=enough.of_partly_linked_difference,
        ),
        Layout.UNITS: Choice(
            default=clusters.unit_mean_difference,
            also=(
                clusters.cluster_robust_contrast,
                cluster_regression.cluster_robust_coefficient,
            ),
            test=sign_flip.sign_flip_units,
            assumes=_UNITS + _STEPS,
            enough=10,
            skewness=enough.of_unit_differences,
        ),
        Layout.UNITS_DIFFER: Choice(
            default=clusters.cluster_robust_contrast, assumes=_UNITS + _STEPS, skewness=enough.of_contrast
        ),
        Layout.UNITS_ADJUSTED: Choice(default=cluster_regression.cluster_robust_coefficient, assumes=_UNITS + _STEPS),
    },
)

#: One number per unit, each as much worth.
MEAN_OVER_UNITS: Question[Inference] = Question(
    code="mean-over-units",
    scale=Scale.SCORE,
    choices={Layout.UNITS: Choice(default=mean.mean, assumes=_UNITS + _STEPS, enough=10, skewness=enough.of_mean)},
)

PUBLISHED_VALUE: Question[Inference] = Question(
    code="published-value",
    scale=Scale.SCORE,
    choices={Layout.PROCESS: Choice(default=published.published_value)},
)

PUBLISHED_DIFFERENCE: Question[Inference] = Question(
    code="published-difference",
    scale=Scale.SCORE,
    choices={
        Layout.INDEPENDENT: Choice(default=published.published_difference, assumes=(Assumption.WAVES_INDEPENDENT,))
    },
)

PUBLISHED_RATIO: Question[RatioInference] = Question(
    code="published-ratio",
    scale=Scale.SCORE,
    choices={
        Layout.INDEPENDENT: Choice(
            default=published.published_ratio, assumes=(Assumption.WAVES_INDEPENDENT, Assumption.POSITIVE)
        )
    },
)

STANDARDISED_DIFFERENCE: Question[Inference] = Question(
    code="standardised-difference",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=mean.hedges_g_av, assumes=_PEOPLE + _STEPS + _ENOUGH, enough=50, skewness=enough.of_change
        ),
        Layout.INDEPENDENT: Choice(default=mean.hedges_g, assumes=(*_WAVES, *_STEPS, Assumption.EQUAL_SPREAD)),
    },
)

MEAN_RATIO: Question[RatioInference] = Question(
    code="mean-ratio",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=ratio_of_means.paired_mean_ratio,
            assumes=(*_PEOPLE, *_STEPS, Assumption.POSITIVE),
            enough=10,
            skewness=enough.of_paired_ratio,
            cautious=bounded_means.bounded_paired_ratio,
        ),
        Layout.INDEPENDENT: Choice(
            default=ratio_of_means.mean_ratio,
            assumes=(*_WAVES, *_STEPS, Assumption.POSITIVE),
            enough=10,
            skewness=enough.of_ratio,
            cautious=bounded_means.bounded_mean_ratio,
        ),
        Layout.UNITS: Choice(
            default=ratio_of_means.unit_mean_ratio,
            assumes=(*_UNITS, *_STEPS, Assumption.POSITIVE),
            enough=10,
            skewness=enough.of_unit_ratio,
        ),
    },
)

DOSE: Question[Trend] = Question(
    code="dose-and-change",
    scale=Scale.ORDINAL,
    choices={Layout.PROCESS: Choice(default=trend.kendall_tau_b, assumes=_PEOPLE + _ENOUGH, enough=50)},
)

# ---- times -------------------------------------------------------------------------------------------------

MEDIAN_TIME: Question[Quantile] = Question(
    code="median-time", scale=Scale.TIME, choices={Layout.PROCESS: Choice(default=survival.quantile, assumes=_CASES)}
)

MEDIAN_TIME_DIFFERENCE: Question[TimeDifference] = Question(
    code="median-time-difference",
    scale=Scale.TIME,
    choices={
        Layout.INDEPENDENT: Choice(
            default=curve_differences.quantile_difference, test=log_rank.log_rank, assumes=_CASES
        )
    },
)

MEAN_TIME: Question[Inference] = Question(
    code="mean-time",
    scale=Scale.TIME,
    choices={
        Layout.CLOSED: Choice(
            default=mean.mean, assumes=(Assumption.CASES_INDEPENDENT, Assumption.ENOUGH), skewness=enough.of_mean
        ),
        Layout.PROCESS: Choice(default=restricted_mean.restricted_mean, assumes=_CASES + _ENOUGH, enough=200),
        Layout.SAME_MIX: Choice(
            default=restricted_mean.standardised_restricted_mean,
            assumes=(*_CASES, Assumption.MIX_KNOWN, Assumption.ENOUGH),
            enough=200,
        ),
    },
)

MEAN_TIME_DIFFERENCE: Question[Inference] = Question(
    code="mean-time-difference",
    scale=Scale.TIME,
    choices={
        Layout.CLOSED: Choice(
            default=mean.mean_difference,
            assumes=(Assumption.CASES_INDEPENDENT, Assumption.ENOUGH),
            enough=10,
            skewness=enough.of_difference,
        ),
        Layout.INDEPENDENT: Choice(
            default=restricted_mean.restricted_mean_difference,
            test=log_rank.log_rank,
            assumes=_CASES + _ENOUGH,
            enough=50,
            skewness=enough.of_times,
        ),
        Layout.SAME_MIX: Choice(
            default=restricted_mean.standardised_restricted_mean_difference,
            assumes=(*_CASES, Assumption.MIX_KNOWN, Assumption.ENOUGH),
            enough=50,
        ),
    },
)

CLOSED_SHARE: Question[ShareInference] = Question(
    code="closed-share",
    scale=Scale.TIME,
    choices={Layout.PROCESS: Choice(default=survival.closed_share, assumes=_CASES, enough=50)},
)

#: Some cases are withdrawn, and will never be closed.
CLOSED_SHARE_COMPETING: Question[ShareInference] = Question(
    code="closed-share",
    scale=Scale.TIME,
    choices={Layout.COMPETING: Choice(default=competing.cumulative_incidence, assumes=_CASES, enough=50)},
)

CLOSED_SHARE_OWN_LIMITS: Question[Interval] = Question(
    code="closed-share-difference",
    scale=Scale.TIME,
    choices={
        Layout.OWN_LIMITS: Choice(default=competing.own_limits_difference, also=(competing.own_limits,), assumes=_CASES)
    },
)

CLOSED_SHARE_DIFFERENCE: Question[TimeDifference] = Question(
    code="closed-share-difference",
    scale=Scale.TIME,
    choices={Layout.INDEPENDENT: Choice(default=curve_differences.closed_share_difference, assumes=_CASES)},
)

# ---- reviewers, items, series, families, other groups --------------------------------------------------------

AGREEMENT: Question[Agreement] = Question(
    code="agreement",
    scale=Scale.AGREEMENT,
    choices={
        Layout.REVIEWERS: Choice(
            default=agreement.krippendorff_alpha,
            assumes=(*_UNITS, Assumption.REVIEWERS_INDEPENDENT, Assumption.ENOUGH),
            enough=60,
        )
    },
)

PAIRS_AGREEING: Question[Agreement] = Question(
    code="pairs-agreeing",
    scale=Scale.AGREEMENT,
    choices={Layout.REVIEWERS: Choice(default=agreement.percent_agreement, assumes=_UNITS)},
)

RESEMBLANCE: Question[IntraclassCorrelation] = Question(
    code="resemblance",
    scale=Scale.SCORE,
    choices={Layout.UNITS: Choice(default=icc.icc_anova, assumes=_UNITS)},
)

CONSISTENCY: Question[float] = Question(
    code="consistency",
    scale=Scale.SCORE,
    choices={
        Layout.ITEMS: Choice(
            default=reliability.cronbach_alpha,
            also=(
                reliability.feldt_interval,
                reliability.item_rest_correlations,
            ),
            assumes=(*_PEOPLE, Assumption.ONE_FACTOR),
        )
    },
)

ORDINARY_VARIATION: Question[XmrChart] = Question(
    code="ordinary-variation", scale=Scale.COUNT, choices={Layout.SERIES: Choice(default=series.xmr)}
)

BREAK_IN_SERIES: Question[InterruptedSeries] = Question(
    code="break-in-series",
    scale=Scale.COUNT,
    choices={
        Layout.SERIES: Choice(
            default=interrupted_series.interrupted_series,
            assumes=(Assumption.STRAIGHT,),
            enough=24,
        )
    },
)

STEP_IN_SERIES: Question[StepChange] = Question(
    code="step-in-series",
    scale=Scale.COUNT,
    choices={
        Layout.SERIES: Choice(default=series.step_change, assumes=(Assumption.STEADY, Assumption.ENOUGH), enough=12)
    },
)

SEVERAL_RESULTS: Question[frozenset[int]] = Question(
    code="several-results",
    scale=Scale.SHARE,
    choices={Layout.FAMILY: Choice(default=multiple.held)},
)

EFFECT: Question[Inference] = Question(
    code="effect",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=comparison_group.paired_difference_in_differences,
            assumes=_PARALLEL + _PEOPLE + _STEPS,
            enough=20,
            skewness=enough.of_change_less_change,
        ),
        Layout.INDEPENDENT: Choice(
            default=comparison_group.difference_in_differences,
            assumes=_PARALLEL + _PEOPLE + _STEPS,
            enough=20,
            skewness=enough.of_difference_less_difference,
        ),
        Layout.UNITS: Choice(
            default=clusters.cluster_robust_contrast,
            assumes=_PARALLEL + _UNITS + _STEPS,
            skewness=enough.of_contrast,
        ),
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_change_difference,
            assumes=_PARALLEL + _UNITS + _STEPS,
            enough=10,
            skewness=grouped.skewness_of_change_difference,
        ),
        Layout.WEIGHTED: Choice(
            default=designs.design_change_difference, assumes=_PARALLEL + _PEOPLE + _STEPS, enough=60
        ),
        Layout.DESIGN: Choice(default=designs.design_change_difference, assumes=_PARALLEL + _UNITS + _STEPS, enough=10),
    },
)

#: Lots decided who took part, so that both groups would have changed alike.
EFFECT_BY_LOT: Question[Inference] = Question(
    code="effect-by-lot",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=ancova.ancova, assumes=_PEOPLE + _STEPS, enough=20, skewness=enough.of_change_less_change
        ),
        Layout.INDEPENDENT: Choice(
            default=comparison_group.difference_in_differences,
            assumes=_PEOPLE + _STEPS,
            enough=20,
            skewness=enough.of_difference_less_difference,
        ),
        Layout.CLUSTERS: Choice(
            default=grouped.grouped_ancova, assumes=_UNITS + _STEPS, enough=10, skewness=grouped.skewness_of_ancova
        ),
    },
)

EFFECT_ON_SHARE: Question[Interval] = Question(
    code="effect-on-share",
    scale=Scale.SHARE,
    choices={
        Layout.INDEPENDENT: Choice(
            default=held_difference.held_newcombe,
            curve=share_curves.share_difference_curve,
            cautious=cautious_shares.melded_difference,
            assumes=_PARALLEL + _PEOPLE,
        ),
    },
)

RESPONSE_SHIFT: Question[ResponseShift] = Question(
    code="response-shift",
    scale=Scale.SCORE,
    choices={
        Layout.PAIRED: Choice(
            default=shifts.response_shift,
            assumes=(*_PEOPLE, *_STEPS, Assumption.MEMORY),
        )
    },
)

#: The whole table, in the order that it is printed.
QUESTIONS: tuple[Question[Any], ...] = (
    SHARE,
    SHARE_IN_UNITS,
    SHARE_OF_SAMPLE,
    NET_SHARE_IMPROVED,
    SHARE_DIFFERENCE,
    SHARE_DIFFERENCE_PARTLY_LINKED,
    SHARE_RATIO,
    PROBABILITY_HIGHER,
    MEAN,
    MEAN_OF_SAMPLE,
    MEAN_DIFFERENCE,
    DIFFERENCE_OF_SAMPLES,
    STANDARDISED_DIFFERENCE,
    MEAN_RATIO,
    RATIO_OF_SAMPLES,
    CONSISTENCY,
    RESPONSE_SHIFT,
    DOSE,
    MEAN_TIME,
    MEAN_TIME_DIFFERENCE,
    MEDIAN_TIME,
    MEDIAN_TIME_DIFFERENCE,
    CLOSED_SHARE,
    CLOSED_SHARE_COMPETING,
    CLOSED_SHARE_DIFFERENCE,
    CLOSED_SHARE_OWN_LIMITS,
    AGREEMENT,
    PAIRS_AGREEING,
    RESEMBLANCE,
    ORDINARY_VARIATION,
    BREAK_IN_SERIES,
    STEP_IN_SERIES,
    SEVERAL_RESULTS,
    MEAN_OVER_UNITS,
    PUBLISHED_VALUE,
    PUBLISHED_DIFFERENCE,
    PUBLISHED_RATIO,
    EFFECT,
    EFFECT_BY_LOT,
    EFFECT_ON_SHARE,
)
