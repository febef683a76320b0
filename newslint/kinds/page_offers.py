"""Offers in lines that are no sentences: what is sold, at what price, without a full stop."""

from newslint.kinds.page_words import Phrases, words_of_line
from newslint.patterns import regex

# Longer lines are paragraphs; of the words of offers a line has so many, and one in so many of its words is one.
_MOST, _SEVERAL, _SHARE = 30, 2, 8
_WORD = regex(r"[\w$£€%@’'/.&-]*\w%?|[.!?:,|]")
_ENDED = regex(r"[.,;…]$|[“”\"]|\s['‘]")
_REPORTED = frozenset(
    """said says say saying told tells was were had has have is are been being would could will may might must his her
    their they he she it its who which that because after before police court fraud scam convicted accused announced
    report reports reported mr mrs ms according also however while when whose against between since over as than why
    how""".split()
)
# What an offer that begins with “your” or “my” tells.
_TOLD = frozenset("was were had has have is are been being would will can could her him his they it who".split())
_SELLS = frozenset("you your our we my me us i i'm now today free online".split())
_ASKS = frozenset(
    "buy order get join bet play win book call shop earn hire rent learn discover try claim cheap".split()
)


def offers(line: str, phrases: Phrases) -> bool:
    """Whether a line without a full stop is an offer."""
    if line.count(" ") >= _MOST or _ENDED.search(line):
        return False
    words = words_of_line(line, _WORD)
    here = set(words)
    if here & (_REPORTED - _TOLD if words and words[0] in _SELLS else _REPORTED):
        return False
    found = int(bool(words) and words[0] in _ASKS)
    count = at = 0
    while at < len(words):
        some = phrases.get(words[at], ())
        length = max((len(one) for one in some if words[at : at + len(one)] == list(one)), default=0)
        found += length > 0
        count += 1
        at += max(length, 1)
    sells = bool(here & _SELLS or words[:1] == ["best"] or (words and words[0] in _ASKS)) or "%" in line or "$" in line
    return found >= _SEVERAL + (not sells) and found * _SHARE >= count
