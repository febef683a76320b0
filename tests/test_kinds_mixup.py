"""Words typed for another word: told by the words beside them."""

import pytest
from conftest import whole

from newslint.kinds.mixup import _lines
from newslint.kinds.neighbours import beside
from newslint.lexicon import parse_list
from newslint.rulebook import load, shipped

PAIRS = ["trail: trial", "solders: soldiers / wire wires", "costumers: customers"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The solders were buried.", ["solders"]),
        ("Solders were seen on the bridge.", ["Solders"]),
        ("Police spoke to the solders.", ["solders"]),
        # nothing beside it speaks for the other word, or something speaks for this one
        ("A technician solders, then rests.", []),
        ("They follow the trail leading home.", []),
        # a word of its own world
        ("The solders were kept beside the wires.", []),
        # parts of other words, names, addresses
        ("The solders-turned-traders spoke of tin-solders and @solders.", []),
        ("A band called The Solders were on.", []),
        # what an article is about is no slip
        ("The solders were sold. The solders were new. The solders were cheap.", []),
    ],
)
def test_neighbours_tell(found, text, expected):
    assert found("kind: mixup\npairs: pairs", text, lists={"pairs": PAIRS}) == expected


def test_says_what_is_meant(found):
    rule = "kind: mixup\npairs: pairs\nmessage: '{match}: {word}'"
    assert found(rule, "Solders were seen.", lists={"pairs": PAIRS}, says=True) == ["Solders: Soldiers"]


def test_every_shipped_pair_has_its_neighbours():
    lists = ("mixed-up-words", "mixed-up-usual-words")
    pairs = [pair for name in lists for pair in parse_list((shipped() / f"lists/{name}.txt").read_text("utf-8"))]
    assert {" ".join(pair.partition(" / ")[0].split(": ")) for pair in pairs} == _lines().keys()
    assert len(pairs) == len(set(pairs))


def test_a_pair_of_which_nothing_is_known_is_a_mistake(pack):
    rule = whole("kind: mixup\npairs: mine")
    book = load([pack({"test/mine": rule}, lists={"mine": ["gizmo: gadget"]})])
    assert ["“gizmo”" in one.message for one in book.mistakes] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have hear that before.", ["hear"]),
        ("We have hear, he said.", ["hear"]),
        # a name beside it says nothing, and what stands twice is meant
        ("We hear that they left.", []),
        ("We have hear that before; have hear that.", []),
    ],
)
def test_both_neighbours_are_weighed_together(found, text, expected):
    assert found("kind: mixup\npairs: pairs\nodds: 30", text, lists={"pairs": ["hear: heard"]}) == expected


def test_most_leaves_out_what_is_clearer(found):
    rule = "kind: mixup\npairs: pairs\nodds: 30\nmost: 40"
    assert found(rule, "We have hear that before.", lists={"pairs": ["hear: heard"]}) == []


def test_every_graded_pair_has_its_neighbours():
    for name in ("mixed-up-rare", "mixed-up-common", "mixed-up-perhaps"):
        for entry in parse_list((shipped() / f"lists/{name}.txt").read_text("utf-8")):
            assert all(beside(word) for word in entry.partition(" / ")[0].split(": "))
