"""The kinds that compare places: consistency, names, figures; in one article and in the articles of a story."""

import pytest
from conftest import document, whole

from newslint.linting import Linter
from newslint.rulebook import load, shipped


@pytest.mark.parametrize(
    ("rule", "articles", "expected"),
    [
        ("forms: [adviser, advisor]", ["An adviser met an advisor, and the adviser left."], ["advisor"]),
        # as many of the one as of the other: the later
        ("forms: [adviser, advisor]", ["An advisor met an adviser."], ["adviser"]),
        ("forms: [adviser, advisor]", ["An adviser met an adviser."], []),
        ("forms: [a b, a c]\neach: false", ["A b, a b, a b, a c and a c."], ["a c"]),
        ("forms: [a b, a c]", ["A b, a b, a b, a c and a c."], ["a c", "a c"]),
        ("forms: [US, U.S.]\ncase: exact", ["The U.S. and the US: tell us. The US."], ["U.S."]),
        # a form inside another does not count
        ("forms: [health care, health care workers]", ["The health care workers were health care workers."], []),
        ("shapes: ['\\d+ percent', '\\d+ per cent']", ["So 5 percent, 6 percent, 7 per cent."], ["7 per cent"]),
        ("forms: [adviser, advisor]\nquotes: skip", ["An adviser said: “My advisor left.”"], []),
        # a story: articles that are consistent each
        ("forms: [adviser, advisor]", ["The adviser. An adviser.", "An advisor."], ["advisor"]),
        ("forms: [adviser, advisor]\nstories: false", ["The adviser.", "An advisor."], []),
        ("forms: [adviser, advisor]", ["The adviser.", "The adviser.", "An advisor."], ["advisor"]),
        ("forms: [adviser, advisor]", ["The adviser.", "The adviser and the advisor."], ["advisor"]),
    ],
)
def test_consistency(found, rule, articles, expected):
    assert found(f"kind: consistency\n{rule}", *articles) == expected


def report(rule, *texts):
    book = load([shipped()])
    rules = [one for one in load([shipped(), rule]).rules if one.id == "test/rule"]
    documents = [document(text, book.lexicon, f"{at}.txt") for at, text in enumerate(texts, 1)]
    return Linter(rules, book.lexicon).report(documents, story=len(texts) > 1)


@pytest.mark.parametrize(
    ("check", "texts", "expected"),
    [
        (
            "first-name",
            ["Jack Whitfield, the commissioner, spoke. Jack Whitfield left.", "Jake Whitfield denied it."],
            [("Jake Whitfield", "1.txt")],
        ),
        ("first-name", ["Jack Whitfield spoke.", "Martha Whitfield denied it."], []),
        ("near-miss", ["Laura Harrington spoke. On Monday Ms. Harrintgon left."], [("Harrintgon", "1.txt")]),
        ("near-miss", ["Laura Lindqvist spoke. Lindquist also sang."], [("Lindquist", "1.txt")]),
        ("near-miss", ["Laura Tanaka spoke. Takana also sang."], [("Takana", "1.txt")]),
        ("near-miss", ["The Sinfield Trust owns it. The Sinfeld Trust sells."], [("Sinfeld", "1.txt")]),
        ("near-miss", ["The Sinfield Trust owns it. The Sinclair Trust sells. Sinfeld sang."], []),
        ("near-miss", ["Laura Banker spoke. Bankers also sang. Tankers left."], []),
        ("near-miss", ["Laura Céspedes spoke. On Monday Ms. Cespédez left."], [("Cespédez", "1.txt")]),
        ("near-miss", ["Laura O'Donnell spoke. Ms. O'Donnell sat. Then Ms. Odonnel left."], [("Odonnel", "1.txt")]),
        ("variant", ["Emil Gonçalves spoke. Mr. Gonçalves sat. Emil Goncalves left."], [("Emil Goncalves", "1.txt")]),
    ],
)
def test_names(pack, check, texts, expected):
    found = report(pack({"test/rule": whole(f"kind: names\ncheck: {check}")}), *texts)
    assert not found.errors
    assert [(one.text, one.notes[0].path) for one in found.findings] == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            [
                "Moscow has massed 90,000 troops along its border with Varnia.\n\nThe ministry said 175,000 troops stood along the"
                " border with Varnia."
            ],
            ["175,000 troops"],
        ),
        (
            [
                "Moscow has massed 90,000 troops along its border with Varnia.\n\nOn Monday 175,000 troops stood along the border"
                " with Varnia."
            ],
            [],
        ),
        (
            [
                "Moscow has massed 90,000 troops along its border with Varnia.",
                "The army has massed 175,000 troops along the border with Varnia.",
            ],
            ["175,000 troops"],
        ),
        (
            [
                "Moscow has massed 90,000 troops along its border with Varnia.",
                "Some 1,000 troops took part in an exercise in the far north.",
            ],
            [],
        ),
        (["The army has massed 90,000 troops along the border. It grew to 120,000 troops along the border."], []),
    ],
)
def test_figures(pack, texts, expected):
    rule = whole("kind: figures\ncounted: [(troops|soldiers)]")
    found = report(pack({"test/rule": rule}), *texts)
    assert not found.errors
    assert [one.text for one in found.findings] == expected
    assert all(one.notes for one in found.findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The flood left 12 dead. The 14 dead were found at noon.", ["14 dead"]),
        ("Police said 12 villagers had died. The rain went on. Police found 14 villagers dead.", ["14 villagers"]),
        ("Police said 12 villagers had died. The Red Cross said 14 villagers had died.", []),
        ("The flood left 12 dead. By Monday 14 were dead.", []),
        ("The flood left 12 dead. The number of dead rose to 14 dead.", []),
        ("The bomb killed 12 people. Ten people were killed at once and two died later.", []),
        ("The council will close 17 libraries. The 19 libraries cost too much.", ["19 libraries"]),
        ("It will close 17 libraries in Kell and 19 libraries in Orm. The 19 libraries cost too much.", []),
        ("It has 17 libraries. Another 19 libraries were closed.", []),
        ("It has 17 libraries. In all 19 libraries are planned.", []),
        ("Some 4,500 people marched. The 4,512 people were counted.", []),
        ("It cut 340 jobs in Kell. It cut 430 jobs last year.", []),
        ("Exports of wheat were 340 tonnes. Imports of wheat were 430 tonnes.", []),
        ("A poll of 47 economists gave a rise. A poll of 44 economists gave a fall.", []),
        ("The loan of $4.5 million was signed. The bank wants its $4.8 million back.", ["$4.8 million"]),
        ("Twelve members of the club left. The 13 members met in Kell.", ["13 members"]),
    ],
)
def test_one_count(text, expected):
    """Two figures for one thing are one finding, unless the text says why they differ."""
    book = load([shipped()])
    names = "one-count-two-figures one-digit-off perhaps-one-digit-off points-back-a-digit-off"
    rules = [rule for rule in book.rules if rule.id in {f"figures/{name}" for name in names.split()}]
    found = Linter(rules, book.lexicon).report([document(text, book.lexicon)]).findings
    assert [one.text for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laura Harrow, 45, won. Harrow, 54, is a teacher.", ["54"]),
        ("Laura Harrow (45) won. The 45-year-old Harrow is a teacher.", []),
        ("Laura Harrow, 45, won. Tom Marsh, 54, lost.", []),
        ("Laura Harrow, 45, won. In 1999 Harrow, 19, sang.", []),
        ("Laura Harrow, 45, won. A daughter of Laura Harrow, 15, sang.", []),
        ("A 23-year-old was held. The 32-year-old has a dog.", ["32-year-old"]),
        ("A 23-year-old was held. The 32-year-old Tom Marsh has a dog.", []),
    ],
)
def test_two_ages(text, expected):
    """One person has one age in an article; who is somebody else, or was younger then, may have another."""
    book = load([shipped()])
    rules = [rule for rule in book.rules if rule.id == "figures/two-ages"]
    found = Linter(rules, book.lexicon).report([document(text, book.lexicon)]).findings
    assert [one.text for one in found] == expected
