"""The forms that ``~word`` stands for."""

import pytest

from newslint.matching.inflect import forms


@pytest.mark.parametrize(
    ("word", "includes", "without"),
    [
        ("deploy", "deploy deploys deployed deploying", "deploied"),
        ("meet", "meet meets met meeting", "meeted"),
        ("carry", "carry carries carried carrying", "carryed carring"),
        ("admit", "admit admits admitted admitting", "admited"),
        ("visit", "visit visits visited visiting", "visitted"),
        ("travel", "travels traveled travelled traveling travelling", ""),
        ("agree", "agree agrees agreed agreeing", "agreing agreeed"),
        ("lie", "lie lies lying lay lain", "lieing"),
        ("dye", "dye dyes dyed dyeing", "dying"),
        ("panic", "panics panicked panicking", "panicing"),
        ("focus", "focuses focused focussed focusing", ""),
        ("clash", "clash clashes clashed clashing", "clashs"),
        ("bus", "bus buses", ""),
        ("woman", "woman women", "womans womaned"),
        ("person", "person people persons", ""),
        ("be", "be is are was were been being am", "bes beed"),
        ("have", "have has had having", "haves haved"),
        ("wage", "wage wages waged waging", "wageing"),
        ("fix", "fix fixes fixed fixing", "fixxed"),
        ("show", "shows showed shown showing", "showwed"),
        ("play", "plays played playing", "plaies plaied"),
        ("veto", "veto vetoes vetoed vetoing", "vetos"),
    ],
)
def test_forms(word, includes, without):
    assert set(includes.split()) <= forms(word)
    assert not set(without.split()) & forms(word)


def test_the_word_itself_is_a_form_whatever_its_capitals():
    assert "troops" in forms("Troops")
