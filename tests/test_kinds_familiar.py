"""The kind ``familiar``: known names a letter or two off."""

import pytest
from conftest import document, whole
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from newslint.kinds.letters import apart
from newslint.linting import Linter
from newslint.rulebook import load

LISTS = {
    "towns": ["Strasbourg", "Hyderabad", "Bonn", "Grand Rapids"],
    "stars": ["Scarlett Johansson", "Elon Musk"],
    "first-names": ["Scarlett", "Elon", "Tetsuo", "Peter"],
    "surnames": ["Johnson"],
}
RULE = "kind: familiar\nwords: [towns]\npeople: [stars]\nallow: [Strassburger]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court in Strassbourg ruled.", ["Strassbourg"]),
        ("Hydrabad voted. Then Hydrabad slept.", ["Hydrabad"]),
        ("They met Scarlett Johannson there.", ["Johannson"]),
        # right, short, allowed, with an accent, the ending of another language, the article's own word
        ("Strasbourg, Hyderabad and Bonm. The Strassburger left. Strásbourg. Strasbourgs.", []),
        ("Strassbourg, Strassbourg and Strassbourg again.", []),
        # spelt by ear, unless a town is called so or a road
        ("The court in Strousborgh sat, and in Marysville none.", []),
        ("The court in Straussburg ruled. A flat in Strassbourg Road was let.", ["Straussburg"]),
        # one word of a name of two
        ("They left Gradn Rapids, then Grand Raipds.", ["Gradn", "Raipds"]),
        ("They left Grand Raps, Big Rapids and Grand Rapi.", []),
        # somebody else's name
        ("They met Scarlett Johnson and Peter Johannson, and Tetsuo Hydrabad.", []),
        ("STRASSBOURG and strassbourg.", []),
        ("", []),
    ],
)
def test_a_letter_off(found, text, expected):
    assert found(RULE, text, lists=LISTS) == expected


def test_says_what_is_meant(found):
    assert found(RULE + "\nmessage: '{match}: {word}'", "The court sat in Strassbourg.", lists=LISTS, says=True) == [
        "Strassbourg: Strasbourg"
    ]


def test_a_list_that_is_not_there_is_a_mistake(pack):
    book = load([pack({"test/mine": whole("kind: familiar\nwords: [nowhere]")})])
    assert ["“nowhere”" in one.message for one in book.mistakes] == [True]
    assert Linter(book.rules, book.lexicon).report([document("Strassbourg.")]).findings == ()


@given(st.text("abé", max_size=8), st.text("abé", max_size=8), st.integers(0, 4))
def test_slips_are_counted_as_rapidfuzz_counts_them(one, other, most):
    assert apart(one, other, most) is (OSA.distance(one, other) > most)
