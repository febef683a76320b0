"""What only a court may say, in articles whose case is open, and in those that tell of a verdict."""

import pytest

OPEN = "Ann Hale, 51, a baker, has been charged with the theft of a boat. She denies the charge.\n\n"
CLOSED = "Ann Hale, 51, a baker, was charged with the theft of a boat. She was convicted in May.\n\n"
DEEDS, LABELS = "kind: trial\ndeeds: true", "kind: trial\nlabels: named"
HARM = "kind: trial\nharm: true"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale stole the boat at night.", ["stole"]),
        ("The baker, who stole the boat, has a stall in Orme.", ["stole"]),
        ("She robbed two inns.", ["robbed"]),
        ("After stealing the boat, Hale rowed home.", ["After stealing"]),
        ("The boat she stole was old.", ["she stole"]),
        ("None of the money she and her husband stole was found.", ["she and her husband stole"]),
        ("The boats the two women stole were old.", ["the two women stole"]),
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
        ("The thief was refused bail.", ["The thief"]),
        ("The thief posted a picture of the boat.", []),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat was stolen by Hale.", []),
        ("An inn was robbed by Hale.", ["robbed by"]),
        ("What Hale did to the ferryman is a scandal.", ["Hale did to"]),
        ("The crooked baker has a stall.", ["The crooked baker"]),
        ("The 51-year-old broke into an inn.", ["broke into"]),
        ("Before she fled, she held up an inn.", ["held up"]),
        ("Hale stole the boat, and she denies it.", ["stole"]),
        ("If convicted, Hale may go to prison.", []),
        ("The gunman shot two men.", []),
        ("Police told her brother about it. She stole a boat.", []),
    ],
)
def test_more_deeds(found, text, expected):
    assert found(DEEDS, OPEN + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hale squirted acid at a ferryman.", ["squirted acid"]),
        ("She tormented the ferryman.", ["tormented"]),
        ("Hale’s greed is known in Orme.", ["greed"]),
        ("Police told her brother about it. She robbed an inn.", ["robbed"]),
        ("Police said that Hale squirted acid at a ferryman.", []),
        ("Hale worked in Orme and lived by the sea.", []),
        ("Vega squirted acid at a ferryman.", []),
        ("Hale robbed an inn.", []),  # another rule says it
    ],
)
def test_harm_told_of_the_accused(found, text, expected):
    assert found(HARM, OPEN + text) == expected
    assert found(HARM, text) == []


def test_what_the_charge_says(found):
    """Told as a fact in the words of the charge, whatever the deed is."""
    charge = "Ann Hale, 51, is accused of watering milk. She denies it and will be tried in May.\n\n"
    assert found(HARM, charge + "Hale watered milk for years.") == ["watered"]
    assert found(HARM, charge + "Hale sold milk for years.") == []


def test_the_case_of_one_paragraph_reaches_the_next(found):
    text = "Milk was dear in May. Vega was jailed in Orme.\n\nA baker is in custody and has not been tried.\n\n"
    assert found(DEEDS, text + "He robbed an inn.") == ["robbed"]
    assert found(DEEDS, text + "Rain fell. Snow fell. Hail fell. Wind blew.\n\nHe robbed an inn.") == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Baker who stole boat in court", ["Baker who stole"]),
        ("Killer baker denies charge", ["Killer"]),
        ("Baker denies theft of boat", []),
        ("Film of baker who stole boat", []),
    ],
)
def test_headlines(found, headline, expected):
    assert found(DEEDS, headline + "\n\n" + OPEN) == expected
