"""Words typed for another word: told by the words beside them."""

import pytest
from conftest import document, whole

from newslint.kinds.mixup import _ENTRY, ELSEWHERE, ENOUGH, MOST, Pairs, _slips, pairs_of
from newslint.lexicon import Lexicon, parse_list
from newslint.matching.ngrams import Gap, fit, hashed, weight
from newslint.rulebook import load, shipped

RULE = "kind: mixup\npairs: pairs"
PAIRS = ["hear: heard 15, here 20", "trail: trial 10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We have hear that before.", ["hear"]),
        ("“We have hear,” he said, “that before.”", ["hear"]),
        ("He is on trail for murder.", ["trail"]),
        # the words beside it speak for what is written
        ("We hear that they left.", []),
        ("They followed the trail home.", []),
        # part of another word, of a name, of an address
        ("We have hear-say, @hear, hear/say and a Hear that before.", []),
        # what stands twice is likelier meant, and what stands four times is what the article is about
        ("We have hear that before. " + "They hear it. " * 3, []),
        ("", []),
        ("Hear", []),
    ],
)
def test_neighbours_tell(found, text, expected):
    assert found(RULE, text, lists={"pairs": PAIRS}) == expected


def test_says_what_is_likeliest_meant(found):
    rule = f"{RULE}\nmessage: '{{match}}: {{word}}'"
    assert found(rule, "We have hear that before.", lists={"pairs": PAIRS}, says=True) == ["hear: heard"]


@pytest.mark.parametrize(
    ("asked", "sure", "doubtful"),
    [("20", True, False), ("20~", True, False), ("40", False, False), ("40~", False, True)],
)
def test_what_is_little_beyond_what_is_asked_is_doubtful_of_words_that_sound_alike(found, asked, sure, doubtful):
    lists = {"pairs": [f"hear: heard {asked}"]}
    text = "We have hear that before."
    assert found(RULE, text, lists=lists) == ["hear"] * sure
    assert found(f"{RULE}\ndoubtful: true", text, lists=lists) == ["hear"] * doubtful


def test_who_has_both_words_in_one_sentence_knows_them_apart(found):
    text = "We have hear that before, whatever anybody says of what was heard."
    assert found(RULE, text, lists={"pairs": ["hear: heard 20"]}) == []


@pytest.mark.parametrize(
    "entry", ["gizmo", "gizmo: gadget", "gizmo: gadget / 4", "gizmo: gadget ~4", "Gizmo: gadget 4"]
)
def test_an_entry_that_is_no_pair_is_a_mistake(pack, entry):
    book = load([pack({"test/mine": whole("kind: mixup\npairs: mine")}, lists={"mine": [entry]})])
    assert [f"“{entry}”" in one.message for one in book.mistakes] == [True]


def test_a_list_that_is_not_there_is_a_mistake(pack):
    book = load([pack({"test/mine": whole("kind: mixup\npairs: mine")})])
    assert ["no such word list" in one.message for one in book.mistakes] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # half-known, by its sound, a rare word for a usual one
        ("During his tender as mayor the debt fell.", ["tenure"]),
        ("The men were taken into costly.", ["custody"]),
        ("He was accused of steeling documents.", ["stealing"]),
        ("Officers used tear gab on the crowd.", ["gas"]),
        ("The chain was mot ready to comment.", ["not"]),
        # none of it where the words are meant, or where what is written stands too well to be looked at
        ("The tender was costly, and he had the gift of the gab.", []),
        ("They walked to and fro.", []),
        ("The price of oil fell by the end of the week.", []),
    ],
)
def test_shipped_pairs_tell(text, expected):
    shown = document(text, load([shipped()]).lexicon)
    assert [slip.meant for slip in _slips(shown, "mixed-up")] == expected


def test_an_entry_is_passed_over_where_nothing_could_be_enough():
    pairs = Pairs(pairs_of(Lexicon({"few": ("hear: heard 15, the 45", "trail: trial 30")}), "few"))
    found = pairs.of(frozenset({"hear", "trail", "word"}))
    entry = {word: pairs.entry(word, line) for word, line in found.items()}
    # "heard" could still be meant, "the" could not, and less is asked of words of every article
    assert entry["hear"].enough == ENOUGH
    assert entry["trail"].enough == min(ENOUGH, MOST - 30 + ELSEWHERE)
    assert [(one.word, one.common, one.asked) for one in entry["hear"].meant] == [
        ("heard", False, 15),
        ("the", True, 45),
    ]


def test_pairs_and_triples_make_up_the_fit():
    gap, word = Gap("the", "states"), hashed("united")
    assert gap.pairs(word) == weight("the united") + weight("united states")
    more = weight("that the united") + weight("the united states") + weight("united states of")
    assert gap.triples("that", word, "of") == more
    assert fit(("that", "the"), "united", ("states", "of")) == gap.pairs(word) + more
    assert Gap("", "").pairs(word) == Gap("", "").triples("", word, "") == 0


def test_every_shipped_pair_is_one_and_stands_once():
    entries = parse_list((shipped() / "lists/mixed-up.txt").read_text("utf-8"))
    assert all(_ENTRY.fullmatch(one) for one in entries)
    written = [one.partition(": ")[0] for one in entries]
    assert len(written) == len(set(written))


def test_weights_come_from_the_model():
    assert weight("united states") > 20
    assert weight("united gizmos") == weight("") == 0
    before, after = ("that", "the"), ("states", "of")
    assert fit(before, "united", after) > fit(before, "untied", after)
    assert fit(("", ""), "united", ("", "")) == 0
