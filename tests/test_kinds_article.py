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
                "Moscow has massed 90,000 troops along its border with Varnia.\n\nOn Monday 175,000 troops stood along the border"
                " with Varnia."
            ],
            ["175,000 troops"],
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
