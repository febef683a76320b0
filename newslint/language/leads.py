"""What stands before a number: its currency or sign, and words such as "more than" that say how exact it is."""

import re

from newslint.language.units import CODES, DOLLARS, SYMBOLS
from newslint.patterns import regex
from newslint.records import NamedTuple

QUALIFIERS = {
    "over": "more than",
    "above": "more than",
    "more than": "more than",
    "greater than": "more than",
    "upwards of": "more than",
    "in excess of": "more than",
    "less than": "less than",
    "fewer than": "less than",
    "under": "less than",
    "below": "less than",
    "about": "about",
    "around": "about",
    "some": "about",
    "roughly": "about",
    "approximately": "about",
    "estimated": "about",
    "circa": "about",
    "up to": "up to",
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "a minimum of": "at least",
    "at most": "at most",
    "no more than": "at most",
    "a maximum of": "at most",
    "nearly": "nearly",
    "close to": "nearly",
    "almost": "almost",
    "as many as": "as many as",
    "as much as": "as many as",
    "as few as": "as few as",
    "as little as": "as few as",
    "between": "between",
}
_LAST_OF_QUALIFIER = frozenset(phrase.split()[-1] for phrase in QUALIFIERS)
_AFTERWARDS = regex(r"\+|(?: +or +(?:(so)|more|greater|above|(?:less|fewer|under)))(?![a-z])")
_LEAST = regex(r" +or +(less|fewer|under)")
_DOLLAR_PREFIX = regex(r"(?<![a-z.])(" + "|".join(map(re.escape, sorted(DOLLARS, key=len, reverse=True))) + r")$")
_GLUE = frozenset("_@#/=&'\\*^~")
_WORDS_BEFORE = 6
# Six words of a newspaper.
_WINDOW = 48


class Lead(NamedTuple):
    """What stands before a number: where its currency or sign begins, its currency, the words before that."""

    start: int
    currency: str
    words: list[str]
    minus: bool


def lead(lower: str, start: int, previous_end: int) -> Lead | None:
    """What leads up to the number at ``start``; none where it sticks to a word before it, as in "F-16" or "G7".

    ``previous_end`` is where the figure before it ended: a dash after that is a range and glues nothing.
    """
    before = lower[start - 1] if start else ""
    edge, currency, minus = start, "", False
    if before in SYMBOLS:
        edge, currency = _currency(lower, start - 1)
    elif before == " " and start > 1 and lower[start - 2] in SYMBOLS:
        edge, currency = _currency(lower, start - 2)
    elif before in ("-", "–"):
        close = start > 1 and (lower[start - 2].isalnum() or lower[start - 2] in "%.)-")
        if close and previous_end != start - 1:
            return None
        minus = not close and before == "-"
    elif before and (
        before.isalnum() or before in _GLUE or (before in ".," and start > 1 and lower[start - 2].isalnum())
    ):
        return None
    words = words_before(lower, edge)
    if not currency and words and words[-1] in CODES:
        currency = CODES[words[-1]]
        edge = lower.rfind(words.pop(), 0, edge)
    return Lead(edge, currency, words, minus)


def words_before(lower: str, edge: int) -> list[str]:
    """The last few words before a place, in the same paragraph; none if anything but a blank is directly before it."""
    if not edge or lower[edge - 1] != " ":
        return []
    return lower[max(0, edge - _WINDOW) : edge].rpartition("\n")[2].split()[-_WORDS_BEFORE:]


def qualified(words: list[str]) -> tuple[str, list[str]]:
    """The qualifier that the words end with, folded ("over" is "more than"), and the words before it."""
    if not words or words[-1] not in _LAST_OF_QUALIFIER:
        return "", words
    for count in (3, 2, 1):
        known = QUALIFIERS.get(" ".join(words[-count:]))
        if known:
            return known, words[:-count]
    return "", words


def qualified_afterwards(lower: str, end: int) -> str:
    """The qualifier that follows a number: "12 or more", "50+", "a dozen or so"."""
    found = _AFTERWARDS.match(lower, end)
    if found is None:
        return ""
    if found[1]:
        return "about"
    return "at most" if _LEAST.match(lower, end) else "at least"


def _currency(lower: str, symbol: int) -> tuple[int, str]:
    if lower[symbol] == "$" and (prefix := _DOLLAR_PREFIX.search(lower[max(0, symbol - 5) : symbol])):
        return symbol - len(prefix[1]), DOLLARS[prefix[1]]
    return symbol, SYMBOLS[lower[symbol]]
