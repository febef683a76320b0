"""Fixed expressions put into other words, as spinning software does."""

import pytest
from conftest import newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds.expressions import (
    CERTAIN,
    DOUBTFUL,
    OWN_WEIGHTS,
    expressions,
    options,
    phrases,
    published,
    singulars,
    tables,
)

CERTAINLY, PERHAPS = "kind: spun", "kind: spun\ndoubtful: true"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was treated for bosom malignancy.", ["bosom malignancy"]),
        ("Two kinds of bosom malignancies are known.", ["bosom malignancies"]),
        ("Aides met the senator on Statehouse Slope in May.", ["Statehouse Slope"]),
        ("He left the Joined Together States for good.", ["Joined Together States"]),
        ("He left the Joined together States for good.", ["Joined together States"]),
        # published phrases, in the plural, too; not as part of a name
        ("The ban covers youthful grown-ups. Monetary loan costs rose.", ["youthful grown-ups", "Monetary loan costs"]),
        ("The Youthful Grown-ups Club met.", []),
        # a title behind a name
        ("That was said by the Irish Outside Clergyman on Monday.", ["Outside Clergyman"]),
        ("The Republican Birthday Celebration met in May.", ["Republican Birthday Celebration"]),
        # over several blanks, not over a mark, a sentence or a paragraph
        ("Two kinds of bosom  malignancy are known.", ["bosom  malignancy"]),
        ("She spoke of the bosom, malignancy and death.", []),
        ("She spoke of the bosom. Malignancy followed.", []),
        ("A bosom\n\nMalignancy grew.", []),
        ("The bosoms malignancy spared were few.", []),
        # part of a longer word
        ("A bosom malignancy-free year, a non-bosom malignancy.", []),
        # the expression itself, and ordinary English made of the same words
        ("Breast cancer is common; the Supreme Court sat on Capitol Hill.", []),
        ("The peace accord was signed at a press briefing of the oil firm.", []),
        ("High hopes, wage growth, field offices and the House of Delegates.", []),
    ],
)
def test_certain(found, text, expected):
    assert found(CERTAINLY, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wants the journey boycott to end.", ["journey boycott"]),
        ("A vote field was empty.", ["vote field"]),
        ("The difficult drive failed.", ["difficult drive"]),
        # that is for the other rule
        ("She was treated for bosom malignancy.", []),
        # only a name is no name
        ("He saw a divider road.", []),
    ],
)
def test_doubtful(found, text, expected):
    assert found(PERHAPS, text) == expected


def test_two_in_one_article_are_certain(found):
    text = "He wants the journey boycott to end. The vote field was empty."
    assert found(CERTAINLY, text) == ["journey boycott", "vote field"]
    assert found(PERHAPS, text) == []
    # the same twice is one
    assert found(CERTAINLY, "The journey boycott grew. The journey boycott shrank.") == []


def test_says_what_was_spun(found):
    rule = "kind: spun\nmessage: '{match}: {word}'"
    assert found(rule, "Bosom malignancy kills.", says=True) == ["Bosom malignancy: breast cancer"]


@pytest.mark.parametrize(
    ("word", "forms"), [("parties", {"party"}), ("boxes", {"box"}), ("class", set()), ("is", set())]
)
def test_singulars(word, forms):
    assert next(singulars(word)) == word
    assert forms <= set(singulars(word))
    assert forms or list(singulars(word)) == [word]


def test_the_published_phrases_are_sound():
    known = [phrase for lines in published().values() for phrase in phrases(lines)]
    assert all(phrase.said != phrase.meant and phrase.said.islower() for phrase in known)
    assert len({phrase.said for phrase in known}) == len(known)


def test_the_data_is_sound():
    ends, begins, known, _ = tables()
    assert DOUBTFUL < CERTAIN
    for side, own in zip((ends, begins), OWN_WEIGHTS, strict=True):
        for token, lines in side.items():
            for option in options(lines):
                assert token in option.written
                assert option.weight == own or option.written != option.meant
    assert all(option.meant in known for lines in ends.values() for option in options(lines))
    assert all(one.text for lines in known.values() for found in expressions(lines).values() for one in found)


@given(
    st.lists(st.sampled_from("the united joined together states state of bosom malignancy , . \n\n House".split(" ")))
)
def test_any_row_of_words_is_read(words):
    from conftest import document

    from newslint.kinds.spun import _wordings

    text = " ".join(words)
    for one in _wordings(document(text)):
        assert text[one.span.start : one.span.end].split()


def test_long_articles_stay_linear(found):
    assert found(CERTAINLY, "joined together " * 40_000 + "end.") == []


def test_both_rules_ship(tmp_path):
    (tmp_path / "a.txt").write_text("The end of the journey boycott was near.\n")
    (tmp_path / "b.txt").write_text("Aides met the senator on Statehouse Slope in May.\n")
    result = newslint("check", "--no-config", "--format", "concise", "a.txt", "b.txt", cwd=tmp_path)
    assert b"machine-text/perhaps-spun-expression" in result.stdout
    assert b"machine-text/spun-expression" in result.stdout
