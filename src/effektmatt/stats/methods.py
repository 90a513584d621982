"""Every method: the codes that results carry, the function behind them, and where it is published.

The report cites `SOURCES`; `docs/methods.md` prints all of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

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
    share_difference,
    shifts,
    sign_flip,
    signed_rank,
    survival,
    trend,
    weighted_limits,
)


@dataclass(frozen=True, slots=True)
class Method:
    """A function that answers a question, the codes its results carry (`method`), and its source (paper, page)."""

    codes: tuple[str, ...]
    kernel: Callable[..., Any]
    source: str


_FEW_UNITS = "Bell & McCaffrey 2002, Survey Methodology 28:169–181"
_GAFFKE = "Gaffke 2005, Statistics & Decisions 23:1–29"
_KISH = "Kish 1965, Survey Sampling, § 11.7"
_KORN = "Korn & Graubard 1998, Survey Methodology 24:193–201"
_METRICS = ("nominal", "ordinal", "interval", "ratio")

METHODS: tuple[Method, ...] = (
    # one share
    Method(("clopper-pearson",), share.clopper_pearson, "Clopper & Pearson 1934, Biometrika 26:404–413"),
    Method(("hypergeometric-exact",), share.hypergeometric, "Buonaccorsi 1987, The American Statistician 41:215–218"),
    # two shares
    Method(("newcombe-10",), held_difference.held_newcombe, "Newcombe 1998, Stat Med 17:873–890"),
    Method(("newcombe-10-exact",), held_difference.held_newcombe, "Buehler 1957, JASA 52:482–493"),
    Method(("koopman",), share_difference.koopman_ratio, "Koopman 1984, Biometrics 40:513–517"),
    Method(("tango",), paired_shares.tango, "Tango 1998, Stat Med 17:891–908"),
    Method(("tang",), paired_ratio.paired_ratio, "Tang, Tang & Chan 2003, Stat Med 22:1217–1233"),
    # ordered answers
    Method(("tango",), ordinal_paired.net_share, "Tango 1998, Stat Med 17:891–908"),
    Method(("tango",), ordinal_paired.probability_higher_paired, "Tango 1998, Stat Med 17:891–908"),
    Method(("sign-test-exact",), ordinal_paired.sign_test, "Conover 1999, Practical Nonparametric Statistics, § 3.4"),
    Method(
        ("wilcoxon-pratt-exact", "wilcoxon-pratt-asymptotic", "wilcoxon-drop-exact", "wilcoxon-drop-asymptotic"),
        signed_rank.signed_rank,
        "Wilcoxon 1945, Biometrics Bulletin 1:80–83; Pratt 1959, JASA 54:655–667",
    ),
    Method(
        ("brunner-munzel",),
        ordinal_independent.probability_higher,
        "Brunner & Munzel 2000, Biometrical Journal 42:17–25",
    ),
    Method(("newcombe-2006-5",), ordinal_independent.probability_higher, "Newcombe 2006, Stat Med 25:559–573"),
    Method(
        ("mann-whitney-exact", "mann-whitney-asymptotic"),
        ordinal_independent.mann_whitney,
        "Mann & Whitney 1947, Ann Math Stat 18:50–60",
    ),
    Method(("kendall-tau-b",), trend.kendall_tau_b, "Kendall 1945, Biometrika 33:239–251"),
    # means
    Method(("t",), mean.mean, "Student 1908, Biometrika 6:1–25"),
    Method(("t-paired",), mean.paired_mean_difference, "Student 1908, Biometrika 6:1–25"),
    Method(("t-welch",), mean.mean_difference, "Welch 1947, Biometrika 34:28–35"),
    Method(
        ("hedges-g-av",),
        mean.hedges_g_av,
        "Algina & Keselman 2003, Educational and Psychological Measurement 63:537–553",
    ),
    Method(("hedges-g",), mean.hedges_g, "Hedges 1981, Journal of Educational Statistics 6:107–128"),
    Method(("log-ratio-of-means",), ratio_of_means.mean_ratio, "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150–1156"),
    Method(("log-ratio-of-means",), ratio_of_means.paired_mean_ratio, "Lajeunesse 2011, Ecology 92:2049–2055"),
    Method(
        ("log-ratio-of-units",), ratio_of_means.unit_mean_ratio, "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150–1156"
    ),
    Method(
        ("sign-flip-exact", "sign-flip-asymptotic"),
        sign_flip.sign_flip_units,
        "Fisher 1935, The Design of Experiments, § 21",
    ),
    # some linked, some not
    Method(
        ("t-partly-linked",),
        partly_linked.partly_linked_mean_difference,
        "Derrick, Russ, Toher & White 2017, J Modern Applied Statistical Methods 16(1):137–157",
    ),
    Method(
        ("newcombe-partly-linked", "z8"),
        partly_linked.partly_linked_share_difference,
        "Derrick, Dobson-Mckittrick, Toher & White 2015, J Applied Quantitative Methods 10(3); "
        "Newcombe 1998, Stat Med 17:2635–2650",
    ),
    Method(
        ("brunner-munzel-partly-linked",),
        partly_linked.partly_linked_probability_higher,
        "Konietschke, Harrar, Lange & Brunner 2012, Computational Statistics & Data Analysis 56:1090–1102",
    ),
    # units
    Method(
        ("t-units-paired",), clusters.unit_mean_difference, "Donner & Klar 2000, Cluster Randomization Trials, § 7.2"
    ),
    Method(
        ("cr2-satterthwaite",),
        clusters.cluster_robust_contrast,
        "Bell & McCaffrey 2002, Survey Methodology 28:169–181; Pustejovsky & Tipton 2018, JBES 36:672–683",
    ),
    Method(
        ("visitor-effects-cr2",),  # as the visits room names it; of itself it says cr2-satterthwaite
        cluster_regression.cluster_robust_coefficient,
        "Bell & McCaffrey 2002, Survey Methodology 28:169–181; Pustejovsky & Tipton 2018, JBES 36:672–683",
    ),
    Method(("cluster-logit",), clusters.clustered_share, "Korn & Graubard 1998, Survey Methodology 24:193–201"),
    Method(("icc-anova",), icc.icc_anova, "Donner 1986, International Statistical Review 54:67–82"),
    # reviewers
    Method(
        tuple(f"krippendorff-alpha-{metric}" for metric in _METRICS),
        agreement.krippendorff_alpha,
        "Krippendorff 2019, Content Analysis, § 12",
    ),
    Method(("percent-agreement",), agreement.percent_agreement, "Gwet 2014, Handbook of Inter-Rater Reliability, § 2"),
    # times
    Method(
        ("log-log",),
        survival.quantile,
        "Kaplan & Meier 1958, JASA 53:457–481; Brookmeyer & Crowley 1982, Biometrics 38:29–41",
    ),
    Method(
        ("log-log",),
        survival.closed_share,
        "Kaplan & Meier 1958, JASA 53:457–481; Kalbfleisch & Prentice 2002, Failure Time Data, § 1.4.1",
    ),
    Method(
        ("square-and-add-log-log",), curve_differences.quantile_difference, "Zou & Donner 2008, Stat Med 27:1693–1702"
    ),
    Method(
        ("square-and-add-log-log",),
        curve_differences.closed_share_difference,
        "Zou & Donner 2008, Stat Med 27:1693–1702",
    ),
    Method(
        ("restricted-mean-greenwood",),
        restricted_mean.restricted_mean,
        "Irwin 1949, Journal of Hygiene 47:188–189; Klein & Moeschberger 2003, Survival Analysis, § 4.5",
    ),
    Method(
        ("restricted-mean-greenwood",),
        restricted_mean.restricted_mean_difference,
        "Royston & Parmar 2013, BMC Medical Research Methodology 13:152",
    ),
    Method(
        ("restricted-mean-greenwood-standardised",),
        restricted_mean.standardised_restricted_mean,
        "Karrison 1987, JASA 82:1169–1176",
    ),
    Method(
        ("restricted-mean-greenwood-standardised",),
        restricted_mean.standardised_restricted_mean_difference,
        "Karrison 1987, JASA 82:1169–1176",
    ),
    Method(("log-rank",), log_rank.log_rank, "Mantel 1966, Cancer Chemotherapy Reports 50:163–170"),
    # over time, several results, other groups
    Method(
        ("xmr",),
        series.xmr,
        "Wheeler 2000, Understanding Variation; Provost & Murray 2011, Health Care Data Guide, § 5",
    ),
    Method(
        ("ar1-reml",),
        interrupted_series.interrupted_series,
        "Cheang & Reinsel 2000, JASA 95:1173–1184; Turner et al. 2021, BMC Medical Research Methodology 21:181",
    ),
    *(
        Method(
            ("ar1",),
            estimator,
            "Zwiers & von Storch 1995, J Climate 8:336–351; Marriott & Pope 1954, Biometrika 41:390–402",
        )
        for estimator in (series.series_mean, series.step_change)
    ),
    Method(("holm",), multiple.held, "Holm 1979, Scandinavian Journal of Statistics 6:65–70"),
    Method(
        ("difference-in-differences-paired",),
        comparison_group.paired_difference_in_differences,
        "Angrist & Pischke 2009, Mostly Harmless Econometrics, § 5.2",
    ),
    Method(
        ("difference-in-differences",),
        comparison_group.difference_in_differences,
        "Angrist & Pischke 2009, Mostly Harmless Econometrics, § 5.2",
    ),
    *(
        Method(("published-error",), estimator, "JCGM 100:2008 (GUM), § 5.1 and 6")
        for estimator in (published.published_value, published.published_difference, published.published_ratio)
    ),
    Method(
        ("ancova-hc2",),
        ancova.ancova,
        "Vickers & Altman 2001, BMJ 323:1123–1124; MacKinnon & White 1985, Journal of Econometrics 29:305–325",
    ),
    # people drawn with weights, in strata or whole groups; other ends than closing
    Method(
        ("design-linearised",),
        designs.design_mean,
        "Binder 1983, International Statistical Review 51:279–292; Lumley 2010, Complex Surveys, § 2.2",
    ),
    Method(("design-korn-graubard",), designs.design_share, "Korn & Graubard 1998, Survey Methodology 24:193–201"),
    Method(("design-difference",), designs.design_difference, "Lumley 2010, Complex Surveys, § 5.2"),
    Method(("design-log-ratio",), designs.design_ratio, "Lumley 2010, Complex Surveys, § 2.2"),
    Method(("effective-n",), designs.effective_n, "Kish 1965, Survey Sampling, § 11.7"),
    *(
        Method(
            (code,),
            kernel,
            "Bell & McCaffrey 2002, Survey Methodology 28:169–181; Pustejovsky & Tipton 2018, JBES 36:672–683",
        )
        for code, kernel in (
            ("cr2-satterthwaite", grouped.grouped_mean),
            ("cr2-satterthwaite", grouped.grouped_difference),
            ("cr2-satterthwaite", grouped.grouped_change_difference),
            ("cr2-satterthwaite", grouped.grouped_ancova),
        )
    ),
    Method(("cluster-logit",), grouped.grouped_share, "Korn & Graubard 1998, Survey Methodology 24:193–201"),
    Method(
        ("log-ratio-of-units",),
        grouped.grouped_ratio,
        "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150–1156, eq. 1; Pustejovsky & Tipton 2018, JBES 36:672–683",
    ),
    Method(("design-change-difference",), designs.design_change_difference, "Lumley 2010, Complex Surveys, § 5.2"),
    Method(("raking",), raking.raked_weights, "Deming & Stephan 1940, Ann Math Stat 11:427–444"),
    Method(
        ("aalen-johansen-log-log",),
        competing.cumulative_incidence,
        "Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141–150",
    ),
    Method(("log-log",), competing.own_limits, "Kaplan & Meier 1958, JASA 53:457–481"),
    Method(("square-and-add-log-log",), competing.own_limits_difference, "Zou & Donner 2008, Stat Med 27:1693–1702"),
    # scales
    Method(("cronbach-alpha",), reliability.cronbach_alpha, "Cronbach 1951, Psychometrika 16:297–334"),
    Method(
        ("feldt",),
        reliability.feldt_interval,
        "Feldt, Woodruff & Salih 1987, Applied Psychological Measurement 11:93–103",
    ),
    Method(
        ("item-rest-correlation",),
        reliability.item_rest_correlations,
        "Nunnally & Bernstein 1994, Psychometric Theory, § 8",
    ),
    Method(
        ("reliable-change",),
        reliability.reliable_change_of_mean,
        "Jacobson & Truax 1991, J Consulting and Clinical Psychology 59:12–19",
    ),
    Method(("response-shift",), shifts.response_shift, "Howard 1980, Evaluation Review 4:93–106"),
    # what a verdict needs besides
    Method(("melded",), cautious_shares.melded_difference, "Fay, Proschan & Brittain 2015, Biometrics 71:146–156"),
    Method(("melded-ratio",), cautious_shares.melded_ratio, "Fay, Proschan & Brittain 2015, Biometrics 71:146–156"),
    Method(
        ("gaffke-paired",),
        cautious_shares.bounded_paired_share_difference,
        _GAFFKE,
    ),
    Method(
        ("gaffke-paired-ratio",),
        cautious_shares.bounded_paired_share_ratio,
        _GAFFKE,
    ),
    Method(("cluster-logit-cr3",), clusters.cautious_share_of_sums, _FEW_UNITS),
    Method(("cluster-logit-cr3",), grouped.cautious_share, _FEW_UNITS),
    Method(("cr3-satterthwaite",), grouped.cautious_mean, _FEW_UNITS),
    Method(("cr3-satterthwaite",), grouped.cautious_difference, _FEW_UNITS),
    Method(("gaffke",), bounded_means.bounded_mean, _GAFFKE),
    Method(("gaffke-paired",), bounded_means.bounded_mean_change, _GAFFKE),
    Method(("gaffke-paired-ratio",), bounded_means.bounded_paired_ratio, _GAFFKE),
    Method(
        ("square-and-add-gaffke",),
        bounded_means.bounded_mean_difference,
        f"{_GAFFKE}; Zou & Donner 2008, Stat Med 27:1693–1702",
    ),
    Method(
        ("square-and-add-gaffke-log",),
        bounded_means.bounded_mean_ratio,
        f"{_GAFFKE}; Zou & Donner 2008, Stat Med 27:1693–1702",
    ),
    Method(("kish-korn-graubard",), weighted_limits.cautious_weighted_share, f"{_KISH}; {_KORN}"),
    Method(("gaffke-weighted",), weighted_limits.bounded_weighted_mean, f"{_GAFFKE}; {_KISH}"),
    Method(
        ("gaffke-paired-weighted", "square-and-add-gaffke-weighted"),
        weighted_limits.bounded_weighted_difference,
        f"{_GAFFKE}; Zou & Donner 2008, Stat Med 27:1693–1702",
    ),
)

#: Where a method is published, by the code that results carry. Where several functions share a code, the first.
SOURCES: dict[str, str] = {code: method.source for method in reversed(METHODS) for code in method.codes}


def methods_of(kernel: Callable[..., Any]) -> tuple[Method, ...]:
    """Return the methods that a function computes (one, but where it has a second for what the first cannot do).

    >>> [method.codes for method in methods_of(paired_shares.tango)]
    [('tango',)]
    """
    return tuple(method for method in METHODS if method.kernel is kernel)
