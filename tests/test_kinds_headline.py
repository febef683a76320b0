"""The kind headline: an article in, the places over its text that the text does not bear out."""

import pytest

BODY = (
    "The council met on Monday in the rain and spoke of the pool beside the station for an hour, "
    "and then of the weather, and went home."
)
FIGURE = "kind: headline\ncheck: figure"
NAME = "kind: headline\ncheck: name"
CLAIM = "kind: headline\ncheck: claim\nstrong: [~prevent, ~cause]\nhedged: [may, suggests, linked to]"
LISTS = {"first-names": ["Ann", "Peter"], "surnames": ["Tolliver"]}


@pytest.mark.parametrize(
    ("headline", "text", "reported"),
    [
        ("Pool costs $40 million", "It is cold.", ["$40 million"]),
        ("Pool costs $40 million", "It costs $40.4 million.", []),  # rounded
        ("Pool costs $1.1 million", "It costs $1.19 million.", []),  # cut off
        ("Pool costs $40 million", "It costs $44.4 million.", ["$40 million"]),
        ("Nearly 100 swimmers jump", "In all 93 swimmers jumped.", []),
        ("More than 100 swimmers jump", "In all 131 swimmers jumped.", []),
        ("More than 100 swimmers jump", "In all 91 swimmers jumped.", ["100"]),
        ("Fourteen swimmers jump", "Five men jumped with nine women.", []),  # a sum
        ("Prices up 50 percent", "The price went from $4 to $6.", []),  # a change
        ("Twelve swimmers jump", "There were 12 swimmers.", []),
        ("Half of swimmers jump", "It is cold.", []),
        ("Pool to open in 2031", "It is cold.", []),
        ("5 things about swimmers", "It is cold.", []),
        ("Phase 3 swimmers jump", "It is cold.", []),
        ("Flood toll: Six swimmers drown", "It is cold.", ["Six"]),  # a capital behind a colon is no name
        ("Flight 352 lands", "Flight 325 has landed.", ["352"]),
        ("Flight 352 lands", "Flight 352 has landed, not Flight 325.", []),
        ("Magnitude 6.8 quake", "The magnitude 6.3 quake was felt.", ["6.8"]),
        ("Mother of four swims", "The mother of three is cold.", ["four"]),
        ("Ann Tolliver dies at 71", "Ann Tolliver died on Monday at the age of 77.", ["71"]),
    ],
)
def test_figures(found, headline, text, reported):
    assert found(FIGURE, f"{headline}\n\n{BODY} {text}") == reported


def test_figures_in_captions(found):
    caption = "File photo of the 60 swimmers in the pool"
    assert found(f"{FIGURE}\nin: [caption]", f"Pool opens\n\n{BODY}\n\n{caption}\n\n{BODY}") == ["60"]
    assert found(f"{FIGURE}\nin: [headline]", f"Pool opens\n\n{BODY}\n\n{caption}\n\n{BODY}") == []


@pytest.mark.parametrize(("which", "reported"), [("any", 2), ("near", 1), ("nothing", 1)])
def test_near_is_another_figure_of_the_same_thing(found, which, reported):
    article = f"Flood drowns 41 swimmers, 700 cats\n\n{BODY} The flood drowned 14 swimmers."
    assert len(found(f"{FIGURE}\nfound: {which}", article)) == reported


def test_says_where_the_other_is(found):
    rule = f'{FIGURE}\nmessage: "{{match}}, {{there}}, line {{there-line}}"'
    article = f"Flood drowns 41 swimmers\n\n{BODY} The flood drowned 14 swimmers."
    assert found(rule, article, says=True) == ["41, 14, line 3"]


@pytest.mark.parametrize(
    ("headline", "text", "reported"),
    [
        ("Ann Tolliver swims", "She is cold.", ["Tolliver"]),
        ("Ann Tolliver swims", "Tolliver is cold.", []),
        ("Tolliwer swims", "Ann Tolliver is cold. Mrs. Tolliver swam.", ["Tolliwer"]),
        ("Tollivers swim", "Ann Tolliver is cold. Mrs. Tolliver swam.", []),
        ("Tolliver’s swim", "Ann Tolliver is cold. Mrs. Tolliver swam.", []),
        ("Old Pool Closes", "Ann Tolliver is cold. Mrs. Tolliver swam.", []),
    ],
)
def test_names(found, headline, text, reported):
    assert found(NAME, f"{headline}\n\n{BODY} {text}", lists=LISTS) == reported


@pytest.mark.parametrize(
    ("headline", "text", "reported"),
    [
        ("Swimming prevents colds", "Swimming may prevent colds, a study says.", ["prevents"]),
        ("Swimming causes colds", "Swimming is linked to colds.", ["causes"]),
        ("Swimming may prevent colds", "Swimming may prevent colds, a study says.", []),
        ("Swimming prevents colds", "Swimming prevents colds. It may prevent colds of the foot.", []),
        ("Swimming prevents colds", "Rain may come.", []),
    ],
)
def test_claims(found, headline, text, reported):
    assert found(CLAIM, f"{headline}\n\n{BODY} {text}") == reported


def test_a_text_of_few_words_bears_nothing_out(found):
    assert found(FIGURE, "Pool costs $40 million\n\nIt is cold there.") == []
