"""The party that an article gives a politician: "(R-Texas)", ", D-N.Y.," behind a name, "Republican" before a title."""

from collections.abc import Sequence

from newslint.facts import Facts
from newslint.kinds.office_reach import Word
from newslint.patterns import regex
from newslint.records import NamedTuple

_LETTERS = {"r": "Republican", "d": "Democrat", "i": "independent"}
_MEMBERS = {form: party for party in ("Republican", "Democrat") for form in (party, f"{party}.")}
_GOES_ON = frozenset({"who", "whose", "and", "but", "from", "representing", "like"})
_WORDS = {"republican": "Republican", "gop": "Republican", "democratic": "Democrat"}
# "Democratic National Committee Chairman" tells of a body
_WORD = regex(
    r"\b(republican|gop|democratic)\b(?! (?:national|party|senatorial|governors|republic|caucus|conference)\b)"
)


class Tag(NamedTuple):
    """What stands behind a name: the party, the state that its short form means or nothing, where it ends."""

    party: str
    place: str
    end: int


def tag_behind(facts: Facts, words: Sequence[Word]) -> Tag | None:
    """The party's letter and the state behind a name, whose words are given from its end on."""
    if len(words) < 2 or words[0].text not in {",", "("}:
        return None
    if (said := _said_behind(words)) is not None:
        return said
    letter, dash, state = words[1].low.partition("-")
    party = _LETTERS.get(letter) if words[1].text[0].isupper() else None
    if party is None:
        return None
    place = facts.short.get(state.replace(".", ""), "") if dash else ""
    if bool(place) != bool(dash) or not (dash or words[0].text == "("):
        return None  # "D-Queens" is one of a state's own house
    if words[0].text == "(" and len(words) > 2 and words[2].text == ")":
        return Tag(party, place, words[2].end)
    return Tag(party, place, words[1].end - (words[1].text.count(".") == 1))


def _said_behind(words: Sequence[Word]) -> Tag | None:
    """The party in ", a Democrat," behind a name; a Democrat of something else is none."""
    party = _MEMBERS.get(words[2].text) if len(words) > 2 and words[0].text == "," and words[1].low == "a" else None
    if party is None or (len(words) > 3 and words[3].text not in {",", ")", ";"} and words[3].low not in _GOES_ON):
        return None
    return Tag(party, "", words[2].end - words[2].text.endswith("."))


def party_before(lower: str, start: int, end: int) -> str:
    """The party in the words before a title, which stand between two places of a text in lower case."""
    found = _WORD.search(lower, start, end)
    return _WORDS[found[1]] if found else ""
