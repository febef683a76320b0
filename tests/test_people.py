"""People in a text: mentions, parts of names, and who is who."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.language.names import handles
from newslint.language.people import Person, people
from newslint.language.places import unknown_names
from newslint.lexicon import Lexicon, parse_list
from newslint.span import Span
from newslint.text import Folded, fold

_LISTS = Path(__file__).parent.parent / "rules" / "lists"
LEXICON = Lexicon({path.stem: parse_list(path.read_text(encoding="utf-8")) for path in _LISTS.glob("*.txt")})


def read(raw: str) -> tuple[Folded, list[Span]]:
    """A text and its sentences: those of these tests end at a stop after four letters, or at a break."""
    sentences = [Span(*hit.span()) for hit in re.finditer(r"[^\n ](?:[^\n]*?(?<=\w{4})[.!?](?= |$)|[^\n]+)", raw)]
    return fold(raw), sentences


def found(raw: str) -> tuple[Person, ...]:
    return people(*read(raw), LEXICON)


def printed(raw: str) -> list[str]:
    return [raw[one.start : one.end] for one in found(raw)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Then Joe Biden left.", ["Joe Biden"]),
        ("On Tuesday Joe Biden met reporters.", ["Joe Biden"]),
        ("Voters saw Joe Biden Tuesday.", ["Joe Biden"]),
        ("It was Mr. Biden's car.", ["Mr. Biden"]),
        ("He met US National Security Adviser Jack Sullivan.", ["US National Security Adviser Jack Sullivan"]),
        ("He met Russian President Vladimir Putin.", ["Russian President Vladimir Putin"]),
        ("He met former US President Barack Obama.", ["former US President Barack Obama"]),
        ("He told White House chief of staff Ann Moore so.", ["White House chief of staff Ann Moore"]),
        ("John Smith came. However Smith left.", ["John Smith", "Smith"]),
        ("Jean-Claude Juncker met Mitch McConnell.", ["Jean-Claude Juncker", "Mitch McConnell"]),
        ("Recep Tayyip Erdoğan met Chris O’Neill.", ["Recep Tayyip Erdoğan", "Chris O’Neill"]),
        ("Bashar al-Assad stayed. Assad won.", ["Bashar al-Assad", "Assad"]),
        ("Ursula von der Leyen spoke. Von der Leyen left.", ["Ursula von der Leyen", "Von der Leyen"]),
        ("Bill de Blasio spoke. Mr. de Blasio left.", ["Bill de Blasio", "Mr. de Blasio"]),
        ("Paris Hilton flew home.", ["Paris Hilton"]),
        # Everybody knows them, though a word of the name is an ordinary one.
        ("Venus Williams beat Serena Williams.", ["Venus Williams", "Serena Williams"]),
        ("Steve Jobs met John Major at the Walt Disney Studios.", ["Steve Jobs", "John Major"]),
        ("Pope Benedict XVI prayed.", ["Pope Benedict XVI"]),
        # A surname is introduced by a full name or a title; on its own it is any word.
        ("The baker said Miller would win.", []),
        # Things that bear a name.
        ("He landed at John F. Kennedy Airport.", []),
        ("John Kennedy spoke near Kennedy Street.", ["John Kennedy"]),
        ("She works for Goldman Sachs and Johns Hopkins University.", []),
        ("He flew to Santa Barbara and Saint Petersburg.", []),
        # Capitals that prove nothing.
        ("MAYOR ANN MOORE SIGNS ORDER IN LONDON", []),
        ("Mark Rules Against Will Of Grace", []),
        ("Will Congress act? May Parliament decide?", []),
        ("Anti-Smith protests followed. John Smith spoke.", ["John Smith"]),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    assert printed(text) == mentions


def test_headline_needs_a_surname_of_the_article() -> None:
    assert printed("Joan Moore Visits Grace Lake\nThe guest, Joan Moore, was late.") == ["Joan Moore", "Joan Moore"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He met Joseph R. Biden Jr. there.", ("Joseph", "R.", "Biden", "Jr.", "", "")),
        ("He met Mr. Biden there.", ("", "", "Biden", "", "", "mr")),
        ("He met Secretary of State John Kerry there.", ("John", "", "Kerry", "", "secretary of state", "")),
        ("He met Deputy Defense Minister Ann Moore there.", ("Ann", "", "Moore", "", "deputy defense minister", "")),
        ("He met former US President Barack Obama there.", ("Barack", "", "Obama", "", "former president", "")),
        ("He met Crown Prince Mohammed bin Salman there.", ("Mohammed", "", "bin Salman", "", "crown prince", "")),
        ("He met Ban Ki-moon there.", ("Ki-moon", "", "Ban", "", "", "")),
        ("He met Kim Jong Un there.", ("Jong Un", "", "Kim", "", "", "")),
        ("He met Xi Jinping there.", ("Jinping", "", "Xi", "", "", "")),
        ("He met John Quincy Adams there.", ("John", "Quincy", "Adams", "", "", "")),
        ("He met E. Jean Carroll there.", ("E. Jean", "", "Carroll", "", "", "")),
        ("He met Prime Minister Sir Ian Moore there.", ("Ian", "", "Moore", "", "prime minister", "sir")),
    ],
)
def test_parts(text: str, parts: tuple[str, ...]) -> None:
    (one,) = found(text)
    assert (one.given, one.middle, one.surname, one.suffix, one.title, one.honorific) == parts


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Joe Biden spoke. Mr. Biden left. Biden won.", [0, 0, 0]),
        ("Joe Biden spoke. Joseph R. Biden Jr. left.", [0, 0]),
        ("President Moore spoke. Mr. Moore left. Moore won.", [0, 0, 0]),
        ("John Adams and his son, John Quincy Adams, both served.", [0, 1]),
        ("Paul Ryan met Meg Ryan. Ryan left.", [0, 1, -1]),
        ("Volodymyr Zelenskiy met Vladimir Zelenskiy.", [0, 1]),
        ("Joe Biden spoke. Later Joe Bidan left.", [0, 1]),
        ("Michelle Obama spoke. President Obama left. Mrs. Obama smiled.", [0, 1, 0]),
        ("Donald Trump Jr. and President Donald Trump left.", [0, 1]),
        ("George W. Bush met George H.W. Bush. George Bush spoke.", [0, 1, -1]),
        ("Iain Duncan Smith met Jacqui Smith. Mr Duncan Smith left. Smith stayed.", [0, 1, 0, 1]),
        ("Mr. Moore and Mrs. Moore arrived.", [0, 1]),
        ("Kim Jong Un spoke. Kim Jong-un left. Kim won.", [0, 0, 0]),
    ],
)
def test_who_is_who(text: str, who: list[int]) -> None:
    assert [one.who for one in found(text)] == who


def test_possessive_and_modifier() -> None:
    marks = [
        (one.possessive, one.modifier)
        for one in found(
            "Joe Biden’s car left. The Biden administration and the Biden White House replied to Sanders' aides.",
        )
    ]
    assert marks == [(True, False), (False, True), (False, True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Write to @SecMoore today.", ["SecMoore"]),
        ("(@desk_1) and “@desk2”", ["desk_1", "desk2"]),
        ("Write to moore@example.org or desk@paper.", []),
    ],
)
def test_handles(text: str, names: list[str]) -> None:
    assert [one.name for one in handles(fold(text))] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("David Petraeus left. Reporters asked Petreeus why.", ["Petreeus"]),
        ("Joe Biden spoke. Bidan said no.", ["Bidan"]),
        ("Reporters in New York asked Joe Biden on Monday.", []),
        ("Fewer came.", []),
    ],
)
def test_unknown_names(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in unknown_names(*read(text), LEXICON)] == words


_PIECES = st.sampled_from(
    [
        "Joe Biden",
        "Mr.",
        "President",
        "Biden's",
        "de",
        "von der",
        "al-Assad",
        "Jr.",
        " ",
        "\n",
        "\r\n",
        '"',
        "A.",
        "é",
        "İ",
        "US",
        "Kim",
        "Jong",
        "é\u0301",
        "🙂",
        "Tower",
        "said",
        ",",
        "Xi",
        "-",
        "’s",
    ]
)


@given(st.lists(_PIECES, max_size=30).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_mentions_inside_it(raw: str) -> None:
    ones = found(raw)
    for before, after in pairwise(ones):
        assert before.name_end <= after.name_start
    for one in ones:
        assert 0 <= one.start <= one.name_start < one.name_end == one.end <= len(raw)
        assert raw[one.name_start : one.name_end].strip() == raw[one.name_start : one.name_end]
        assert one.surname
        assert one.surname.split()[0] in raw[one.name_start : one.name_end]
