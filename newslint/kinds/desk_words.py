"""Lines that somebody of the desk wrote to a colleague: short, personal, in words of the trade."""

from newslint.kinds.page_words import Phrases, words_of_line
from newslint.patterns import regex

# Longer lines are paragraphs; one of few words is written to nobody. Of so many words one is of the trade.
_MOST, _FEW, _SHORT, _TWO, _SHARE = 32, 3, 14, 2, 6
_WORD = regex(r"[\w’'/@&-]*\w|[.!?:]")
_QUOTED = regex(r"[“”\"]|\s['‘]")
_ENDED = regex(r"[.!?]$")
_REPORTED = frozenset(
    """said says saying told tells according he she his her him their they mr mrs ms dr reported announced added argued
    police court president minister voters people readers""".split()
)
_PERSONAL = frozenset(
    """i i'm i've i'll i'd we've we'll you your me sorry hi hello hey thanks pls plz please guys anyone
    someone""".split()
)


def to_a_colleague(line: str, trade: Phrases) -> bool:
    """Whether a line is a note of the desk."""
    if line.count(" ") >= _MOST or _QUOTED.search(line):
        return False
    words = words_of_line(line, _WORD)
    here = set(words)
    if len(words) < _FEW or here & _REPORTED:
        return False
    found = {words[at] for at in range(len(words)) if _at(words, at, trade)}
    if len(found) < _TWO or len(found) * _SHARE < len(words):
        return False
    return bool(here & _PERSONAL) or (len(words) <= _SHORT and not _ENDED.search(line))


def _at(words: list[str], at: int, phrases: Phrases) -> bool:
    return any(words[at : at + len(one)] == list(one) for one in phrases.get(words[at], ()))
