"""Rows of labels: what stands on the buttons, menus and players of a page, copied as one line."""

from newslint.kinds.page_words import Phrases, words_of_line
from newslint.patterns import regex

# Longer lines are paragraphs, and shorter ones may be a heading of one word.
_MOST = 45
# What a label weighs is its words, three at most: a heading may hold one word of them, and even two.
_HEAVIEST, _WHOLE, _PARTLY = 3, 3, 4
# So many of a hundred words are labels where some are not: names, headlines and sections of its own that a page has.
_SHARE = 60
# Where fewer than one word in so many begins a label, it is a sentence.
_SPARSE = 5
_WORD = regex(r"[#@]?\w[\w’'+.&-]*\w|[#@]?\w|&")
# What stands between labels and is none: counts, times, temperatures, days, handles, marks of one letter.
_FILLING = regex(
    r"[@#]\w+|\d[\w.:/%-]*|\w|&|am|pm|gmt|bst|est|edt|pst|pdt|utc|of|ago|mins?|minutes?|hours?|days?|now|today|times"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}|may|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


def row_of_labels(line: str, labels: Phrases) -> bool:
    """Whether a line is made of labels, wholly or for the most part."""
    if line.count(" ") >= _MOST or line.islower():
        return False
    words = words_of_line(line, _WORD)
    likely = [word for word in words if word in labels]
    if len(likely) * _SPARSE < len(words):
        return False
    weight = covered = others = long = at = 0
    while at < len(words):
        some = labels.get(words[at])
        here = max((one for one in some if words[at : at + len(one)] == one), key=len, default=None) if some else None
        if here:
            weight += min(len(here), _HEAVIEST)
            long += len(here) > 1
            covered += len(here)
            at += len(here)
        else:
            others += not _FILLING.fullmatch(words[at])
            at += 1
    if not others:
        return weight >= _WHOLE or ((long > 0 or line.isupper()) and weight >= 2)
    return long > 0 and weight >= _PARTLY and covered * 100 >= _SHARE * (covered + others)
