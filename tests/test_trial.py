"""What only a court may say, in articles whose case is open, and in those that tell of a verdict."""

import pytest

OPEN = "Ann Hale, 51, a baker, has been charged with the theft of a boat. She denies the charge.\n\n"
CLOSED = "Ann Hale, 51, a baker, was charged with the theft of a boat. She was convicted in May.\n\n"
DEEDS, LABELS = "kind: trial\ndeeds: true", "kind: trial\nlabels: named"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale stole the boat at night.", ["stole"]),
        ("The baker, who stole the boat, has a stall in Orme.", ["stole"]),
        ("She robbed two inns.", ["robbed"]),
        ("After stealing the boat, Hale rowed home.", ["After stealing"]),
        ("The boat she stole was old.", ["she stole"]),
        ("Hale is a thief.", ["is a thief"]),
        ("Her crimes shocked Orme.", ["Her crimes"]),
        ("Hale’s guilt is plain.", ["guilt"]),
        ("She is guilty.", ["is guilty"]),
        ("There is no doubt that Hale did it.", ["is no doubt that Hale did"]),
        # somebody’s word, a question, a denial; somebody else; something else
        ("Police said that Hale stole the boat.", []),
        ("Hale allegedly stole the boat.", []),
        ("Jurors will decide whether Hale stole the boat.", []),
        ("Hale did not steal the boat.", []),
        ("Vega stole the boat of another.", []),
        ("Hale stole a glance at the clock.", []),
        ("Her fraud trial is in May.", []),
    ],
)
def test_deeds_of_an_open_case(found, text, expected):
    assert found(DEEDS, OPEN + text) == expected
    assert found(DEEDS, CLOSED + text) == []
    assert found(DEEDS, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The thief lives by the sea.", ["The thief"]),
        ("The disgraced thief lives by the sea.", ["The disgraced thief"]),
        ("The alleged thief lives by the sea.", []),
        ("Police are hunting the thief.", []),
        ("The thief lives by the sea, her aunt said.", []),
        ("The thief movie is new.", []),
        ("A thief lives by the sea.", []),
    ],
)
def test_names_for_the_accused(found, text, expected):
    assert found(LABELS, OPEN + text, lists={"named": ["the thief"]}) == expected
    assert found(LABELS, CLOSED + text, lists={"named": ["the thief"]}) == []


def test_a_paragraph_of_its_own(found):
    """Beside a verdict on somebody else a paragraph that speaks of an open case is judged by itself."""
    assert found(DEEDS, "Vega was convicted in May.\n\nThe baker, who stole a boat, will be tried. She denies it.") == [
        "stole"
    ]
