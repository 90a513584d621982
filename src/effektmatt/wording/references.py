"""Where each method is published, so that an expert can check the figures; the same in every language."""

from __future__ import annotations

#: By method code: authors and year, and the method's number where the paper has several.
REFERENCES = {
    "agresti-min": "Agresti & Min 2005",
    "brunner-munzel": "Brunner & Munzel 2000",
    "clopper-pearson": "Clopper & Pearson 1934",
    "cronbach-alpha": "Cronbach 1951",
    "feldt": "Feldt, Woodruff & Salih 1987",
    "hedges-g": "Hedges 1981; Steiger & Fouladi 1997",
    "hedges-g-av": "Cumming 2012; Algina & Keselman 2003",
    "hypergeometric-exact": "Buonaccorsi 1987",
    "jeffreys": "Brown, Cai & DasGupta 2001",
    "koopman": "Koopman 1984",
    "log-log": "Kaplan & Meier 1958; Brookmeyer & Crowley 1982",
    "log-ratio-of-means": "Hedges, Gurevitch & Curtis 1999; Lajeunesse 2011",
    "log-ratio-paired": "Fagerland, Lydersen & Laake 2017",
    "mid-p": "Newcombe 1998a (6)",
    "miettinen-nurminen": "Miettinen & Nurminen 1985",
    "newcombe-10": "Newcombe 1998b (10)",
    "newcombe-2006-5": "Newcombe 2006 (5)",
    "newcombe-paired-10": "Newcombe 1998c (10)",
    "restricted-mean-greenwood": "Irwin 1949; Royston & Parmar 2013",
    "restricted-mean-greenwood-standardised": "Karrison 1987; Rothman, Greenland & Lash 2008",
    "square-and-add-log-log": "Zou & Donner 2008",
    "t": "Student 1908",
    "t-paired": "Student 1908",
    "t-welch": "Welch 1947",
    "tango": "Tango 1998",
    "wilson": "Wilson 1927",
}
