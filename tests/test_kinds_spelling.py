"""The speller: what it calls misspelt, what it must leave alone, and what it offers instead."""

import pytest
from conftest import document, whole
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import wordlist
from newslint.linting import Linter
from newslint.rulebook import load
from newslint.selftest import apply


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The terms were not diclised.", ["diclised"]),
        ("The statment came late; the statment was long.", ["statment", "statment"]),
        ("The harbuor's gates were shut.", ["harbuor"]),
        ("It occured on a Monday.", ["occured"]),
        # both countries, and words made of words
        ("The colour of the color: they organise and organize travelled, traveled routes.", []),
        ("An unworkable livestream of a counterdemonstration.", []),
        # names, terms, addresses, compounds, dropped letters, other languages
        ("Marek Statment spoke of a statment.", []),
        ("The statments of statment, a statment. A statment? One statment.", ["statments"]),
        ("See statment.example.com, @statment, #statment and press@statment.example.", []),
        ("They were talkin' about a statment-like thing.", []),
        ("He said mañana, und dann natürlisch allerdings.", []),
        ("Zqxwv glorp frindle snarfblat.", []),
    ],
)
def test_misspelt(found, text, expected):
    assert found("kind: spelling", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lost, doubled, too many, changed places; another letter in a long word
        (
            "A conterfeit coin, an electoin on the emmissions of a govrernment, and a docunent.",
            ["conterfeit", "electoin", "emmissions", "govrernment", "docunent"],
        ),
        # so short, or with another letter in a short one, it may be much else
        ("The stuas was high.", []),
        # clipped or lengthened: new words, or nearly so
        ("An improv on deplorables, an extracurriculars strategizer.", []),
        # a prefix and a word
        ("They undocked the ship, defanged it and defunded a superfan.", []),
        # two common words are as near, and stand there as well
        ("Their hetel purred.", []),
        ("Marek Electoin spoke of an electoin.", []),
    ],
)
def test_misspelt_for_sure(found, text, expected):
    assert found("kind: spelling\nsure: true", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # short ones, and what could be a word of its own, by the words beside them
        ("The mayor adn the council will bve asked; it hsa been done.", ["adn", "bve", "hsa"]),
        ("She went to teh shop and put iy at odds with them.", ["teh", "iy"]),
        ("Women from religious minorites have been enslaved.", ["minorites"]),
        ("He said so. Teh government of the day did not.", ["Teh"]),
        # where they say nothing
        ("A minorites bve; Teh Hsa.", []),
        # units, words of other tongues, what opens a sentence and may be a name, what the writer vouches for
        ("It costs 40 hsa a year and 12.5 mio tonnes.", []),
        ("She danced lo flamenco de tierra to them.", []),
        ("Thow spoke. Mirth and Sade were there.", []),
        ("“I want teh money,” [sic] he wrote.", []),
    ],
)
def test_the_words_beside_it_tell_what_is_meant(found, text, expected):
    assert found("kind: spelling\nsure: true", text) == expected


def test_both_rules_in_one_run(pack):
    rules = {
        "spelling/all": whole("kind: spelling\nallow: [emmissions]"),
        "spelling/sure": whole("kind: spelling\nsure: true\nseverity: error"),
    }
    book = load([pack(rules)])
    report = Linter(book.rules, book.lexicon).report(
        [document("Their hetel purred at an electoin and its emmissions.", book.lexicon)]
    )
    assert [(one.text, one.rule) for one in report.findings] == [
        ("hetel", "spelling/all"),
        ("electoin", "spelling/sure"),
        ("emmissions", "spelling/sure"),
    ]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The statment came.", "The statement came."),  # the only one offered
        ("The conterfeit notes.", "The counterfeit notes."),  # the others are farther away
        ("It is a topline figure.", "It is a topline figure."),  # all are far away
        ("He is a diety.", "He is a diety."),  # deity or diet
    ],
)
def test_only_what_is_one_slip_away_is_put_right(pack, text, fixed):
    book = load([pack({"test/rule": whole("kind: spelling")})])
    assert apply(text, Linter(book.rules, book.lexicon).report([document(text)]).findings) == fixed


def test_the_words_of_a_list_are_known(found):
    text = "A statment about the goverment."
    assert found("kind: spelling", text, lists={"house-words": ["statment"]}) == ["goverment"]


def test_allowed_words_are_known(found):
    assert found("kind: spelling\nallow: [goverment]", "A statment about the goverment.") == ["statment"]


def test_says_what_it_may_be(found):
    rule = "kind: spelling\nmessage: '{match}: {others}, {word}'"
    assert found(rule, "It was tommorow.", says=True) == ["tommorow: “tomorrow”, tomorrow"]


@pytest.mark.parametrize(
    ("variety", "text", "expected"),
    [
        ("british", "The color of the labor center.", ["color", "labor", "center"]),
        ("british", "The colour of an organized program, a licence, a practice.", []),
        ("american", "The colour of the labour centre.", ["colour", "labour", "centre"]),
        ("american", "The color of the Ministry of Defence.", []),
    ],
)
def test_variety(found, variety, text, expected):
    assert found(f"kind: spelling\nvariety: {variety}", text) == expected


def test_an_unreadable_text_is_left_alone(found):
    words = (f"qz{a}{b}vex" for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz")
    assert found("kind: spelling", " said. ".join(words)) == []


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=14))
def test_what_is_offered_is_a_common_word(word):
    assert all(wordlist.level(one) <= wordlist.COMMON for one in (*wordlist.near(word), *wordlist.meant(word)))


@pytest.mark.parametrize(
    ("word", "right"), [("tommorow", "tomorrow"), ("recieve", "receive"), ("emmissions", "emissions")]
)
def test_the_likeliest_comes_first(word, right):
    assert wordlist.near(word)[0] == right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town centre is shut. The center opens in May.", ["center"]),
        ("A center here, a center there. The centre opens in May.", ["centre"]),
        ("They organised it and organize it still.", ["organize"]),
        # one word against those of the other country
        ("The colour of the harbour favours the neighbours, not the dishonor.", ["dishonor"]),
        # names, speech, a single pair of different words
        ("The town centre is shut. The Lincoln Center opens. “Go to the center,” he said.", []),
        ("The colour of the theater.", []),
        ("They advise and advertise; the size of the prize is otherwise.", []),
    ],
)
def test_two_varieties(found, text, expected):
    assert found("kind: spelling\nvariety: mixed", text) == expected
