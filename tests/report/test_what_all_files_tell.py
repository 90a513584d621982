"""Every file of a report tells what results.json tells, which an audit tries, and nothing of hidden departments.

Page, pdf, Word, Excel, charts and their descriptions, the report and its version, in both languages.
"""

import numpy as np
import pytest

from effektmatt.core import FORMATS
from made_pieces import NEST, PIECES, SEX, People, Project, head, with_everybody
from published_numbers import Told, texts_of
from swapped_people import BY, groups_of, reported, said_by, swapped

#: Two departments of fewer than are shown, whose people change places, and larger ones.
SIZES = {("kommun 0", "avd 0"): 4, ("kommun 0", "avd 1"): 3, ("kommun 0", "avd 2"): 22, ("kommun 1", "avd 3"): 31}
KINDS = [("sv", ("survey", "attendance")), ("en", ("register", "numbers", "cases"))]


def made(language, kinds):
    rng = np.random.default_rng(11)
    places = [place for place, n in SIZES.items() for _ in range(n)]
    groups = {NEST[0]: [town for town, _ in places], NEST[1]: [unit for _, unit in places]}
    groups[SEX] = [str(one) for one in rng.choice(["k", "m"], len(places))]
    who = People(tuple(f"an{place:03}" for place in range(len(places))), {by: tuple(of) for by, of in groups.items()})
    pieces = with_everybody(who, [PIECES[kind](rng, who) for kind in kinds])
    return Project(head((*NEST, SEX), language=language), tuple(pieces))


@pytest.fixture(scope="module", params=KINDS, ids=lambda one: one[0])
def reports(request, tmp_path_factory):
    """Return the folder, the results and all that is said before and after two people have changed departments."""
    folder, project = tmp_path_factory.mktemp("projekt"), made(*request.param)
    before = _reported(folder, project)
    changed = swapped(np.random.default_rng(1), project, before[0])
    assert changed is not None
    return folder, before, _reported(folder, changed)


def _reported(folder, project):
    results = reported(folder, project, ("json", *FORMATS))
    return results, said_by(folder, results)


def test_every_number_is_one_of_the_results(reports):
    folder = reports[0] / "report"
    told = Told(folder).untold(folder)
    assert {"report.html", "report-ledning.pdf", "report.docx", "report.xlsx", "tables.pdf"} <= told.keys()
    assert {name: numbers for name, numbers in told.items() if numbers} == {}


def test_a_number_that_nothing_tells_is_seen(reports):
    folder = reports[0] / "report"
    told, numbers = Told(folder), [f"{n}{mark}{n}" for n in range(137, 151) for mark in ",."]
    assert sum(not told.tells(number) for number in numbers if (told.language == "sv") == ("," in number)) > 10
    assert all(len(text) > 100 for text in texts_of(folder, told.language).values())


def test_nothing_changes_when_two_people_of_hidden_departments_do(reports):
    _, (before, said), (after, now) = reports
    hidden = {name for _, by, name, is_hidden in groups_of(before) if by == BY and is_hidden}
    assert {"avd 0", "avd 1"} <= hidden
    assert groups_of(before) == groups_of(after)
    assert [name for name in said.keys() | now.keys() if said.get(name) != now.get(name)] == []
