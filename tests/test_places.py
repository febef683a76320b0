"""Places, organisations and titles in a text."""

import re
from pathlib import Path

import pytest

from newslint.language.orgs import orgs
from newslint.language.places import places
from newslint.language.titles import titles
from newslint.lexicon import Lexicon, parse_list
from newslint.span import Span
from newslint.text import Folded, fold

_LISTS = Path(__file__).parent.parent / "rules" / "lists"
LEXICON = Lexicon({path.stem: parse_list(path.read_text(encoding="utf-8")) for path in _LISTS.glob("*.txt")})


def read(raw: str) -> tuple[Folded, list[Span]]:
    return fold(raw), [Span(*hit.span()) for hit in re.finditer(r"[^\n]+", raw)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and the U.S. and the United States", [("united states", "country")] * 3),
        ("Britain and the U.K.", [("united kingdom", "country")] * 2),
        ("They told us.", []),
        ("In Macon, Ga., and Kyiv", [("georgia", "state"), ("kyiv", "city")]),
        ("Ga. and Miss. Moore", []),
        ("Fighting in Donbas and Crimea", [("donbas", "region"), ("crimea", "region")]),
        ("In Georgia, Atlanta voted.", [("georgia", "state"), ("atlanta", "city")]),
        ("In Georgia, Tbilisi voted.", [("georgia", "country"), ("tbilisi", "city")]),
        ("She left Washington for Washington state.", [("washington", "city"), ("washington", "state")]),
        ("Michael Jordan left Jordan.", [("jordan", "country")]),
        ("Paris Hilton likes Paris.", [("paris", "city")]),
        ("The New York Times left New York City.", [("new york", "city")]),
        ("An Iranian and a Romanian came.", []),
    ],
)
def test_places(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.name, one.kind) for one in places(*read(text), LEXICON)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The White House told NATO and the Kremlin.", ["White House", "NATO", "Kremlin"]),
        ("Officials of the Ministry of Foreign Affairs met.", ["Ministry of Foreign Affairs"]),
        ("The University of Michigan and Riverside College", ["University of Michigan", "Riverside College"]),
        ("He joined Acme Widgets Inc last year.", ["Acme Widgets Inc"]),
        ("The ABCD said so.", ["ABCD"]),
        ("The party and the bank met.", []),
        ("THE MAYOR TOLD THE ABCD NO", []),
        ("He was in the US at 5 PM.", []),
    ],
)
def test_orgs(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in orgs(*read(text), LEXICON)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The prime minister met Deputy Defense Minister Ann Moore.", ["prime minister", "deputy defense minister"]),
        ("Secretary of State John Kerry and Gen. Moore", ["secretary of state", "gen."]),
        ("In general the major cities did well.", []),
        ("ex-President Bush and the former foreign minister", ["ex-president", "former foreign minister"]),
        ("Presidents and ministers", []),
        ("The CEO and a spokesman declined.", ["ceo", "spokesman"]),
    ],
)
def test_titles(text: str, expected: list[str]) -> None:
    assert [one.title for one in titles(*read(text), LEXICON)] == expected
