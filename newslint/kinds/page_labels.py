"""Rows of labels: what stands on the buttons, menus and players of a page, copied as one line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.patterns import regex

# Longer lines are paragraphs, and shorter ones may be a heading of one word.
_MOST = 45
# What a label weighs is its words, three at most: a heading may hold one word of them, and even two.
_HEAVIEST, _WHOLE, _PARTLY = 3, 3, 4
# So many of a hundred words are labels where some are not: names, headlines and sections of its own that a page has.
_SHARE = 60
_WORD = regex(r"[#@]?\w[\w’'+.&-]*\w|[#@]?\w|&")
# What stands between labels and is none: counts, times, temperatures, days, handles, marks of one letter.
_FILLING = regex(
    r"[@#]\w+|\d[\w.:/%-]*|\w|&|am|pm|gmt|bst|est|edt|pst|pdt|utc|of|ago|mins?|minutes?|hours?|days?|now|today|times"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}|may|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)

Labels = Mapping[str, Sequence[tuple[str, ...]]]


def read_labels(entries: Iterable[str]) -> Labels:
    """The labels by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(_words(entry))
        found.setdefault(words[0], []).append(words)
    return {first: sorted(several, key=len, reverse=True) for first, several in found.items()}


def row_of_labels(line: str, labels: Labels) -> bool:
    """Whether a line is made of labels, wholly or for the most part."""
    if line.count(" ") >= _MOST or line.islower():
        return False
    words = list(_words(line))
    weight = covered = others = long = at = 0
    while at < len(words):
        here = next((one for one in labels.get(words[at], ()) if tuple(words[at : at + len(one)]) == one), None)
        if here:
            weight += min(len(here), _HEAVIEST)
            long += len(here) > 1
            covered += len(here)
            at += len(here)
        else:
            others += not _FILLING.fullmatch(words[at])
            at += 1
    if not others:
        return weight >= _WHOLE or (long > 0 and weight >= 2)
    return long > 0 and weight >= _PARTLY and covered * 100 >= _SHARE * (covered + others)


def _words(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text.replace("’", "'")):
        yield found[0].lower().rstrip(".'")
