from effektmatt.core import About, Note


def test_those_who_did_not_answer_must_resemble_those_who_did():
    assert About(population=12).assumed(9) == (Note(code="missing-resemble-answered", values={"missing": 3}),)
    assert About(population=9).assumed(9) == ()


def test_who_chose_to_answer_must_resemble_all_where_nobody_knows_how_many_they_are():
    chose = (Note(code="self-selected-resemble-all"),)
    assert About().assumed(9) == chose
    assert About(population=8).assumed(9) == chose  # so small a population cannot be right
    assert About(self_selected=False).assumed(9) == ()
