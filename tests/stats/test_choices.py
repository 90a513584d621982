"""The table of methods: every line can be read, printed and cited, and every kernel stands in it."""

import importlib
import inspect
import pkgutil
import re

import pytest

import effektmatt.stats
from effektmatt.core import Evidence, Linkage
from effektmatt.stats import paired_shares, share, share_curves
from effektmatt.stats.choices import NET_SHARE_IMPROVED, QUESTIONS, SHARE, SHARE_DIFFERENCE, SHARE_RATIO
from effektmatt.stats.methods import METHODS, SOURCES, methods_of
from effektmatt.stats.probability import above

LINES = [(question, layout, choice) for question in QUESTIONS for layout, choice in question.choices.items()]


def kernels():
    for _, _, choice in LINES:
        yield from filter(None, (choice.default, choice.test, choice.cautious, *choice.also))


def plain(text):
    """A source's words and numbers, whatever the dashes and line breaks."""
    return re.sub(r"\s+", " ", text.replace("–", "-").replace("§ ", ""))


def test_the_layouts_of_an_estimate_and_of_a_change_find_their_lines():
    assert SHARE.kernel(Evidence.FINITE) is share.hypergeometric
    assert SHARE_DIFFERENCE.kernel(Linkage.PAIRED) is paired_shares.tango
    assert SHARE.curve(Evidence.CENSUS) is share_curves.known


def test_a_question_that_is_not_answered_says_so():
    with pytest.raises(ValueError, match="share-ratio is answered for independent, paired; got units"):
        SHARE_RATIO.kernel("units")
    with pytest.raises(ValueError, match="share needs no interval: everybody was counted"):
        SHARE.kernel(Evidence.CENSUS)
    with pytest.raises(ValueError, match="no test is declared for share, process"):
        SHARE.test(Evidence.PROCESS)
    with pytest.raises(ValueError, match="have a curve of their own"):
        NET_SHARE_IMPROVED.curve("paired")


def test_a_question_is_answered_once_for_each_layout():
    lines = [(question.code, layout) for question, layout, _ in LINES]
    assert len(lines) == len(set(lines))


def test_every_kernel_of_the_table_has_a_method_and_a_source():
    assert [kernel.__name__ for kernel in kernels() if not methods_of(kernel)] == []


def test_every_method_stands_in_the_table():
    known = set(kernels())
    assert [method.codes for method in METHODS if method.kernel not in known] == []


def public_kernels():
    """Functions whose docstring names a source: what the room offers."""
    for module in pkgutil.iter_modules(effektmatt.stats.__path__, "effektmatt.stats."):
        for name, value in vars(importlib.import_module(module.name)).items():
            own = inspect.isfunction(value) and value.__module__ == module.name
            if own and not name.startswith("_") and "Source" in (value.__doc__ or ""):
                yield value


def test_every_kernel_with_a_source_is_a_method():
    helpers = {
        "wilson_limits",
        "square_and_add",
        "possible_range",
        "log_log_band",
        "kaplan_meier",
        "sign_flip",
        "newcombe",
        "crossing",
    }
    helpers |= {"reliable_change_threshold", "enough_by_skewness", "cases_that_count", "with_unseen", "seen_beyond"}
    helpers.add(
        "bounded_over_groups"
    )  # what an unseen group could do: it weakens a verdict, and no interval is named so
    named = {method.kernel for method in METHODS}
    others = {one.__name__ for one in public_kernels() if one not in named}
    assert others <= helpers | {"satterthwaite", "hit_probabilities"}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.kernel.__name__)
def test_the_source_is_the_docstrings(method):
    """Author and year, and where it is a paper its volume and pages, stand in the docstring too."""
    module = inspect.getmodule(method.kernel)
    docstring = plain(inspect.getdoc(method.kernel) + (module.__doc__ or ""))
    for reference in method.source.split("; "):
        year = re.search(r"\d{4}", reference)
        assert plain(reference[: year.end()]) in docstring
        if pages := re.search(r"\d+:\d+[–-]\d+", reference):
            assert plain(pages.group()) in docstring


def test_a_codes_source_is_that_of_its_first_method():
    assert SOURCES["tango"].startswith("Tango 1998")
    assert SOURCES["log-ratio-of-means"].startswith("Hedges, Gurevitch & Curtis 1999")


def test_every_curve_of_the_table_can_be_read():
    counts = {"finite": (8, 10, 20), "process": (8, 10), "independent": (8, 10, 5, 10), "paired": (3, 2, 1, 4)}
    for _, layout, choice in LINES:
        if choice.curve and layout in counts:
            assert 0 < above(choice.curve(*counts[layout]), 0.1) <= 1


def test_an_interval_from_few_says_that_it_is_approximate():
    (note,) = SHARE_RATIO.approximate(Linkage.INDEPENDENT, 19)
    assert (note.code, dict(note.values)) == ("interval-approximate", {"n": 19, "enough": 20})
    assert SHARE_RATIO.approximate(Linkage.INDEPENDENT, 20) == ()
    assert SHARE.approximate(Evidence.PROCESS, 1) == ()  # exact: never too narrow
