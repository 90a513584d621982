from effektmatt.core import About, Note


def test_a_group_has_its_own_population_and_nothing_else_of_its_own():
    about = About(level=0.9, population=40, population_by_group={("kommun", "Orust"): 12}, self_selected=False)
    group = about.of_group("kommun", "orust")
    assert group.population == 12
    assert (group.level, group.self_selected, group.hide) == (0.9, False, about.hide)
    assert about.of_group("kon", "Orust").population is None


def test_those_who_did_not_answer_must_resemble_those_who_did():
    assert About(population=12).assumed(9) == (Note(code="missing-resemble-answered", values={"missing": 3}),)
    assert About(population=9).assumed(9) == ()


def test_who_chose_to_answer_must_resemble_all_where_nobody_knows_how_many_they_are():
    chose = (Note(code="self-selected-resemble-all"),)
    assert About().assumed(9) == chose
    assert About(population=8).assumed(9) == chose  # so small a population cannot be right
    assert About(self_selected=False).assumed(9) == ()
